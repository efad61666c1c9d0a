"""The log: a warning once in a while, lines in UTC, and nothing secret in either."""

import logging

from bot.log import AGAIN, MOST, Once, RedactingFormatter


def record(message: str, level: int = logging.WARNING, line: int = 1) -> logging.LogRecord:
    return logging.LogRecord("bot.test", level, "file.py", line, message, (), None)


def test_the_same_warning_is_told_once_in_a_while_and_how_often_is_not() -> None:
    moment = [0.0]
    once = Once(lambda: moment[0])
    assert [once.filter(record("away")) for _ in range(1000)] == [True, *[False] * 999]
    assert once.filter(record("another"))
    moment[0] = AGAIN
    assert once.filter(record("away"))
    assert not once.filter(record("away"))


def test_what_is_no_warning_is_told_each_time() -> None:
    once = Once(lambda: 0.0)
    assert all(once.filter(record("a coordinator has signed in", logging.INFO)) for _ in range(100))


def test_a_flood_of_different_warnings_has_an_end() -> None:
    once = Once(lambda: 0.0)
    assert sum(once.filter(record(f"fault {number}", line=number)) for number in range(10_000)) == MOST


def test_warnings_that_differ_in_a_ticket_alone_are_the_same() -> None:
    once = Once(lambda: 0.0)
    assert once.filter(record(f"odd {'A' * 64}"))
    assert not once.filter(record(f"odd {'B' * 64}"))


def test_a_line_holds_no_ticket() -> None:
    assert "A" * 40 not in RedactingFormatter("%(message)s").format(record(f"odd {'A' * 64}"))
