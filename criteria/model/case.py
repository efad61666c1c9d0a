"""`cases/*.yaml`: invented people, their answers, and what each study should decide."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from criteria.model.form import Id
from criteria.model.text import Strict, plain


class Expected(Strict):
    """The decision that a case expects of one study; a list that is given is compared whole."""

    verdict: Literal["likely_eligible", "ineligible", "undecided"]
    to_confirm: tuple[Id, ...] | None = Field(default=None, strict=False)
    decided_by: tuple[Id, ...] | None = Field(default=None, strict=False)


class Person(Strict):
    """A person in one sentence and the answers given; what studies should decide may be left out."""

    case: Annotated[str, Field(min_length=1, max_length=400)]
    id: Id | None = None
    """What another person can be `like`."""
    like: Id | None = None
    """The id of a person whose answers this one gives, too, but for those that stand here."""
    answers: dict[str, bool | float | str | None] = Field(default_factory=dict)
    """An empty answer takes one away that another person's answers would give."""
    expect: dict[str, Expected | None] = Field(default_factory=dict)
    """Per study; empty where a physician has still to say what it should decide."""
    checked_by: Annotated[str, Field(min_length=1, max_length=120), AfterValidator(plain)] | None = None
    """The physician who has read this person and what is expected; printed in the committee's script."""


class Case(Person):
    """A person about whom it is written down what each study should decide."""

    expect: Annotated[dict[str, Expected | None], Field(min_length=1)]
