"""The short names of questions, criteria and studies, in the reader's language."""

from collections.abc import Mapping
from dataclasses import dataclass

from criteria.catalogue import Catalogue
from criteria.condition import Condition
from criteria.languages import Language


@dataclass(frozen=True)
class Labels:
    """Names by id; an id that the definitions no longer know shows itself."""

    title: str
    condition: str
    """The condition's id, and its title; empty for a study that is no longer here."""
    condition_title: str
    questions: Mapping[str, str]
    criteria: Mapping[str, str]

    def question(self, *ids: str) -> str:
        """One question's words, or those of a stage's questions."""
        return " · ".join(self.questions.get(one, one) for one in ids)

    def criterion(self, *ids: str) -> str:
        """One criterion's label, or those of a stage's criteria."""
        return " · ".join(self.criteria.get(one, one) for one in ids)


NO_LABELS = Labels("", "", "", {}, {})


def language_for(catalogue: Catalogue, study: str, language: Language) -> Language:
    """The language in which a study's figures are told to who reads one: it, or the first that the study is written in."""
    found = catalogue.find(study)
    return language if found is None or language in found[0].text.languages else found[0].text.languages[0]


def condition_title(condition: Condition, language: Language) -> str:
    """A condition's name; its id in a language that it is not written in."""
    return condition.text.title.in_(language) if language in condition.text.languages else condition.id


def labels(catalogue: Catalogue, study: str, language: Language) -> Labels:
    """The names that belong to a study; in a language that it is not written in, the ids."""
    found = catalogue.find(study)
    if found is None:
        return Labels(study, "", "", {}, {})
    condition, one = found
    if language not in condition.text.languages:
        return Labels(study, condition.id, condition.id, {}, {})
    return Labels(
        one.text.title.in_(language),
        condition.id,
        condition.text.title.in_(language),
        {key: _short(question.text.ask.in_(language)) for key, question in condition.questions.items()},
        {key: criterion.text.label.in_(language) for key, criterion in one.criteria.items()},
    )


def _short(ask: str) -> str:
    """The question itself, without what is said before or after it."""
    asked, mark, _ = ask.partition("?")
    for before in ("¿", ". ", ": "):
        _, found, after = asked.rpartition(before)
        if found:
            return before.strip(".: ") + after[:1].upper() + after[1:] + mark
    return asked + mark
