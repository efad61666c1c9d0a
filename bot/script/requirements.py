"""The chapters of the rules: each requirement with its item and its rule in words, and the test people."""

from collections.abc import Iterator

from bot.script.model import Block, Chapter, Line, Paragraph, Table
from bot.script.rules import in_words
from bot.script.source import Source
from criteria import model
from criteria.case_runs import decided
from criteria.condition import Case
from criteria.interview import Decision, Status, Verdict
from criteria.question import AnswerError
from criteria.screening import Criterion


def rules(source: Source) -> Chapter:
    """Every requirement."""
    say = source.say
    rows = tuple(
        (
            (Line(source.named(one)), *_beside(source, one)),
            (Line(source.items(one)), *map(Line, source.record_words(one) if not one.questions else ())),
            tuple(map(Line, _rule(source, one))),
        )
        for one in source.bound.criteria.values()
    )
    columns = (say("rules-requirement"), say("question-item"), say("rules-rule"))
    table = Table(columns, rows, (40, 18, 42))
    return Chapter("rules", say("chapter-rules"), (Paragraph(Line(say("rules-how"))), table))


def _beside(source: Source, criterion: Criterion) -> Iterator[Line]:
    technical = criterion.text.technical
    if technical:
        yield Line(source.say("rules-technical", text=technical.in_(source.language)))


def _rule(source: Source, criterion: Criterion) -> Iterator[str]:
    say, text = source.say, criterion.text
    if criterion.rule is not None:
        yield say("rules-met", rule=in_words(source.words, source.alone, criterion.rule))
    if criterion.confirm is not None:
        yield say("rules-confirm", rule=in_words(source.words, source.alone, criterion.confirm))
    for name in ("team", "permits", "weaker", "window"):
        if getattr(text, name):
            yield say(f"rules-{name}")
    if any(source.alone.questions[key].text.sensitive for key in criterion.questions):
        yield say("rules-private")


def cases(source: Source) -> Chapter:
    """The test people of this study, what the rules decide about them, and who checked them."""
    say = source.say
    mine = [case for case in source.condition.cases if source.study.id in case.text.expect]
    rows = tuple(
        ((Line(case.text.case),), *_outcome(source, case), (Line(_checked_by(source, case)),)) for case in mine
    )
    checked = sum(case.text.checked_by is not None for case in mine)
    blocks: list[Block] = [
        Paragraph(Line(say("cases-how"))),
        Paragraph(Line(say("cases-count", count=len(mine), checked=checked))),
        Table(tuple(say(f"cases-{one}") for one in ("person", "expected", "found", "checked")), rows, (40, 30, 15, 15)),
        Paragraph(Line(say("coverage-how"))),
        _coverage(source, mine),
    ]
    return Chapter("cases", say("chapter-cases"), tuple(blocks))


def _checked_by(source: Source, case: Case) -> str:
    return case.text.checked_by or source.say("cases-nobody")


def _outcome(source: Source, case: Case) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    expected = _expected(source, case.text.expect[source.study.id])
    decision = _decided(source, case)
    found = _told(source, decision) if decision else source.say("cases-open")
    return (Line(expected),), (Line(source.say("cases-same") if found == expected else found),)


def _decided(source: Source, case: Case) -> Decision | None:
    try:
        return decided(source.condition, source.study.id, case)
    except AnswerError:
        return None


def _expected(source: Source, wanted: model.Expected) -> str:
    confirm = wanted.to_confirm or ()
    return _in_words(source, wanted.verdict, confirm, wanted.decided_by or ())


def _told(source: Source, decision: Decision) -> str:
    verdict = decision.verdict.value if decision.verdict else "undecided"
    confirm = [one.id for one in decision.having(Status.TO_CONFIRM)]
    return _in_words(source, verdict, confirm, [one.id for one in decision.having(Status.NOT_MET)])


def _in_words(
    source: Source, verdict: str, confirm: "tuple[str, ...] | list[str]", failed: "tuple[str, ...] | list[str]"
) -> str:
    def labels(keys: "tuple[str, ...] | list[str]") -> str:
        known = source.bound.criteria.items()
        return "; ".join(source.named(one) for key, one in known if key in keys)

    if verdict == Verdict.INELIGIBLE.value:
        return source.say("cases-not", labels=labels(failed))
    if verdict != Verdict.LIKELY_ELIGIBLE.value:
        return source.say("cases-open")
    return source.say("cases-confirm", labels=labels(confirm)) if confirm else source.say("cases-likely")


def _coverage(source: Source, mine: list[Case]) -> Table:
    """Per rule, how many test people fail it, meet it, or are to be confirmed by it."""
    decisions = [decision for case in mine if (decision := _decided(source, case)) is not None]
    wanted = (Status.NOT_MET, Status.MET, Status.TO_CONFIRM)
    rows = tuple(
        (
            (Line(source.named(one)),),
            *((Line(str(sum(decision.criteria[key] is status for decision in decisions))),) for status in wanted),
        )
        for key, one in source.bound.criteria.items()
        if one.rule is not None
    )
    columns = ("coverage-rule", "coverage-fails", "coverage-meets", "coverage-confirms")
    return Table(tuple(map(source.say, columns)), rows, (64, 12, 12, 12))
