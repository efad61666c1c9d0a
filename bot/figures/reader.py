"""From releases to all that is shown: the sentences on top, the tables, and how the figures were made."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from babel.dates import format_date

from bot.conversation.wording import Wording
from bot.figures.channels import channels
from bot.figures.chart import Words
from bot.figures.names import Labels, labels
from bot.figures.report import FactKind, Report, report
from bot.figures.selection import Asked, Chosen, begins, choose, ends
from bot.figures.spans import changes
from bot.figures.tables import channel_table, comparison, tables
from bot.figures.values import Figures, percent
from bot.funnel.calendar import Calendar
from bot.funnel.release import Release
from criteria.catalogue import Catalogue
from criteria.languages import Language

MOST_SENTENCES: Final = 2
ORDER: Final = (FactKind.MOST_SCREENED, FactKind.MOST_LEAVE, FactKind.INCIDENCE, FactKind.COMPLETED)
"""Which sentences stand on top, if the figures support them."""


@dataclass(frozen=True)
class Reader:
    """Reads releases to somebody, in one language."""

    catalogue: Catalogue
    wording: Wording
    calendar: Calendar
    now: Callable[[], datetime]
    language: Language
    demonstration: bool = False

    def say(self, name: str, **arguments: str | int) -> str:
        """A text in the reader's language."""
        return self.wording.say(self.language, name, **arguments)

    def day(self, day: date) -> str:
        """A date as people write it."""
        return format_date(day, "long", locale=self.language)

    def figures(self, releases: Sequence[Release], study: str, asked: Asked) -> Figures:
        """All that is shown of a study. Raises NoSuchSpanError, and NotOneFunnelError for spans that overlap."""
        names = labels(self.catalogue, study, self.language)
        chosen = choose(releases, study, asked)
        if chosen is None:
            return self._nothing(study, names)
        found = report(chosen.releases)
        shown = [] if found.too_few else list(tables(found, names, self.say))
        if chosen.earlier and not found.too_few:
            before = report(chosen.earlier)
            shown.insert(0, comparison(changes(before, found), self.span(chosen.earlier), names, self.say))
        if chosen.channels:
            shown.append(channel_table(channels(chosen.channels), self.say))
        return Figures(
            study=study,
            title=names.title,
            span=self.span(chosen.releases),
            definition=chosen.definition,
            demonstration=self._marked(),
            summary=self._summary(found, names, chosen),
            tables=tuple(shown),
            notes=(*self._noise(found, chosen), self.next_release()),
            report=found,
        )

    def span(self, releases: Sequence[Release]) -> str:
        """The span of some releases, in words."""
        first, last = releases[0].terms.period, releases[-1].terms.period
        return self.say("funnel-span", first=self.day(begins(first)), last=self.day(ends(last)), count=len(releases))

    def next_release(self) -> str:
        """When the next release is due."""
        due = self.calendar.next_release(self.now())
        return self.say("funnel-next", day=self.day(due.date()), weeks=self.calendar.weeks)

    def words(self, figures: Figures) -> Words:
        """The texts of the picture."""
        names = labels(self.catalogue, figures.study, self.language)
        say = self.say
        title = f"{figures.study} · {figures.span}"
        if figures.demonstration:
            title = f"{say('funnel-demonstration-short')} · {title}"
        return Words(
            title=title,
            description=" ".join(figures.summary),
            notice=say("funnel-notice"),
            likely=say("funnel-likely-all"),
            went_on=say("funnel-went-on"),
            screened=say("funnel-screened-here"),
            left=say("funnel-left-here"),
            whisker=say("funnel-whisker"),
            too_few=say("funnel-too-few-short"),
            labels=names.questions,
        )

    def _nothing(self, study: str, names: Labels) -> Figures:
        due = self.calendar.next_release(self.now())
        told = (self.say("funnel-empty", day=self.day(due.date())), self.say("funnel-empty-what"))
        notes = (self.say("funnel-unit"), self.next_release())
        return Figures(study, names.title, self.say("funnel-no-span"), "", self._marked(), told, (), notes)

    def _marked(self) -> str:
        return self.say("funnel-demonstration") if self.demonstration else ""

    def _summary(self, found: Report, names: Labels, chosen: Chosen) -> tuple[str, ...]:
        if found.too_few:
            return (self.say("funnel-too-few", count=len(chosen.releases)),)
        facts = sorted(found.facts, key=lambda fact: ORDER.index(fact.kind))[:MOST_SENTENCES]
        return tuple(
            self.say(
                f"funnel-fact-{fact.kind.value}",
                what=self._about(fact.kind, fact.subjects, names),
                figure=str(percent(fact.share)),
            )
            for fact in facts
        ) or (self.say("funnel-no-fact"),)

    def _about(self, kind: FactKind, subjects: tuple[str, ...], names: Labels) -> str:
        if kind is FactKind.MOST_SCREENED:
            return names.criterion(*subjects)
        return names.question(*subjects) if subjects else self.say("funnel-notice")

    def _noise(self, found: Report, chosen: Chosen) -> tuple[str, ...]:
        epsilon = float(found.epsilon)
        of_channels = max((float(r.terms.epsilon) for r in chosen.channels), default=0.0)
        bound = f"{2 * (epsilon + of_channels):g}"
        stated = self.say("funnel-epsilon", epsilon=f"{epsilon:g}", bound=bound)
        return (self.say("funnel-noise"), stated, self.say("funnel-unit"))
