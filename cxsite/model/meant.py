"""What a value that cannot be read was most likely meant to be, and the error that says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?P<year>\d{4})"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\.?"
_NAMED = tuple(
    re.compile(form, re.IGNORECASE | re.ASCII)
    for form in (rf"{_DAY}\s*{_MONTH},?\s+{_YEAR}", rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}", rf"{_MONTH},?\s+{_YEAR}")
)
_DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})", re.ASCII)
_TWO_FIRST = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})[./-](\d{1,2})(?:[./-](\d{1,2}))?", re.ASCII)
_MONTH_FIRST = re.compile(r"(\d{1,2})[./-](\d{4})", re.ASCII)
_QUARTER = re.compile(r"Q([1-4])[ /-]?(\d{4})|(\d{4})[ /]?Q([1-4])", re.IGNORECASE | re.ASCII)

SIGNS = {"£": "GBP", "€": "EUR"}
"""Signs of one currency each; `$` and `¥` are the sign of several."""
_AMOUNT = re.compile(r"(?P<sign>[£€]?)\s*(?P<amount>-?[\d,]+(?:\.\d+)?)\s*(?P<unit>[£€]|[A-Za-z]{3})?", re.ASCII)
_LETTERS_FIRST = re.compile(r"(?P<unit>[A-Za-z]{3})\s*(?P<amount>-?[\d,]+(?:\.\d+)?)", re.ASCII)
_THOUSANDS = re.compile(r"-?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?", re.ASCII)
_COMMA = re.compile(r"-?\d+,\d{1,2}", re.ASCII)
_DECIMAL = re.compile(r"\d+(?:\.\d+)?", re.ASCII)
_SPACES = re.compile(r"-?\d{1,3}(?: \d{3})+", re.ASCII)

_UNITS = {
    **dict.fromkeys(("sec", "secs", "second", "seconds"), "s"),
    **dict.fromkeys(("mins", "minute", "minutes"), "min"),
    **dict.fromkeys(("hr", "hrs", "hour", "hours"), "h"),
    **dict.fromkeys(("w", "wk", "wks"), " weeks"),
    **dict.fromkeys(("y", "yr", "yrs"), " years"),
}
FLAG_WORDS = {
    **dict.fromkeys(("true", "yes", "on", "y"), "true"),
    **dict.fromkeys(("false", "no", "off", "n"), "false"),
}
"""Words that people write for true and false, in lower case."""


class WrongValueError(ValueError):
    """A value that its field does not take.

    `message` names the mistake, `hint` is the next step, `suggestion` the spelling that was certainly meant.
    """

    def __init__(self, message: str, hint: str = "", suggestion: str = "") -> None:
        super().__init__(f"{message}; {hint}" if hint else message)
        self.message = message
        self.hint = hint
        self.suggestion = suggestion


def wrong(message: str, meant: tuple[str, ...], otherwise: str) -> WrongValueError:
    """The error with what was meant: one spelling, or one of several, or (where nobody can tell) `otherwise`."""
    if not meant:
        return WrongValueError(message, otherwise)
    spellings = " or ".join(f"`{spelling}`" for spelling in meant)
    hint = f"write {spellings}{', whichever is meant' if len(meant) > 1 else ''}"
    return WrongValueError(message, hint, meant[0] if len(meant) == 1 else "")


def dates(text: str) -> tuple[str, ...]:
    """`30/09/2026` is `2026-09-30`; `05/09/2026` is one of two days; `September 2026` is `2026-09`."""
    return tuple(dict.fromkeys(_dates(text.strip())))


def _dates(text: str) -> Iterator[str]:
    for form in _NAMED:
        if found := form.fullmatch(text):
            parts = found.groupdict()
            month = _MONTHS.index(parts["name"][:3].lower()) + 1
            yield from _written(parts["year"], month, parts.get("day"))
    if found := _DOTTED.fullmatch(text):
        yield from _written(found[3], int(found[2]), found[1])
    if found := _TWO_FIRST.fullmatch(text):
        yield from _written(found[3], int(found[2]), found[1])
        yield from _written(found[3], int(found[1]), found[2])
    if found := _YEAR_FIRST.fullmatch(text):
        yield from _written(found[1], int(found[2]), found[3])
    if found := _MONTH_FIRST.fullmatch(text):
        yield from _written(found[2], int(found[1]), None)
    if found := _QUARTER.fullmatch(text):
        yield f"{found[2] or found[3]}-Q{found[1] or found[4]}"


def _written(year: str, month: int, day: str | None) -> Iterator[str]:
    """The day or the month in the right spelling, where the calendar has it."""
    try:
        whole = date(int(year), month, int(day or 1)).isoformat()
    except ValueError:
        return
    yield whole if day else whole[:7]


def number(text: str) -> tuple[str, ...]:
    """`24,600` and `24 600` are `24600`."""
    return (re.sub("[ ,]", "", text),) if _THOUSANDS.fullmatch(text) or _SPACES.fullmatch(text) else ()


def share(text: str) -> tuple[str, bool]:
    """`63` is `63%`, without doubt; `0.63` may be `63%`. Any share where nobody can tell."""
    if not _DECIMAL.fullmatch(text) or not 0 < (value := Decimal(text)) <= 100:
        return "63%", False
    whole, _, rest = f"{(value * 100 if value < 1 else value):f}".partition(".")
    return f"{whole}.{rest.rstrip('0')}".rstrip(".") + "%", value > 1


def amount(text: str) -> tuple[str, ...]:
    """`£12` is `12 GBP`, `12 eur` is `12 EUR`, `1,200` is `1200`, `12,50` is `12.50`."""
    found = _AMOUNT.fullmatch(text) or _LETTERS_FIRST.fullmatch(text)
    if not found:
        return ()
    parts = found.groupdict()
    amount, unit = parts["amount"], parts.get("sign") or parts.get("unit") or ""
    if _THOUSANDS.fullmatch(amount):
        amount = amount.replace(",", "")
    elif _COMMA.fullmatch(amount):
        amount = amount.replace(",", ".")
    return (f"{amount} {SIGNS.get(unit, unit.upper())}".strip(),) if "," not in amount else ()


def length(count: str, unit: str) -> tuple[str, ...]:
    """`2 hours` is `2h`; a unit in capitals is the one in lower-case letters."""
    known = ("s", "min", "h", "d", "day", "days", "week", "weeks", "month", "months", "year", "years")
    low = unit.lower()
    if low in _UNITS:
        return (f"{count}{_UNITS[low]}",)
    return (f"{count} {low}" if len(low) > 3 else f"{count}{low}",) if low in known else ()
