"""Where and how an installation counts, as its settings say."""

from dataclasses import dataclass
from fractions import Fraction

from bot.funnel.cells import Detail


@dataclass(frozen=True, repr=False)
class Plan:
    """Where the funnel is kept and how it is counted."""

    database: str
    """A SQLAlchemy address, which may hold a password."""
    channels: tuple[str, ...]
    weeks: int
    detail: Detail
    epsilon: Fraction
    per_source: int = 300
    """The most sessions of one address that are counted in a period."""
    demonstration: bool = False
    """Whether it is the one with invented people, in which no conversation is counted."""
