"""What stays together on a line: a number and what it counts, a day, an ending. Only on pages: labels stay what people type."""

import re
from functools import lru_cache

SPACE, JOINER = "\N{NO-BREAK SPACE}", "\N{WORD JOINER}"
UNDONE = {ord(SPACE): " ", ord(JOINER): None}
"""For `str.translate`: a page's words as their authors wrote them."""
ENDING = re.compile(r"(?<=[ (])-(?=[^\W\d])")
"""The hyphen of `-pril`, behind which a line might break."""
BREAKS = re.compile(
    r"""(?<=[\w,])\ (?=(?:de\ )?(?:19|20)\d\d\b)  # before a year: `agosto de 2025`, `31, 2025`
      | (?<=[a-z])\ (?=\d{1,2},\ \d{4}\b)         # within `July 31, 2025`
      | \ (?=·\ )                                # before a dot between two things, which begins no line
      | (?<=\d)(?<!\b(?:19|20)\d\d)(?:\ [a-z]{1,2})?\ (?=[\w%])  # behind a number, with a little word: `11 de agosto`, `6 a 12`
    """,
    re.VERBOSE,
)


def together(value: object) -> object:
    """A text with no-break spaces in it; what is no text, or HTML already, as it is."""
    return _kept(value) if type(value) is str and " " in value else value


@lru_cache(maxsize=4096)
def _kept(text: str) -> str:
    return BREAKS.sub(lambda found: found[0].replace(" ", SPACE), ENDING.sub(f"-{JOINER}", text))
