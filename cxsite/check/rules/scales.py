"""Scales: whether the answers that a method counts are on it."""

from __future__ import annotations

from collections.abc import Iterator

from cxsite.check.rule import Rule, Subject
from cxsite.diagnostics import Diagnostic
from cxsite.model.metric import Metric

_BEST = {"top-2": 2, "top-3": 3}


class ScalesFitTheMethod(Rule):
    """The scale of a metric does not have the answers that its method counts.

    A Net Promoter Score is asked from 0 to 10. Of the two or three best answers there have to be others, or everybody
    would be among them.
    """

    id = "CX342"

    def check(self, subject: Subject) -> Iterator[Diagnostic]:
        """Every metric with such a scale."""
        for metric in subject.portfolio.metrics:
            if metric.scale is not None and (said := _misfit(metric)):
                yield self.problem(metric.span("scale"), *said)


def _misfit(metric: Metric) -> tuple[str, str] | None:
    scale = metric.scale
    if scale is None:
        return None
    if metric.method == "nps" and (scale.low, scale.high) != (0, 10):
        message = f"`{metric.key}` is an NPS, and its scale is {scale}"
        return message, "an NPS is asked from 0 to 10; of another question take `mean`, `top-2` or `share`"
    if (best := _BEST.get(metric.method)) and scale.high - scale.low + 1 <= best:
        message = f"all answers from {scale} are among the {best} best"
        return message, "write the whole scale, or count with `share`"
    return None
