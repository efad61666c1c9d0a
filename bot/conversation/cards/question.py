"""The cards of the interview itself: a question with its help and its reasons, and the review of answers."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from bot.conversation.card import Block, Bullets, Button, Card, Exchange, Fold, Paragraph, Role, Tone
from bot.conversation.cards.context import CardContext, menu_way, way
from bot.conversation.cards.labels import answer_label
from bot.conversation.cards.parts import record_words
from bot.conversation.replay import Replay
from bot.conversation.state import Act, Action, Screen, go
from bot.conversation.wording import Say
from criteria.expression import UNSURE, AnswerId, QuestionId
from criteria.languages import Language
from criteria.question import Question
from criteria.screening import Criterion, Study

PER_PAGE = 12
SHORT = 34
"""Characters of an answer that stands on a button although the title has said it."""


def question(context: CardContext, replay: Replay, asked: Question) -> Card:
    """One question with its answers; with its help or its reasons where the screen says so."""
    state = replay.state
    say = context.in_(state.language)
    return Card(
        state.language,
        state.screen if state.screen in (Screen.HELP, Screen.WHY) else Screen.MAIN,
        asked.text.ask.in_(state.language),
        (*_reason(state.language, asked), *_extras(context, say, replay, asked)),
        _answers(context, replay, asked),
        (*_ways(context, say, replay), *_settled_ways(say, replay)),
        question=asked.id,
        section=asked.section.in_(state.language),
        left=None if replay.again else replay.interview.at_most(replay.progress.position),
        history=history(context, replay) if context.about.face.shows_history else (),
        room=room(context, replay) if context.about.face.shows_history else (),
    )


def proposed(replay: Replay) -> tuple[Question, AnswerId] | None:
    """The question that is shown and the answer that may have been meant; None where the state names none."""
    asked = replay.question
    known = (*asked.answers, UNSURE) if asked else ()
    return (asked, known[replay.state.at]) if asked and replay.state.at < len(known) else None


def proposal(context: CardContext, replay: Replay, asked: Question, answer: AnswerId) -> Card:
    """Whether this answer was meant: it, or all of them again."""
    language = replay.state.language
    say = context.in_(language)
    label = answer_label(context, language, asked, answer)
    sure = Action(Act.ANSWER, replay.state.at)
    return Card(
        language,
        Screen.PROPOSAL,
        say("proposal-title", answer=label),
        (Paragraph(asked.text.ask.in_(language)),),
        (
            Button(label if len(label) <= SHORT else say("proposal-yes"), sure, Role.CHOICE, answer),
            Button(say("proposal-no"), go(Screen.MAIN), Role.CHOICE, "answers"),
        ),
        (menu_way(say),),
        question=asked.id,
        section=asked.section.in_(language),
        left=None if replay.again else replay.interview.at_most(replay.progress.position),
    )


def _reason(language: Language, asked: Question) -> tuple[Paragraph, ...]:
    """Why it is asked, below the question."""
    return (Paragraph(asked.text.reason.in_(language)),) if asked.text.reason else ()


def _extras(context: CardContext, say: Say, replay: Replay, asked: Question) -> tuple[Block, ...]:
    """What explains the question: folded beside it where the face unfolds in place, else where its screen is shown."""
    screen = replay.state.screen
    if context.about.face.unfolds:
        told = (*_help(say, replay, asked), *_why(say, replay, asked))
        return (Fold(say("question-help"), told, help=True),)
    explained = _EXPLAINED[screen](say, replay, asked) if screen in _EXPLAINED else ()
    return (*explained, *_settled(say, replay))


def _help(say: Say, replay: Replay, asked: Question) -> tuple[Paragraph, ...]:
    else_ = (Paragraph(say("question-else")),) if replay.state.for_other else ()
    return (*else_, Paragraph(asked.text.help.in_(replay.state.language)))


def _why(say: Say, replay: Replay, asked: Question) -> tuple[Bullets | Paragraph, ...]:
    language = replay.state.language
    given = {key: answer for key, answer in replay.progress.answers.items() if key != asked.id}
    reasons = replay.interview.why(asked.id, given)
    several = len(replay.interview.studies) > 1
    items = tuple(
        (
            f"{criterion.text.label.in_(language)} ({study.id})" if several else criterion.text.label.in_(language),
            *_of_record(say, study, criterion, asked),
        )
        for study, criterion in reasons
    )
    return (Bullets(say("why-title"), items), Paragraph(say("why-skip"), Tone.SMALL))


_EXPLAINED: Mapping[Screen, Callable[[Say, Replay, Question], tuple[Block, ...]]]
_EXPLAINED = MappingProxyType({Screen.HELP: _help, Screen.WHY: _why})


def _of_record(say: Say, study: Study, criterion: Criterion, asked: Question) -> tuple[str, ...]:
    """The record's own words; of a sensitive question only the label, which gives nothing away."""
    return () if asked.text.sensitive else record_words(say, study.text.record, criterion.text.from_)


def _settled(say: Say, replay: Replay) -> tuple[Block, ...]:
    """That one of several studies is settled already."""
    return (Paragraph(say("settled"), Tone.SMALL),) if any(replay.settled) and not replay.again else ()


def _settled_ways(say: Say, replay: Replay) -> tuple[Button, ...]:
    """The results that there are already."""
    if replay.again:
        return ()
    return tuple(
        Button(say("settled-see", study=study.id), go(Screen.RESULT, at), Role.WAY, "settled")
        for at, (study, settled) in enumerate(zip(replay.interview.studies, replay.settled, strict=True))
        if settled
    )


def _answers(context: CardContext, replay: Replay, asked: Question) -> tuple[Button, ...]:
    language = replay.state.language
    present = replay.state.answers.get(asked.id)
    widths = _widths(context, replay, asked)
    return tuple(
        Button(
            answer_label(context, language, asked, answer),
            Action(Act.ANSWER, at),
            Role.ANSWER,
            answer,
            answer == present,
            width,
        )
        for at, (answer, width) in enumerate(zip((*asked.answers, UNSURE), widths, strict=True))
    )


def _widths(context: CardContext, replay: Replay, asked: Question) -> tuple[int, ...]:
    """How many characters each answer's label has, unsure the last, in the language in which it is longest."""
    found = context.widths.get(id(asked))
    if found is None or found[0] is not asked:
        languages = replay.condition.text.languages
        known = (*asked.answers, UNSURE)
        longest = (max(len(answer_label(context, one, asked, answer)) for one in languages) for answer in known)
        found = context.widths[id(asked)] = (asked, tuple(longest))
    return found[1]


def _ways(context: CardContext, say: Say, replay: Replay) -> tuple[Button, ...]:
    """Out of what explains the question there is one way back; else back leads to the question before."""
    screen = replay.state.screen
    shown = not context.about.face.unfolds
    before = replay.before()
    ways = []
    if replay.again:
        ways.append(way(say, "keep", Action(Act.KEEP)))
    if shown and screen in _EXPLAINED:
        ways.append(way(say, "back", go(Screen.MAIN)))
    elif before:
        ways.append(way(say, "back", Action(Act.CHANGE, replay.place(before[-1][0]))))
    if shown:
        ways += [
            way(say, name, go(to)) for name, to in (("help", Screen.HELP), ("why", Screen.WHY)) if screen is not to
        ]
        ways += [way(say, "review", go(Screen.REVIEW))] if before else []
    return (*ways, menu_way(say), way(say, "stop", go(Screen.STOPPED)))


def exchange(context: CardContext, replay: Replay, key: QuestionId, answer: AnswerId) -> Exchange:
    """A question and its answer, as they stand in the chat."""
    asked = replay.questions[key]
    language = replay.state.language
    return Exchange(
        key,
        asked.text.ask.in_(language),
        answer_label(context, language, asked, answer),
        Action(Act.CHANGE, replay.place(key)),
        asked.text.sensitive,
    )


def history(context: CardContext, replay: Replay) -> tuple[Exchange, ...]:
    """What was asked and answered before the question that is shown."""
    return tuple(exchange(context, replay, key, answer) for key, answer in replay.before())


def room(context: CardContext, replay: Replay) -> tuple[Exchange, ...]:
    """Each private question with its longest answer, whatever was answered, and whether it was asked or not."""
    return tuple(
        exchange(context, replay, key, longest(context, replay, asked))
        for key, asked in replay.questions.items()
        if asked.text.sensitive
    )


def longest(context: CardContext, replay: Replay, asked: Question) -> AnswerId:
    """The answer that takes the most room in the language of the conversation."""
    language = replay.state.language
    known = (*asked.answers, UNSURE)
    return max(known, key=lambda answer: len(answer_label(context, language, asked, answer).encode()))


def review(context: CardContext, replay: Replay) -> Card:
    """The answers that matter now, a page of them, each to be changed."""
    state = replay.state
    say = context.in_(state.language)
    everything = tuple(exchange(context, replay, key, answer) for key, answer in replay.progress.answers.items())
    private = tuple(one for one in everything if one.sensitive)
    others = tuple(one for one in everything if not one.sensitive)
    pages = max(1, -(-len(others) // PER_PAGE))  # private answers, which stand last, make no page of their own
    at = min(state.at, pages - 1)
    shown = (*others[at * PER_PAGE : (at + 1) * PER_PAGE], *(private if at + 1 == pages else ()))
    ways = []
    if at:
        ways.append(way(say, "previous", go(Screen.REVIEW, at - 1)))
    if at + 1 < pages:
        ways.append(way(say, "next", go(Screen.REVIEW, at + 1)))
    forward = Button(say("to-question" if replay.question else "to-result"), Action(Act.KEEP), Role.FORWARD, "main")
    return Card(
        state.language,
        Screen.REVIEW,
        say("review-title"),
        (Paragraph(say("review-text" if everything else "review-empty")),),
        (forward,),
        (*ways, menu_way(say)),
        exchanges=shown,
        room=room(context, replay),
    )
