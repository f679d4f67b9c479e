"""How numbers are written, for people."""

from __future__ import annotations

import math

from cxsite.measure.series import Estimate
from cxsite.model.metric import Metric

MINUS = "\u2212"
_SHARES = frozenset({"share", "top-2", "top-3"})


def as_share(metric: Metric) -> bool:
    """True where the metric's values are shares of one, written in per cent."""
    return metric.method in _SHARES


def write_number(value: float, decimals: int) -> str:
    """A number with a true minus sign and thousands separators: `−1.70`, `1,808,680`."""
    text = f"{abs(value):,.{decimals}f}"
    return f"{MINUS}{text}" if value < 0 and float(text.replace(",", "")) != 0 else text


def write_value(metric: Metric, value: float) -> str:
    """A value of this metric: shares in per cent, means with two decimals, NPS with its sign."""
    if as_share(metric):
        return f"{write_number(100 * value, decimals_for(100 * value, 1))} %"
    if metric.method in ("nps", "net-easy"):
        return ("+" if round(value) > 0 else "") + write_number(value, 0)
    decimals = 2 if metric.method == "mean" else (0 if value == int(value) else 1)
    return write_number(value, decimals_for(value, decimals)) + (f" {metric.unit}" if metric.unit else "")


def decimals_for(value: float, usual: int) -> int:
    """As many decimals as usual, or more where a value other than zero would read as zero."""
    if value == 0 or round(value, usual) != 0:
        return usual
    return min(12, 1 - math.floor(math.log10(abs(value))))


def write_apart(metric: Metric, first: float, second: float) -> tuple[str, str]:
    """Two different values so that they read as different."""
    texts = write_value(metric, first), write_value(metric, second)
    if texts[0] != texts[1]:
        return texts
    factor, sign = (100, " %") if as_share(metric) else (1, "")
    return f"{factor * first:.12g}{sign}", f"{factor * second:.12g}{sign}"


def write_n(estimate: Estimate) -> str:
    """`n 1,212`, or that it was not published."""
    if estimate.n is None:
        return "n not published"
    return f"n {write_number(estimate.n, 0)}" + (", low base" if estimate.low_base else "")


def write_interval(metric: Metric, estimate: Estimate) -> str:
    """`95 % interval 4.1 to 4.5`, at its own level, or that there is none; why not is said once beside the figure."""
    if estimate.low is None or estimate.high is None:
        return "no interval"
    level = f"{100 * estimate.level:.6g}"
    return f"{level} % interval {write_value(metric, estimate.low)} to {write_value(metric, estimate.high)}"


def write_emotion(value: float) -> str:
    """`+0.4`, `−1.6`, `0.0`."""
    decimals = 2 if round(value, 1) != value else 1
    return ("+" if value > 0 else "") + write_number(value, decimals_for(value, decimals))
