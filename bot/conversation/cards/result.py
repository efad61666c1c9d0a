"""The cards at the end: one study's result, and the results of several."""

from collections.abc import Iterator

from bot.conversation.card import Block, Bullets, Button, Card, Link, Paragraph, Result, Role, Tone
from bot.conversation.cards.context import CardContext, menu_way, way
from bot.conversation.cards.headline import headline
from bot.conversation.cards.parts import banner, emergency, topics_way
from bot.conversation.cards.question import history, longest
from bot.conversation.cards.reasons import amended, beside, counted, is_sensitive, reasons, sections
from bot.conversation.cards.record import record_blocks, sites
from bot.conversation.replay import Replay
from bot.conversation.state import Act, Action, Screen, go
from bot.conversation.wording import Say
from criteria import model
from criteria.condition import TopicId
from criteria.expression import Truth, truth
from criteria.interview import Decision, Status, Verdict, resting_on
from criteria.languages import Language


def settled(replay: Replay, place: int) -> Decision | None:
    """The decision about the study at a place, if it is settled."""
    decisions = replay.decisions
    return decisions[place] if place < len(decisions) and decisions[place].verdict else None


def outcome(context: CardContext, replay: Replay) -> Card:
    """Everything is settled: the result of the one study, or each study's in a sentence."""
    if len(replay.decisions) == 1:
        return result_card(context, replay, replay.decisions[0])
    language = replay.state.language
    say = context.in_(language)
    return Card(
        language,
        Screen.MAIN,
        say("results-title"),
        (
            *_without(replay, say),
            Paragraph(say("results-text")),
            emergency(say, language, replay.condition),
        ),
        (),
        (*_ways(context, say, replay), way(say, "stop", go(Screen.STOPPED))),
        results=tuple(_in_short(context, replay, decision) for decision in replay.decisions),
        history=history(context, replay),
        banner=banner(context, say, None, replay.interview.studies),
    )


def _in_short(context: CardContext, replay: Replay, decision: Decision) -> Result:
    language = replay.state.language
    say = context.in_(language)
    verdict = verdict_of(decision)
    more = Button(
        say("result-see"), go(Screen.RESULT, replay.decisions.index(decision)), Role.CHOICE, decision.study.id
    )
    lines = (*_head(say, replay, decision), Paragraph(decision.study.text.title.in_(language)))
    return Result(decision.study.id, verdict, decision.study.id, lines, (more,))


def verdict_of(decision: Decision) -> Verdict:
    """The verdict of a settled study."""
    if decision.verdict is None:
        raise ValueError("the study is not settled")
    return decision.verdict


def result_card(context: CardContext, replay: Replay, decision: Decision) -> Card:
    """One study's result, in full."""
    language = replay.state.language
    say = context.in_(language)
    place = replay.decisions.index(decision)
    result = Result(decision.study.id, verdict_of(decision), decision.study.id, _in_full(context, replay, decision))
    others: tuple[Button, ...] = ()
    if len(replay.decisions) > 1 or replay.question:
        name = "to-question" if replay.question else "to-results"
        others = (Button(say(name), go(Screen.MAIN), Role.FORWARD, "main"),)
    sheet = Button(say("result-sheet"), go(Screen.SHEET, place), Role.CHOICE, "sheet")
    return Card(
        language,
        Screen.RESULT,
        say("result-title"),
        (),
        (*others, sheet, *_change(context, replay, decision), *_elsewhere(say)),
        (*_ways(context, say, replay), way(say, "stop", go(Screen.STOPPED))),
        results=(result,),
        history=history(context, replay),
        banner=banner(context, say, None, (decision.study,)),
    )


def fullest(context: CardContext, replay: Replay) -> Iterator[Card]:
    """Results that hold more than a real one does: every question answered at its longest, every criterion told.

    A face makes all pages with results as large as these, so that their sizes tell no verdict.
    """
    answers = {key: longest(context, replay, asked) for key, asked in replay.questions.items()}
    for verdict, status in ((Verdict.INELIGIBLE, Status.NOT_MET), (Verdict.LIKELY_ELIGIBLE, Status.TO_CONFIRM)):
        full = replay.filled(answers, verdict, status)
        for decision in full.decisions:
            yield result_card(context, full, decision)


def _ways(context: CardContext, say: Say, replay: Replay) -> tuple[Button, ...]:
    topics = topics_way(context, say, replay, replay.state.language)
    return (way(say, "review", go(Screen.REVIEW)), *topics, menu_way(say))


def _elsewhere(say: Say) -> tuple[Button, ...]:
    return (Button(say("result-others"), go(Screen.CHOICE), Role.CHOICE, "choice"),)


def _change(context: CardContext, replay: Replay, decision: Decision) -> tuple[Button, ...]:
    """The answer on which an ineligible decision rests is one tap away."""
    say = context.in_(replay.state.language)
    for criterion in decision.having(Status.NOT_MET):
        for key in reversed(resting_on(criterion, replay.progress.answers)):
            action = Action(Act.CHANGE, replay.place(key))
            return (Button(say("result-change"), action, Role.CHOICE, "change"),)
    return (Button(say("result-review"), go(Screen.REVIEW), Role.CHOICE, "review"),)


def _head(say: Say, replay: Replay, decision: Decision) -> tuple[Paragraph, ...]:
    """The sentence that matters; after it, that it follows an older version of the rules."""
    language = replay.state.language
    older = decision.study.text.record.amended
    return (
        Paragraph(headline(say, language, replay, decision), Tone.STRONG),
        *((Paragraph(older.in_(language), Tone.NOTE),) if older else ()),
    )


def _in_full(context: CardContext, replay: Replay, decision: Decision) -> tuple[Block, ...]:
    language = replay.state.language
    say = context.in_(language)
    without = _without(replay, say)
    why = reasons(context, replay, decision, may_change=not without)
    text = decision.study.text
    return (
        *_head(say, replay, decision),
        Paragraph(text.title.in_(language)),
        *why,
        *without,
        *_to_confirm(say, replay, decision),
        *amended(say, replay, decision),
        *_for_everyone(say, language, text),
        *_team(say, replay, decision),
        *(() if without else sites(say, language, text)),
        *_recruiting(language, text),
        *record_blocks(say, language, text),
        Paragraph(say("result-only-team"), Tone.STRONG),
        Paragraph(say("safety-treatment"), Tone.NOTE),
        emergency(say, language, replay.condition),
    )


def _for_everyone(say: Say, language: Language, text: model.Study) -> tuple[Block, ...]:
    """The study's kind words on private matters, whatever was answered."""
    if text.for_everyone is None:
        return ()
    return (
        Bullets(say("result-for-everyone"), tuple((part,) for part in text.for_everyone.in_(language).split("\n\n"))),
    )


def _recruiting(language: Language, text: model.Study) -> tuple[Block, ...]:
    message = text.recruiting.message
    return (Paragraph(message.in_(language)),) if message else ()


def _without(replay: Replay, say: Say) -> tuple[Block, ...]:
    """For somebody without the illness: kind words, the background and a registry search, no clinic."""
    about, rule = replay.condition.text.without, replay.interview.screening.without
    if about is None or rule is None or truth(rule, replay.progress.answers) is not Truth.TRUE:
        return ()
    language = replay.state.language
    known = replay.condition.topics
    topics = tuple((known[TopicId(key)].title.in_(language),) for key in about.topics)
    return (
        Paragraph(about.text.in_(language)),
        *((Bullets(say("result-topics"), topics),) if topics else ()),
        *((Link(about.search.label.in_(language), about.search.url),) if about.search else ()),
    )


def _to_confirm(say: Say, replay: Replay, decision: Decision) -> tuple[Block, ...]:
    if decision.verdict is Verdict.INELIGIBLE:
        return ()
    criteria = decision.having(Status.TO_CONFIRM)
    language = replay.state.language
    points: dict[str, tuple[str, ...]] = {}
    for criterion in criteria:
        if not is_sensitive(replay, criterion):
            points.setdefault(criterion.text.label.in_(language), beside(replay, criterion))
    items = [(name, *lines) for name, lines in points.items()]
    for section, count in sections(replay, criteria).items():
        items.append((say("result-section", section=section, count=count),))
    return (Bullets(say("result-to-confirm"), tuple(items)), *counted(say, replay, criteria)) if items else ()


def _team(say: Say, replay: Replay, decision: Decision) -> tuple[Bullets, ...]:
    language = replay.state.language
    items = tuple(
        (criterion.text.label.in_(language), *beside(replay, criterion)) for criterion in decision.having(Status.TEAM)
    )
    if not items or decision.verdict is Verdict.INELIGIBLE:
        return ()
    return (Bullets(say("result-team"), items, fine=True),)
