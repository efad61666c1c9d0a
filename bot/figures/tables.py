"""The tables of a funnel: the way through the study, where people leave, what screens out, who may fit."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from bot.figures.channels import Channels
from bot.figures.losses import Loss, Ranking
from bot.figures.names import Labels
from bot.figures.report import Line, Report
from bot.figures.selection import begins
from bot.figures.spans import Change, Measure
from bot.figures.trend import Trend
from bot.figures.values import Cell, Column, Rank, Row, Subject, Table
from bot.figures.voice import Voice


def tables(report: Report, labels: Labels, voice: Voice) -> tuple[Table, ...]:
    """All tables of a report that can be read."""
    made = _Tables(labels, voice)
    return (made.screened(report), made.left(report), made.verdicts(report), made.way(report))


def channel_table(found: Channels, starts: str, labels: Labels, voice: Voice) -> Table:
    """Who came by which recruitment channel, or why that is not told; `starts` is the figure that stands first."""
    together = str(voice.count(found.starts))
    if found.too_few:
        note = voice.say("funnel-channels-few", starts=together)
    else:
        note = voice.say("funnel-channels-starts", here=together, there=starts)
    rows = [
        Row(
            (one.name,) if one.name else (),
            one.name or voice.say("funnel-channel-none"),
            (voice.count(one.count), voice.share(one.of_starts)),
        )
        for one in found.channels
    ]
    about = [voice.say("funnel-channels-noise", epsilon=voice.number(float(found.epsilon)))]
    columns = ["count", "of-starts"]
    return _Tables(labels, voice).table("channels", Subject.CHANNEL, columns, rows, [note], about, folded=True)


def comparison(changes: tuple[Change, ...], earlier: str, labels: Labels, voice: Voice) -> Table:
    """What has moved since the span named `earlier`; a comparison inside the noise is refused."""
    made = _Tables(labels, voice)
    moved = [(voice.points(one.difference), one) for one in changes]
    rows: list[Row] = []
    for told, one in sorted(moved, key=lambda row: row[0] is None):
        ids = (one.measure.value, *one.subjects)
        figures = (voice.share(one.earlier), voice.share(one.later))
        cells = (*figures, told or voice.say("funnel-no-difference"))
        rows.append(Row(ids, made.measure(one), cells, quiet=told is None))
    columns = ["earlier", "later", "difference"]
    about = [voice.say("funnel-comparison-note")]
    rest = "funnel-comparison-quiet"
    return made.table("comparison", Subject.MEASURE, columns, rows, (), about, rest=rest, span=earlier)


def release_table(trend: Trend, remarks: dict[str, str], labels: Labels, voice: Voice) -> Table:
    """Each release by itself, with what was noted in its period."""
    rows = []
    for point in trend.points:
        first = begins(point.period)
        figures = (voice.count(point.started), voice.share(point.completed), voice.share(point.may_fit))
        key = first.isoformat()
        rows.append(Row((key,), voice.day(first, "medium"), (*figures, remarks.get(key))))
    made = _Tables(labels, voice)
    columns = ["started", "completed", "may-fit", "noted"]
    return made.table("releases", Subject.RELEASE, columns, rows, folded=True)


class _Tables:
    def __init__(self, labels: Labels, voice: Voice) -> None:
        self._labels = labels
        self._voice = voice
        self._say = voice.say

    def table(
        self,
        name: str,
        subject: Subject,
        columns: Iterable[str],
        rows: Sequence[Row],
        notes: Sequence[str] = (),
        about: Sequence[str] = (),
        *,
        rest: str = "funnel-quiet",
        folded: bool = False,
        **title: str,
    ) -> Table:
        headed = tuple(Column(one.replace("-", "_"), self._say(f"funnel-column-{one}")) for one in columns)
        quiet = sum(row.quiet for row in rows)
        told = self._say(rest, count=quiet) if quiet else ""
        heading = self._say(f"funnel-subject-{subject.value}")
        title_text = self._say(f"funnel-table-{name}", **title)
        made = Table(name, title_text, subject, heading, headed, tuple(rows), tuple(notes), tuple(about), folded, told)
        later = len(made.later)
        return replace(made, more=self._say("funnel-later", count=later)) if later else made

    def verdicts(self, report: Report) -> Table:
        told = [
            ("started", "funnel-started", report.starts, None),
            ("completed", "funnel-completed", report.completed_count, report.completed),
            ("may_fit", "funnel-may-fit", report.likely, report.likely_of_starts),
            *(
                (one.kind.value, f"funnel-verdict-{one.kind.value}", one.count, one.of_starts)
                for one in reversed(report.verdicts)
            ),
        ]
        rows = []
        for key, name, amount, share in told:
            if amount is not None:
                count = self._voice.count(amount)
                cells = (count, self._voice.share(share))
                rows.append(Row((key,), self._say(name), cells, quiet=count.value is None))
        incidence = self._voice.share(report.incidence)
        quiet = incidence is None or incidence.value is None
        rows.append(Row(("incidence",), self._say("funnel-incidence"), (None, incidence), quiet=quiet))
        about = [self._say("funnel-incidence-note")]
        return self.table("verdicts", Subject.RESULT, ["count", "of-starts"], rows, (), about, folded=True)

    def screened(self, report: Report) -> Table:
        """What screens out, the biggest loss first; what cannot be told from none stands at the end, as asked."""
        voice = self._voice
        one_by_one = {one.criteria: one for one in report.screened}
        ranks = {loss.subjects: rank for rank, loss in _ranked(report.screen_outs)}
        order = [*ranks, *(criteria for criteria in one_by_one if criteria not in ranks)]
        rows = []
        for criteria in order:
            one = one_by_one[criteria]
            share = voice.share(one.of_reached, at_least=not one.everybody)
            count = voice.count(one.count)
            cells = (ranks.get(criteria), count, voice.count(one.reached), share)
            rows.append(Row(criteria, self._labels.criterion(*criteria), cells, quiet=count.value is None))
        some = any(not one.everybody for one in report.screened)
        notes = [self._say("funnel-lower-bound-note")] if some else []
        about = [self._say("funnel-rank-note")]
        columns = ["rank", "screened", "reached", "of-reached"]
        return self.table("screened", Subject.CRITERION, columns, rows, notes, about)

    def left(self, report: Report) -> Table:
        voice = self._voice
        rows = [
            Row(
                _place(loss.subjects),
                self.place(*loss.subjects),
                (rank, voice.count(loss.count), voice.share(loss.share, at_least=not loss.everybody)),
            )
            for rank, loss in _ranked(report.drop_outs)
        ]
        some = any(not one.loss.everybody for one in report.drop_outs)
        notes = [self._say("funnel-lower-bound-note")] if some else []
        about = [self._say("funnel-left-note")]
        return self.table("left", Subject.QUESTION, ["rank", "left", "of-reached"], rows, notes, about)

    def way(self, report: Report) -> Table:
        rows = [Row(_place(line.questions), self.place(*line.questions), self._line(line)) for line in report.lines]
        columns = ["reached", "of-starts", "of-before", "left", "of-reached", "screened"]
        some = any(not line.everybody for line in report.lines)
        notes = [self._say("funnel-lower-bound-note")] if some else []
        about = [self._say("funnel-reached-note")]
        return self.table("way", Subject.QUESTION, columns, rows, notes, about, folded=True)

    def _line(self, line: Line) -> tuple[Cell, ...]:
        voice = self._voice
        return (
            voice.count(line.reached),
            voice.share(line.of_starts),
            voice.share(line.of_before),
            voice.count(line.left_count),
            voice.share(line.left, at_least=not line.everybody),
            voice.count(line.screened_count) if line.questions else None,
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


def _place(questions: tuple[str, ...]) -> tuple[str, ...]:
    """The ids of a place; the notice has one too."""
    return questions or ("notice",)


def _ranked(ranking: Ranking) -> Iterator[tuple[Rank, Loss]]:
    """Losses with the ranks that they may have."""
    for one in ranking:
        yield Rank(one.first, one.last), one.loss
