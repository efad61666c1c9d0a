"""One entry of `say` stands for several ways to say one thing."""

import pytest
from pydantic import ValidationError

from criteria.model.called import Called, keys_of
from criteria.patterns import MOST, members, variants


def test_a_pattern_is_spelled_out() -> None:
    assert variants("lupus nephritis") == ("lupus nephritis",)
    assert variants("(my|the) kidneys [too]") == ("my kidneys too", "my kidneys", "the kidneys too", "the kidneys")
    assert variants("me (afectó [a]|dañó) (el riñón|los riñones)") == (
        "me afectó a el riñón", "me afectó a los riñones", "me afectó el riñón", "me afectó los riñones",
        "me dañó el riñón", "me dañó los riñones",
    )  # fmt: skip
    assert variants("[yes] [no]") == ("yes no", "yes", "no", "")
    assert variants("gr(a|e)y") == ("gray", "grey")


def test_a_list_is_parted_at_its_own_bars() -> None:
    assert members("yes | (no|nope) [not (at|in) all] | 👍") == ["yes ", " (no|nope) [not (at|in) all] ", " 👍"]


@pytest.mark.parametrize("pattern", ["(one", "one)", "one]", "[one", "one|two", "(one]", "[one)", "a (b|[c) d]"])
def test_a_bracket_without_its_other_half_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match=r"not closed|no opening bracket"):
        variants(pattern)


def test_a_pattern_of_too_many_ways_is_refused_before_they_are_made() -> None:
    assert len(variants("(1|2|3|4|5|6)" * 3)) == 216
    with pytest.raises(ValueError, match=f"more than {MOST}"):
        variants("(a|b)" * 48)


def test_what_is_spelled_out_reads_as_if_it_was_typed() -> None:
    called = Called.model_validate(
        {"en": "Yes", "es": "Sí", "say": {"en": ["(III|IV)/V", "10 000"], "es": ["[él] Sí"]}}
    )
    assert list(keys_of(called.say)) == [("iii", "/", "v"), ("iv", "/", "v"), ("10 000",), ("el", "si"), ("si",)]


@pytest.mark.parametrize("say", ["(one", "[no] [yes]", "..."])
def test_what_stands_for_nothing_is_refused_with_its_text(say: str) -> None:
    with pytest.raises(ValidationError) as told:
        Called.model_validate({"en": "Yes", "es": "Sí", "say": {"en": [say]}})
    assert say in str(told.value)
