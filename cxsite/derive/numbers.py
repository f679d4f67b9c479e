"""How numbers are written, for people."""

from __future__ import annotations

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
        return f"{write_number(100 * value, 1)} %"
    if metric.method in ("nps", "net-easy"):
        return ("+" if round(value) > 0 else "") + write_number(value, 0)
    decimals = 2 if metric.method == "mean" else (0 if value == int(value) else 1)
    return write_number(value, decimals) + (f" {metric.unit}" if metric.unit else "")


def write_n(estimate: Estimate) -> str:
    """`n 1,212`, or that it was not published."""
    return "n not published" if estimate.n is None else f"n {write_number(estimate.n, 0)}"


def write_interval(metric: Metric, estimate: Estimate) -> str:
    """`95 % interval 4.1 to 4.5`, or that there is none; why not is said once beside the figure."""
    if estimate.low is None or estimate.high is None:
        return "no interval"
    return f"95 % interval {write_value(metric, estimate.low)} to {write_value(metric, estimate.high)}"


def write_emotion(value: float) -> str:
    """`+0.4`, `−1.6`, `0.0`."""
    return ("+" if value > 0 else "") + write_number(value, 1)
