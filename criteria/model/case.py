"""`cases/*.yaml`: invented people, their answers, and what each study should decide."""

from typing import Annotated, Literal

from pydantic import Field

from criteria.model.form import Id
from criteria.model.text import Strict


class Expected(Strict):
    """The decision that a case expects of one study; a list that is given is compared whole."""

    verdict: Literal["likely_eligible", "ineligible", "undecided"]
    to_confirm: tuple[Id, ...] | None = Field(default=None, strict=False)
    decided_by: tuple[Id, ...] | None = Field(default=None, strict=False)


class Case(Strict):
    """A person in one sentence, the answers given, and what each study should decide."""

    case: Annotated[str, Field(min_length=1, max_length=400)]
    answers: dict[str, bool | float | str]
    expect: Annotated[dict[str, Expected], Field(min_length=1)]
