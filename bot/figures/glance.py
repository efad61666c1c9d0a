"""What is read in ten seconds: four figures, and the answers to what coordinators ask first.

How many may fit; is it getting better; where do we lose most; when is the next release; can I trust this number.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from bot.figures.estimate import Amount, Share
from bot.figures.losses import Loss
from bot.figures.names import Labels
from bot.figures.report import Fact, FactKind, Report
from bot.figures.trend import FEWEST, Course, Slope, Trend
from bot.figures.values import Headline, Place, Sentence, Subject
from bot.figures.voice import Voice


def headlines(report: Report, trend: Trend, due: date, weeks: int, voice: Voice) -> tuple[Headline, ...]:
    """The four figures that stand first."""
    told = [
        (Course.STARTED, report.starts, None),
        (Course.COMPLETED, report.completed_count, report.completed),
        (Course.MAY_FIT, report.likely, report.likely_of_starts),
    ]
    made = [
        _headline(course, amount, share, trend.of(course), voice)
        for course, amount, share in told
        if amount is not None
    ]
    return (*made, next_release(due, weeks, voice))


def next_release(due: date, weeks: int, voice: Voice) -> Headline:
    """When the next release comes."""
    every = voice.say("funnel-every", weeks=weeks)
    return Headline("next_release", voice.say("funnel-next-short"), voice.day(due, "medium"), "", every)


def sentences(report: Report, trend: Trend, labels: Labels, voice: Voice, *, invented: bool) -> tuple[Sentence, ...]:
    """The answers to what coordinators ask first."""
    if report.too_few:
        few = Sentence("too_few", voice.say("funnel-too-few", count=len(report.periods)))
        return (few, _asked(_trust(voice, invented=invented), voice))
    facts = {fact.kind: fact for fact in report.facts}
    made = _Sentences(labels, voice)
    told = (
        Sentence("trend", _course(trend, voice)),
        made.screened(facts.get(FactKind.MOST_SCREENED)),
        _trust(voice, invented=invented),
        made.left(facts.get(FactKind.MOST_LEAVE)),
    )
    return tuple(_asked(one, voice) for one in told)


def _asked(sentence: Sentence, voice: Voice) -> Sentence:
    return replace(sentence, question=voice.say(f"funnel-ask-{sentence.name.replace('_', '-')}"))


def direction(slope: Slope) -> str:
    """Which way a course goes; empty where that is not clear."""
    if not slope.clear:
        return ""
    return "up" if slope.change > 0 else "down"


def _headline(course: Course, amount: Amount, share: Share | None, slope: Slope | None, voice: Voice) -> Headline:
    count, part = voice.count(amount), voice.share(share)
    told = part is not None and part.value is not None
    way = direction(slope) if slope else ""
    return Headline(
        name=course.value,
        label=voice.say(f"funnel-{course.value.replace('_', '-')}"),
        text=voice.number(count.value) if count.value is not None else count.text,
        between=voice.between(amount),
        beside=voice.say("funnel-of-starts", figure=str(part)) if told else "",
        course=voice.say(f"funnel-course-{way}") if way else "",
        count=count,
        share=part,
    )


def _course(trend: Trend, voice: Voice) -> str:
    """Whether it is getting better: one word, and what has moved."""
    clear = [(slope, way) for slope in trend.slopes if (way := direction(slope))]
    count = len(trend.points)
    if count < FEWEST:
        return voice.say("funnel-trend-too-short", fewest=FEWEST)
    if not clear:
        return voice.say("funnel-trend-none", count=count)
    ways = {way for _, way in clear}
    verdict = ways.pop() if len(ways) == 1 else "mixed"
    moved = " ".join(voice.say(f"funnel-trend-{s.course.value.replace('_', '-')}-{way}") for s, way in clear)
    return voice.say(f"funnel-trend-{verdict}", moved=moved, count=count)


def _trust(voice: Voice, *, invented: bool) -> Sentence:
    return Sentence("trust", voice.say("funnel-trust-demonstration" if invented else "funnel-trust"))


class _Sentences:
    def __init__(self, labels: Labels, voice: Voice) -> None:
        self._labels = labels
        self._voice = voice

    def screened(self, fact: Fact | None) -> Sentence:
        return self._loss("most_screened", Subject.CRITERION, fact)

    def left(self, fact: Fact | None) -> Sentence:
        return self._loss("most_leave", Subject.QUESTION, fact)

    def _loss(self, name: str, subject: Subject, fact: Fact | None) -> Sentence:
        key = f"funnel-fact-{name.replace('_', '-')}"
        if fact is None:
            return Sentence(name, self._voice.say(f"{key}-none"))
        places = tuple(self._places(subject, fact))
        names = [self._name(subject, loss) for loss in fact.losses]
        if len(names) > 1:
            return Sentence(name, self._voice.say(f"{key}-two", what=names[0], other=names[1]), places)
        loss = fact.losses[0]
        share = self._voice.share(fact.share, at_least=not loss.everybody)
        count = str(self._voice.count(loss.count))
        if share is None or share.value is None:
            return Sentence(name, self._voice.say(f"{key}-count", what=names[0], count=count), places)
        return Sentence(name, self._voice.say(key, what=names[0], count=count, figure=str(share)), places)

    def _places(self, subject: Subject, fact: Fact) -> Iterator[Place]:
        for loss in fact.losses:
            for one in loss.subjects:
                yield Place(subject, one, self._name(subject, loss))

    def _name(self, subject: Subject, loss: Loss) -> str:
        if subject is Subject.CRITERION:
            return self._labels.criterion(*loss.subjects)
        return self._labels.question(*loss.subjects) if loss.subjects else self._voice.say("funnel-notice")
