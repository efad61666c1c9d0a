"""The tables of a funnel: the way through the study, where people leave, what screens out, who may fit."""

from collections.abc import Iterator, Sequence

from bot.conversation.wording import Say
from bot.figures.channels import Channels
from bot.figures.names import Labels
from bot.figures.report import Line, Loss, Ranking, Report
from bot.figures.spans import Change, Measure
from bot.figures.values import Cell, Column, Table, count, percent, points


def tables(report: Report, labels: Labels, say: Say) -> tuple[Table, ...]:
    """All tables of a report that can be read."""
    made = _Tables(labels, say)
    return (made.verdicts(report), made.screened(report), made.left(report), made.way(report))


def channel_table(found: Channels, say: Say) -> Table:
    """Who came by which recruitment channel, or why that is not told."""
    made = _Tables(Labels("", {}, {}), say)
    starts = count(found.starts)
    notes = [say("funnel-channels-noise", epsilon=f"{float(found.epsilon):g}")]
    if found.too_few:
        notes.insert(0, say("funnel-channels-few", starts=str(starts)))
    rows = [
        (one.name or say("funnel-channel-none"), count(one.count), percent(one.of_starts)) for one in found.channels
    ]
    return made.table("channels", ["channel", "count", "of-starts"], rows, *notes)


def comparison(changes: tuple[Change, ...], earlier: str, labels: Labels, say: Say) -> Table:
    """What has moved since the span named `earlier`; a comparison inside the noise is refused."""
    made = _Tables(labels, say)
    moved = [(points(one.difference), one) for one in changes]
    rows: list[tuple[Cell, ...]] = [
        (made.measure(one), percent(one.earlier), percent(one.later), told or say("funnel-no-difference"))
        for told, one in sorted(moved, key=lambda row: row[0] is None)
    ]
    columns = ["measure", "earlier", "later", "difference"]
    return made.table("comparison", columns, rows, say("funnel-comparison-note"), span=earlier)


class _Tables:
    def __init__(self, labels: Labels, say: Say) -> None:
        self._labels = labels
        self._say = say

    def table(
        self, name: str, columns: list[str], rows: Sequence[tuple[Cell, ...]], *notes: str, **title: str
    ) -> Table:
        headed = tuple(Column(one, self._say(f"funnel-column-{one}")) for one in columns)
        return Table(name, self._say(f"funnel-table-{name}", **title), headed, tuple(rows), notes)

    def verdicts(self, report: Report) -> Table:
        rows: list[tuple[Cell, ...]] = [(self._say("funnel-starts"), count(report.starts), None)]
        rows += [
            (self._say(f"funnel-verdict-{one.kind.value}"), count(one.count), percent(one.of_starts))
            for one in reversed(report.verdicts)
        ]
        if report.likely is not None:
            rows.append((self._say("funnel-likely-all"), count(report.likely), percent(report.likely_of_starts)))
        rows.append((self._say("funnel-incidence"), None, percent(report.incidence)))
        return self.table("verdicts", ["result", "count", "of-starts"], rows, self._say("funnel-incidence-note"))

    def screened(self, report: Report) -> Table:
        """What screens out, the biggest loss first; what cannot be told from none stands at the end, as asked."""
        asked = {one.criteria: one for one in report.screened}
        rows: list[tuple[Cell, ...]] = []
        for rank, loss in self._ranked(report.screen_outs):
            one = asked.pop(loss.subjects)
            name = self._labels.criterion(*loss.subjects)
            rows.append((rank, name, count(one.count), count(one.asked), percent(one.of_asked)))
        rows += [
            ("", self._labels.criterion(*one.criteria), count(one.count), count(one.asked), percent(one.of_asked))
            for one in asked.values()
        ]
        columns = ["rank", "criterion", "screened", "asked", "of-asked"]
        return self.table("screened", columns, rows, self._say("funnel-rank-note"))

    def left(self, report: Report) -> Table:
        rows: list[tuple[Cell, ...]] = [
            (rank, self.place(*loss.subjects), count(loss.count), percent(loss.share))
            for rank, loss in self._ranked(report.drop_outs)
        ]
        columns = ["rank", "place", "left", "of-reached"]
        return self.table("left", columns, rows, self._say("funnel-left-note"))

    def way(self, report: Report) -> Table:
        rows = [self._line(line) for line in report.lines]
        columns = ["place", "reached", "of-starts", "of-before", "left", "of-reached", "screened"]
        notes = [self._say("funnel-reached-note")]
        if any(not line.everybody for line in report.lines):
            notes.append(self._say("funnel-lower-bound-note"))
        return self.table("way", columns, rows, *notes)

    def _line(self, line: Line) -> tuple[Cell, ...]:
        return (
            self.place(*line.questions) + ("" if line.everybody else " *"),
            count(line.reached),
            percent(line.of_starts),
            percent(line.of_before),
            count(line.left_count),
            percent(line.left),
            count(line.screened_count) if line.questions else None,
        )

    def place(self, *questions: str) -> str:
        return self._labels.question(*questions) if questions else self._say("funnel-notice")

    def measure(self, change: Change) -> str:
        match change.measure:
            case Measure.INCIDENCE:
                return self._say("funnel-incidence")
            case Measure.LEFT:
                return self._say("funnel-measure-left", what=self.place(*change.subjects))
            case Measure.SCREENED:
                return self._say("funnel-measure-screened", what=self._labels.criterion(*change.subjects))

    @staticmethod
    def _ranked(ranking: Ranking) -> Iterator[tuple[str, Loss]]:
        """Losses with the ranks that they may have: 1, or 2-4."""
        for one in ranking:
            yield (str(one.first) if one.first == one.last else f"{one.first}-{one.last}"), one.loss
