"""The list of cells is complete, in order, and coarser only where that is asked for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from synthetic import study

from bot.funnel.cells import (
    CellsRefusedError,
    Detail,
    Kind,
    ScreeningCriterion,
    Step,
    decode,
    encode,
    lay_out,
)
from criteria.study_file import MOST_CELLS


def test_cells_stand_in_the_order_of_getting_further() -> None:
    cells = lay_out(
        "S", [Step("age"), Step("biopsy")], [ScreeningCriterion("recent", "biopsy"), ScreeningCriterion("adult", "age")]
    )
    assert [(c.kind, c.subjects, c.place) for c in cells.fine] == [
        (Kind.NOTICE, (), 0),
        (Kind.LEFT, ("age",), 1),
        (Kind.LEFT, ("biopsy",), 2),
        (Kind.INELIGIBLE, ("adult",), 1),
        (Kind.INELIGIBLE, ("recent",), 2),
        (Kind.LIKELY_OPEN, (), 3),
        (Kind.LIKELY_FEW, (), 3),
        (Kind.LIKELY, (), 3),
    ]
    assert (cells.notice, cells.left("biopsy"), cells.ineligible("recent")) == (1, 3, 5)


@pytest.mark.parametrize(("points", "kind"), [(0, "likely"), (1, "likely_few"), (2, "likely_few")])
def test_few_points_to_confirm_have_their_cell(points: int, kind: str) -> None:
    cells = study()
    assert cells.fine[cells.likely(points) - 1].kind == kind


@pytest.mark.parametrize("points", [3, 4, 40])
def test_many_points_to_confirm_have_theirs(points: int) -> None:
    cells = study()
    assert cells.fine[cells.likely(points) - 1].kind is Kind.LIKELY_OPEN


def test_the_synthetic_study_has_22_cells() -> None:
    assert len(study().fine) == 22


def test_255_cells_are_the_most() -> None:
    assert len(study(questions=200, criteria=51).fine) == MOST_CELLS
    with pytest.raises(CellsRefusedError, match="256 cells"):
        study(questions=200, criteria=52)


def test_a_question_named_twice_is_refused() -> None:
    with pytest.raises(CellsRefusedError, match="question named twice: age"):
        lay_out("S", [Step("age"), Step("age")], [])


def test_a_criterion_named_twice_is_refused() -> None:
    with pytest.raises(CellsRefusedError, match="criterion named twice: a"):
        lay_out("S", [Step("age")], [ScreeningCriterion("a", "age"), ScreeningCriterion("a", "age")])


def test_a_criterion_of_a_question_not_asked_is_refused() -> None:
    with pytest.raises(CellsRefusedError, match="not asked: a"):
        lay_out("S", [Step("age")], [ScreeningCriterion("a", "sex")])


def test_a_cell_that_is_not_there_cannot_be_named() -> None:
    with pytest.raises(KeyError):
        study().left("nonsense")
    with pytest.raises(KeyError):
        study().ineligible("q1")


@given(st.integers(0, 60), st.integers(0, 59))
def test_stages_are_at_most_a_dozen_and_never_turn_the_order_round(questions: int, criteria: int) -> None:
    cells = study(questions=questions, criteria=max(0, min(criteria, questions - 1)))
    fold = cells.fold(Detail.STAGES)
    numbers = list(fold[: len(cells.fine) + 1])
    assert len(cells.coarse) <= 12
    assert numbers == sorted(numbers)
    assert set(numbers) == set(range(len(cells.coarse) + 1))
    for number, cell in enumerate(cells.fine, start=1):
        coarse = cells.coarse[fold[number] - 1]
        assert coarse.kind is cell.kind
        assert set(cell.subjects) <= set(coarse.subjects)


def test_the_fine_detail_leaves_numbers_alone() -> None:
    assert study().fold(Detail.QUESTIONS) == bytes(range(256))


@given(st.integers(0, 30))
def test_a_list_can_be_read_back(questions: int) -> None:
    cells = study(questions=questions, criteria=0).fine
    assert decode(encode(cells)) == cells


@pytest.mark.parametrize("text", ["", "{", "3", "[[1]]", '[["nonsense",[],0,true]]'])
def test_what_is_no_list_of_cells_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        decode(text)


def test_the_fingerprint_tells_definitions_apart() -> None:
    marks = {
        study().definition,
        study(questions=11).definition,
        study(name="S").definition,
        study(definition="amended").definition,
    }
    assert len(marks) == 4
    assert study().definition == study().definition
