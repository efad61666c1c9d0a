"""What a definition must not do with private matters: ask on after them, or be given away by a section's name."""

from collections.abc import Iterable, Mapping

from criteria import model
from criteria.document import Document
from criteria.expression import leaves
from criteria.question import QuestionDefinition
from criteria.study_file import Rules, StudyFile


def check_order(document: Document, about: model.Condition, questions: Mapping[str, QuestionDefinition]) -> None:
    """Refuse a question behind a private one: whether it was asked would tell the private answer to a doctor."""
    private = ""
    for at, section in enumerate(about.order):
        for place, name in enumerate(section.questions):
            if name not in questions:
                continue
            if questions[name].text.sensitive:
                private = name
            elif private:
                document.fault(
                    ("order", at, "questions", place),
                    f"`{name}` is asked after the private question `{private}`: private questions (`sensitive: true`) come "
                    "last, so that the doctor's sheet is the same whatever is answered to them",
                )


def check_groups(file: StudyFile, questions: Mapping[str, QuestionDefinition]) -> None:
    """Warn where a study has one private question alone in a section, so that naming the section names the matter."""
    found: dict[model.Text, dict[str, int]] = {}
    for at, rules in file.rules.items():
        for name in _named(rules):
            if name in questions and questions[name].text.sensitive:
                found.setdefault(questions[name].section, {}).setdefault(name, at)
    for matters in found.values():
        if len(matters) == 1:
            ((name, at),) = matters.items()
            file.document.fault(
                ("criteria", at),
                f"`{name}` is the only private question of this study in its section, and a result names the section: whoever "
                "knows the study knows what was answered; put the study's private questions into one section, or ask "
                "about several matters at once",
                warning=True,
            )


def _named(rules: Rules) -> Iterable[str]:
    """The questions that a criterion rests on."""
    for written in (rules.rule, rules.only_if, rules.confirm):
        if written is not None:
            yield from (leaf.question for leaf in leaves(written.rule))
