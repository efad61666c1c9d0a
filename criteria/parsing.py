"""A line of text becomes a rule: read by Python's own parser and turned into our tree; nothing is ever executed."""

import ast
import re
import warnings
from datetime import date

from criteria.expression import (
    LISTS,
    AtLeast,
    Comparison,
    Not,
    Operator,
    QuestionId,
    Rule,
    RuleError,
    Time,
    TimeUnit,
    Value,
    every,
    some,
)

LONGEST_RULE = 1000
LARGEST_NUMBER = 1e9
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
            told = f"`{ast.unparse(node)[:60]}` is not part of the rule language, which has {_PARTS}"
            raise RuleError(f"{told}, and no arithmetic" if _calculates(node) else told)


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
    for side in (left, right):
        if _calculates(side):
            raise RuleError(_no_arithmetic(side))
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


def _calculates(node: ast.expr) -> bool:
    return isinstance(node, ast.BinOp) and isinstance(
        node.op, ast.Add | ast.Sub | ast.Mult | ast.Div | ast.FloorDiv | ast.Mod | ast.Pow
    )


def _no_arithmetic(node: ast.expr) -> str:
    return (
        f"`{ast.unparse(node)[:60]}` is arithmetic, and rules do not calculate: write the finished number as the limit, "
        "or ask for the calculated value itself"
    )


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
