"""Rules in words, with the words of the buttons in place of ids; and what each answer does."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bot.conversation.wording import Say
from criteria.diagram import FAILS, questions, restrict
from criteria.expression import UNSURE, Among, AnswerId, AtLeast, Expression, Not, QuestionId, Truth, truth
from criteria.screening import Criterion, Screening, Study


@dataclass(frozen=True)
class Words:
    """How questions and answers are told."""

    say: Say
    number: Callable[[QuestionId], int]
    """A question's place in the order of asking, from 1."""
    label: Callable[[QuestionId, AnswerId], str]
    named: Callable[[Criterion], str]


def in_words(words: Words, alone: Screening, rule: Expression) -> str:
    """A rule in a sentence: `the answer to question 3 is “A” or “B”; and …`."""
    return _told(words, alone, _inward(alone, rule, negated=False))


def _inward(alone: Screening, rule: Expression, *, negated: bool) -> Expression:
    """The same rule with every `not` at its answers, where a sentence can say it: whoever is unsure is neither."""
    match rule:
        case Among(question, answers, left):
            others = frozenset(alone.questions[question].answers) - answers - left
            return Among(question, others, left) if negated else rule
        case Not(part):
            return _inward(alone, part, negated=not negated)
        case AtLeast(count, parts):
            needed = len(parts) - count + 1 if negated else count
            return AtLeast(needed, tuple(_inward(alone, part, negated=negated) for part in parts))


def _told(words: Words, alone: Screening, rule: Expression) -> str:
    match rule:
        case Among(question, answers):
            known = [answer for answer in alone.questions[question].answers if answer in answers]
            return words.say("rule-answer", number=words.number(question), answers=_or(words, question, known))
        case AtLeast(count, parts) if len(parts) == 1 and count == 1:
            return _told(words, alone, parts[0])
        case AtLeast(count, parts):
            told = [_told(words, alone, part) for part in parts]
            told = [f"({one})" if isinstance(part, AtLeast) else one for one, part in zip(told, parts, strict=True)]
            if count == len(parts):
                return f" {words.say('rule-and')} ".join(told)
            if count == 1:
                return f" {words.say('rule-or')} ".join(told)
            return words.say("rule-at-least", count=count, parts="; ".join(told))
        case Not():
            raise AssertionError("a `not` was left over")


def _or(words: Words, question: QuestionId, answers: Sequence[AnswerId]) -> str:
    return f" {words.say('rule-or')} ".join(
        words.say("quoted", text=words.label(question, answer)) for answer in answers
    )


def effects(words: Words, alone: Screening, question: QuestionId, answer: AnswerId) -> Iterator[str]:
    """What an answer does, taken by itself: which requirements it decides or leaves open, what is no longer asked."""
    (study,) = alone.studies.values()
    groups: dict[str, list[str]] = {"fails": [], "confirms": [], "depends": []}
    for criterion in study.criteria.values():
        effect = _effect(criterion, question, answer)
        if effect in groups:
            groups[effect].append(words.named(criterion))
    for name, labels in groups.items():
        if labels:
            yield words.say(f"effect-{name}", labels="; ".join(labels))
    left = restrict(study.fails, {question: answer})
    if left is FAILS:
        yield words.say("effect-ends")
    elif skipped := _skipped(alone, study, question, answer):
        yield words.say("effect-skips", numbers=", ".join(str(words.number(one)) for one in skipped))
    elif not any(groups.values()):
        yield words.say("effect-goes-on")


def _effect(criterion: Criterion, question: QuestionId, answer: AnswerId) -> str:
    if criterion.rule is None or question not in criterion.questions:
        return "none"
    given = {question: answer}
    match truth(criterion.rule, given):
        case Truth.FALSE:
            return "fails"
        case Truth.TRUE:
            confirm = criterion.confirm
            return "confirms" if confirm is not None and truth(confirm, given) is Truth.TRUE else "met"
        case Truth.UNKNOWN:
            return "confirms" if answer == UNSURE or len(criterion.questions) == 1 else "depends"


def _skipped(alone: Screening, study: Study, question: QuestionId, answer: AnswerId) -> list[QuestionId]:
    """The questions that no way leads to any more after this answer, and that another answer leads to."""
    before = questions(study.fails) - {question}
    after = questions(restrict(study.fails, {question: answer}))
    return [key for key in alone.questions if key in before - after]
