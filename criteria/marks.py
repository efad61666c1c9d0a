"""What may not stand in a criterion: `core`, a date, `later` or `note` of a private matter; a date beside a treatment or test."""

from collections.abc import Iterable, Mapping

from criteria import model
from criteria.expression import leaves
from criteria.study_file import Rules, StudyFile

_PRIVATE = (
    "`{question}` is private, so nobody is shown its `{name}`: say it to all alike in the study's `for_everyone`, worded "
    "“if you …”"
)


def check_marks(file: StudyFile, questions: Mapping[str, model.Question]) -> None:
    """Note where a study's criteria carry a mark that their questions do not allow."""
    for at, criterion in file.criteria.items():
        asked = _asked(file.rules[at], questions)
        private = [key for key, question in asked.items() if question.sensitive]
        where = ("criteria", at)
        if criterion.core and private:
            file.document.fault(
                (*where, "core"), f"`{private[0]}` is private, so it cannot define the study's patient: take `core` out"
            )
        for name in ("later", "note"):
            if private and getattr(criterion, name) is not None:
                file.document.fault((*where, name), _PRIVATE.format(name=name, question=private[0]))
        if (eased := file.rules[at].eased) and not {leaf.question for leaf in leaves(eased.rule)} <= asked.keys():
            file.document.fault((*where, "eased"), "`eased` speaks of the questions of the criterion's own rule only")
        if criterion.date:
            for told in _undated(asked):
                file.document.fault((*where, "date"), told)


def _asked(rules: Rules, questions: Mapping[str, model.Question]) -> dict[str, model.Question]:
    """The questions of a criterion that could be read."""
    written = (rules.rule, rules.only_if, rules.confirm)
    named = dict.fromkeys(leaf.question for one in written if one for leaf in leaves(one.rule))
    return {key: questions[key] for key in named if key in questions}


def _undated(asked: Mapping[str, model.Question]) -> Iterable[str]:
    """Why no day may be named: waiting for it could seem a reason to do without a medicine, a test or care."""
    for key, question in asked.items():
        if question.sensitive:
            yield f"`{key}` is private: no date is named beside it: take `date` out"
        elif question.about != "event":
            yield f"`{key}` does not say `about: event`: a date is never named beside a treatment or a test: take `date` out"
        elif question.number is None or not question.number.ago:
            yield f"`{key}` asks for no distance in time, such as `months_ago`: no date can be worked out"
