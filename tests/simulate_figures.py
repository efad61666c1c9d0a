"""How often what the pages say is right: run by hand, `PYTHONPATH=.:tests:tests/funnel python tests/simulate_figures.py [rounds]`.

Everything is drawn anew from a seed, and read by the code that draws the pages. Prints, at epsilon 1:

- of periods with 50, 100 and 200 sessions of the shipped studies' invented people, how many get an answer to "which
  requirement screens out most": one name, or two of which it is one; and how many of all periods get a wrong one.
  Goal: an answer in 60 % and at most 2 % wrong at 50 sessions. Beside it a posterior from the same counts (each count a
  mixture of Poissons whose mean is the requirements' mean), which gains nothing, and is wrong where people are not as it thinks;
- the same where all requirements are alike, which is the hardest case. Goal: at most 1 % wrong;
- of pairs of equal periods, how many are said to differ anywhere. Goal: at most 4 %;
- of all bars, how many hold the figure without noise. Goal: at least 95 %;
- of spans of unchanged people, how many are said to have a trend. Goal: at most 5 %.
"""

import math
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import accumulate

from synthetic import PERIOD, study, terms, walk

from bot.conversation.cards.context import About
from bot.conversation.machine import Conversation
from bot.conversation.state import Action, State
from bot.conversation.subjects import subjects
from bot.conversation.wording import Wording
from bot.demonstration import Population
from bot.faces.web.participant.face import FACE as WEB
from bot.figures.report import FactKind, Report, report
from bot.figures.spans import changes
from bot.figures.trend import Course, trend
from bot.funnel.calendar import Period, Week
from bot.funnel.cells import Cells, Kind, ScreeningCriterion, Step, lay_out
from bot.funnel.counting import Counting
from bot.funnel.release import Release, draw_release
from criteria.catalogue import Catalogue, load

PEOPLE = 3000
"""Invented people whose ends are drawn from again and again."""
ABOUT = {FactKind.MOST_LEAVE: (Kind.NOTICE, Kind.LEFT), FactKind.MOST_SCREENED: (Kind.INELIGIBLE,)}


def ends(catalogue: Catalogue, counting: Counting) -> dict[str, list[int]]:
    """How many of the invented people end in each cell of each study, asked about it alone."""
    conversation = Conversation(catalogue, Wording(WEB.texts), About(WEB))
    found = {}
    for subject in subjects(catalogue):
        if subject.study is None:
            continue
        people = Population(conversation, catalogue, (), random.Random(5))
        tally: Counter[int] = Counter()
        for _ in range(PEOPLE):
            furthest = 0

            def told(state: State, action: Action, name: str = subject.study) -> None:
                nonlocal furthest
                furthest = max([furthest, *(one.cell for one in counting.raises(state, action) if one.tally == name)])

            people.walk(subject, 470_000, told, later=False)
            tally[furthest] += 1
        found[str(subject.study)] = [tally[at + 1] for at in range(len(counting.studies[subject.study].fine))]
    return found


def drawn(weights: Sequence[int], people: int, chance: random.Random) -> list[int]:
    """So many sessions, each in a cell by these weights."""
    found = Counter(chance.choices(range(len(weights)), cum_weights=list(accumulate(weights)), k=people))
    return [found[at] for at in range(len(weights))]


def period(number: int) -> Period:
    return Period(Week(PERIOD.first + 4 * number), Week(PERIOD.first + 4 * number + 4))


def released(cells: Cells, exact: Sequence[int], chance: random.Random, number: int = 0) -> Release:
    return draw_release(terms(cells, period(number)), exact, chance.randrange)


def named(cells: Cells, exact: Sequence[int], found: Report) -> Iterator[tuple[FactKind, int, bool]]:
    """The biggest losses that are named: how many together, and whether none of them is the biggest."""
    for fact in found.facts:
        kinds = ABOUT.get(fact.kind, ())
        losses = {cell.subjects: count for count, cell in zip(exact, cells.fine, strict=True) if cell.kind in kinds}
        if losses:
            most = max(losses.values())
            yield fact.kind, len(fact.losses), all(losses[loss.subjects] < most for loss in fact.losses)


def biggest(name: str, cells: Cells, weights: Sequence[int], people: int, rounds: int, chance: random.Random) -> str:
    said: Counter[tuple[FactKind, int]] = Counter()
    wrong: Counter[FactKind] = Counter()
    smooth: Counter[str] = Counter()
    for _ in range(rounds):
        exact = drawn(weights, people, chance)
        release = released(cells, exact, chance)
        for kind, together, false in named(cells, exact, report([release])):
            said[kind, together] += 1
            wrong[kind] += false
        smooth[posterior(cells, exact, release)] += 1
    told = "; ".join(
        f"{kind.value} one {said[kind, 1] / rounds:.1%}, two {said[kind, 2] / rounds:.1%}, wrong {wrong[kind] / rounds:.2%}"
        for kind in ABOUT
    )
    gains = (
        f"posterior answers {(smooth['right'] + smooth['wrong']) / rounds:.1%}, wrong {smooth['wrong'] / rounds:.2%}"
    )
    return f"{name:16} {people:4} sessions: {told} ({gains})"


def posterior(cells: Cells, exact: Sequence[int], release: Release, sure: float = 0.985) -> str:
    """What a smoothed estimate would answer: the one or two that are the biggest with this probability."""
    here = [at for at, cell in enumerate(cells.fine) if cell.kind is Kind.INELIGIBLE]
    noisy = [release.counts[at] for at in here]
    mean = max(1, sum(noisy)) / len(noisy)
    length = max(60, max(noisy) + 40)
    prior = [1.0]
    for count in range(1, length):
        prior.append(prior[-1] * (count - 0.5) / count * mean / (mean + 0.5))
    chances = []
    for value in noisy:
        weights = [prior[count] * math.exp(-abs(value - count) / 2) for count in range(length)]
        chances.append([one / sum(weights) for one in weights])
    below = [list(accumulate(one)) for one in chances]
    first = [
        sum(own[count] * math.prod(b[count] for b in below if b is not mine) for count in range(length))
        for own, mine in zip(chances, below, strict=True)
    ]
    order = sorted(range(len(here)), key=lambda at: -first[at])
    for names in (order[:1], order[:2]):
        if sum(first[at] for at in names) > sure:
            most = max(exact[at] for at in here)
            return "wrong" if all(exact[here[at]] < most for at in names) else "right"
    return "nothing"


def alike(criteria: int) -> tuple[Cells, list[int]]:
    """A study whose requirements all screen out as many."""
    steps = [Step(f"q{at}") for at in range(criteria)]
    cells = lay_out("ALIKE", steps, [ScreeningCriterion(f"c{at}", f"q{at}") for at in range(criteria)])
    return cells, [int(cell.kind is Kind.INELIGIBLE) for cell in cells.fine]


def equal_periods(cells: Cells, weights: Sequence[int], people: int, rounds: int, chance: random.Random) -> str:
    differ = 0
    for _ in range(rounds):
        before, after = (report([released(cells, drawn(weights, people, chance), chance, at)]) for at in (0, 1))
        if not before.too_few and not after.too_few:
            differ += any(change.difference for change in changes(before, after))
    return f"{people:4} sessions: {differ} of {rounds} pairs of equal periods said to differ ({differ / rounds:.1%})"


def bars(cells: Cells, weights: Sequence[int], people: int, releases: int, rounds: int, chance: random.Random) -> str:
    inside: Counter[str] = Counter()
    shown: Counter[str] = Counter()
    for _ in range(rounds):
        exact = [drawn(weights, people, chance) for _ in range(releases)]
        truth = report([Release(terms(cells, period(at)), tuple(one)) for at, one in enumerate(exact)])
        seen = report([released(cells, one, chance, at) for at, one in enumerate(exact)])
        if not seen.too_few and not truth.too_few:
            for kind, true, value, bar in figures(truth, seen):
                shown[kind] += 1
                inside[kind] += abs(true - value) <= bar + 1e-9
    told = ", ".join(f"{kind} {inside[kind] / shown[kind]:.1%} of {shown[kind]}" for kind in sorted(shown))
    return f"{people:4} sessions, {releases} releases: bars hold {told}"


def figures(truth: Report, seen: Report) -> Iterator[tuple[str, float, float, float]]:
    """Every figure of a report: without the noise, with it, and its bar."""
    pairs = [
        ("starts", truth.starts, seen.starts),
        ("may fit", truth.likely, seen.likely),
        ("completed", truth.completed_count, seen.completed_count),
        *(("reached", a.reached, b.reached) for a, b in zip(truth.lines, seen.lines, strict=True)),
        *(("left", a.left_count, b.left_count) for a, b in zip(truth.lines, seen.lines, strict=True)),
        *(("screened", a.count, b.count) for a, b in zip(truth.screened, seen.screened, strict=True)),
    ]
    shares = [
        ("completed %", truth.completed, seen.completed),
        ("may fit %", truth.likely_of_starts, seen.likely_of_starts),
        ("incidence %", truth.incidence, seen.incidence),
        *(("reached %", a.of_starts, b.of_starts) for a, b in zip(truth.lines, seen.lines, strict=True)),
        *(("left %", a.left, b.left) for a, b in zip(truth.lines, seen.lines, strict=True)),
        *(("screened %", a.of_reached, b.of_reached) for a, b in zip(truth.screened, seen.screened, strict=True)),
    ]
    for kind, true, value in (*pairs, *shares):
        if true is not None and value is not None:
            yield kind, true.value, value.value, value.plus_minus


def unchanged(
    cells: Cells, weights: Sequence[int], people: int, releases: int, rounds: int, chance: random.Random
) -> str:
    """How often a trend is told where only chance moves: people come at one rate, and then ever more of the same."""
    wrong: Counter[str] = Counter()
    for _ in range(rounds):
        steady = [released(cells, drawn(weights, coming(people, chance), chance), chance, at) for at in range(releases)]
        clear = [slope.course for slope in trend(steady).slopes if slope.clear]
        wrong["any"] += bool(clear)
        wrong.update(clear)
        growing = [
            released(cells, drawn(weights, coming(people * (1 + at), chance), chance), chance, at)
            for at in range(releases)
        ]
        wrong["share while ever more come"] += any(
            slope.clear for slope in trend(growing).slopes if slope.course is not Course.STARTED
        )
    told = ", ".join(f"{name} {wrong[name] / rounds:.1%}" for name in ("any", *Course, "share while ever more come"))
    return f"{people:4} sessions, {releases:2} releases: a trend is told of unchanged people: {told}"


def coming(mean: float, chance: random.Random) -> int:
    """How many come in a period, by chance alone (Poisson, by waiting times)."""
    count, waited = 0, chance.expovariate(1)
    while waited < mean:
        count, waited = count + 1, waited + chance.expovariate(1)
    return count


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 400
    chance = random.Random(1)
    catalogue = load()
    counting = Counting(catalogue)
    shipped = [
        (name, counting.studies[key], weights)
        for name, weights in ends(catalogue, counting).items()
        for key in counting.studies
        if key == name
    ]
    cells = study()
    synthetic = ("22 cells", cells, walk(cells, 20_000, chance))
    for name, one, weights in (*shipped, synthetic):
        for people in (50, 100, 200):
            print(biggest(name, one, weights, people, rounds, chance))
    for criteria in (2, 3, 8, 17):
        one, weights = alike(criteria)
        for people in (4 * criteria, 30 * criteria):
            print(biggest(f"{criteria} alike", one, weights, people, rounds, chance))
    for name, one, weights in (*shipped, synthetic):
        for people in (50, 200, 1000):
            print(f"{name:16} {equal_periods(one, weights, people, rounds, chance)}")
        for people, releases in ((50, 1), (200, 1), (200, 6)):
            print(f"{name:16} {bars(one, weights, people, releases, rounds // 2, chance)}")
        for people, releases in ((30, 6), (200, 3), (200, 6), (100, 13), (1000, 6)):
            print(f"{name:16} {unchanged(one, weights, people, releases, rounds, chance)}")
    print("epsilon", Fraction(1), "rounds", rounds)


if __name__ == "__main__":
    main()
