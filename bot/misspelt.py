"""Names in the environment and in `.env` that are no settings, but look as if they were meant for one."""

import difflib
from collections.abc import Collection, Iterable
from pathlib import Path

from dotenv import dotenv_values

LIKE = 0.85
"""How alike two names must be, of 1 (difflib's ratio, without the underscores)."""
SHORTEST = 6
"""Letters; shorter names are like too many others."""
OURS = ("TELEGRAM_", "FUNNEL_")
"""What begins so is ours, in whatever it ends."""


def hints(environment: Collection[str], settings: Iterable[str], file: Path = Path(".env")) -> tuple[str, ...]:
    """A sentence for each such name, in order of the alphabet; never a value."""
    known = [name.upper() for name in settings]
    written = dotenv_values(file, interpolate=False) if file.is_file() else {}
    names = {name.upper() for name in (*environment, *written)} - set(known)
    found = []
    for name in sorted(names):
        meant = _meant(name, known)
        if meant:
            found.append(f"{name} is set, but is no setting: did you mean {meant}?")
        elif name.startswith(OURS):
            found.append(f"{name} is set, but is no setting; .env.example lists them all")
    return tuple(found)


def _meant(name: str, known: list[str]) -> str | None:
    """The setting that a name is nearly, by its letters or by its words."""
    words = set(name.split("_"))
    for setting in known:
        of_setting = set(setting.split("_"))
        if len(words) > 1 and words < of_setting and len(of_setting) - len(words) == 1:
            return setting
    bare = name.replace("_", "")
    if len(bare) < SHORTEST:
        return None
    spelt = {setting.replace("_", ""): setting for setting in known if len(setting) >= SHORTEST}
    near = difflib.get_close_matches(bare, spelt, n=1, cutoff=LIKE)
    return spelt[near[0]] if near else None
