"""Four thousand wordings in both languages: what is taken, what is asked, and what is left alone."""

import pytest
from corpora import QUESTIONS, Said, corpus, natural, outcome, read

from criteria.expression import UNSURE

CORPUS, NATURAL = corpus(), natural()


@pytest.mark.parametrize("question", list(QUESTIONS))
def test_every_wording_of_the_corpus_has_its_right_outcome(question: str) -> None:
    mine = [said for said in CORPUS if said.question == question]
    found = {said: outcome(read(said.question, said.text, said.language)) for said in mine}
    assert {said: result for said, result in found.items() if result != said.outcome} == {}


def test_the_corpus_is_large_and_knows_every_question_and_answer() -> None:
    assert len(CORPUS) >= 1500
    taken = {(said.question, said.outcome) for said in CORPUS}
    for key, question in QUESTIONS.items():
        for answer in question.answers:
            if not (key == "study_medicine" and answer == UNSURE):
                assert (key, f"take {answer}") in taken
        assert (key, "nothing") in taken


def test_the_outcomes_of_the_corpus_are_outcomes_of_its_questions() -> None:
    for said in CORPUS:
        how, _, answer = said.outcome.partition(" ")
        assert said.outcome == "nothing" or (
            how in ("take", "ask") and answer in (*QUESTIONS[said.question].answers, UNSURE)
        )


def understood(said: Said) -> str | None:
    reading = read(said.question, said.text, said.language)
    return reading.taken or reading.asked


def test_no_natural_wording_is_taken_for_another_answer_than_the_one_meant() -> None:
    found = {said: read(said.question, said.text, said.language).taken for said in NATURAL}
    assert {said: taken for said, taken in found.items() if taken not in (None, said.outcome)} == {}


def test_of_natural_wordings_85_in_100_are_taken_or_asked() -> None:
    assert len(NATURAL) > 300
    assert sum(understood(said) == said.outcome for said in NATURAL) >= 0.85 * len(NATURAL)


def test_of_proposals_95_in_100_are_right() -> None:
    everything = [*NATURAL, *(said for said in CORPUS if said.outcome.startswith("ask "))]
    asked = [(said, read(said.question, said.text, said.language).asked) for said in everything]
    proposals = [(said.outcome.removeprefix("ask "), answer) for said, answer in asked if answer is not None]
    assert len(proposals) > 100
    assert sum(meant == answer for meant, answer in proposals) >= 0.95 * len(proposals)


OPPOSITE = [
    ("lupus_kidney", "no tengo nefritis"), ("lupus_kidney", "lupus has affected my skin"),
    ("kidney_response", "no igual"), ("kidney_response", "no volvió"), ("kidney_response", "mejoraron"),
    ("new_treatment", "una dosis más baja"), ("pressure_medicine", "not the same"),
    ("sediment", "no se buscaron"), ("sediment", "no casts"), ("antibodies", "not positive"),
    ("pressure_medicine", "no sin cambios"), ("kidney_response", "no sin mejoría"),
    ("lupus_kidney", "I don't have no lupus"), ("transplant", "not never"),
]  # fmt: skip


@pytest.mark.parametrize(("question", "text"), OPPOSITE)
def test_nothing_is_proposed_that_says_the_opposite(question: str, text: str) -> None:
    assert outcome(read(question, text)) == "nothing"
