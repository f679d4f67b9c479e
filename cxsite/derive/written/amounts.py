"""How minutes, money and shares that people wrote are written, for people."""

from __future__ import annotations

from cxsite.derive.written.numbers import decimals_for, write_amount, write_number
from cxsite.model.values import Duration, Money, Quantity, Repeats

_HOUR, _DAY = 60, 1440
_UNITS = ((525_600, 1, "year"), (43_200, 1, "month"), (10_080, 4, "week"), (_DAY, 1, "day"))
"""Minutes of a unit, from how many on it is used, and its word."""


def write_minutes(minutes: float) -> str:
    """An effort in hours and minutes: `5 h 30 min`, `48 min`, `1.5 min`."""
    if round(abs(minutes), 1) >= _HOUR:
        hours, rest = divmod(round(abs(minutes)), _HOUR)
        sign = "\u2212" if minutes < 0 else ""
        return f"{sign}{write_number(hours, 0)} h" + (f" {rest} min" if rest else "")
    return f"{_plain(minutes)} min"


def write_length(length: Duration) -> str:
    """A length of time on the calendar, in the largest unit that fits it whole: `14 days`, `6 months`."""
    for size, least, word in _UNITS:
        count = length.minutes / size
        if count >= least and count == int(count):
            return f"{write_number(count, 0)} {word}{'' if count == 1 else 's'}"
    return write_minutes(length.minutes)


def write_money(money: Money, site: str) -> str:
    """An amount as it was written, in its own currency or the site's."""
    return write_amount(money.amount, money.currency or site)


def write_share(share: float) -> str:
    """A share, 0..1, in per cent."""
    return f"{_plain(100 * share)} %"


def write_quantity(level: Quantity, site: str) -> str:
    """A level as it was written: `90 %`, `12 min`, `£40`, `5.5`."""
    if level.unit == "%":
        return write_share(level.value)
    if level.unit == "min":
        return write_minutes(level.value)
    if level.unit == "money":
        return write_amount(level.value, level.currency or site)
    return _plain(level.value)


def write_points(points: float) -> str:
    """Points of effort, or of emotion below zero: one decimal where it is not whole."""
    return _plain(points)


def write_emotion_lost(points: float) -> str:
    """Negative emotion, summed over steps: `5.7 points below neutral`, `nowhere below neutral`."""
    if points == 0:
        return "nowhere below neutral"
    return f"{write_points(points)} {'point' if points == 1 else 'points'} below neutral"


def write_repeats(repeats: Repeats) -> str:
    """`2 to 3 times`, `weekly`."""
    if repeats.word:
        return repeats.word
    ends = [_plain(end) for end in dict.fromkeys((repeats.low, repeats.high))]
    return f"{' to '.join(ends)} times"


def _plain(value: float) -> str:
    shown = round(value, 1)
    return write_number(value, 0 if shown == int(shown) and shown != 0 else decimals_for(value, 1) if value else 0)
