"""The doctor's sheet: one study's result in technical terms with the record's item numbers, to take to a doctor."""

from dataclasses import replace
from typing import assert_never

from bot.conversation.card import Bullets, Button, Card, Paragraph, Result, Role, Tone
from bot.conversation.cards.context import CardContext, menu_way
from bot.conversation.cards.labels import localised_day
from bot.conversation.cards.parts import banner, items_line, record_words, recruiting_line
from bot.conversation.cards.reasons import is_sensitive
from bot.conversation.cards.record import record_blocks
from bot.conversation.cards.result import verdict_of
from bot.conversation.languages import offered
from bot.conversation.replay import Replay
from bot.conversation.state import Act, Action, Screen, go
from bot.conversation.wording import Say
from criteria.interview import Decision, Status, Verdict
from criteria.languages import LANGUAGES, Language
from criteria.screening import Criterion

SHEET_ORDER = (Status.NOT_MET, Status.TO_CONFIRM, Status.MET, Status.OPEN, Status.TEAM)


def sheet_card(context: CardContext, replay: Replay, decision: Decision) -> Card:
    """The result in technical terms with the record's items, to take to a doctor; in any of the condition's languages."""
    state = replay.state
    language = state.sheet_in or state.language
    say, chrome = context.in_(language), context.in_(state.language)
    text = decision.study.text
    groups: dict[str, list[tuple[str, ...]]] = {}
    for status in SHEET_ORDER:
        for criterion in decision.having(status):
            hidden = status is not Status.TEAM and is_sensitive(replay, criterion)
            name = f"sheet-{status.value.replace('_', '-')}"
            if criterion.text.permits:
                name = "sheet-permits"
            elif hidden:
                name = "sheet-in-person"
            groups.setdefault(name, []).append(_technical(say, language, decision, criterion))
    blocks = (
        Paragraph(text.title.in_(language)),
        *_technical_head(say, replay, language, decision),
        Paragraph(recruiting_line(say, language, text, state.day)),
        *record_blocks(say, language, text),
        *(Bullets(say(name), tuple(items)) for name, items in groups.items()),
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
        results=(Result(decision.study.id, verdict_of(decision), decision.study.id, blocks),),
        banner=banner(context, say, None, (decision.study,)),
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


def _technical_head(say: Say, replay: Replay, language: Language, decision: Decision) -> tuple[Paragraph, ...]:
    """The verdict in a doctor's words, and the day of the answers."""
    amended = decision.study.text.record.amended
    day = replay.state.day
    counts = {name: len(decision.having(status)) for name, status in _COUNTED.items()}
    return (
        *((Paragraph(amended.in_(language), Tone.NOTE),) if amended else ()),
        Paragraph(say(_verdict_text(verdict_of(decision)), **counts), Tone.STRONG),
        Paragraph(say("sheet-date", date=localised_day(language, day))),
    )


def _verdict_text(verdict: Verdict) -> str:
    match verdict:
        case Verdict.LIKELY_ELIGIBLE:
            return "sheet-likely"
        case Verdict.INELIGIBLE:
            return "sheet-ineligible"
        case _:
            assert_never(verdict)


_COUNTED = {"unmet": Status.NOT_MET, "confirm": Status.TO_CONFIRM}


def _technical(say: Say, language: Language, decision: Decision, criterion: Criterion) -> tuple[str, ...]:
    """A criterion in medical words, behind the items of the record: `Exclusion 2a, 2b: …`; then the record's own."""
    text = criterion.text.technical or criterion.text.label
    note = criterion.text.note
    return (
        f"{items_line(say, criterion.text.from_)}: {text.in_(language)}",
        *((note.in_(language),) if note and not criterion.questions else ()),
        *record_words(say, decision.study.text.record, criterion.text.from_),
    )
