"""The chapters of the rules: each requirement with its item and its rule in words, and the test people."""

from collections.abc import Collection, Iterator

from bot.script.model import Block, Chapter, Line, Paragraph, Table
from bot.script.rules import in_words
from bot.script.source import Source
from criteria import model
from criteria.case_runs import decided
from criteria.condition import Case
from criteria.interview import Decision, Status, Verdict
from criteria.proof.points import KINDS
from criteria.proof.proof import proofs
from criteria.question import AnswerError
from criteria.screening import Criterion

FEW = 2


def rules(source: Source) -> Chapter:
    """Every requirement."""
    say = source.say
    rows = tuple(
        (
            (Line(f"{number}. {source.named(one)}"),),
            (Line(source.items(one)), *map(Line, source.record_words(one) if not one.questions else ())),
            (Line(" ".join(_rule(source, one))),),
        )
        for number, one in enumerate(source.bound.criteria.values(), 1)
    )
    columns = (say("rules-requirement"), say("question-item"), say("rules-rule"))
    table = Table(columns, rows, (34, 16, 50))
    return Chapter("rules", say("chapter-rules"), (Paragraph(Line(say("rules-how"))), table))


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
    mine = _mine(source)
    rows = tuple(
        ((Line(case.text.case),), *_outcome(source, case), (Line(_checked_by(source, case)),)) for case in mine
    )
    checked = sum(case.text.checked_by is not None for case in mine)
    blocks: list[Block] = [
        Paragraph(Line(say("cases-how"))),
        Paragraph(Line(say("cases-count", count=len(mine), checked=checked))),
        Table(tuple(say(f"cases-{one}") for one in ("person", "expected", "found", "checked")), rows, (40, 30, 15, 15)),
    ]
    return Chapter("cases", say("chapter-cases"), (*blocks, *_shown(source)))


def _shown(source: Source) -> tuple[Block, ...]:
    """What the test people show of the rules, and how much is left open."""
    say = source.say
    (proof,) = proofs(source.condition)
    figures = [(kind, *proof.shown(kind)) for kind in KINDS]
    rows = tuple(
        ((Line(say(f"coverage-{kind.replace('_', '-')}")),), (Line(say("coverage-of", shown=shown, every=every)),))
        for kind, shown, every in figures
        if every
    )
    left = Paragraph(Line(say("coverage-open", count=len(proof.open))))
    return (Table((say("coverage-what"), say("coverage-shown")), rows, (80, 20)), left)


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


def _expected(source: Source, wanted: model.Expected | None) -> str:
    if wanted is None:
        return source.say("cases-unfilled")
    confirm = wanted.to_confirm or ()
    return _in_words(source, wanted.verdict, confirm, wanted.decided_by or ())


def _told(source: Source, decision: Decision) -> str:
    verdict = decision.verdict.value if decision.verdict else "undecided"
    confirm = [one.id for one in decision.having(Status.TO_CONFIRM)]
    return _in_words(source, verdict, confirm, [one.id for one in decision.having(Status.NOT_MET)])


def _in_words(source: Source, verdict: str, confirm: Collection[str], failed: Collection[str]) -> str:
    if verdict == Verdict.INELIGIBLE.value:
        return source.say("cases-not", labels=_named(source, failed))
    if verdict != Verdict.LIKELY_ELIGIBLE.value:
        return source.say("cases-open")
    return source.say("cases-confirm", labels=_named(source, confirm)) if confirm else source.say("cases-likely")


def _named(source: Source, keys: Collection[str]) -> str:
    """Requirements by their numbers in the chapter before; few by their labels, too."""
    known = [(number, one) for number, (key, one) in enumerate(source.bound.criteria.items(), 1) if key in keys]
    if len(known) > FEW:
        return ", ".join(str(number) for number, _ in known)
    return "; ".join(f"{number} ({source.named(one)})" for number, one in known)


def _mine(source: Source) -> list[Case]:
    return [case for case in source.condition.cases if source.study.id in case.text.expect]
