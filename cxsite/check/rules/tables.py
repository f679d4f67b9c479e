"""Tables: each metric has one, and each belongs to a metric."""

from __future__ import annotations

from collections.abc import Iterator

from cxsite.check.rule import Rule, Subject
from cxsite.diagnostics import Diagnostic, Severity, Span, closest
from cxsite.load.rows import Table
from cxsite.measure.measures import table_of
from cxsite.measure.series import NOT_BEGUN
from cxsite.model.metric import Source
from cxsite.model.period import Period


class MetricsHaveTables(Rule):
    """A metric has no table.

    It says what should be measured, and nothing measures it yet. Say `source:` with the CSV that holds its numbers.
    """

    id = "CX326"
    severity = Severity.WARNING

    def check(self, subject: Subject) -> Iterator[Diagnostic]:
        """Every metric without a source."""
        for metric in subject.portfolio.metrics:
            if not metric.source:
                message = f"no table holds numbers for `{metric.key}`"
                yield self.problem(metric.span("name"), message, "say `source:` with its CSV below `metrics/`")


class TablesHaveMetrics(Rule):
    """A table belongs to no metric.

    A metric names its table as `source:`; what no metric names appears nowhere.
    """

    id = "CX327"
    severity = Severity.WARNING

    def check(self, subject: Subject) -> Iterator[Diagnostic]:
        """Every table below `metrics/` that no metric reads."""
        if not subject.portfolio.all_metrics:
            return  # the file that cannot be read may name it
        named = {name for name, _ in _readers(subject)}
        for name in subject.content.tables:
            if name not in named:
                hint = "name it as `source:` of a metric, or take it away"
                yield self.problem(Span(name), f"no metric reads `{name}`", hint)


class RowsHaveMetrics(Rule):
    """A row is about a metric that nobody defines.

    The column `metric` holds ids of metrics.
    """

    id = "CX328"
    severity = Severity.WARNING

    def check(self, subject: Subject) -> Iterator[Diagnostic]:
        """The first row of every unknown metric in each table."""
        known = set(subject.portfolio.metric_by_id)
        known |= {former for metric in subject.portfolio.metrics for former in metric.formerly}
        by_rows = {name for name, source in _readers(subject) if not source.where and "metric" not in source.columns}
        for name in by_rows if subject.portfolio.all_metrics else ():
            yield from self._in_table(subject.content.tables[name], known)

    def _in_table(self, table: Table, known: set[str]) -> Iterator[Diagnostic]:
        if "metric" not in table.columns:
            return
        first = {row.cells["metric"]: row for row in reversed(table.rows)}
        for name in sorted(first.keys() - known - {""}):
            near = closest(name, sorted(known))
            hint = f"did you mean `{near}`?" if near else "define it below `metrics/`, or take its rows out"
            message = f"`{name}` is no metric, so its rows are not read"
            yield self.problem(table.span(first[name], "metric"), message, hint, suggestion=near)


def _readers(subject: Subject) -> Iterator[tuple[str, Source]]:
    """The name of every table that a metric reads, with how it does."""
    for metric in subject.portfolio.metrics:
        for source in metric.source:
            if table := table_of(subject.content, source):
                yield table.name, source


class NumbersAreFromThePast(Rule):
    """A number is about a period that has not begun."""

    id = "CX329"
    severity = Severity.WARNING

    def check(self, subject: Subject) -> Iterator[Diagnostic]:
        """The first such point of every series."""
        for series in subject.measures.series:
            first = next((point for point in series.points if point.missing == NOT_BEGUN), None)
            if first is not None:
                yield self.problem(first.span, self._message(series.metric.key, first.period), "correct the period")

    def _message(self, metric: str, period: Period) -> str:
        return f"`{metric}` has a number for {period.label}, which has not begun"
