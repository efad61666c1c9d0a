"""The doctor's sheet: one study's result in technical terms with the record's item numbers, to take to a doctor."""

from dataclasses import replace
from datetime import UTC, datetime

from bot.conversation.card import Bullets, Button, Card, Paragraph, Result, Role, Tone
from bot.conversation.cards.context import CardContext, menu_way
from bot.conversation.cards.parts import banner
from bot.conversation.cards.result import is_sensitive, record_blocks, verdict_of
from bot.conversation.replay import Replay
from bot.conversation.state import Act, Action, Screen, go
from bot.conversation.wording import Say
from criteria.interview import Decision, Status, Verdict
from criteria.languages import LANGUAGES, Language
from criteria.screening import Criterion

SHEET_ORDER = (Status.NOT_MET, Status.TO_CONFIRM, Status.MET, Status.OPEN, Status.TEAM)


def sheet_card(context: CardContext, replay: Replay, decision: Decision) -> Card:
    """The result in technical terms with the record's items, to take to a doctor; in either language."""
    state = replay.state
    language = state.language if state.at % 2 == 0 else next(one for one in LANGUAGES if one != state.language)
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
            groups.setdefault(name, []).append(_technical(say, language, criterion))
    blocks = (
        Paragraph(text.title.in_(language)),
        *_technical_head(say, replay, language, decision),
        *record_blocks(say, language, text),
        *(Bullets(say(name), tuple(items)) for name, items in groups.items()),
        Paragraph(say("sheet-source"), Tone.SMALL),
        Paragraph(say("safety-treatment"), Tone.SMALL),
    )
    spoken = None if language == state.language else state.language
    other = Button(
        context.wording.say(_other(language), "sheet-language"),
        go(Screen.SHEET, state.at ^ 1),
        Role.CHOICE,
        "language",
        language=_other(language),
    )
    chat = context.about.face == "telegram"
    send = (Button(chrome("sheet-send"), Action(Act.SEND), Role.CHOICE, "send", language=spoken),) if chat else ()
    back = Button(chrome("sheet-back"), go(Screen.RESULT, state.at // 2), Role.FORWARD, "result", language=spoken)
    return Card(
        language,
        Screen.SHEET,
        say("sheet-title"),
        (),
        (back, *send, other),
        (replace(menu_way(chrome), language=spoken),),
        results=(Result(decision.study.id, verdict_of(decision), decision.study.id, blocks),),
        banner=banner(context, say, None, (decision.study,)),
    )


def _other(language: Language) -> Language:
    return next(one for one in LANGUAGES if one != language)


def _technical_head(say: Say, replay: Replay, language: Language, decision: Decision) -> tuple[Paragraph, ...]:
    """The verdict in a doctor's words, and the day of the answers."""
    amended = decision.study.text.record.amended
    day = datetime.fromtimestamp(replay.state.started * 3600, UTC).date().isoformat()
    counts = {name: len(decision.having(status)) for name, status in _COUNTED.items()}
    name = "sheet-ineligible" if decision.verdict is Verdict.INELIGIBLE else "sheet-likely"
    return (
        *((Paragraph(amended.in_(language), Tone.NOTE),) if amended else ()),
        Paragraph(say(name, **counts), Tone.STRONG),
        Paragraph(say("sheet-date", date=day)),
    )


_COUNTED = {"unmet": Status.NOT_MET, "confirm": Status.TO_CONFIRM}


def _technical(say: Say, language: Language, criterion: Criterion) -> tuple[str, ...]:
    """A criterion in medical words, behind the items of the record: `Exclusion 2a, 2b: …`."""
    numbers: dict[str, list[str]] = {}
    for item in criterion.text.from_:
        kind, _, number = item.partition(" ")
        numbers.setdefault(kind, []).append(number)
    items = "; ".join(say(f"item-{kind}", number=", ".join(found)) for kind, found in numbers.items())
    text = criterion.text.technical or criterion.text.label
    return (f"{items}: {text.in_(language)}",)
