"""What a doubt says to whoever turns a draft into a study: what is open, and what to do about it."""

from bot.records.pieces import Doubt, Trap

_REASONS = {
    Trap.ALTERNATIVES: "Must all of these points hold, or is one of several enough? The list and its words do not agree ({about}). Write one criterion for them, with `and`, `or` or `at_least`.",
    Trap.COHORT: "“{about}” opens a list that may be for one group of people only. If it is, write `only_if` in its criteria, or encode one group.",
    Trap.GROUP: "This point may be for one group of people only ({about}). If it is, its criterion wants `only_if`.",
    Trap.HEADINGS: "The record does not say in the usual words which list this is{colon}. Look at each of its points: does the study need it, or does it exclude?",
    Trap.TWO_ITEMS: "Several points may stand under this number ({about}). Split the number into a, b, …, or write one criterion for each.",
    Trap.GLUED: "A list stands inside a paragraph ({about}). Look whether its points are parted where they should be.",
    Trap.PARAGRAPH: "A paragraph without a list sign ({about}), and perhaps more after it: a point of its own, part of the one before or after it, or no point at all?",
    Trap.UNLISTED: "These {about} paragraphs have no list signs; each was taken for one point. Look whether some belong together, and whether some are headings.",
    Trap.COMPARATOR: "A sign such as ≥ or ≤ may have been lost here ({about}). Look into the protocol.",
    Trap.FOOTER: "These words look like a footer, a rule of the sponsor or a sentence of law ({about}), and not like a requirement of a person. Cite them in a criterion for the team, or take them out of the item.",
    Trap.NONE: "This list has no points in the record{colon}. Is that so, or were they lost?",
    Trap.CONTRADICTION: "The record's header and its text do not agree: {about}. Fail only those whom both exclude, name the others in `confirm`, and tell them in a `note`, such as `note_unclear`.",
    Trap.DEFINITION: "What stands below defines or explains this point, or is one of its own ({about}). Must all of it hold, is one of several enough, or does it only explain a word?",
    Trap.BROKEN: "This point ends in mid-sentence ({about}). It may go on in the next one, or its end was lost.",
    Trap.GAP: "The record's own numbers jump here ({about}). A point may have been lost; the words here begin with its number.",
    Trap.LONG: "This is too long for one number and was parted ({about}). Look where.",
}


def reason(doubt: Doubt) -> str:
    """The doubt as one plain text."""
    colon = f": “{doubt.about}”" if doubt.about else ""
    return _REASONS[doubt.trap].format(about=doubt.about, colon=colon)
