"""What ends a command with one plain line."""


class PlainError(Exception):
    """An expected failure; its message says what is wrong and what to do, and holds no secret and no answer."""
