"""Right texts, distorted: a sign, a no, another unit, another quantity or other words, and nothing is taken any more."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from corpora import CONTEXT, LUPUS, QUESTIONS, corpus, read
from ruamel.yaml import YAML

from bot.conversation.cards.labels import answer_label
from bot.typed.digits import is_number_word
from bot.typed.phrases import common
from bot.typed.words import Words
from criteria.expression import UNSURE, QuestionId
from criteria.languages import LANGUAGES
from criteria.model.called import keys_of
from criteria.spelling import Key, Kind, key, tokens

COUNT = 2000
CORPUS = corpus()
COMMON = set(common(Words()))
LISTS: dict[str, list[str]] = YAML(typ="safe").load(Path(__file__).parent / "distortions.yaml")


def listed(question: QuestionId) -> dict[Key, set[str]]:
    """Every text that is listed for an answer: in the corpus, on a button, or by the author."""
    found: dict[Key, set[str]] = {phrase: {UNSURE} for phrase in Words().keys("unsure")}
    asked = QUESTIONS[question]
    for said in CORPUS:
        if said.question == question and said.outcome.startswith("take "):
            found.setdefault(key(said.text), set()).add(said.outcome.removeprefix("take "))
    for answer in (*asked.answers, UNSURE):
        for language in LANGUAGES:
            found.setdefault(key(answer_label(CONTEXT, language, asked, answer)), set()).add(answer)
        called = asked.text.called.get(answer)
        for phrase in keys_of(called.say) if called else ():
            found.setdefault(phrase, set()).add(answer)
    return found


def others(question: QuestionId) -> list[str]:
    """Words of the other questions, but for those that every question knows, and for bare amounts of time."""
    mine = set(listed(question))
    timed = {"age", "last_biopsy", "kidney_treatment"}
    return [
        said.text
        for said in CORPUS
        if said.question != question
        and said.outcome.startswith("take ")
        and said.outcome != f"take {UNSURE}"
        and key(said.text) not in mine
        and not any(key(said.text)[at : at + size] in COMMON for size in (1, 2, 3) for at in range(9))
        and said.question not in timed
        and not _number(said.text)
    ]


def _number(text: str) -> bool:
    return any(token.kind is Kind.NUMBER or is_number_word(token.text) for token in tokens(text))


BEING = set(Words().keys("being"))


def is_listed(text: str, answer: str, known: dict[Key, set[str]]) -> bool:
    """Whether a text is listed for an answer, also after a word such as "I have"."""
    typed = key(text)
    return any(answer in known.get(typed[at:], ()) for at in range(len(typed)) if not at or typed[:at] in BEING)


Distort = Callable[[random.Random, str, list[str], str], str]


def with_a_sign(chance: random.Random, text: str, _: list[str], __: str) -> str:
    sign = chance.choice(LISTS["signs"])
    words = text.split(" ")
    at = chance.randrange(len(words) + 1)
    return chance.choice(
        [
            f"{sign}{text}",
            f"{text}{sign}",
            f"{sign} {text}",
            f"{text} {sign}",
            " ".join([*words[:at], sign, *words[at:]]),
        ]
    )


def denied(chance: random.Random, text: str, _: list[str], __: str) -> str:
    word = chance.choice(LISTS["negations"])
    return chance.choice([f"{word} {text}", f"{text} {word}", f"{word} {text}, {word}"])


def in_another_unit(chance: random.Random, text: str, _: list[str], __: str) -> str:
    unit = chance.choice(LISTS["units"])
    words = text.split(" ")
    return chance.choice([f"{text} {unit}", f"{words[0]} {unit}", f"{unit} {text}"])


def of_another_quantity(chance: random.Random, text: str, _: list[str], question: str) -> str:
    value = chance.choice(LISTS.get(f"values of {question}", LISTS["values"]))
    return chance.choice([value, f"{value} {text}", f"{text} {value}", f"{text}/{value}"])


def with_other_words(chance: random.Random, text: str, other: list[str], _: str) -> str:
    words = chance.choice(other)
    return chance.choice([words, f"{text} {words}", f"{words} {text}", f"{text}, {words}", f"{words}. {text}"])


KINDS: list[Distort] = [with_a_sign, denied, in_another_unit, of_another_quantity, with_other_words]


@pytest.mark.parametrize("question", list(QUESTIONS))
def test_a_distorted_text_is_taken_only_where_it_is_listed_itself(question: QuestionId) -> None:
    chance = random.Random(f"distorted {question}")  # noqa: S311 - seeded, so that every run is the same
    known = listed(question)
    right = [said for said in CORPUS if said.question == question and said.outcome.startswith("take ")]
    other = others(question)
    assert len(other) > 50
    wrong = []
    for at in range(COUNT):
        said = chance.choice(right)
        text = KINDS[at % len(KINDS)](chance, said.text, other, question)
        taken = read(question, text, said.language).taken
        if taken is not None and not is_listed(text, taken, known):
            wrong.append((text, said.text, taken))
    assert wrong == []


def test_every_question_of_the_condition_is_distorted() -> None:
    assert set(QUESTIONS) == {said.question for said in CORPUS} == set(LUPUS.questions)
