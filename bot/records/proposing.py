"""What could be asked or said for an item without writing it anew: common questions and ready wordings."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.records.pieces import Item
from criteria.proposals import proposals

_READY = {
    "consent": r"informed consent|written consent|consentimiento informado",
    "able_to_follow": r"\b(?:comply|compliance|adhere(?:nce)?)\b.{0,60}\b(?:study|protocol|visits?|procedures?|requirements?|schedule)\b|\bcommit to\b.{0,30}\bvisit",
    "nothing_unsafe": r"\binvestigator['’s]*\s+(?:opinion|judge?ment|discretion|view)|opinion of the (?:principal )?investigator|judge?ment of the (?:principal )?investigator",
}


@dataclass(frozen=True)
class Proposal:
    """A common question that may ask what an item says."""

    question: str
    why: str


def proposed(item: Item) -> Iterator[Proposal]:
    """The common questions that an item's words propose; a person takes them or not."""
    for name in proposals(item.words):
        yield Proposal(
            name,
            f"The common question `{name}` may ask what this item says. If it does, copy it (`python -m bot take {name} --into FOLDER`), "
            "name it in the `order` of condition.yaml, and write a rule in place of `team: true`.",
        )


def ready_label(words: str) -> str:
    """A ready wording that may serve as the label of an item."""
    return next((name for name, pattern in _READY.items() if re.search(pattern, words, re.IGNORECASE)), "")
