"""Keeps the libraries silent: at INFO one logs the token with every request, at DEBUG another logs what people write."""

import logging
import os
import traceback

_LOUD = ("httpx", "httpcore", "telegram", "telegram.ext", "telegram.Bot", "telegram.request")


def silence() -> None:
    """Turn off every logger that may see a token, a chat or a text; what matters is logged here, in our words."""
    for name in _LOUD:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    # Without this the library warns at every 429 that it will give another type some day.
    os.environ.setdefault("PTB_TIMEDELTA", "true")


def place(error: BaseException) -> str:
    """What kind of error it was and where, without a word of what was in hand."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f"{frames[-1].filename}:{frames[-1].lineno}" if frames else "?"
    return f"{type(error).__name__} at {where}"
