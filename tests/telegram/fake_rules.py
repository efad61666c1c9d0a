"""What Telegram refuses, in Telegram's own words."""

import itertools
import re
from typing import Any

LONGEST_TEXT = 4096
LONGEST_DATA = 64
MOST_BUTTONS = 100
WIDEST_ROW = 8
TWO_DAYS = 48 * 3600
OLDEST_QUERY = 60.0
ENTITIES = ("bold", "italic", "text_link", "expandable_blockquote")
STYLES = ("primary", "success", "danger")


class Refused(Exception):  # noqa: N818 - it is an answer
    """An answer of the Bot API that is no success."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


def bad(description: str) -> Refused:
    return Refused(400, f"Bad Request: {description}")


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def check_text(text: str, entities: list[dict[str, Any]]) -> str:
    """The text as Telegram keeps it."""
    kept = text.rstrip()
    if not kept.strip():
        raise bad("message text is empty")
    if units(kept) > LONGEST_TEXT:
        raise bad("message is too long")
    if kept != kept.lstrip():
        raise bad("the text begins with a blank, so that Telegram would move the entities")
    raw = kept.encode("utf-16-le")
    if len(entities) > 100:
        raise bad("too many entities")
    for entity in entities:
        begin, end = entity["offset"], entity["offset"] + entity["length"]
        if not 0 <= begin < end <= units(kept):
            raise bad("ENTITY_BOUNDS_INVALID")
        if entity["type"] not in ENTITIES or ("url" in entity) != (entity["type"] == "text_link"):
            raise bad("ENTITY_TYPE_INVALID")
        try:
            raw[2 * begin : 2 * end].decode("utf-16-le")
        except UnicodeDecodeError:
            raise bad("an entity cuts a character in two") from None
    _check_nesting(entities)
    return kept


def _check_nesting(entities: list[dict[str, Any]]) -> None:
    """Two entities are apart, or one lies within the other; quotes hold no quotes, and nothing but quotes holds a link."""
    for one, other in itertools.combinations(entities, 2):
        first, second = sorted((one, other), key=lambda entity: (entity["offset"], -entity["length"]))
        ends = first["offset"] + first["length"]
        if second["offset"] >= ends:
            continue
        if second["offset"] + second["length"] > ends:
            raise bad("entities overlap, so that Telegram would split them")
        kinds = {first["type"], second["type"]}
        if kinds <= {"expandable_blockquote"} or kinds == {"text_link"}:
            raise bad("entities of these kinds can't be nested")


def check_keyboard(markup: Any) -> list[list[dict[str, str]]]:
    """The rows of an inline keyboard."""
    if markup is None:
        return []
    rows = markup.get("inline_keyboard") if isinstance(markup, dict) else None
    if not isinstance(rows, list) or set(markup) != {"inline_keyboard"}:
        raise bad("object expected as reply markup")
    if sum(map(len, rows)) > MOST_BUTTONS:
        raise bad("reply markup is too long")
    for row in rows:
        if not 0 < len(row) <= WIDEST_ROW:
            raise bad("a row holds 1 to 8 buttons")
        for button in row:
            if not button.get("text", "").strip() or set(button) - {"style"} != {"text", "callback_data"}:
                raise bad("BUTTON_TYPE_INVALID")
            if button.get("style", "primary") not in STYLES:
                raise bad("BUTTON_STYLE_INVALID")
            if not 1 <= len(button["callback_data"].encode()) <= LONGEST_DATA:
                raise bad("BUTTON_DATA_INVALID")
    return rows


def check_commands(commands: list[dict[str, str]]) -> None:
    if not 1 <= len(commands) <= 100:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not re.fullmatch(r"[a-z0-9_]{1,32}", command["command"]):
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= len(command["description"]) <= 256:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")


def check_length(text: str, most: int) -> None:
    if units(text) > most:
        raise bad("DESCRIPTION_TOO_LONG")


def check_photo(content: bytes) -> None:
    """A photo as Telegram takes it: 10 MB, both sides together 10,000, one at most 20 times the other."""
    if not content.startswith(b"\x89PNG"):
        raise bad("IMAGE_PROCESS_FAILED")
    wide, high = int.from_bytes(content[16:20]), int.from_bytes(content[20:24])
    if len(content) > 10_000_000 or wide + high > 10_000 or max(wide, high) > 20 * min(wide, high):
        raise bad("PHOTO_INVALID_DIMENSIONS")
