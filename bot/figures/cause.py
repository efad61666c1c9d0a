"""From a loss to its cause: a question's wording, help and answers, and the criteria that rest on it."""

from dataclasses import dataclass

from bot.conversation.cards.labels import answer_label
from bot.figures.values import Subject
from bot.figures.voice import Voice
from criteria.catalogue import Catalogue
from criteria.question import Question
from criteria.screening import Criterion, screening


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as people read it."""

    id: str
    wording: str
    help: str
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A criterion as its study's file has it."""

    id: str
    label: str
    technical: str
    items: str
    """The items of the registry record that it comes from."""
    rule: str
    """`needs …` or `excludes …`, as written; empty where nothing is asked."""
    confirm: str
    note: str


@dataclass(frozen=True, slots=True)
class Cause:
    """What a loss comes from."""

    title: str
    questions: tuple[Asked, ...]
    rules: tuple[Rule, ...]


def cause(catalogue: Catalogue, study: str, subject: Subject, name: str, voice: Voice) -> Cause | None:
    """The cause behind a question's or a criterion's id; None where the definitions do not know it (any more)."""
    found = catalogue.find(study)
    if found is None:
        return None
    condition, here = found
    alone = screening(condition, [here.id])
    rules = [
        one
        for one in alone.studies[here.id].criteria.values()
        if one.id == name or (subject is Subject.QUESTION and name in one.questions)
    ]
    wanted = {name} if subject is Subject.QUESTION else {key for one in rules for key in one.questions}
    questions = [one for key, one in alone.questions.items() if key in wanted]
    if not questions and not (subject is Subject.CRITERION and rules):
        return None
    title = rules[0].text.label.in_(voice.language) if subject is Subject.CRITERION else ""
    return Cause(
        title or questions[0].text.ask.in_(voice.language),
        tuple(_asked(one, voice) for one in questions),
        tuple(_rule(one, voice) for one in rules),
    )


def _asked(question: Question, voice: Voice) -> Asked:
    language = voice.language
    return Asked(
        question.id,
        question.text.ask.in_(language),
        question.text.help.in_(language),
        tuple(answer_label(voice, language, question, answer) for answer in question.answers),
    )


def _rule(criterion: Criterion, voice: Voice) -> Rule:
    text, language = criterion.text, voice.language
    rule = f"needs: {text.needs}" if text.needs else f"excludes: {text.excludes}" if text.excludes else ""
    return Rule(
        criterion.id,
        text.label.in_(language),
        text.technical.in_(language) if text.technical else "",
        ", ".join(text.from_),
        rule,
        text.confirm or "",
        text.note.in_(language) if text.note else "",
    )
