"""No word of a record is lost, doubled or moved, whatever its text; a well-made list becomes just its items."""

import random
from time import perf_counter

from hypothesis import given, settings
from hypothesis import strategies as st
from invented import markdown, wrapped
from markdown_it import MarkdownIt
from random_texts import Lost, lost, text

from bot.records.doubts import examined
from bot.records.outline import outline
from bot.records.pieces import Outline

NOTHING = Lost([], [])
WORDS = [
    "pain",
    "at",
    "night",
    "for",
    "six",
    "months",
    "without",
    "a",
    "known",
    "reason",
    "and",
    "stiffness",
    "(mild)",
    "<40",
]


def read(source: str, *, as_markdown: bool) -> Outline:
    return examined(outline(source, markdown=as_markdown))


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 2**32), st.booleans())
def test_no_word_of_a_random_text_is_lost_or_doubled(seed: int, as_markdown: bool) -> None:  # noqa: FBT001 - hypothesis gives it
    source = text(seed)
    assert lost(source, read(source, as_markdown=as_markdown), markdown=as_markdown) == NOTHING


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=400), st.booleans())
def test_any_text_at_all_is_read(source: str, as_markdown: bool) -> None:  # noqa: FBT001 - hypothesis gives it
    assert lost(source, read(source, as_markdown=as_markdown), markdown=as_markdown) == NOTHING


def test_items_are_numbered_once_and_doubts_stand_at_items_that_are_there() -> None:
    for seed in range(100):
        found = read(text(seed), as_markdown=False)
        ids = [one.id for one in found.items]
        assert len(ids) == len(set(ids))
        assert {one.at for one in found.doubts} <= {*ids, "inclusion", "exclusion"}
        assert {one.before for one in found.headings} <= {*ids, ""}


def items(chance: random.Random) -> list[str]:
    return [
        " ".join(chance.choices(WORDS, k=chance.randint(2, 40))).rstrip(" (").capitalize()
        for _ in range(chance.randint(1, 12))
    ]


def test_a_well_made_list_becomes_just_its_items_in_every_shape() -> None:
    for seed in range(60):
        chance = random.Random(seed)
        inclusion, exclusion = items(chance), items(chance)
        for source, as_markdown in (
            (markdown(inclusion, exclusion), True),
            (markdown(inclusion, exclusion, "1"), True),
            (wrapped(inclusion, exclusion), False),
        ):
            assert [one.words for one in read(source, as_markdown=as_markdown).items] == [*inclusion, *exclusion]


def nested(chance: random.Random) -> str:
    """A list of two levels as the API v2 writes it."""
    lines = []
    for number, words in enumerate(items(chance), 1):
        lines.append(f"{number}. {words}")
        if chance.random() < 0.4:
            inner = " " * (len(str(number)) + 2)
            lines += ["", *(f"{inner}* {below}" for below in items(chance)[:4]), ""]
    return "\n".join(lines)


def test_nested_lists_are_what_a_parser_of_markdown_sees() -> None:
    for seed in range(60):
        source = nested(random.Random(seed))
        tokens = MarkdownIt().parse(source)
        seen = [(token.level > 4, token.content) for token in tokens if token.type == "inline"]
        found = read(f"Inclusion Criteria:\n\n{source}", as_markdown=True).items
        assert [(one.number != one.top, one.words) for one in found] == seen


def test_a_long_text_is_read_at_once() -> None:
    source = text(7, 20_000)
    read(source, as_markdown=True)
    took = []
    for _ in range(5):
        start = perf_counter()
        read(source, as_markdown=True)
        took.append(perf_counter() - start)
    assert min(took) < 0.25  # 50 ms on a machine that does nothing else: `simulate_records.py`
