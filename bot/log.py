"""Logging that redacts and does not repeat itself: what looks like a ticket, a token, a chat or an address of one never reaches a line."""

import logging
import re
import time
from collections.abc import Callable
from types import TracebackType

_Raised = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
_SECRETS = (
    (re.compile(r"[A-Za-z0-9_-]{40,}={0,2}"), "[sealed]"),
    (re.compile(r"\b\d{5,}:[A-Za-z0-9_-]{20,}"), "[token]"),
    (re.compile(r"/(c|bot)/?[A-Za-z0-9_:-]{16,}\S*"), r"/\1/[sealed]"),
)
AGAIN = 600.0
"""Seconds after which the same warning may be told again."""
MOST = 100
"""Different warnings that are told in that time."""
_LOUD = (
    *("httpx", "httpcore", "telegram", "telegram.ext", "asyncio", "uvicorn.access", "multipart", "python_multipart"),
    *("aiosqlite", "sqlalchemy", "asyncpg"),  # they would log statements with their values
)


class Once(logging.Filter):
    """Lets a warning or an error through once in a while: the same one again tells nothing, and how often tells too much.

    Kept are at most `MOST` of them, so that a flood of different ones has an end, too.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._clock = clock
        self._told: dict[tuple[str, int, str], float] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the line is told."""
        if record.levelno < logging.WARNING:
            return True
        now, line = self._clock(), (record.name, record.lineno, redact(record.getMessage()))
        if now < self._told.get(line, now) + AGAIN and line in self._told:
            return False
        self._told = {key: at for key, at in self._told.items() if now < at + AGAIN}
        if len(self._told) >= MOST:
            return False
        self._told[line] = now
        return True


class RedactingFormatter(logging.Formatter):
    """A formatter whose lines and tracebacks hold no sealed text, no token and no exception's own words."""

    def format(self, record: logging.LogRecord) -> str:
        """Give the line, redacted."""
        return redact(super().format(record))

    def formatException(self, ei: _Raised) -> str:  # noqa: N802 - the name is the library's
        """Where it happened and of what kind it is; never its message, which may hold what a person wrote."""
        kind, _, trace = ei
        places = []
        while trace is not None:
            code = trace.tb_frame.f_code
            places.append(f"  {code.co_filename}:{trace.tb_lineno} in {code.co_name}")
            trace = trace.tb_next
        return "\n".join([f"{kind.__name__ if kind else 'error'} at", *places])


def redact(text: str) -> str:
    """The text without what is secret."""
    for pattern, instead in _SECRETS:
        text = pattern.sub(instead, text)
    return text


def set_up(level: str) -> None:
    """Log to the standard error, redacted; the libraries that log addresses and bodies stay at WARNING."""
    handler = logging.StreamHandler()
    handler.addFilter(Once())
    formatter = RedactingFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s", "%Y-%m-%dT%H:%M:%SZ")
    formatter.converter = time.gmtime
    handler.setFormatter(formatter)
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in _LOUD:
        logging.getLogger(name).setLevel(logging.WARNING)
    for name in ("uvicorn", "uvicorn.error"):
        logger = logging.getLogger(name)
        logger.handlers.clear()
        logger.propagate = True
        logger.setLevel(logging.ERROR)
