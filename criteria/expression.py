"""The rule language: a line of text becomes a frozen tree, and a tree has a three-valued truth.

A rule is read by Python's own parser and turned into the types below; nothing is ever executed.
Reading takes two steps, because the intervals of a number are known only when the rules of all the studies that are
asked about have been read: `parse` gives a tree of `Comparison`, `bind` turns it into a tree of `Among`.
Over 300 lines, since a new operator touches each of these steps.
"""

import ast
import difflib
import re
import warnings
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Generic, NewType, TypeVar, Union

QuestionId = NewType("QuestionId", str)
AnswerId = NewType("AnswerId", str)
"""An option's id, `yes`, `no`, an interval's id, `never` or `unsure`."""

Answers = Mapping[QuestionId, AnswerId]

YES, NO, NEVER, UNSURE = (AnswerId(word) for word in ("yes", "no", "never", "unsure"))

LONGEST_RULE = 1000
LARGEST_NUMBER = 1e9


class RuleError(ValueError):
    """A rule that cannot be used; the message says what is wrong and what to write instead."""


class Truth(Enum):
    """Kleene's three values; UNKNOWN stands for unsure and for not yet asked."""

    FALSE = 0
    UNKNOWN = 1
    TRUE = 2


class Operator(Enum):
    """How a comparison relates a question to its value."""

    EQ = "=="
    NE = "!="
    LT = "<"
    LE = "<="
    GT = ">"
    GE = ">="
    IN = "in"
    NOT_IN = "not in"
    HOLDS = "holds"
    """A bare name: the yes/no question is answered with yes."""


class TimeUnit(Enum):
    """The units of a distance in time."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


@dataclass(frozen=True, slots=True)
class Time:
    """A distance in time as a rule names it: `30 days`."""

    amount: float
    unit: TimeUnit

    def __str__(self) -> str:
        one = self.unit.value.removesuffix("s") if self.amount == 1 else self.unit.value
        return f"{shown(self.amount)} {one}"


Number = float | Time | date
"""A place on a question's line: a number in the question's own unit, a distance in time, or a calendar day."""
Value = Number | str
"""A number, or a word: an option, `yes`, `no`, `never` or another answer of a number."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One test of one question, as written; `values` has one member but for `in` and `not in`."""

    question: QuestionId
    operator: Operator
    values: tuple[Value, ...]

    def __str__(self) -> str:
        values = [worded(value) for value in self.values]
        if self.operator is Operator.HOLDS:
            return str(self.question)
        right = f"[{', '.join(values)}]" if self.operator in LISTS else values[0]
        return f"{self.question} {self.operator.value} {right}"


@dataclass(frozen=True, slots=True)
class Among:
    """The question's answer is one of `answers`; another makes it false, unless it is one of those that leave it open."""

    question: QuestionId
    answers: frozenset[AnswerId]
    open: frozenset[AnswerId] = frozenset()
    """Known answers that say neither yes nor no, such as "could not be measured" where a number is compared."""


Leaf = TypeVar("Leaf")


@dataclass(frozen=True, slots=True)
class Not(Generic[Leaf]):
    """The opposite; what is unknown stays unknown."""

    part: "Tree[Leaf]"


@dataclass(frozen=True, slots=True)
class AtLeast(Generic[Leaf]):
    """At least `count` of the parts hold: all of them is `and`, one of them is `or`."""

    count: int
    parts: "tuple[Tree[Leaf], ...]"


Tree = Union[Leaf, Not[Leaf], AtLeast[Leaf]]  # noqa: UP007 - `|` does not take a type variable's alias here
Rule = Tree[Comparison]
"""A rule as written."""
Expression = Tree[Among]
"""A rule bound to the answers of the questions that are asked."""

LISTS = frozenset({Operator.IN, Operator.NOT_IN})
_OPERATORS: dict[type[ast.cmpop], Operator] = {
    ast.Eq: Operator.EQ,
    ast.NotEq: Operator.NE,
    ast.Lt: Operator.LT,
    ast.LtE: Operator.LE,
    ast.Gt: Operator.GT,
    ast.GtE: Operator.GE,
    ast.In: Operator.IN,
    ast.NotIn: Operator.NOT_IN,
}
_ONE_WAY = ((ast.Lt, ast.LtE), (ast.Gt, ast.GtE))
_MIRRORED = {
    Operator.LT: Operator.GT,
    Operator.LE: Operator.GE,
    Operator.GT: Operator.LT,
    Operator.GE: Operator.LE,
}
_PARTS = (
    "names, numbers, times like `30 days`, dates like `2024-01-31`, `and or not`, `== != < <= > >=`, `in [..]` and "
    "`at_least(2, a, b, c)`"
)
_TIME = re.compile(r"(\d+(?:\.\d+)?) *(day|week|month|year)s?")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_QUOTED = re.compile(rf"""'[^']*'|"[^"]*"|(?<![\w.])(?:{_DATE.pattern}|{_TIME.pattern.replace(" *", " +")})(?!\w)""")
"""What Python's parser takes as a text: what stands in quotes already, times and dates."""


_COMMA = "a comma stands where none belongs: write 1000, not 1,000, and 0.5, not 0,5; join two rules with `and` or `or`"
_THOUSANDS = re.compile(r"(?<![\w.])[1-9]\d{0,2}\.\d{3}(?![\w.])")
"""A number that a Spanish record may mean as thousands: `1.040`."""
_PLAIN_NUMBER = re.compile(r"(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_SIGNS = tuple(
    (re.compile(written), instead)
    for written, instead in (("=>|≥", ">="), ("=<|≤", "<="), ("≠|<>", "!="), ("(?<![=!<>])=(?!=)", "=="))
)
"""Signs as records print them, and those of the language."""


def every(*parts: Tree[Leaf]) -> AtLeast[Leaf]:
    """All the parts hold."""
    return AtLeast(len(parts), parts)


def some(*parts: Tree[Leaf]) -> AtLeast[Leaf]:
    """One of the parts holds."""
    return AtLeast(1, parts)


def two_readings(text: str) -> str | None:
    """What is unclear about a number in a text that may be meant as thousands, like `1.040`; else None."""
    if (found := _THOUSANDS.search(text)) is None:
        return None
    number, thousands = f"{float(found[0]):g}", found[0].replace(".", "")
    return f"`{found[0]}` may mean {thousands} or {number}: write {thousands}, or {found[0]}0 if you mean {number}"


def parse(text: str) -> Rule:
    """Read a rule; raises RuleError."""
    line = " ".join(text.split())
    if len(line) > LONGEST_RULE:
        raise RuleError(f"the rule has {len(line)} characters; at most {LONGEST_RULE} are allowed: split it")
    if found := two_readings(line):
        raise RuleError(found)
    if "#" in line:
        raise RuleError("a rule cannot hold a comment (`#`): put it on a line of its own")
    if not line:
        raise RuleError("the rule is empty")
    _check_signs(line)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            readable = _QUOTED.sub(lambda found: found[0] if found[0][0] in "'\"" else f'"{found[0]}"', line)
            tree = ast.parse(readable, mode="eval").body
            _check_brackets(tree, readable)
            rule = _tree(tree)
            _check_numbers(tree, readable)
            return rule
    except SyntaxError as error:
        near = line[max(0, (error.offset or 1) - 1) :][:20]
        sign = next((instead for written, instead in _SIGNS if written.search(line)), None)
        hint = f"; use `{sign}` to compare" if sign else ""
        raise RuleError(f"the rule cannot be read near `{near}`{hint}: write it with {_PARTS}") from None
    except RuleError:
        raise
    except (ValueError, RecursionError, MemoryError):
        raise RuleError(f"the rule cannot be read: write it with {_PARTS}") from None


def _check_signs(line: str) -> None:
    """Refuse letters that only look like those of a name."""
    strange = next((sign for sign in line if not sign.isascii()), None)
    if strange is not None and not any(written.search(line) for written, _ in _SIGNS):
        raise RuleError(f"`{strange}` (U+{ord(strange):04X}) is no plain letter or sign: write the rule in plain ASCII")


def _check_numbers(tree: ast.expr, line: str) -> None:
    """Refuse numbers that a programming language reads and people do not: `0x10`, `1_0`, `1e3`, `.5`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and type(node.value) in {int, float}:
            number = ast.get_source_segment(line, node) or ""
            if not _PLAIN_NUMBER.fullmatch(number):
                raise RuleError(
                    f"`{number[:20]}` is no plain number: write it with digits and a point, like 1000 or 0.5"
                )


def _check_brackets(tree: ast.expr, line: str) -> None:
    """Refuse `a and b or c`: what belongs together is said with brackets, never left to a habit of programmers."""
    data = line.encode()
    for node in ast.walk(tree):
        for part in node.values if isinstance(node, ast.BoolOp) else ():
            if isinstance(part, ast.BoolOp) and part.end_col_offset is not None:
                before, behind = data[: part.col_offset].rstrip(), data[part.end_col_offset :].lstrip()
                if not (before.endswith(b"(") and behind.startswith(b")")):
                    raise RuleError(
                        "`and` and `or` stand side by side: say with brackets which of them belong together"
                    )


def _tree(node: ast.expr) -> Rule:
    match node:
        case ast.BoolOp(op=ast.And(), values=values):
            return every(*map(_tree, values))
        case ast.BoolOp(values=values):
            return some(*map(_tree, values))
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return Not(_tree(operand))
        case ast.Name(id=name):
            return Comparison(QuestionId(name), Operator.HOLDS, ())
        case ast.Compare():
            return _comparison(node)
        case ast.Call(func=ast.Name(id="at_least"), args=args, keywords=[]):
            return _at_least(args)
        case ast.Tuple():
            raise RuleError(_COMMA)
        case _:
            raise RuleError(f"`{ast.unparse(node)[:60]}` is not part of the rule language, which has {_PARTS}")


def _at_least(args: list[ast.expr]) -> Rule:
    match args:
        case [ast.Constant(value=int(count)), *parts] if type(count) is int and 1 <= count <= len(parts):
            return AtLeast(count, tuple(map(_tree, parts)))
        case _:
            raise RuleError("at_least needs a number and then as many rules or more: at_least(2, a, b, c)")


def _comparison(node: ast.Compare) -> Rule:
    operands = [node.left, *node.comparators]
    if len(node.ops) > 1 and not any(all(isinstance(op, way) for op in node.ops) for way in _ONE_WAY):
        raise RuleError("a chain goes one way, like `18 <= age <= 65`: write two comparisons with `and`")
    found = [
        _compare(left, _OPERATORS.get(type(op)), right)
        for left, op, right in zip(operands, node.ops, operands[1:], strict=False)
    ]
    return found[0] if len(found) == 1 else every(*found)


def _compare(left: ast.expr, operator: Operator | None, right: ast.expr) -> Comparison:
    if operator is None:
        raise RuleError("use `==` to compare, not `is`")
    if isinstance(left, ast.Constant | ast.UnaryOp) and isinstance(right, ast.Name):
        left, operator, right = right, _MIRRORED.get(operator, operator), left
    if not isinstance(left, ast.Name):
        raise RuleError(f"`{ast.unparse(left)[:60]}` stands where the name of a question belongs")
    question = QuestionId(left.id)
    if operator not in LISTS:
        return Comparison(question, operator, (_value(right),))
    if not isinstance(right, ast.List | ast.Tuple | ast.Set) or not right.elts:
        raise RuleError(f"after `{operator.value}` a list belongs: `{question} {operator.value} [a, b]`")
    return Comparison(question, operator, tuple(_value(item) for item in right.elts))


def _value(node: ast.expr) -> Value:
    match node:
        case ast.Name(id=word):
            return {"true": "yes", "false": "no"}.get(word, word)
        case ast.Constant(value=bool(answer)):
            return "yes" if answer else "no"
        case ast.Constant(value=str(word)):
            return number_in(word) or word
        case ast.Constant(value=int(number) | float(number)):
            return _checked(number)
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int(number) | float(number))):
            return _checked(-number)
        case ast.Tuple():
            raise RuleError(_COMMA)
        case _:
            raise RuleError(f"`{ast.unparse(node)[:60]}` is not a value: use a number, an option, yes, no or never")


def _checked(number: float) -> float:
    if not abs(number) <= LARGEST_NUMBER:
        raise RuleError(f"the number is too large; at most {LARGEST_NUMBER:.0f} is allowed")
    return float(number)


def number_in(text: str) -> Time | date | None:
    """The time or the date that a text is, like `30 days` or `2024-01-31`; raises RuleError for a day that is none."""
    if found := _TIME.fullmatch(text.strip()):
        return Time(_checked(float(found[1])), TimeUnit(f"{found[2]}s"))
    if not _DATE.fullmatch(text.strip()):
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise RuleError(
            f"`{text.strip()}` is no day of the calendar: write year, month and day, like 2024-01-31"
        ) from None


def shown(value: float) -> str:
    """The shortest form of a number: `6`, `0.5`."""
    return str(int(value)) if float(value).is_integer() else repr(float(value))


def worded(value: Value) -> str:
    """A value as a rule would write it."""
    return shown(value) if isinstance(value, float) else str(value)


def leaves(tree: Tree[Leaf]) -> Iterator[Leaf]:
    """The leaves of a tree, from left to right."""
    match tree:
        case Not(part):
            yield from leaves(part)
        case AtLeast(_, parts):
            for part in parts:
                yield from leaves(part)
        case _:
            yield tree


def bind(rule: Rule, among: Callable[[Comparison], Among]) -> Expression:
    """The rule over answers; `among` gives the answers that make a comparison true."""
    match rule:
        case Not(part):
            return Not(bind(part, among))
        case AtLeast(count, parts):
            return AtLeast(count, tuple(bind(part, among) for part in parts))
        case Comparison():
            return among(rule)


def truth(expression: Expression, answers: Answers) -> Truth:
    """The truth of an expression, given what has been answered."""
    match expression:
        case Among(question, among, left_open):
            answer = answers.get(question, UNSURE)
            if answer == UNSURE or answer in left_open:
                return Truth.UNKNOWN
            return Truth.TRUE if answer in among else Truth.FALSE
        case Not(part):
            return Truth(2 - truth(part, answers).value)
        case AtLeast(count, parts):
            values = [truth(part, answers) for part in parts]
            if values.count(Truth.TRUE) >= count:
                return Truth.TRUE
            possible = len(values) - values.count(Truth.FALSE)
            return Truth.UNKNOWN if possible >= count else Truth.FALSE


def did_you_mean(word: str, known: Collection[str]) -> str:
    """`; did you mean X?` where X is near, else `; known are A, B, C`."""
    near = difflib.get_close_matches(word, known, n=1, cutoff=0.6)
    return f"; did you mean `{near[0]}`?" if near else f"; known are {listed(known)}"


def listed(words: Iterable[str], most: int = 12) -> str:
    """Words in a row, in backquotes, cut after `most`."""
    quoted = [f"`{word}`" for word in words]
    return ", ".join(quoted[:most]) + (", …" if len(quoted) > most else "") if quoted else "none"
