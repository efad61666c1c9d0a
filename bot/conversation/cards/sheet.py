"""The doctor's sheet: one study's result in technical terms with the record's item numbers, to take to a doctor.

It is the same paper whatever the private answers were: their criteria stand on it all, in the file's order, without
a status, and neither verdict nor counts know of them.
"""

from collections.abc import Iterator
from dataclasses import replace

from bot.conversation.card import Bullets, Button, Card, Paragraph, Result, Role, Tone
from bot.conversation.cards.context import CardContext, menu_way
from bot.conversation.cards.labels import answer_label, localised_day
from bot.conversation.cards.parts import banner, items_line, record_words, recruiting_line
from bot.conversation.cards.reasons import is_sensitive, unclear
from bot.conversation.cards.record import record_blocks, sites
from bot.conversation.languages import offered
from bot.conversation.replay import Replay
from bot.conversation.state import Act, Action, Screen, go
from bot.conversation.wording import Say
from criteria.expression import UNSURE
from criteria.interview import Decision, Grade, Status, Verdict
from criteria.languages import LANGUAGES, Language
from criteria.question import Question
from criteria.screening import Criterion

GROUPS = ("not-met", "present", "to-confirm", "open", "met", "absent", "in-person", "team", "permits")
"""The lists of criteria, in the order in which they stand; an exclusion is present or absent, all else met or not."""


def sheet_card(context: CardContext, replay: Replay, decision: Decision) -> Card:
    """The result in technical terms with the record's items, to take to a doctor; in any of the condition's languages."""
    state = replay.state
    language = state.sheet_in or state.language
    say, chrome = context.in_(language), context.in_(state.language)
    told = replay.without_sensitive(decision)
    text = told.study.text
    blocks = (
        Paragraph(text.title.in_(language)),
        *_head(say, language, replay, told),
        Paragraph(text.summary.in_(language)),
        Paragraph(recruiting_line(say, language, text, state.day)),
        *record_blocks(say, language, text),
        *sites(say, language, text),
        *_criteria(context, replay, decision, told, language),
        Paragraph(say("sheet-bring")),
        Paragraph(say("sheet-source"), Tone.SMALL),
        Paragraph(say("safety-treatment"), Tone.SMALL),
    )
    spoken = None if language == state.language else state.language
    can_send = context.about.face.sends_sheets
    send = (Button(chrome("sheet-send"), Action(Act.SEND), Role.CHOICE, "send", language=spoken),) if can_send else ()
    back = Button(chrome("sheet-back"), go(Screen.RESULT, state.at), Role.FORWARD, "result", language=spoken)
    return Card(
        language,
        Screen.SHEET,
        say("sheet-title"),
        (),
        (back, *send, *_in_other_languages(context, replay, language)),
        (replace(menu_way(chrome), language=spoken),),
        results=(Result(told.study.id, told.verdict or Verdict.LIKELY_ELIGIBLE, told.study.id, blocks),),
        banner=banner(context, say, None, (told.study,)),
    )


def _in_other_languages(context: CardContext, replay: Replay, language: Language) -> tuple[Button, ...]:
    return tuple(
        Button(
            context.wording.say(other, "sheet-language"),
            Action(Act.SHEET_IN, LANGUAGES.index(other)),
            Role.CHOICE,
            "language",
            language=other,
        )
        for other in offered(context.catalogue, replay.state)
        if other != language
    )


def _head(say: Say, language: Language, replay: Replay, told: Decision) -> Iterator[Paragraph]:
    """The verdict in a doctor's words and what it leaves out, and the day of the answers."""
    if amended := told.study.text.record.amended:
        yield Paragraph(amended.in_(language), Tone.NOTE)
    counts = {name: len(told.having(status)) for name, status in _COUNTED.items()}
    yield Paragraph(say(f"sheet-{_verdict(told)}", **counts), Tone.STRONG)
    if told.study.criteria != replay.interview.screening.studies[told.study.id].criteria:
        yield Paragraph(say("sheet-private"))
    yield Paragraph(say("sheet-date", date=localised_day(language, replay.state.day)))


_COUNTED = {"unmet": Status.NOT_MET, "confirm": Status.TO_CONFIRM}


def _verdict(told: Decision) -> str:
    match told.verdict:
        case Verdict.INELIGIBLE:
            return "ineligible"
        case Verdict.LIKELY_ELIGIBLE:
            return _grade(told.grade)
        case None:
            return "unfinished"


def _grade(grade: Grade) -> str:
    match grade:
        case Grade.FITS:
            return "fits"
        case Grade.SO_FAR:
            return "so-far"
        case Grade.CANNOT_TELL:
            return "cannot-tell"


def _criteria(
    context: CardContext, replay: Replay, decision: Decision, told: Decision, language: Language
) -> Iterator[Bullets]:
    """Every criterion in its list; private ones in one of their own, the same for everybody."""
    groups: dict[str, list[tuple[str, ...]]] = {name: [] for name in GROUPS}
    said: set[str] = set()
    for key, criterion in decision.study.criteria.items():
        name = "in-person" if is_sensitive(replay, criterion) else _group(criterion, told.criteria[key])
        in_part = criterion.text.weaker and name in {"met", "absent"}
        first, *lines = _technical(context, replay, language, criterion, in_part=in_part)
        beside = unclear(criterion, told.criteria.get(key), language)
        lines += [one for one in beside if one not in said]
        said.update(beside)
        if criterion.text.technical is None:
            lines += record_words(context.in_(language), decision.study.text.record, criterion.text.from_)
        groups[name].append((first, *lines))
    for name, items in groups.items():
        if items:
            yield Bullets(context.wording.say(language, f"sheet-{name}"), tuple(items))


def _group(criterion: Criterion, status: Status) -> str:
    """The list that a criterion stands in; an exclusion, worded as one, is told to be there or not to be there."""
    if criterion.text.permits:
        return "permits"
    exclusion = criterion.text.technical is not None and all(
        one.startswith("exclusion") for one in criterion.text.from_
    )
    match status:
        case Status.NOT_MET:
            return "present" if exclusion else "not-met"
        case Status.MET:
            return "absent" if exclusion else "met"
        case Status.TO_CONFIRM:
            return "to-confirm"
        case Status.OPEN:
            return "open"
        case Status.TEAM:
            return "team"


def _technical(
    context: CardContext, replay: Replay, language: Language, criterion: Criterion, *, in_part: bool
) -> tuple[str, ...]:
    """A criterion in medical words behind its items, what was answered, and room for what was measured."""
    say, text = context.in_(language), criterion.text
    asked = [replay.questions[key] for key in criterion.questions if not replay.questions[key].text.sensitive]
    given = replay.progress.answers
    answers = {
        say("sheet-unsure") if given[one.id] == UNSURE else answer_label(context, language, one, given[one.id]): None
        for one in asked
        if one.id in given
    }
    blanks = dict.fromkeys(say(f"sheet-blank-{kind}") for one in asked for kind in _measured(one))
    items = items_line(say, text.from_)
    return (
        f"{say('sheet-in-part', items=items) if in_part else items}: {(text.technical or text.label).in_(language)}",
        *((say("sheet-answer", answer="; ".join(answers)),) if answers else ()),
        *blanks,
    )


def _measured(question: Question) -> tuple[str, ...]:
    """What a doctor can fill in: the day of something, or a value; nothing for an age."""
    line = question.line
    if line is None or (question.text.number and question.text.number.unit == "years"):
        return ()
    return ("day",) if line.dates or line.unit is not None else ("value",)
