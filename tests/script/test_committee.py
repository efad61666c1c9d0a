"""A committee's check-list of 24 points, each answered by the document, in each language."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from committee import ids_of, shipped
from studies import LUPUS, VALLADOLID

from bot.conversation.cards.labels import answer_label
from bot.conversation.wording import Wording
from bot.script.changes import compared
from bot.script.document import TEXTS
from bot.script.html import html
from bot.script.model import Chapter, Items, Part, Picture, Script, Table, lines_of
from criteria.expression import UNSURE
from criteria.interview import Interview
from criteria.languages import LANGUAGES, Language
from criteria.screening import screening

SAY = Wording(TEXTS).say
STUDY = LUPUS.studies[VALLADOLID]
ALONE = screening(LUPUS, [VALLADOLID])


@dataclass(frozen=True)
class Read:
    """The document as a member of a committee reads it, in one language."""

    script: Script
    part: Part

    @property
    def language(self) -> Language:
        return self.part.language

    def chapter(self, key: str) -> Chapter:
        return next(one for one in self.part.chapters if one.key == key)

    def text(self, *keys: str) -> str:
        found = [one for one in self.part.chapters if not keys or one.key in keys]
        return "\n".join(line.text for one in found for block in one.blocks for line in lines_of(block))

    def says(self, key: str, name: str, **arguments: str | float) -> bool:
        """Whether a chapter has a sentence of the document's own, whatever is filled in."""
        whole = re.escape(SAY(self.language, name, **arguments)).replace(re.escape("\ufffc"), "(?s:.+?)")
        return re.search(whole, self.text(key)) is not None

    def rows(self, key: str) -> Iterator[tuple[str, ...]]:
        for block in self.chapter(key).blocks:
            if isinstance(block, Table):
                for row in block.rows:
                    yield tuple(" ".join(line.text for line in cell) for cell in row)

    def fact(self, name: str) -> str:
        return {label: told for label, told, *_ in self.rows("cover")}[SAY(self.language, f"cover-{name}")]


GAP = "\ufffc"


def title(read: Read) -> bool:
    return read.fact("study") == STUDY.text.title.in_(read.language)


def registry(read: Read) -> bool:
    return STUDY.text.record.registry in read.fact("published") and VALLADOLID in read.fact("published")


def record_version(read: Read) -> bool:
    return bool(read.fact("record")) and read.fact("record-status") == STUDY.text.record.status.in_(read.language)


def sponsor_and_sites(read: Read) -> bool:
    units = [one.unit.in_(read.language) for one in STUDY.text.sites]
    return bool(read.fact("sponsor")) and bool(units) and all(one in read.fact("sites") for one in units)


def recruiting(read: Read) -> bool:
    return bool(read.fact("recruiting"))


def approval(read: Read) -> bool:
    return read.fact("approval") == SAY(read.language, "cover-not-approved")


def research_not_known_to_help(read: Read) -> bool:
    return read.says("purpose", "purpose-research") and STUDY.text.summary.in_(read.language) in read.text("purpose")


def how_people_reach_it(read: Read) -> bool:
    return read.says("reach", "reach-link", study=VALLADOLID) and read.says("reach", "reach-poster")


def who_runs_it_and_whom_to_call(read: Read) -> bool:
    return all(read.fact(one) for one in ("operator", "help", "privacy", "contact"))


def every_sentence(read: Read) -> bool:
    own = {name for name in read.script.own_texts if name.endswith(f".{read.language}")}
    return own <= ids_of(read.script)


def questions_in_order(read: Read) -> bool:
    asked = [f"{at}. {one.text.ask.in_(read.language)}" for at, one in enumerate(ALONE.questions.values(), 1)]
    places = [read.text("screens").index(one) for one in asked]
    return places == sorted(places) and len(places) == len(ALONE.questions)


def each_question_beside_its_requirements_and_items(read: Read) -> bool:
    text = read.text("screens")
    labels = (one.text.label.in_(read.language) for one in ALONE.studies[VALLADOLID].criteria.values() if one.rule)
    return all(label in text for label in labels)


def rules_in_words(read: Read) -> bool:
    rules = [row[2] for row in read.rows("rules")]
    ids = [one for question in ALONE.questions.values() for one in (question.id, *question.answers) if "_" in one]
    return len(rules) == len(STUDY.criteria) and not any(one in rule for rule in rules for one in ids)


def what_each_answer_does(read: Read) -> bool:
    context = _Texts()
    rows = [row for row in read.rows("screens") if len(row) == 2]
    wanted = [
        answer_label(context, read.language, question, answer)
        for question in ALONE.questions.values()
        for answer in (*question.answers, UNSURE)
    ]
    return [row[0] for row in rows] == wanted and all(row[1] for row in rows)


class _Texts:
    wording = Wording()


def picture_of_the_flow(read: Read) -> bool:
    pictures = [one for one in read.chapter("flow").blocks if isinstance(one, Picture)]
    return len(pictures) == 1 and pictures[0].svg.count("<rect") > len(ALONE.questions) and len(pictures[0].text) > 100


def longest_and_mean(read: Read) -> bool:
    longest = Interview(ALONE).at_most(Interview(ALONE).start)
    return re.search(rf"\b{longest}\b.*\b\d+([.,]\d)?\b", read.fact("length")) is not None


def what_is_kept_and_what_is_not(read: Read) -> bool:
    return read.says("purpose", "purpose-kept") and "Telegram" in read.text("purpose")


def leaving_half_way(read: Read) -> bool:
    return read.says("purpose", "purpose-leaving", web=72, telegram=14)


def what_who_does_not_fit_is_told(read: Read) -> bool:
    told = {f"text.{name}.{read.language}" for name in ("result-stopped", "result-decided", "result-review")}
    return read.says("purpose", "purpose-out") and told <= ids_of(read.script, "screens")


def voluntary_and_no_change_of_medicines(read: Read) -> bool:
    return read.says("purpose", "purpose-voluntary") and SAY(read.language, "safety-treatment") in read.text("screens")


def readability(read: Read) -> bool:
    scores = [float(row[-1].replace(",", ".")) for row in read.rows("reading")]
    return len(scores) >= 5 and all(0 < score < 121 for score in scores)


def cases_with_results_and_who_checked(read: Read) -> bool:
    rows = [row for row in read.rows("cases") if len(row) == 4]
    mine = [case for case in LUPUS.cases if VALLADOLID in case.text.expect]
    same = SAY(read.language, "cases-same")
    return len(rows) == len(mine) and all(row[2] == same and row[3] for row in rows)


def burden_machine_and_intended_purpose(read: Read) -> bool:
    words = (
        SAY(read.language, f"purpose-{one}", states=GAP, words=GAP, minutes=GAP, taps=GAP, chapter=GAP)
        for one in ("machine", "intended", "burden")
    )
    return all(all(piece in read.text("purpose") for piece in one.split(GAP)) for one in words)


def what_changes_without_approval(read: Read) -> bool:
    return read.says("outside", "outside-recruiting") and read.says("outside", "outside-contact")


def footer_and_changes(read: Read) -> bool:
    footer = (VALLADOLID, read.script.version, read.script.date, read.script.fingerprint)
    marked = compared(read.script, read.script).parts[0].chapters[0]
    return (
        all(one in read.part.footer for one in footer)
        and marked.key == "changes"
        and "counter(page)" in html(read.script)
    )


POINTS: tuple[Callable[[Read], bool], ...] = (
    title,
    registry,
    record_version,
    sponsor_and_sites,
    recruiting,
    approval,
    research_not_known_to_help,
    how_people_reach_it,
    who_runs_it_and_whom_to_call,
    every_sentence,
    questions_in_order,
    each_question_beside_its_requirements_and_items,
    rules_in_words,
    what_each_answer_does,
    picture_of_the_flow,
    longest_and_mean,
    what_is_kept_and_what_is_not,
    leaving_half_way,
    what_who_does_not_fit_is_told,
    voluntary_and_no_change_of_medicines,
    readability,
    cases_with_results_and_who_checked,
    burden_machine_and_intended_purpose,
    what_changes_without_approval,
)
LAST = footer_and_changes
"""Of every page, and of a second version; it comes on top of the 24."""


def test_the_list_has_24_points() -> None:
    assert len({point.__name__ for point in POINTS}) == 24


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("point", [*POINTS, LAST], ids=lambda point: point.__name__)
def test_the_document_answers(point: Callable[[Read], bool], language: Language) -> None:
    script = shipped(VALLADOLID)
    part = next(one for one in script.parts if one.language == language)
    assert point(Read(script, part))


def test_what_participants_read_is_quoted_and_nothing_else_is() -> None:
    for part in shipped(VALLADOLID).parts:
        for chapter in part.chapters:
            for block in chapter.blocks:
                if isinstance(block, Items) and block.quoted and chapter.key == "screens":
                    assert all(line.ids for line in block.lines)
