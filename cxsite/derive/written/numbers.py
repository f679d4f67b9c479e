"""How numbers are written, for people."""

from __future__ import annotations

import math
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

from cxsite.measure.series import Estimate
from cxsite.model.meant import SIGNS
from cxsite.model.metric import Metric

MINUS = "\u2212"
_SHARES = frozenset({"share", "top-2", "top-3"})
_WHOLE_FROM = 100
"""Quantities from here on are whole."""


def as_share(metric: Metric) -> bool:
    """True where the metric's values are shares of one, written in per cent."""
    return metric.method in _SHARES


def write_number(value: float, decimals: int) -> str:
    """A number with a true minus sign and thousands separators: `−1.70`, `1,808,680`."""
    text = f"{abs(value):,.{decimals}f}"
    return f"{MINUS}{text}" if value < 0 and float(text.replace(",", "")) != 0 else text


def write_value(metric: Metric, value: float) -> str:
    """A value of this metric: shares in per cent, NPS with its sign, answers on a scale with two decimals.

    All others are quantities: money as money is written everywhere, the rest in at most three digits and their unit.
    """
    if as_share(metric):
        return f"{write_number(100 * value, decimals_for(100 * value, 1))} %"
    if metric.method in ("nps", "net-easy"):
        return ("+" if round(value) > 0 else "") + write_number(value, 0)
    return _quantity(metric, value)


def _quantity(metric: Metric, value: float, unit: bool = True) -> str:
    """Money has its sign also where the unit is left out: `£31`."""
    if metric.method == "mean" and not metric.unit:
        return write_number(value, decimals_for(value, 2))
    currency, rest = _money(metric.unit or "")
    if currency:
        text = write_amount(round(value) if abs(value) >= _WHOLE_FROM else value, currency)
    else:
        text, rest = _in_three_digits(value), metric.unit or ""
    return f"{text} {rest}" if unit and rest else text


def _in_three_digits(value: float) -> str:
    """`0.31`, `12.3`, `1,234`: no more decimals than three digits leave, two at most, and none that are zero."""
    usual = next(digits for digits, least in ((0, _WHOLE_FROM), (1, 10), (2, 0)) if abs(value) >= least)
    text = write_number(value, decimals_for(value, usual))
    return text.rstrip("0").rstrip(".") if "." in text else text


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


def write_distance(metric: Metric, distance: float) -> str:
    """How far a value is from a level, without a sign: `27.0 points` of a share, `19 points` of a score, `8 days`."""
    if as_share(metric):
        return f"{write_number(100 * abs(distance), decimals_for(100 * distance, 1))} points"
    if metric.method in ("nps", "net-easy"):
        text = write_number(abs(distance), decimals_for(distance, 0))
        return f"{text} {'point' if text == '1' else 'points'}"
    return write_value(metric, abs(distance))


def write_n(estimate: Estimate) -> str:
    """`n 1,212`, `n 400, effective 212`, or that it was not published."""
    return f"n {write_answers(estimate)}" + (", low base" if estimate.low_base else "")


def write_answers(estimate: Estimate) -> str:
    """`1,212`, of weighted answers `400, effective 212`, or that it was not published."""
    n = "not published" if estimate.n is None else write_number(estimate.n, 0)
    if estimate.n_effective is None:
        return n
    return f"{n}, effective {write_number(math.floor(estimate.n_effective), 0)}"  # not up to 30, which are enough


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


def write_level(level: float) -> str:
    """The level of an interval, 0..1, in per cent: `95 %`."""
    return f"{100 * level:.6g} %"


def write_difference(metric: Metric, value: float, unit: bool = True) -> str:
    """A difference of two values of this metric, with its sign: `+3.2 percentage points`, `−6 points`, `+0.31`."""
    sign = "+" if value > 0 else ""
    share = as_share(metric)
    if not share and metric.method not in ("nps", "net-easy"):
        return sign + _quantity(metric, value, unit)
    shown = 100 * value if share else value
    word = " percentage points" if share else " points"
    return sign + write_number(shown, decimals_for(shown, 1)) + (word if unit else "")


def write_p(p: float) -> str:
    """The p of a test: `p 0.012`, `p < 0.001`; one more digit where it would read as the level itself."""
    if p < 0.001:
        return "p < 0.001"
    return f"p {p:.4f}" if f"{p:.3f}" == "0.050" else f"p {p:.3f}"


def write_amount(amount: float, currency: str) -> str:
    """Money with its sign, in whole units where it is whole: `£61`, `€6.20`, `KWD1.255`, as precisely as the currency
    is paid. What is smaller than that has as many digits as it needs: it is not nothing."""
    digits = decimals_for(amount, _digits(currency))
    rounded = Decimal(str(round(amount, 9))).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    return _currency(rounded, currency, 0 if rounded == int(rounded) else digits)


@cache
def _money(unit: str) -> tuple[str, str]:
    """The currency that a unit begins with, and what follows: `GBP`, `£`, `EUR a month`; none of `days`."""
    from babel.numbers import is_currency

    first, _, rest = unit.strip().partition(" ")
    currency = SIGNS.get(first, first)
    return (currency, rest) if is_currency(currency) else ("", "")


@cache
def _digits(currency: str) -> int:
    """The decimals of a currency (ISO 4217); two at least, as time has its price in parts of whatever is paid."""
    from babel.numbers import get_currency_precision

    return max(2, get_currency_precision(currency))


@cache
def _currency(amount: Decimal, currency: str, digits: int) -> str:
    from babel import Locale
    from babel.numbers import format_currency

    known = Locale("en")
    pattern = known.currency_formats["standard"].pattern.replace(".00", f".{digits * '0'}" if digits else "")
    text = format_currency(abs(amount), currency, pattern, known, currency_digits=False)
    return f"\u2212{text}" if amount < 0 else text
