"""The cards at the end: one study's result, and the results of several. The verdict stands first, then its reason."""

from bot.conversation.card import Block, Button, Card, Fold, Link, Paragraph, Result, Role, Tone
from bot.conversation.cards.behind import folds, kind_words, look_elsewhere
from bot.conversation.cards.context import CardContext, menu_way, way
from bot.conversation.cards.headline import SHUT, headline
from bot.conversation.cards.parts import banner, emergency, name_of, place_line, places, topics_way
from bot.conversation.cards.question import history
from bot.conversation.cards.reasons import reason, without
from bot.conversation.replay import Replay
from bot.conversation.state import Screen, go
from bot.conversation.wording import Say
from criteria import model
from criteria.interview import Decision, Grade, Verdict
from criteria.languages import Language

AT_A_GLANCE = 40
"""Words that the verdict and its reason have together."""
SEEN = 2
"""So many paragraphs for everyone are not folded on a study's own page; where several studies stand, one is shown."""


def settled(replay: Replay, place: int) -> Decision | None:
    """The decision about the study at a place, if it is settled."""
    decisions = replay.decisions
    return decisions[place] if place < len(decisions) and decisions[place].verdict else None


def outcome(context: CardContext, replay: Replay) -> Card:
    """Everything is settled: the result of the one study, or each study's verdict and reason."""
    if len(replay.decisions) == 1:
        return result_card(context, replay, replay.decisions[0])
    language = replay.state.language
    say = context.in_(language)
    missing = without(replay)
    words = _without(say, missing, language) if missing else (Paragraph(say("result-take-all")),)
    unmet = any(one.verdict is Verdict.INELIGIBLE for one in replay.decisions)
    search = (Fold(say("result-elsewhere"), look_elsewhere(say, replay)),) if unmet else ()
    return Card(
        language,
        Screen.MAIN,
        say("results-title"),
        (*words, *_safety(say, replay), *_for_all(replay), *search),
        (),
        (way(say, "review", go(Screen.REVIEW)), *_ways(context, say, replay)),
        results=tuple(in_short(context, replay, decision, place) for place, decision in enumerate(replay.decisions)),
        history=history(context, replay),
        banner=banner(context, say, None, replay.interview.studies),
    )


def in_short(context: CardContext, replay: Replay, decision: Decision, place: int) -> Result:
    """The verdict and the reason of the study at a place, with the way to its own page."""
    language = replay.state.language
    say = context.in_(language)
    text = decision.study.text
    more = Button(say("result-see"), go(Screen.RESULT, place), Role.CHOICE, decision.study.id)
    name = " · ".join((name_of(text, language), *places(text, language)))
    return _result(context, replay, decision, name, _older(say, decision), (more,), room=0)


def verdict_of(decision: Decision) -> Verdict:
    """The verdict of a settled study."""
    if decision.verdict is None:
        raise ValueError("the study is not settled")
    return decision.verdict


def _result(
    context: CardContext,
    replay: Replay,
    decision: Decision,
    name: str,
    lead: tuple[Block, ...],
    buttons: tuple[Button, ...],
    blocks: tuple[Block, ...] = (),
    *,
    room: int = AT_A_GLANCE,
) -> Result:
    language = replay.state.language
    say = context.in_(language)
    text = decision.study.text
    sentence = headline(say, language, replay, decision)
    yes = decision.verdict is Verdict.LIKELY_ELIGIBLE and decision.grade is not Grade.CANNOT_TELL
    return Result(
        decision.study.id,
        verdict_of(decision),
        decision.study.id,
        blocks,
        buttons,
        sentence=sentence,
        reason=reason(context, replay, decision, room - len(sentence.split())),
        lead=lead,
        name=name,
        code=replay.condition.studies[decision.study.id].code,
        yes=yes and text.recruiting.on(replay.state.day) not in SHUT,
    )


def result_card(context: CardContext, replay: Replay, decision: Decision) -> Card:
    """One study's result, in full."""
    language = replay.state.language
    say = context.in_(language)
    place = replay.decisions.index(decision)
    missing = without(replay)
    several = len(replay.decisions) > 1 or replay.question
    back = Button(say("to-question" if replay.question else "to-results"), go(Screen.MAIN), Role.FORWARD, "main")
    sheet = Button(say("result-sheet"), go(Screen.SHEET, place), Role.CHOICE, "sheet")
    result = _result(
        context,
        replay,
        decision,
        name_of(decision.study.text, language),
        _next_step(say, replay, decision),
        () if missing else (sheet,),
        (*_safety(say, replay), *_for_everyone(say, replay, decision), *folds(context, replay, decision)),
    )
    others = (*((back,) if several else ()), *((sheet,) if missing else ()))
    return Card(
        language,
        Screen.RESULT,
        result.sentence,
        (),
        (*others, Button(say("result-review"), go(Screen.REVIEW), Role.CHOICE, "review"), *_elsewhere(say)),
        _ways(context, say, replay),
        results=(result,),
        history=history(context, replay),
        banner=banner(context, say, None, (decision.study,)),
    )


def _ways(context: CardContext, say: Say, replay: Replay) -> tuple[Button, ...]:
    topics = topics_way(context, say, replay, replay.state.language)
    return (*topics, menu_way(say), way(say, "stop", go(Screen.STOPPED)))


def _elsewhere(say: Say) -> tuple[Button, ...]:
    return (Button(say("result-others"), go(Screen.CHOICE), Role.CHOICE, "choice"),)


def _next_step(say: Say, replay: Replay, decision: Decision) -> tuple[Block, ...]:
    """Whom to call or write to, where that is known; else the way is to one's own doctor. Nobody without the illness is sent to a clinic."""
    language = replay.state.language
    if (missing := without(replay)) is not None:
        return _without(say, missing, language)
    site = next((one for one in decision.study.text.sites if one.phone or one.mail), None)
    site = site or next(iter(decision.study.text.sites), None)
    older = _older(say, decision)
    if site is None:
        return (*older, Paragraph(say("result-take")))
    shut = decision.study.text.recruiting.on(replay.state.day) in SHUT
    asked = say(
        "result-ask",
        unit=site.unit.in_(language),
        place=place_line(site, language),
        shut="yes" if shut else "no",
    )
    return (*older, Paragraph(asked), *_contact(say, site, language))


def _without(say: Say, missing: model.Without, language: Language) -> tuple[Paragraph, ...]:
    """For somebody without the illness: the kind words, and whom to ask."""
    return (*kind_words(missing.text, language)[:1], Paragraph(say("result-worried")))


def _older(say: Say, decision: Decision) -> tuple[Paragraph, ...]:
    """That the rules have changed since, before a person who may be eligible counts on them."""
    may = decision.verdict is Verdict.LIKELY_ELIGIBLE and decision.grade is not Grade.CANNOT_TELL
    return (Paragraph(say("result-older")),) if may and decision.study.text.record.amended else ()


def _contact(say: Say, site: model.Site, language: Language) -> tuple[Block, ...]:
    """Links that call or write, without a subject that could tell the illness."""
    unit = site.unit.in_(language)
    found = []
    if site.phone:
        dialled = "".join(sign for sign in site.phone if sign.isdigit() or sign == "+")
        found.append(Link(say("result-call", unit=unit, phone=site.phone), f"tel:{dialled}"))
    if site.mail:
        found.append(Link(say("result-write", unit=unit, mail=site.mail), f"mailto:{site.mail}"))
    return tuple(found) or (Paragraph(say("result-take")),)


def _safety(say: Say, replay: Replay) -> tuple[Paragraph, ...]:
    """What is never folded."""
    return (
        Paragraph(say("safety-treatment"), Tone.NOTE),
        emergency(say, replay.state.language, replay.condition),
    )


def _for_all(replay: Replay) -> tuple[Paragraph, ...]:
    """The first paragraph for everyone of each study, said once."""
    language = replay.state.language
    texts = (study.text.for_everyone for study in replay.interview.studies)
    return tuple(dict.fromkeys(kind_words(text, language)[0] for text in texts if text))


def _for_everyone(say: Say, replay: Replay, decision: Decision) -> tuple[Block, ...]:
    """The study's kind words on private matters, whatever was answered: the first two paragraphs are always seen."""
    words = decision.study.text.for_everyone
    if words is None:
        return ()
    told = kind_words(words, replay.state.language)
    return (*told[:SEEN], *((Fold(say("result-for-everyone"), told[SEEN:]),) if told[SEEN:] else ()))
