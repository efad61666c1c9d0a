"""The pages on which a study is chosen."""

from dataclasses import dataclass

from bot.conversation.state import Subject
from bot.conversation.subjects import offers_all
from criteria.catalogue import Catalogue
from criteria.condition import Condition, ConditionId

PER_PAGE = 6


@dataclass(frozen=True)
class Page:
    """One page of the choice: a list of conditions, or some of a condition's studies."""

    condition: Condition | None
    subjects: tuple[Subject, ...]
    """What can be taken here."""
    conditions: tuple[tuple[int, Condition], ...] = ()
    """On the first page of several conditions: each, with the page where it begins."""
    previous: int | None = None
    next: int | None = None


def choices(catalogue: Catalogue, at: int) -> Page:
    """The page at a place; page 0 is the list of conditions if there are several, else the only one's first."""
    pages = _pages(catalogue)
    return pages[at] if at < len(pages) else pages[0]


def first_page(catalogue: Catalogue, condition: ConditionId) -> int:
    """The page where the studies of a condition begin."""
    pages = enumerate(_pages(catalogue))
    return next(at for at, page in pages if page.condition is not None and page.condition.id == condition)


def _pages(catalogue: Catalogue) -> list[Page]:
    several = len(catalogue.conditions) > 1
    pages: list[Page] = []
    begins: list[tuple[int, Condition]] = []
    for condition in catalogue.conditions.values():
        first = len(pages) + several
        begins.append((first, condition))
        keys = list(condition.studies)
        count = -(-len(keys) // PER_PAGE)
        everything = (Subject(condition.id),) if offers_all(condition) else ()
        for page in range(count):
            single = tuple(Subject(condition.id, key) for key in keys[page * PER_PAGE : (page + 1) * PER_PAGE])
            pages.append(
                Page(
                    condition,
                    (*everything, *single) if page == 0 else single,
                    previous=first + page - 1 if page else 0 if several else None,
                    next=first + page + 1 if page + 1 < count else None,
                )
            )
    return [Page(None, (), tuple(begins)), *pages] if several else pages or [Page(None, ())]
