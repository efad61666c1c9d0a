"""The cards of the interview itself: a question with its help and its reasons, and the review of answers."""

from bot.conversation.card import Block, Bullets, Button, Card, Exchange, Paragraph, Role, Tone
from bot.conversation.cards.labels import answer_label
from bot.conversation.cards.parts import banner
from bot.conversation.replay import Scene
from bot.conversation.cards.context import Say, Stage, menu_way, way
from bot.conversation.state import Act, Action, Screen, go
from criteria.condition import Question
from criteria.expression import UNSURE, AnswerId, QuestionId

PER_PAGE = 12


def question(stage: Stage, scene: Scene, asked: Question) -> Card:
    """One question with its answers; with its help or its reasons where the screen says so."""
    state = scene.state
    say = stage.in_(state.language)
    return Card(
        state.language,
        state.screen if state.screen in (Screen.HELP, Screen.WHY) else Screen.MAIN,
        asked.text.ask.in_(state.language),
        (*_extras(say, scene, asked), *_settled(say, scene)),
        _answers(stage, scene, asked),
        (*_settled_ways(say, scene), *_ways(say, scene)),
        question=asked.id,
        section=asked.section.in_(state.language),
        left=None if scene.again else scene.interview.at_most(scene.progress.state),
        history=tuple(exchange(stage, scene, key, answer) for key, answer in scene.before()),
        banner=banner(stage, say, None, scene.interview.studies),
    )


def _extras(say: Say, scene: Scene, asked: Question) -> tuple[Block, ...]:
    language = scene.state.language
    if scene.state.screen is Screen.HELP:
        return (Paragraph(asked.text.help.in_(language)),)
    if scene.state.screen is not Screen.WHY:
        return ()
    given = {key: answer for key, answer in scene.progress.answers.items() if key != asked.id}
    reasons = scene.interview.why(asked.id, given)
    several = len(scene.interview.studies) > 1
    labels = [
        f"{criterion.text.label.in_(language)} ({study.id})" if several else criterion.text.label.in_(language)
        for study, criterion in reasons
    ]
    return (Bullets(say("why-title"), tuple((label,) for label in labels)), Paragraph(say("why-skip"), Tone.SMALL))


def _settled(say: Say, scene: Scene) -> tuple[Block, ...]:
    """That one of several studies is settled already."""
    if scene.again or not any(scene.settled):
        return ()
    return (Paragraph(say("settled"), Tone.SMALL),)


def _settled_ways(say: Say, scene: Scene) -> tuple[Button, ...]:
    if scene.again:
        return ()
    return tuple(
        Button(say("settled-see", study=study.id), go(Screen.RESULT, at), Role.WAY, "settled")
        for at, (study, settled) in enumerate(zip(scene.interview.studies, scene.settled, strict=True))
        if settled
    )


def _answers(stage: Stage, scene: Scene, asked: Question) -> tuple[Button, ...]:
    language = scene.state.language
    present = scene.state.answers.get(asked.id)
    return tuple(
        Button(
            answer_label(stage, language, asked, answer), Action(Act.ANSWER, at), Role.ANSWER, answer, answer == present
        )
        for at, answer in enumerate((*asked.answers, UNSURE))
    )


def _ways(say: Say, scene: Scene) -> tuple[Button, ...]:
    screen = scene.state.screen
    back = scene.before()
    ways = [
        way(say, "less", go(Screen.MAIN)) if screen is Screen.HELP else way(say, "help", go(Screen.HELP)),
        way(say, "less", go(Screen.MAIN)) if screen is Screen.WHY else way(say, "why", go(Screen.WHY)),
    ]
    if scene.again:
        ways.append(way(say, "keep", Action(Act.KEEP)))
    if back:
        ways.append(way(say, "back", Action(Act.CHANGE, scene.place(back[-1][0]))))
        ways.append(way(say, "review", go(Screen.REVIEW)))
    return (*ways, menu_way(say), way(say, "stop", go(Screen.STOPPED)))


def exchange(stage: Stage, scene: Scene, key: QuestionId, answer: AnswerId) -> Exchange:
    """A question and its answer, as they stand in the chat."""
    asked = scene.condition.questions[key]
    language = scene.state.language
    return Exchange(
        key,
        asked.text.ask.in_(language),
        answer_label(stage, language, asked, answer),
        Action(Act.CHANGE, scene.place(key)),
    )


def review(stage: Stage, scene: Scene) -> Card:
    """The answers that matter now, a page of them, each to be changed."""
    state = scene.state
    say = stage.in_(state.language)
    everything = tuple(scene.progress.answers.items())
    pages = max(1, -(-len(everything) // PER_PAGE))
    at = min(state.at, pages - 1)
    shown = everything[at * PER_PAGE : (at + 1) * PER_PAGE]
    ways = []
    if at:
        ways.append(way(say, "previous", go(Screen.REVIEW, at - 1)))
    if at + 1 < pages:
        ways.append(way(say, "next", go(Screen.REVIEW, at + 1)))
    forward = Button(say("to-question" if scene.question else "to-result"), Action(Act.KEEP), Role.FORWARD, "main")
    return Card(
        state.language,
        Screen.REVIEW,
        say("review-title"),
        (Paragraph(say("review-text" if everything else "review-empty")),),
        (forward,),
        (*ways, menu_way(say)),
        exchanges=tuple(exchange(stage, scene, key, answer) for key, answer in shown),
        banner=banner(stage, say, None, scene.interview.studies),
    )
