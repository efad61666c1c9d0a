"""From releases to all that is shown: what stands first, the tables, and how the figures were made."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from bot.conversation.wording import Wording
from bot.figures.channels import channels
from bot.figures.chart import Words
from bot.figures.glance import headlines, next_release, sentences
from bot.figures.names import Labels, labels, language_for
from bot.figures.report import Report, report
from bot.figures.selection import Asked, Chosen, begins, choose, ends
from bot.figures.spans import changes
from bot.figures.tables import channel_table, comparison, release_table, tables
from bot.figures.trend import Trend, trend
from bot.figures.trend_chart import TrendWords
from bot.figures.values import Figures, Remark, Sentence, Span, Table
from bot.figures.voice import Voice
from bot.funnel.calendar import Calendar, Note, Week, monday
from bot.funnel.noise import scale_for, variance
from bot.funnel.release import Release
from criteria.catalogue import Catalogue
from criteria.languages import Language

FAR: Final = math.log(100) / math.sqrt(2)
"""Standard deviations that hold 99 of 100 noises in one count."""


@dataclass(frozen=True)
class Reader:
    """Reads releases to somebody, in one language."""

    catalogue: Catalogue
    wording: Wording
    calendar: Calendar
    now: Callable[[], datetime]
    language: Language
    demonstration: bool = False
    notes: Sequence[Note] = ()
    """What coordinators have written on the calendar."""

    def about(self, study: str) -> "Reader":
        """The reader of one study: in a language that it is written in."""
        return replace(self, language=language_for(self.catalogue, study, self.language))

    @property
    def voice(self) -> Voice:
        """Says figures in the reader's language."""
        return Voice(self.wording, self.language)

    def say(self, name: str, **arguments: str | int) -> str:
        """A text in the reader's language."""
        return self.voice.say(name, **arguments)

    def figures(self, releases: Sequence[Release], study: str, asked: Asked) -> Figures:
        """All that is shown of a study. Raises NoSuchSpanError, and NotOneFunnelError for spans that overlap."""
        names = labels(self.catalogue, study, self.language)
        chosen = choose(releases, study, asked)
        if chosen is None:
            return self._nothing(study, names)
        found, course = report(chosen.releases), trend(chosen.releases)
        remarks = self._remarks(study, chosen)
        due = self.calendar.next_release(self.now()).date()
        return Figures(
            study=study,
            title=names.title,
            condition=names.condition,
            condition_title=names.condition_title,
            dates=Span(begins(found.periods[0]), ends(found.periods[-1]), len(found.periods), due),
            span=self.span(chosen.releases),
            definition=chosen.definition,
            demonstration=self._marked(),
            headlines=headlines(found, course, due, self.calendar.weeks, self.voice),
            sentences=sentences(found, course, names, self.voice, invented=self.demonstration),
            tables=tuple(self._tables(found, course, names, chosen, remarks)),
            notes=(*self._noise(found, chosen), self.next_release()),
            remarks=remarks,
            report=found,
            trend=course,
        )

    def no_span(self, study: str) -> Figures:
        """What is shown where no release is in the span that was asked for."""
        nothing = self._nothing(study, labels(self.catalogue, study, self.language))
        return replace(nothing, sentences=(Sentence("no_span", self.say("funnel-page-no-span")),))

    @property
    def mark(self) -> str:
        """Says in a few words that the people are invented; else empty."""
        return self.say("funnel-demonstration-picture") if self.demonstration else ""

    def span(self, releases: Sequence[Release]) -> str:
        """The span of some releases, in words."""
        first, last = (
            self.voice.day(day, "medium") for day in (begins(releases[0].terms.period), ends(releases[-1].terms.period))
        )
        return self.say("funnel-span", first=first, last=last, count=len(releases))

    def next_release(self) -> str:
        """When the next release is due."""
        due = self.calendar.next_release(self.now())
        return self.say("funnel-next", day=self.voice.day(due.date()), weeks=self.calendar.weeks)

    def words(self, figures: Figures) -> Words:
        """The texts of the picture of the way through a study."""
        names = labels(self.catalogue, figures.study, self.language)
        say = self.say
        return Words(
            title=f"{figures.study} · {figures.span}",
            demonstration=self.mark,
            description=" ".join(one.text for one in figures.sentences),
            notice=say("funnel-notice"),
            likely=say("funnel-likely-all"),
            went_on=say("funnel-went-on"),
            screened=say("funnel-screened-here"),
            left=say("funnel-left-here"),
            whisker=say("funnel-whisker"),
            too_few=say("funnel-too-few-short"),
            labels=names.questions,
            voice=self.voice,
        )

    def trend_words(self, figures: Figures) -> TrendWords:
        """The texts of the picture of the releases, one by one."""
        sentence = figures.sentence("trend")
        return TrendWords(
            title=self.say("funnel-page-trend"),
            description=sentence.text if sentence else "",
            whisker=self.say("funnel-whisker"),
            started=self.say("funnel-started"),
            completed=self.say("funnel-completed-share"),
            may_fit=self.say("funnel-may-fit-share"),
            voice=self.voice,
        )

    def _tables(
        self, found: Report, course: Trend, names: Labels, chosen: Chosen, remarks: Sequence[Remark]
    ) -> list[Table]:
        shown = [] if found.too_few else list(tables(found, names, self.voice))
        if chosen.earlier and not found.too_few:
            before = report(chosen.earlier)
            shown.insert(0, comparison(changes(before, found), self.span(chosen.earlier), names, self.voice))
        if chosen.channels:
            starts = str(self.voice.count(found.starts))
            shown.append(channel_table(channels(chosen.channels), starts, names, self.voice))
        noted: dict[str, str] = {}
        for point in course.points:
            first, last = begins(point.period), ends(point.period)
            said = [one.text for one in remarks if first <= one.day < last]
            noted[first.isoformat()] = " · ".join(said)
        shown.append(release_table(course, noted, names, self.voice))
        return shown

    def _remarks(self, study: str, chosen: Chosen) -> tuple[Remark, ...]:
        first, end = chosen.releases[0].terms.period.first, chosen.releases[-1].terms.period.end
        return tuple(self.remark(note) for note in self.notes if note.study == study and first <= note.week < end)

    def remark(self, note: Note) -> Remark:
        """A note as people read it."""
        day = monday(Week(note.week)).date()
        return Remark(note.id, day, note.text, self.voice.day(day, "medium"))

    def _nothing(self, study: str, names: Labels) -> Figures:
        due = self.calendar.next_release(self.now()).date()
        told = self.say("funnel-empty", day=self.voice.day(due))
        return Figures(
            study=study,
            title=names.title,
            condition=names.condition,
            condition_title=names.condition_title,
            dates=Span(None, None, 0, due),
            span=self.say("funnel-no-span"),
            definition="",
            demonstration=self._marked(),
            headlines=(next_release(due, self.calendar.weeks, self.voice),),
            sentences=(Sentence("empty", told), Sentence("empty_what", self.say("funnel-empty-what"))),
            tables=(),
            notes=(self.say("funnel-unit"), self.next_release()),
        )

    def _marked(self) -> str:
        return self.say("funnel-demonstration") if self.demonstration else ""

    def _noise(self, found: Report, chosen: Chosen) -> tuple[str, ...]:
        """How the figures were made, and how much a release can tell of one session at most."""
        epsilon = float(found.epsilon)
        of_channels = max((float(r.terms.epsilon) for r in chosen.channels), default=0.0)
        bound = 2 * (epsilon + of_channels)
        far = math.ceil(FAR * math.sqrt(variance(scale_for(found.epsilon))))
        number = self.voice.number
        return (
            self.say("funnel-noise", far=number(far)),
            self.say(
                "funnel-epsilon",
                one=_guessed(epsilon),
                all=_guessed(bound),
                epsilon=number(epsilon),
                bound=number(bound),
            ),
            self.say("funnel-unit"),
        )


def _guessed(epsilon: float) -> int:
    """About how often of 100 somebody who knows all other sessions can be right about one, at best."""
    return round(100 * math.exp(epsilon) / (1 + math.exp(epsilon)))
