"""Metrics that a map names in place of a value: whether they hold such values."""

from __future__ import annotations

from collections.abc import Iterator

from cxsite.check.rule import Rule, Subject
from cxsite.diagnostics import Diagnostic
from cxsite.measure.former import renames_of
from cxsite.measure.tidy import SHARES
from cxsite.model.metric import Metric

_COUNTS = ("count", "sum")
_COSTS = ("mean", "median", "sum", "ratio")
_FIELDS = {
    **dict.fromkeys(("share", "unplanned"), ("a share", (*SHARES, "ratio"))),
    "without_a_hitch": ("a share", tuple(SHARES)),
    **dict.fromkeys(("volume", "a_year"), ("a number of times or customers", _COUNTS)),
    "cost_to_serve": ("an amount of money", _COSTS),
}
"""By field what it holds, and the methods whose values are that."""


class MetricsHoldWhatIsMeant(Rule):
    """A map names a metric where its values mean something else.

    In place of a share stands a metric of shares or a ratio, in place of a number of customers a count or a sum, in
    place of what it costs to serve one of them a mean, a median, a sum or a ratio.
    """

    id = "CX341"

    def check(self, subject: Subject) -> Iterator[Diagnostic]:
        """Every such field that names a metric of another method."""
        renames, metrics = renames_of(subject.portfolio), subject.portfolio.metric_by_id
        for entry in subject.entries:
            for name in _FIELDS:
                ref = getattr(entry, name, None)
                metric = metrics.get(renames.now("metric", ref)) if isinstance(ref, str) else None
                if metric is not None and (said := _misfit(metric, name)):
                    yield self.problem(entry.span(name), *said)


def _misfit(metric: Metric, field: str) -> tuple[str, str] | None:
    wanted, methods = _FIELDS[field]
    if metric.method in methods:
        return None
    known = " or ".join(f"`{method}`" for method in sorted(methods))
    return (
        f"`{metric.key}` has the method `{metric.method}`, and here stands {wanted}",
        f"name a metric whose method is {known}",
    )
