"""What a value is, by its field: each kind has one parser from text, used by every field of that kind.

The loader hands over text, never what YAML guessed, so `no`, `3:20` and `012` stay what people wrote.
Each parser raises ValueError with a sentence that names the mistake and shows the right spelling.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator

from cxsite.model import meant
from cxsite.model.kinds import Kind
from cxsite.model.meant import FLAG_WORDS, WrongValueError, wrong
from cxsite.model.period import Period, parse_period

_NUMBER = re.compile(r"[+-]?(?:0|[1-9]\d*)(?:\.\d+)?", re.ASCII)
_SCALE = re.compile(r"([+-]?\d+(?:\.\d+)?)\s*\.\.\s*([+-]?\d+(?:\.\d+)?)", re.ASCII)
_SHARE = re.compile(r"([+-]?\d+(?:\.\d+)?)\s*%", re.ASCII)
_MONEY = re.compile(r"([+-]?\d+(?:\.\d+)?)(?:\s+([A-Z]{3}))?", re.ASCII)
_PARTS = re.compile(r"(\d+(?:\.\d+)?)\s*([a-zA-Z]+)", re.ASCII)
_MAX_DIGITS, _MAX_DECIMALS = 15, 40
"""Before the point as many as a float holds exactly; behind it more than any program writes of one."""


@dataclass(frozen=True)
class Scale:
    """The lowest and the highest answer a question allows."""

    low: float
    high: float

    def __contains__(self, value: float) -> bool:
        return self.low <= value <= self.high

    def __str__(self) -> str:
        return f"{self.low:g} to {self.high:g}".replace("-", "\u2212")


@dataclass(frozen=True, order=True)
class Duration:
    """A length of time in minutes. A day is 24 hours, a week 7 days, a month 30 days, a year 365 days."""

    minutes: float

    @property
    def days(self) -> float:
        """The same length in days."""
        return self.minutes / _MINUTES["d"]


@dataclass(frozen=True)
class Money:
    """An amount; an empty currency is the site's own."""

    amount: float
    currency: str = ""


@dataclass(frozen=True)
class Quantity:
    """A level of some metric as people write it: a plain number, a share (`%`, as 0..1), minutes or money.

    An empty currency is the site's own.
    """

    value: float
    unit: Literal["", "%", "min", "money"] = ""
    currency: str = ""


@dataclass(frozen=True)
class Repeats:
    """How often a step happens: a range of times, or a word for it."""

    low: float = 1
    high: float = 1
    word: str = ""

    @property
    def midpoint(self) -> float | None:
        """The middle of the range, which weighs the step; None for `weekly` and `any time`."""
        return None if self.word else (self.low + self.high) / 2


def parse_number(text: str) -> float:
    """Reads `12`, `-1.7`: digits and at most one dot."""
    text = text.strip()
    if not _NUMBER.fullmatch(text):
        message = f"`{_short(text)}` is not a plain number like 12 or -1.7"
        raise wrong(message, meant.number(text), "write digits alone, with a point before decimals")
    whole, _, decimals = text.strip("+-").partition(".")
    if len(whole) > _MAX_DIGITS or len(decimals) > _MAX_DECIMALS:
        raise WrongValueError(f"`{_short(text)}` has more digits than a number can hold", "write fewer digits")
    return float(text)


def parse_whole(text: str) -> int:
    """Reads a whole number of zero or more."""
    value = parse_number(text)
    if value != int(value) or value < 0:
        raise WrongValueError(f"`{_short(text)}` is not a whole number of zero or more", "write one like 0 or 30")
    return int(value)


def parse_positive(text: str) -> float:
    """Reads a number of zero or more."""
    value = parse_number(text)
    if value < 0:
        raise WrongValueError(f"`{_short(text)}` is below zero", "write zero or more")
    return value


def parse_share(text: str) -> float:
    """Reads `63%` as 0.63. Without the sign nobody knows whether 0.63 is a share or 0.63 per cent."""
    text = text.strip()
    found = _SHARE.fullmatch(text)
    if not found:
        likely, sure = meant.share(text)
        hint = f"write it with its sign, like {likely}"
        raise WrongValueError(f"`{_short(text)}` is not a share", hint, likely if sure else "")
    value = parse_number(found[1]) / 100
    if not 0 <= value <= 1:
        raise WrongValueError(f"`{_short(text)}` is not between 0% and 100%", "a share is a part of a whole")
    return value


_MINUTES = {"s": 1 / 60, "min": 1, "h": 60, "d": 1440, "week": 10_080, "month": 43_200, "year": 525_600}
_UNITS = {unit: unit for unit in _MINUTES} | {f"{u}s": u for u in ("week", "month", "year")} | {"day": "d", "days": "d"}


def parse_duration(text: str) -> Duration:
    """Reads `90s`, `12min`, `1h 30min`, `17d`, `6 weeks`, `6 months`. A bare `6m` is refused: minutes or months?"""
    text = text.strip()
    parts = _PARTS.findall(text)
    if not parts or _PARTS.sub("", text).strip():
        hint = "write it like 12min, 1h 30min, 17d or 6 weeks"
        raise WrongValueError(f"`{_short(text)}` is not a length of time", hint)
    for number, unit in parts:
        if unit == "m":
            raise wrong(f"`{_short(text)}`: m may be minutes or months", (f"{number}min", f"{number} months"), "")
        if unit not in _UNITS:
            message = f"`{_short(text)}`: `{unit}` is not one of the units s, min, h, d, weeks, months, years"
            likely = meant.length(number, unit) if len(parts) == 1 else ()
            raise wrong(message, likely, "write it like 12min, 1h 30min, 17d or 6 weeks")
    return Duration(sum(parse_number(number) * _MINUTES[_UNITS[unit]] for number, unit in parts))


def parse_money(text: str) -> Money:
    """Reads `12`, `12.50`, `12.50 EUR`. A sign such as £ is refused: write the currency's three letters."""
    found = _MONEY.fullmatch(text.strip())
    if not found:
        raise wrong(
            f"`{_short(text)}` is not an amount", meant.amount(text.strip()), "write it like 12.50 or 12.50 EUR"
        )
    return Money(parse_number(found[1]), found[2] or "")


def parse_quantity(text: str) -> Quantity:
    """Reads the level of a metric: `25`, `90%`, `12min`, `12.50 EUR`."""
    text = text.strip()
    if text.endswith("%"):
        return Quantity(parse_share(text), "%")
    if _NUMBER.fullmatch(text):
        return Quantity(parse_number(text))
    if _MONEY.fullmatch(text):
        money = parse_money(text)
        return Quantity(money.amount, "money", money.currency)
    if _PARTS.match(text):
        return Quantity(parse_duration(text).minutes, "min")
    raise wrong(f"`{_short(text)}` is not a level", meant.amount(text), "write it like 25, 90%, 12min or 12.50 EUR")


def parse_scale(text: str) -> Scale:
    """Reads `0..10`, `-2..2`: the lowest and the highest answer."""
    found = _SCALE.fullmatch(text.strip())
    if not found:
        raise WrongValueError(f"`{_short(text)}` is not a scale", "write its ends like 0..10 or -2..2")
    scale = Scale(parse_number(found[1]), parse_number(found[2]))
    if scale.low >= scale.high:
        raise WrongValueError(f"`{_short(text)}` has its lower end behind its upper end", "the lower end comes first")
    return scale


def parse_repeats(text: str) -> Repeats:
    """Reads `2..3`, `4`, `weekly`, `any time`."""
    text = text.strip()
    if text in ("weekly", "any time"):
        return Repeats(word=text)
    if ends := _SCALE.fullmatch(f"{text}..{text}" if _NUMBER.fullmatch(text) else text):
        low, high = parse_number(ends[1]), parse_number(ends[2])
        if 0 < low <= high:
            return Repeats(low, high)
    raise WrongValueError(f"`{_short(text)}` is not a number of times", "write it like 2..3, weekly or any time")


def parse_flag(text: str) -> bool:
    """Reads `true` and `false`, and nothing else."""
    if text not in ("true", "false"):
        word = FLAG_WORDS.get(text.lower())
        raise wrong(f"`{_short(text)}` is neither true nor false", (word,) if word else (), "write `true` or `false`")
    return text == "true"


def parse_day(text: str) -> date:
    """Reads a day, `2026-09-30`."""
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text.strip(), re.ASCII):
        days = tuple(day for day in meant.dates(text) if len(day) == 10)
        raise wrong(f"`{_short(text)}` is not a day", days, "write it like 2026-09-30")
    return parse_period(text).start


def parse_date(text: str) -> Period:
    """Reads a day, a month or a year: `2026-09-30`, `2026-09`, `2026`. What is due `by` it is due by its end."""
    if not re.fullmatch(r"\d{4}(-\d{2}){0,2}", text.strip(), re.ASCII):
        days = tuple(day for day in meant.dates(text) if "Q" not in day)
        raise wrong(f"`{_short(text)}` is not a date", days, "write it like 2026-09-30, 2026-09 or 2026")
    return parse_period(text)


def parse_span(text: str) -> Period:
    """Reads a period, or two with a slash between: `2026-06/2026-08`."""
    if "FY" in text:
        hint = "write calendar months, like 2026-06/2026-08"
        raise WrongValueError(f"`{_short(text)}`: fiscal years are for tables", hint)
    first, slash, last = text.partition("/")
    if meant.dates(text):
        first, slash = text, ""
    start, end = parse_period(first), parse_period(last if slash else first)
    if end.end < start.start:
        raise WrongValueError(f"`{_short(text)}` ends before it begins", f"write {last}/{first}")
    return Period(start.start, end.end, f"{start.label} to {end.label}" if slash else start.label)


def parse_emotion(text: str) -> float:
    """Reads how a step feels, -2 (angry) to 2 (delighted)."""
    value = parse_number(text)
    if not -2 <= value <= 2:
        hint = "emotions go from -2 (angry) to 2 (delighted); 0 is neither"
        raise WrongValueError(f"`{_short(text)}` is outside -2..2", hint)
    return value


def _between(low: float, high: float) -> Callable[[str], float]:
    def parse(text: str) -> float:
        value = parse_number(text)
        if not low <= value <= high:
            raise WrongValueError(f"`{_short(text)}` is not between {low:g} and {high:g}", "write one between them")
        return value

    return parse


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:40]}…"


def from_text(parse: Callable[[str], Any]) -> BeforeValidator:
    """Makes a field read its value with this parser."""
    return BeforeValidator(lambda value: parse(_single(value)) if isinstance(value, str | list | dict) else value)


def _single(value: Any) -> str:
    if not isinstance(value, str):
        raise WrongValueError("takes a single value, and here stands a list or a mapping", "keep one, without brackets")
    return value


def or_reference(parse: Callable[[str], Any]) -> BeforeValidator:
    """Makes a field take a value or the id of a metric: what begins with a letter is an id."""
    return from_text(lambda text: text if text[:1].isalpha() and text.lower() not in FLAG_WORDS else parse(text))


Positive = Annotated[float, from_text(parse_positive), Kind("number of zero or more", "12.5", section="numbers")]
Whole = Annotated[int, from_text(parse_whole), Kind("whole number", section="numbers")]
Flag = Annotated[bool, from_text(parse_flag), Kind("true or false", section="flags")]
Day = Annotated[date, from_text(parse_day), Kind("day", "2026-09-30", section="dates")]
Date = Annotated[Period, from_text(parse_date), Kind("day, month or year", "2026-09", section="dates")]
When = Annotated[Period, from_text(parse_span), Kind("period or span", "2026-06/2026-08", section="periods")]
Share = Annotated[float, from_text(parse_share), Kind("share", "63%", section="shares")]
Length = Annotated[Duration, from_text(parse_duration), Kind("length of time", "12min", section="durations")]
Amount = Annotated[Money, from_text(parse_money), Kind("amount of money", "12.50 EUR", section="money")]
Level = Annotated[Quantity, from_text(parse_quantity), Kind("level of a metric", "90%", section="levels")]
ScaleField = Annotated[Scale, from_text(parse_scale), Kind("scale", "0..10", section="scales")]
RepeatsField = Annotated[Repeats, from_text(parse_repeats), Kind("number of times", "2..3", section="repeats")]
Emotion = Annotated[float, from_text(parse_emotion), Kind("emotion", "-1.7", section="emotions")]
OneToFive = Annotated[float, from_text(_between(1, 5)), Kind("number 1..5", section="ratings")]
ZeroToFour = Annotated[float, from_text(_between(0, 4)), Kind("number 0..4", section="ratings")]
Month = Annotated[
    int,
    from_text(lambda text: int(_between(1, 12)(str(parse_whole(text))))),
    Kind("month 1..12", section="numbers"),
]
