"""What is read from releases adds up, shows its noise, and claims no more than it can."""

import math
from fractions import Fraction

import pytest
from synthetic import PERIOD, published, study, terms

from bot.figures.estimate import Amount
from bot.figures.losses import Loss, LossKind, biggest, rank
from bot.figures.margins import Margins
from bot.figures.report import Fact, FactKind, NotOneFunnelError, report
from bot.figures.spans import Measure, changes
from bot.funnel.calendar import Period, Week
from bot.funnel.cells import Detail, Kind
from bot.funnel.release import Release, alike

CELLS = study()
NEXT = Period(PERIOD.end, Week(PERIOD.end + 4))
#            notice  left at q0..q9                        by c0..c7                  likely
COUNTS = [40, *(30, 20, 10, 0, 0, 90, 10, 10, 10, 10), *(20, 200, 10, 0, 0, 0, 0, 30), 50, 60, 100]


def test_the_lines_add_up() -> None:
    made = report([published(CELLS, COUNTS)])
    assert made.starts.value == sum(COUNTS) == 700
    reached = [round(line.reached.value) for line in made.lines]
    assert reached == [700, 660, 630, 590, 380, 370, 370, 280, 270, 260, 220]
    assert [round(line.left_count.value) for line in made.lines] == COUNTS[:11]
    for line, following in zip(made.lines, made.lines[1:], strict=False):
        gone = line.left_count.value + line.screened_count.value
        assert following.reached.value == pytest.approx(line.reached.value - gone)
    last = made.lines[-1]
    assert made.likely
    assert made.likely.value == pytest.approx(last.reached.value - last.left_count.value)


def test_shares_come_with_their_counts() -> None:
    made = report([published(CELLS, COUNTS)])
    biopsy = next(s for s in made.screened if s.criteria == ("c1",))
    assert biopsy.of_reached
    assert biopsy.of_reached.value == pytest.approx(200 / 590)
    assert (biopsy.count.value, biopsy.reached.value) == (200, 590)
    assert 0 < biopsy.of_reached.plus_minus < 0.05
    assert made.completed
    assert made.completed_count
    assert made.completed_count.value == 470
    assert made.completed.value == pytest.approx(470 / 700)
    assert made.incidence
    assert made.incidence.value == pytest.approx(210 / 470)
    assert [(v.kind, v.count.value) for v in made.verdicts] == [
        (Kind.LIKELY_OPEN, 50),
        (Kind.LIKELY_FEW, 60),
        (Kind.LIKELY, 100),
    ]
    second = made.lines[2]
    assert second.of_starts
    assert second.of_before
    assert second.of_starts.value == pytest.approx(630 / 700)
    assert second.of_before.value == pytest.approx(630 / 660)
    assert made.lines[0].of_before is None


def test_a_question_not_asked_of_everybody_is_marked_and_so_is_the_requirement_it_decides() -> None:
    made = report([published(CELLS, COUNTS)])
    assert [line.everybody for line in made.lines[1:4]] == [True, True, False]
    assert {one.criteria[0]: one.everybody for one in made.screened} == {
        "c0": True, "c1": False, "c2": True, "c3": True, "c4": False, "c5": True, "c6": True, "c7": False
    }  # fmt: skip


def test_the_biggest_loss_comes_first_and_screen_out_stays_apart() -> None:
    made = report([published(CELLS, COUNTS)])
    assert made.drop_outs[0].loss.subjects == ("q5",)
    assert made.screen_outs[0].loss.subjects == ("c1",)
    assert [(one.loss.count.value, one.first, one.last) for one in made.drop_outs] == [
        (90, 1, 1), (40, 2, 2), (30, 3, 3), (20, 4, 4), *[(10, 5, 9)] * 5
    ]  # fmt: skip
    assert ("q3",) not in [one.loss.subjects for one in made.drop_outs]
    assert {one.loss.kind for one in made.screen_outs} == {LossKind.SCREENED}


def test_the_sentences_have_their_figures() -> None:
    facts = {f.kind: f for f in report([published(CELLS, COUNTS)]).facts}
    assert named(facts[FactKind.MOST_LEAVE]) == ["q5"]
    assert named(facts[FactKind.MOST_SCREENED]) == ["c1"]
    shares = {kind: fact.share.value for kind, fact in facts.items() if fact.share}
    assert shares == {
        FactKind.MOST_LEAVE: pytest.approx(90 / 370),
        FactKind.MOST_SCREENED: pytest.approx(200 / 590),
        FactKind.COMPLETED: pytest.approx(470 / 700),
        FactKind.INCIDENCE: pytest.approx(210 / 470),
    }


def named(fact: Fact) -> list[str]:
    return [subject for loss in fact.losses for subject in loss.subjects]


def test_two_that_cannot_be_told_apart_are_named_together() -> None:
    counts = [0] * 22
    counts[1], counts[2], counts[21] = 50, 52, 100
    facts = {f.kind: f for f in report([published(CELLS, counts)]).facts}
    assert named(facts[FactKind.MOST_LEAVE]) == ["q1", "q0"]
    assert facts[FactKind.MOST_LEAVE].share is None


def test_no_sentence_names_one_of_several_that_cannot_be_told_apart() -> None:
    counts = [0] * 22
    counts[1], counts[2], counts[3], counts[21] = 50, 52, 49, 100
    kinds = {f.kind for f in report([published(CELLS, counts)]).facts}
    assert FactKind.MOST_LEAVE not in kinds
    assert FactKind.MOST_SCREENED not in kinds


@pytest.mark.parametrize("total", [-30, 0, 5, 19])
def test_too_few_to_read_shows_nothing_but_that(total: int) -> None:
    made = report([published(CELLS, [total, *[0] * 21])])
    assert made.too_few
    assert made.starts.value == max(0, total)
    assert (made.lines, made.screened, made.verdicts, made.facts) == ((), (), (), ())


def test_twenty_starts_are_read() -> None:
    assert not report([published(CELLS, [20, *[0] * 21])]).too_few


def test_releases_are_read_together_with_the_noise_of_all() -> None:
    one, two = published(CELLS, COUNTS), published(CELLS, COUNTS, NEXT)
    both = report([two, one])
    assert both.starts.value == 1400
    assert both.periods == (PERIOD, NEXT)
    bar = report([one]).starts.plus_minus
    assert both.starts.plus_minus == pytest.approx(bar * math.sqrt(2), abs=1)


def test_the_largest_epsilon_is_the_one_stated() -> None:
    more = Release(terms(CELLS, NEXT, Fraction(2)), tuple(COUNTS))
    assert report([published(CELLS, COUNTS), more]).epsilon == 2


@pytest.mark.parametrize(
    "others",
    [
        [],
        [published(CELLS, COUNTS), published(CELLS, COUNTS)],
        [published(CELLS, COUNTS), published(study("S"), COUNTS, NEXT)],
        [published(CELLS, COUNTS), published(study(definition="amended"), COUNTS, NEXT)],
    ],
)
def test_what_cannot_be_read_together_is_refused(others: list[Release]) -> None:
    with pytest.raises(NotOneFunnelError):
        report(others)


def test_releases_that_can_be_read_together_are_found() -> None:
    old = [published(CELLS, COUNTS, NEXT), published(CELLS, COUNTS)]
    new = published(study(definition="amended"), COUNTS, NEXT)
    latest = Period(NEXT.end, Week(NEXT.end + 4))
    newer = published(study(definition="amended"), COUNTS, latest)
    assert alike([newer, *old, new]) == ((old[1], old[0]), (new, newer))
    assert alike([]) == ()


def test_stages_are_read_in_the_same_way() -> None:
    coarse = Release(terms(CELLS, detail=Detail.STAGES), (10, *(20,) * 4, *(25,) * 4, 5, 5, 30))
    made = report([coarse])
    assert len(made.lines) == 5
    assert made.lines[-1].questions == ("q8", "q9")
    assert made.starts.value == 230


def losses(*counts: int) -> list[Loss]:
    return [Loss(LossKind.LEFT, (f"q{i}",), Amount(c, 5), None, c) for i, c in enumerate(counts)]


def test_there_is_no_ranking_inside_the_noise() -> None:
    ranked = rank(losses(30, 4, 90, 33, 5, 84), apart=8)
    assert [(one.loss.count.value, one.first, one.last) for one in ranked] == [
        (90, 1, 2), (84, 1, 2), (30, 3, 4), (33, 3, 4)
    ]  # fmt: skip


def test_ranks_overlap_where_each_is_near_the_next() -> None:
    ranked = rank(losses(30, 24, 18), apart=8)
    assert [(one.loss.count.value, one.first, one.last) for one in ranked] == [(30, 1, 2), (24, 1, 3), (18, 2, 3)]


@pytest.mark.parametrize(
    ("counts", "found"),
    [
        ((30, 21, 4), "q0"),
        ((30, 22, 19), "q0 q1"),
        ((30, 22, 20), ""),
        ((7, -4), "q0"),
        ((12, 5), "q0 q1"),
        ((5, -40), ""),
        ((30,), "q0"),
        ((), ""),
    ],
)
def test_a_biggest_loss_is_named_only_where_no_other_can_be_bigger(counts: tuple[int, ...], found: str) -> None:
    """A loss that drowns in the noise may all the same be as big as the first."""
    told = biggest(losses(*counts), Margins(alone=8, pair=10))
    assert " ".join(loss.subjects[0] for loss in told) == found


def test_two_spans_are_compared_measure_by_measure() -> None:
    later = [*COUNTS]
    later[12] = 20  # c1 screens out a tenth of what it did
    found = changes(report([published(CELLS, COUNTS)]), report([published(CELLS, later, NEXT)]))
    moved = {(c.measure, c.subjects) for c in found if c.difference}
    assert (Measure.SCREENED, ("c1",)) in moved
    assert (Measure.INCIDENCE, ()) in moved
    assert (Measure.LEFT, ("q0",)) not in moved
    assert len(found) == 1 + 11 + 8


def test_spans_of_two_definitions_are_compared_in_what_they_share() -> None:
    more = study(questions=11, definition="amended")
    counts = [*COUNTS[:11], 5, *COUNTS[11:]]
    found = changes(report([published(CELLS, COUNTS)]), report([published(more, counts, NEXT)]))
    assert len(found) == 1 + 11 + 8


def test_spans_that_overlap_or_of_two_studies_are_refused() -> None:
    one, two = report([published(CELLS, COUNTS)]), report([published(CELLS, COUNTS, NEXT)])
    with pytest.raises(NotOneFunnelError, match="ends before"):
        changes(two, one)
    with pytest.raises(NotOneFunnelError, match="one study"):
        changes(one, report([published(study("S"), COUNTS, NEXT)]))


def test_a_release_has_one_count_per_cell() -> None:
    with pytest.raises(ValueError, match="one count per cell"):
        published(CELLS, COUNTS[1:])
