"""What could be asked or said for an item without writing it anew: common questions and ready wordings."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from bot.records.pieces import Outline
from criteria.proposals import proposals

_OPINION = r"\binvestigator['’´s]*\s+(?:opinion|judge?ment|discretion|view)|(?:opinion|judge?ment) of the (?:principal )?investigator|(?:opinión|juicio|criterio) del investigador"
_HARM = r"\b(?:(?:any|other)\s+(?:\w+\s+){0,4}(?:conditions?|diseases?|illness\w*|disorders?|reasons?|circumstances?|factors?|abnormalit\w+|findings?)|cualquier\w*|risks?|riesgos?|safe\w*|unsafe|unsuitable|inappropriate|interfer\w+|compromis\w+|jeopardi\w+|participa\w+|confound\w*|comprom\w+)\b"
_READY = {
    "consent": r"informed consent|written consent|consentimiento informado|\b(?:given?|provided?|sign(?:ed)?|able to)\b.{0,40}\bconsent\b|"
    r"\b(?:otorg\w+|firm\w+|dar|dado)\b.{0,40}\bconsentimiento\b",
    "able_to_follow": r"\b(?:comply|compliance|adhere(?:nce)?)\b.{0,60}\b(?:study|protocol|visits?|procedures?|requirements?|schedule)\b|\bcommit to\b.{0,30}\bvisit",
    "nothing_unsafe": rf"(?=.*(?:{_OPINION}))(?=.*{_HARM})",
}
"""A judgement of the investigator's alone is no risk: it may be about the illness itself."""


@dataclass(frozen=True)
class Proposal:
    """A common question that may ask what an item says, and some others may, too."""

    question: str
    at: str
    why: str


def proposed(outline: Outline, asked: Collection[str]) -> Iterator[Proposal]:
    """The common questions that the items' words propose, each at the first item; a person takes them or not.

    `asked`: those that the record's header has already.
    """
    items: dict[str, list[str]] = {}
    for item in outline.items:
        for name in proposals(item.words):
            items.setdefault(name, []).append(item.id)
    for name, found in items.items():
        also = f" (also: {', '.join(found[1:])})" if found[1:] else ""
        if name in asked:
            told = f"The header's criterion `{name}` may say this{also}. If so, add the item to its `from`, and take its own criterion out."
        else:
            told = (
                f"The common question `{name}` may ask this{also}. Use it only if it asks the same: `python -m bot take {name} "
                "--into FOLDER`, its name in the `order`, and a rule in place of `team: true`. Else write your own, or leave it to "
                "the team."
            )
        yield Proposal(name, found[0], told)


def ready_label(words: str) -> str:
    """A ready wording that may serve as the label of an item."""
    return next((name for name, pattern in _READY.items() if re.search(pattern, words, re.IGNORECASE | re.DOTALL)), "")
