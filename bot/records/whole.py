"""What a person has to decide about a record as a whole: its status, its header, its sites."""

from collections.abc import Collection, Iterator

from bot.records.contradictions import years
from bot.records.record import Record

MOST_SITES = 20
"""Sites that a study file has room for."""


def open_points(record: Record, askable: Collection[str], *, contacts: bool) -> Iterator[tuple[str, str]]:
    """Where, and what; `askable`: which of `age` and `sex` the condition has a question for."""
    if record.healthy_volunteers:
        yield (
            "header",
            "The record takes healthy people: name the condition by what is studied, not as an illness that people have (`title` and `about`), and write no `without`.",
        )
    if not record.status_told:
        yield (
            "record",
            "Whether it recruits could not be read: look into the registry, and write `record: status` and `recruiting`.",
        )
    if not record.url:
        yield "record", "The text names no address: write the record's under `record: url`."
    yield from _header(record, askable)
    if len(record.places) > MOST_SITES:
        yield (
            "record",
            f"The record has {len(record.places)} sites; a study file has room for {MOST_SITES}: choose those that people can go to.",
        )
    yield from (("header", note) for note in record.notes)
    yield from _people(record, contacts=contacts)


def _header(record: Record, askable: Collection[str]) -> Iterator[tuple[str, str]]:
    ages = [one for one in (record.minimum_age, record.maximum_age) if one]
    if untold := [words for key, words in (("age", "ages in years"), ("sex", "sex")) if key not in record.tells]:
        yield (
            "header",
            f"No field for {' and '.join(untold)} could be read here: look whether the record tells {'them' if untold[1:] or 'age' not in record.tells else 'it'}, and write a criterion `from: header` for each.",
        )
    if any(years(one) is None for one in ages):
        yield (
            "header",
            f"The record's age ({', '.join(ages)}) is not in years, so it was left to the team: ask for it in its own unit, or leave it.",
        )
    elif (ages and "age" not in askable) or (record.sex and "sex" not in askable):
        yield (
            "header",
            "The condition has no question for the age or the sex in the header, so they were left to the team: take the common questions `age` and `sex`, and write rules.",
        )
    if not askable and not ages and not record.sex:
        yield (
            "record",
            "The record's header asks nothing of anybody, so the draft has no question yet: take a common one, or write the first in questions.yaml, and name it in condition.yaml.",
        )


def _people(record: Record, *, contacts: bool) -> Iterator[tuple[str, str]]:
    """Of a text only: from the other shapes a draft takes no more than is asked for, as the guide says."""
    if not record.partial or not record.contact:
        return
    if not contacts:
        count = record.contact.count("; ") + 1
        yield (
            "record",
            f"Lines with a telephone number, a mail address or the name of a person were left out ({count}): `draft --contacts` takes them.",
        )
    elif not record.places:
        yield "record", f"The text names whom to ask ({record.contact}): write it as the `contact` of a site."
