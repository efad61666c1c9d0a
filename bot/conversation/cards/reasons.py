"""What a result says of a criterion: its name, the answers that it rests on, and what stands beside it."""

from collections import Counter
from collections.abc import Iterable
from typing import assert_never

from bot.conversation.card import Bullets, Paragraph, Tone
from bot.conversation.cards.context import CardContext
from bot.conversation.cards.labels import answer_label, localised_day
from bot.conversation.replay import Replay
from bot.conversation.wording import Say
from criteria import model, sensitive
from criteria.expression import Truth, truth
from criteria.interview import Decision, Status, Verdict, resting_on
from criteria.languages import Language
from criteria.passing import passed_by
from criteria.screening import Criterion


def without(replay: Replay) -> model.Without | None:
    """What is said to somebody who has not got the illness; None to everybody else."""
    about, rule = replay.condition.text.without, replay.interview.screening.without
    given = replay.progress.answers
    return about if about is not None and rule is not None and truth(rule, given) is Truth.TRUE else None


def reasons(
    context: CardContext, replay: Replay, decision: Decision, *, may_change: bool
) -> tuple[Bullets | Paragraph, ...]:
    """The requirements that decided, what they rest on, and for who has the illness what may change."""
    if decision.verdict is not Verdict.INELIGIBLE:
        return ()
    language = replay.state.language
    say = context.in_(language)
    decided = decision.having(Status.NOT_MET)
    items = []
    for criterion in decided:
        if is_sensitive(replay, criterion):
            continue
        lines = [criterion.text.label.in_(language), *_resting_on(context, replay, criterion)]
        if may_change:
            lines += _later(say, replay, criterion)
        items.append((*lines, *beside(replay, criterion, Status.NOT_MET)))
    groups = ((say("result-section", section=section, count=1),) for section in sections(replay, decided))
    stopped = replay.without_sensitive(decision).having(Status.OPEN)
    return (
        Bullets("", (*items, *groups)),
        *(counted(say, replay, decided) if may_change else ()),
        *((Paragraph(say("result-stopped")),) if stopped else ()),
    )


def reason(context: CardContext, replay: Replay, decision: Decision, room: int) -> str:
    """What stands under the verdict: the first requirement that is not met, with the answer it rests on; else what is open.

    Of a private one only the section is told. `room`: so many words are read at a glance; in less, the requirement alone
    is told, and of what is open as much as there is room for.
    """
    if decision.verdict is Verdict.LIKELY_ELIGIBLE:
        return _open_points(context, replay, decision, room)
    say = context.in_(replay.state.language)
    decided = decision.having(Status.NOT_MET)
    public = next((one for one in decided if not is_sensitive(replay, one)), None)
    if public is None:
        parts = (say("result-point", label=section) for section in sections(replay, decided))
        return say("result-private", sections=", ".join(parts))
    language, given = replay.state.language, replay.progress.answers
    then = "yes" if reversible(replay, decision) else "no"
    label = _bare(public.text.label.in_(language))
    answers = (answer_label(context, language, replay.questions[key], given[key]) for key in resting_on(public, given))
    told = say("result-asks-you", label=label, answer="; ".join(map(_bare, answers)), then=then)
    return told if len(told.split()) <= room else say("result-asks", label=label)


def _bare(text: str) -> str:
    """A text to stand within a sentence."""
    return text.rstrip(".")


def _open_points(context: CardContext, replay: Replay, decision: Decision, room: int) -> str:
    """What is still to be confirmed, what defines the study's patient first: as much as there is room for."""
    language = replay.state.language
    say = context.in_(language)
    criteria = decision.having(Status.TO_CONFIRM)
    public = sorted((one for one in criteria if not is_sensitive(replay, one)), key=lambda one: not one.text.core)
    labels = Counter(_bare(one.text.label.in_(language)) for one in public)
    points = [(say("result-point", label=label), count) for label, count in labels.items()]
    points += [
        (say("result-point-private", section=_bare(section), count=count), count)
        for section, count in sections(replay, criteria).items()
    ]
    told, more = "", len(criteria)
    for place, (_, count) in enumerate(points, 1):
        more -= count
        shown = "; ".join(point for point, _ in points[:place])
        longer = say("result-open-more" if more else "result-open", points=shown, more=more)
        if len(longer.split()) > room:
            break
        told = longer
    return told


def reversible(replay: Replay, decision: Decision) -> bool:
    """Whether today's rules, milder than those used here, might admit the person.

    Told from what is not private; where only that is not met, from what has changed in any private requirement.
    """
    public = [one for one in decision.having(Status.NOT_MET) if not is_sensitive(replay, one)]
    if not public:
        return any(one.text.changed for one in decision.study.criteria.values() if is_sensitive(replay, one))
    given = replay.progress.answers
    return all(one.eased and truth(one.eased, given) is not Truth.FALSE for one in public)


def _later(say: Say, replay: Replay, criterion: Criterion) -> list[str]:
    """What time may change."""
    text, language = criterion.text, replay.state.language
    if text.later is None:
        return []
    lines = [text.later.in_(language)]
    if text.date:
        given = replay.progress.answers
        days = (passed_by(criterion, replay.questions[key], given, replay.state.day) for key in criterion.questions)
        lines += [say("result-later-date", date=localised_day(language, day)) for day in days if day]
    return lines


def _resting_on(context: CardContext, replay: Replay, criterion: Criterion) -> list[str]:
    """The answers that a criterion rests on."""
    language = replay.state.language
    given = replay.progress.answers
    return [
        context.wording.say(
            language,
            "result-answer",
            question=asked.text.ask.in_(language),
            answer=answer_label(context, language, asked, given[asked.id]),
        )
        for asked in (replay.questions[key] for key in resting_on(criterion, given))
    ]


def beside(replay: Replay, criterion: Criterion, status: Status) -> tuple[str, ...]:
    """What is said beside a reason: unclear records and amended rules; nothing that names a sensitive matter."""
    if is_sensitive(replay, criterion):
        return ()
    return unclear(criterion, status, replay.state.language)


def unclear(criterion: Criterion, status: Status | None, language: Language) -> tuple[str, ...]:
    """A criterion's note and what has changed; beside `confirm`, a note is about others than those who fail.

    `status`: None where nothing is told of it.
    """
    text = criterion.text
    note = None if text.confirm and status is Status.NOT_MET else text.note
    return tuple(one.in_(language) for one in (note, text.changed) if one)


def amended(say: Say, replay: Replay, decision: Decision) -> tuple[Bullets, ...]:
    """What the registry has changed since in requirements that are met; first where today's rule is no milder."""
    language = replay.state.language
    met = [
        (criterion.text, criterion.text.changed)
        for criterion in decision.having(Status.MET)
        if criterion.text.changed and not is_sensitive(replay, criterion)
    ]
    return tuple(
        Bullets(say("result-amended"), items, fine=eased or decision.verdict is Verdict.INELIGIBLE)
        for eased in (False, True)
        if (
            items := tuple(
                (text.label.in_(language), told.in_(language)) for text, told in met if bool(text.eased) is eased
            )
        )
    )


def counted(say: Say, replay: Replay, criteria: Iterable[Criterion]) -> tuple[Paragraph, ...]:
    """That the study team counts time exactly, where one of the criteria counts time."""
    answers = replay.progress.answers
    timed = any(
        one.text.window or any(_timed(replay.questions[key].text) for key in resting_on(one, answers) or one.questions)
        for one in criteria
        if not is_sensitive(replay, one)
    )
    return (Paragraph(say("result-window"), Tone.SMALL, fine=True),) if timed else ()


def _timed(text: model.Question) -> bool:
    match text.kind:
        case model.Number() as number:
            return number.ago
        case model.Calendar() | model.Options() | model.TwoButtons():
            return False
        case unknown:
            assert_never(unknown)


def is_sensitive(replay: Replay, criterion: Criterion) -> bool:
    """Whether a criterion rests on a sensitive question."""
    return sensitive.is_sensitive(replay.questions, criterion)


def sections(replay: Replay, criteria: Iterable[Criterion]) -> dict[str, int]:
    """The sections of the sensitive ones among these criteria, in the order of asking, and how many are in each.

    A result names a private requirement by this alone, behind all others, so that its place tells nothing either.
    """
    language = replay.state.language
    found = Counter(
        replay.questions[one.questions[-1]].section.in_(language) for one in criteria if is_sensitive(replay, one)
    )
    order = dict.fromkeys(question.section.in_(language) for question in replay.questions.values())
    return {section: found[section] for section in order if section in found}
