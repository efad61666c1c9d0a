"""How large a page is: a multiple of 8 KB, so that who sees only sizes pass by learns nothing of what was answered."""

BLOCK = 8192


def padded(page: str, least: int = 0) -> bytes:
    """A page filled up behind its end to the next multiple of 8 KB of its own size or of `least`, whichever is more."""
    data = page.encode()
    return data + b"\n" * (blocks(max(len(data), least)) - len(data))


def blocks(size: int) -> int:
    """The next multiple of 8 KB."""
    return -(-size // BLOCK) * BLOCK
