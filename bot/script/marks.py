"""Text ids: every text of a study and of the program gets one invisible sign before it, so that what is shown tells what it is.

The signs are characters of a private-use plane, which no file may hold and no face treats as anything but a letter.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from importlib.resources.abc import Traversable
from typing import TypeVar

from bot.conversation.wording import Argument, Wording
from bot.script.own_texts import OWN, names_in
from criteria import model
from criteria.condition import Condition, CriterionDefinition, CriterionId, StudyDefinition
from criteria.languages import Language

FIRST, LAST = 0xF0000, 0xFFFFD
_SIGN = re.compile(f"[{chr(FIRST)}-{chr(LAST)}]")
PLAIN_FIELDS = frozenset({"registry", "title", "reference", "phone", "mail"})
"""Fields that people read although they are in no language of their own."""
ITEM_FIELDS = frozenset({"inclusion", "exclusion"})
"""Under them stand the record's own words."""
Part = TypeVar("Part")


class Marks:
    """Signs for text ids, given out as they are needed."""

    def __init__(self) -> None:
        self._signs: dict[str, str] = {}
        self._ids: list[str] = []

    def on(self, text_id: str, text: str) -> str:
        """The text with its sign before it; of several paragraphs, each with one of its own (`…#2` and so on)."""
        first, *others = text.split("\n\n")
        told = [self._one(text_id, first)]
        told += [self._one(f"{text_id}#{at}", one.lstrip()) for at, one in enumerate(others, 2)]
        return "\n\n".join(told)

    def _one(self, text_id: str, text: str) -> str:
        if text_id not in self._signs:
            self._signs[text_id] = chr(FIRST + len(self._ids))
            self._ids.append(text_id)
        return self._signs[text_id] + text

    def ids(self, shown: str) -> list[str]:
        """The ids of the texts that a shown piece is made of, in their order."""
        return [self._ids[ord(sign) - FIRST] for sign in _SIGN.findall(shown)]

    def condition(self, condition: Condition) -> Condition:
        """The condition with every text marked, under the names that its fingerprint uses."""
        questions = {
            key: replace(
                one, text=self._part(f"questions.{key}", one.text), section=self._part(f"sections.{key}", one.section)
            )
            for key, one in condition.questions.items()
        }
        return replace(
            condition,
            text=self._part("condition", condition.text),
            questions=questions,
            studies={key: self._study(one) for key, one in condition.studies.items()},
            topics={key: self._part(f"topics.{key}", topic) for key, topic in condition.topics.items()},
        )

    def _study(self, study: StudyDefinition) -> StudyDefinition:
        text = self._part("study", study.text)
        by_id = {one.id: one for one in text.criteria}
        criteria: dict[CriterionId, CriterionDefinition] = {
            key: replace(one, text=by_id[key]) for key, one in study.criteria.items()
        }
        return replace(study, text=text, criteria=criteria)

    def _part(self, path: str, value: Part) -> Part:
        """A part of a definition with its texts marked."""
        return self._marked(path, value)  # type: ignore[return-value]

    def _marked(self, path: str, value: object) -> object:
        match value:
            case model.Text(root=root):
                return model.Text.model_construct(
                    root={key: self.on(f"{path}.{key}", text) for key, text in root.items()}
                )
            case model.Strict():
                return value.model_copy(update=dict(self._fields(path, value)))
            case Mapping():
                return {key: self._marked(f"{path}.{key}", member) for key, member in value.items()}
            case tuple():
                named = (getattr(member, "id", None) or at for at, member in enumerate(value, 1))
                return tuple(self._marked(f"{path}.{name}", one) for name, one in zip(named, value, strict=True))
            case str() if _is_read(path):
                return self.on(path, value)
            case _:
                return value

    def _fields(self, path: str, value: model.Strict) -> Iterator[tuple[str, object]]:
        for name, field in type(value).model_fields.items():
            if name != "say":
                yield name, self._marked(f"{path}.{field.alias or name}", getattr(value, name))


def _is_read(path: str) -> bool:
    *_, group, name = path.split(".")
    return name in PLAIN_FIELDS or group in ITEM_FIELDS


def plain(shown: str) -> str:
    """The same without signs."""
    return _SIGN.sub("", shown)


class MarkedWording(Wording):
    """The program's own texts, each marked with where it stands and its name."""

    def __init__(self, marks: Marks, face: str, *folders: Traversable) -> None:
        """`face`: the short name of the face that the folders belong to."""
        self._marks = marks
        own = dict.fromkeys((name for folder in folders for name in names_in(folder)), face)
        self._where = {**own, **dict.fromkeys(names_in(OWN), "text")}
        super().__init__(*folders)

    def _say(self, language: Language, name: str, /, **arguments: Argument) -> str:
        known = name if name in self._where else name.partition(".")[0]  # a form that the text has not got
        where = self._where.get(known, "text")
        return self._marks.on(f"{where}.{known}.{language}", super()._say(language, name, **arguments))
