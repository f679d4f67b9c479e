"""Numbers: whether they can be compared and joined."""

from __future__ import annotations

from collections.abc import Iterator

from cxsite.check.rule import Rule, Subject
from cxsite.diagnostics import Diagnostic, Related, Severity
from cxsite.model.period import FiscalCalendar, parse_period


class SourcesDisagree(Rule):
    """Two sources give different values for one period.

    Both are drawn side by side and neither is corrected; the page says so. When one of them is wrong, take it
    out of the metric's `source:`.
    """

    id = "CX320"
    severity = Severity.NOTE

    def check(self, subject: Subject) -> Iterator[Diagnostic]:
        """Every period in which two sources of a metric differ."""
        for one in subject.measures.disagreements:
            (first_source, first), (second_source, second) = one.first, one.second
            if first.estimate is None or second.estimate is None:
                continue
            message = (
                f"two sources disagree on `{one.metric.key}` for {one.period.label}: "
                f"{first.estimate.value:g} in {first_source}, {second.estimate.value:g} in {second_source}"
            )
            related = (Related(first.span, "the other source"),)
            yield self.problem(second.span, message, "both are shown, and the page says so", related=related)


class BreakIsAPeriod(Rule):
    """A break in a series names no period."""

    id = "CX321"

    def check(self, subject: Subject) -> Iterator[Diagnostic]:
        """Every `breaks: at:` that cannot be read."""
        for metric in subject.portfolio.metrics:
            for entry in metric.breaks:
                try:
                    parse_period(entry.at, FiscalCalendar())
                except ValueError as problem:
                    yield self.problem(entry.span("at"), str(problem), "")


class MetricHasNumbers(Rule):
    """A metric's table holds no row for it."""

    id = "CX322"
    severity = Severity.WARNING

    def check(self, subject: Subject) -> Iterator[Diagnostic]:
        """Every source of a metric that gives no point at all."""
        with_points = {(series.metric.key, series.source) for series in subject.measures.series}
        for metric in subject.portfolio.metrics:
            for source in metric.source:
                table = f"metrics/{source.file}"
                if table in subject.content.tables and (metric.key, source.file) not in with_points:
                    message = f"`{source.file}` has no row for `{metric.key}`"
                    hint = "look at `where:` and at the table's column `metric`"
                    yield self.problem(source.span("file"), message, hint)
