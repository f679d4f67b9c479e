"""Values in words, as sentences of a change hold them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from cxsite.compare.meaning import reference_kind
from cxsite.derive.written.amounts import (
    write_length,
    write_minutes,
    write_money,
    write_quantity,
    write_repeats,
    write_share,
)
from cxsite.derive.written.goals import GOALS
from cxsite.derive.written.numbers import write_emotion
from cxsite.derive.written.quotes import in_quotes
from cxsite.model.base import Entry
from cxsite.model.goal import Goal
from cxsite.model.named import Quote
from cxsite.model.period import Period
from cxsite.model.settings import Settings
from cxsite.model.values import Duration, Money, Quantity, Repeats

Called = Callable[[str, str], str]
"""The name of what is referred to, from its kind and the text of the reference."""
LONG = 160
"""Longer texts are cut at a word; the page and the JSON have the whole."""
_SHARES = frozenset({"share", "unplanned", "without_a_hitch", "confidence"})
_EFFORT = frozenset({"time"})
_FIXED: Mapping[tuple[type[Entry], str], Mapping[str, str]] = {(Goal, "kind"): GOALS}
"""Fields whose fixed values pages have words for."""


def in_words(value: Any, settings: Settings, called: Called, field: str = "", kind: str = "") -> str:
    """A value for people; empty for none."""
    if value is None or value == () or value == {}:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return called(kind, value) if kind else value
    if isinstance(value, int | float):
        return _number(value, field)
    if isinstance(value, Entry):
        return _entry(value, settings, called)
    if isinstance(value, Mapping):
        parts = ((key, in_words(each, settings, called, field)) for key, each in value.items())
        return ", ".join(
            said if key == "all" else f"{called(kind, key) if kind else key} {said}" for key, said in parts
        )
    if isinstance(value, tuple | list):
        return ", ".join(in_words(each, settings, called, field, kind) for each in value)
    return _typed(value, settings, field)


def _typed(value: Any, settings: Settings, field: str) -> str:
    if isinstance(value, Duration):
        return write_minutes(value.minutes) if field in _EFFORT else write_length(value)
    if isinstance(value, Money):
        return write_money(value, settings.currency)
    if isinstance(value, Quantity):
        return write_quantity(value, settings.currency)
    if isinstance(value, Repeats):
        return write_repeats(value)
    if isinstance(value, Period):
        return value.label
    return str(value)  # a day as 2026-09-30, a scale as 1 to 5


def _number(value: float, field: str) -> str:
    if field == "emotion":
        return write_emotion(value)
    if field in _SHARES:
        return write_share(value)
    return f"{value:,.6g}".replace("-", "\u2212") if abs(value) < 1e6 else f"{value:,.0f}"


def _entry(entry: Entry, settings: Settings, called: Called) -> str:
    if isinstance(entry, Quote):
        return in_quotes(entry.text or entry.summary or "")
    said = []
    for name, field in type(entry).model_fields.items():
        value = getattr(entry, name)
        if value in (None, (), {}) or (isinstance(value, bool) and value == field.default):
            continue
        words = part_in_words(entry, name, settings, called)
        said.append(words if name in ("text", "name", "url", "file", "metric") else f"{label(name)} {words}")
    return ", ".join(said)


def part_in_words(entry: Entry, name: str, settings: Settings, called: Called) -> str:
    """One field inside an entry for people; empty for none."""
    role = name if name in _SHARES | _EFFORT else ""
    return field_in_words(type(entry), name, getattr(entry, name), settings, called, role)


def field_in_words(model: type[Entry], name: str, value: Any, settings: Settings, called: Called, role: str) -> str:
    """The value of one field of an entry for people; empty for none."""
    value = _FIXED.get((model, name), {}).get(value, value) if isinstance(value, str) else value
    return in_words(value, settings, called, role, reference_kind(model, name))


_LABELS = {
    **{"by": "day", "handoff": "hand-off", "verb": "what becomes of it", "from_": "map it starts from"},
    **{"nps_groups": "what NPS groups need", "proposed_by": "who proposed it", "for_": "who could do it"},
    **{"expects": "what it is to bring about", "carried_by": "carried by", "as_of": "day it shows"},
    **{"done_by": "who does it", "next": "way on", "zoom": "seen from near in", "weights": "weights"},
    **{"blocked_by": "what we can’t do or see yet"},
}


def label(field: str) -> str:
    """A field's key as words: `cost_to_serve` is `cost to serve`."""
    return _LABELS.get(field, field.rstrip("_").replace("_", " "))


def went(what: str, was: str, now: str) -> str:
    """`owner from Billing to Sales`, `risk set to “No staff”`, `due removed (was Oct 2026)`."""
    if not was:
        return f"{what} set to {now}"
    return f"{what} from {was} to {now}" if now else f"{what} removed (was {was})"


def short(text: str) -> str:
    """A text cut at a word where it is long."""
    text = " ".join(text.split())
    if len(text) <= LONG:
        return text
    return text[:LONG].rsplit(" ", 1)[0].rstrip(",;:.") + " …"
