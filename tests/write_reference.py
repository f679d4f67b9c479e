"""Writes docs/reference/ from the models: `make reference`.

A page is a template in tests/reference/. A line `::: entry Step` in it becomes the section of that entry,
`::: value shares` the spellings of that kind of value, which are what the parsers say when they are called.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, get_args

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))

from pydantic import TypeAdapter, ValidationError

from cxsite.measure.methods import find_method
from cxsite.model import reference, text, values
from cxsite.model.metric import Method, PeriodText
from cxsite.model.period import Period, parse_period
from cxsite.model.reference import EntryReference, KeyReference, files
from cxsite.model.wording import Piece

TEMPLATES = Path(__file__).parent / "reference"
PAGES = Path(__file__).parents[1] / "docs" / "reference"

SPELLINGS: dict[str, tuple[tuple[Any, tuple[str, ...]], ...]] = {
    "text": ((text.Text, ("Pays by card", "no", "3:20", "012", " ")),),
    "ids": ((text.Id, ("moved-date", "größe-2", "Moved-date", "moved_date", "2-days", "none")),),
    "flags": ((values.Flag, ("true", "false", "yes", "True")),),
    "numbers": (
        (values.Positive, ("12", "1.7", "24600", "0", "-1", "24,600", "1e3", ".5")),
        (values.Whole, ("30", "2.5", "-1")),
        (values.Month, ("10", "13")),
    ),
    "ratings": ((values.OneToFive, ("1", "4.5", "5.5")), (values.ZeroToFour, ("0", "4", "5"))),
    "emotions": ((values.Emotion, ("-1.7", "0", "2", "-3")),),
    "shares": ((values.Share, ("63%", "12.5 %", "0%", "0.63", "63", "120%")),),
    "durations": (
        (
            values.Length,
            ("90s", "12min", "1h 30min", "17d", "6 weeks", "6 months", "1 year", "6m", "12", "3 hrs", "1:30"),
        ),
    ),
    "money": ((values.Amount, ("12", "12.50", "12.50 EUR", "£12", "12,50", "12 eur")),),
    "levels": ((values.Level, ("25", "90%", "12min", "12.50 EUR", "high")),),
    "dates": (
        (values.Day, ("2026-09-30", "2026-09", "30.9.2026")),
        (values.Date, ("2026-09-30", "2026-09", "2026", "2026-Q3", "2026-02-30")),
    ),
    "periods": (
        (PeriodText, ("2026", "2026-Q3", "2026-09", "2026-W37", "2026-09-14", "FY2020-Q1", "Sep 2026", "2026-Q5")),
        (values.When, ("2026-06/2026-08", "2026-08/2026-06", "FY2020-Q1")),
    ),
    "scales": ((values.ScaleField, ("0..10", "-2..2", "1..7", "10..0", "0-10")),),
    "repeats": ((values.RepeatsField, ("2..3", "4", "weekly", "any time", "often", "0")),),
}
"""Spellings to try, by the section of values.md, for each type that stands in it."""

SAME_KEYS = {"StepDifference": "Step", "PhaseDifference": "Phase"}
"""Entries that take the keys of another one too, which are not listed twice."""


def pages() -> dict[str, str]:
    """Every page by its file's name."""
    return {path.name: _page(path) for path in sorted(TEMPLATES.glob("*.md"))}


def examples() -> dict[str, str]:
    """The files that the pages show, by the path in their first line."""
    blocks = re.findall(r"```(?:yaml|csv)\n# (\S+)\n(.*?)```", "".join(pages().values()), re.DOTALL)
    assert len(dict(blocks)) == len(blocks)
    return dict(blocks)


entries = cache(reference.entries)


@cache
def page_of() -> dict[str, str]:
    """The page of each entry, by the entry's name."""
    return {
        name: path.name
        for path in sorted(TEMPLATES.glob("*.md"))
        for name in re.findall(r"^::: entry (\w+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    }


def _page(path: Path) -> str:
    lines = path.read_text(encoding="utf-8").splitlines()
    level = "###" if any(line.startswith("## ") for line in lines) else "##"
    written: list[str] = []
    for line in lines:
        if not line.startswith("::: "):
            written.append(line)
            continue
        verb, _, argument = line.removeprefix("::: ").partition(" ")
        if written[-1]:
            written.append("")
        written += _MADE[verb](argument, level, path.name)
    return "\n".join(written) + "\n"


def _entry(name: str, level: str, page: str) -> list[str]:
    entry = entries()[name]
    same, own = _split(entry)
    rows = [_row(entry, key, page) for key in own if key.origin != "Linked"]
    head = [f"{level} {entry.noun.capitalize()} {{#{entry.anchor}}}", "", entry.what_it_is, ""]
    return [*head, *_table(("key", "takes", "meaning"), rows), *_further(entry, same, page)]


def _split(entry: EntryReference) -> tuple[list[KeyReference], list[KeyReference]]:
    """The keys that the entry has in common with the one it follows, and the others."""
    model = entries().get(SAME_KEYS.get(entry.name, ""))
    known = {(key.key, key.origin) for key in model.keys} if model else set()
    same = [key for key in entry.keys if (key.key, key.origin) in known and key.origin != "Linked"]
    return same, [key for key in entry.keys if key not in same]


def _further(entry: EntryReference, same: list[KeyReference], page: str) -> list[str]:
    lines: list[str] = []
    if same:
        model = entries()[SAME_KEYS[entry.name]]
        listed = ", ".join(f"[`{key.key}`]({_href(model, key.key, page)})" for key in same)
        lines += ["", f"And every key of a {model.noun}: {listed}."]
    if linked := [key for key in entry.keys if key.origin == "Linked"]:
        listed = " and ".join(f"[`{key.key}`](index.md#{key.key})" for key in linked)
        lines += ["", f"And {listed}."]
    return lines


def _row(entry: EntryReference, key: KeyReference, page: str) -> tuple[str, str, str]:
    return f"`{key.key}`{{#{entry.anchor}.{key.key} .key}}", _linked(key, page), _meaning(key)


def _meaning(key: KeyReference) -> str:
    default = f" Default: `{key.default}`." if key.default else ""
    return f"{'*Required.* ' if key.required else ''}{key.meaning}{default}"


def _linked(key: KeyReference, page: str) -> str:
    return "".join(_piece(piece, page) for piece in key.takes)


def _piece(piece: Piece, page: str) -> str:
    shown = f"`{piece.text}`" if piece.code else piece.text
    if piece.section:
        return f"[{shown}]({'' if page == 'values.md' else 'values.md'}#{piece.section})"
    if piece.entry:
        entry = next(entry for entry in entries().values() if entry.anchor == piece.entry)
        return f"[{shown}]({_href(entry, '', page)})"
    return shown


def _href(entry: EntryReference, key: str, page: str) -> str:
    target = page_of().get(entry.name)
    if target is None:
        raise LookupError(f"no page has {entry.name}: write `::: entry {entry.name}` into one in {TEMPLATES}")
    return f"{'' if target == page else target}#{entry.anchor}{f'.{key}' if key else ''}"


def _files(_argument: str, _level: str, page: str) -> list[str]:
    rows = []
    for file in files():
        entry = entries()[file.entry]
        required = ", ".join(f"`{key.key}`" for key in entry.keys if key.required)
        some = file.kind == "current" or file.kind == "goals" or file.kind.startswith("journey-")
        holds = f"[{'any keys of a ' if some else ''}{entry.noun}]({_href(entry, '', page)})"
        needs = f", needs {required}" if required and not some else ""
        rows.append((" ".join(f"`{place}`" for place in file.places), holds + needs, f"`{file.kind}`"))
    return _table(("file", "holds", "kind"), rows)


def _shared(_argument: str, _level: str, page: str) -> list[str]:
    keys = [key for key in entries()["Category"].keys if key.origin == "Linked"]
    rows = [(f"`{key.key}`{{#{key.key} .key}}", _linked(key, page), key.meaning) for key in keys]
    return _table(("key", "takes", "meaning"), rows)


def _keys(_argument: str, _level: str, page: str) -> list[str]:
    places: dict[str, list[str]] = {}
    for entry in entries().values():
        for key in _split(entry)[1]:
            if key.origin != "Linked":
                places.setdefault(key.key, []).append(f"[{entry.noun}]({_href(entry, key.key, page)})")
    for key in ("formerly", "links"):
        places[key] = [f"[on everything](#{key})"]
    return _table(("key", "on"), [(f"`{key}`{{.key}}", ", ".join(sorted(places[key]))) for key in sorted(places)])


def _value(section: str, _level: str, _page: str) -> list[str]:
    works: list[tuple[str, ...]] = []
    refused: list[tuple[str, ...]] = []
    types = SPELLINGS[section]
    for kind, spellings in types:
        name = f"{plain_kind(kind)}: " if len(types) > 1 else ""
        for spelling in spellings:
            shown = f"`{spelling}`" if spelling.strip() else "nothing but spaces"
            read, why = try_to_read(kind, spelling)
            (refused if why else works).append((name + shown, why or read))
    return [*_table(("works", "is read as"), works), "", *_table(("is refused", "because"), refused)]


def plain_kind(kind: Any) -> str:
    """What a type of value is called."""
    return str(next(mark.words for mark in kind.__metadata__ if hasattr(mark, "words")))


def try_to_read(kind: Any, spelling: str) -> tuple[str, str]:
    """What a spelling is read as, or why it is refused; the other of the two is empty."""
    try:
        value = TypeAdapter(kind).validate_python(spelling)
    except ValidationError as problem:
        return "", str(problem.errors()[0]["ctx"]["error"])
    if kind is PeriodText:
        value = parse_period(spelling)
    return _shown(value, share=kind is values.Share), ""


def _shown(value: Any, *, share: bool) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return f"the text `{value}`"
        case float() | int():
            return f"{value * 100:g} in 100" if share else f"{value:g}"
        case values.Duration():
            return f"{value.minutes:g} minutes" if value.minutes < 1440 else f"{value.days:g} days"
        case values.Money():
            return f"{value.amount:.2f} {value.currency or 'in the currency of the site'}"
        case values.Quantity():
            units = {"": "", "%": " as a share", "min": " minutes", "money": " in money"}
            return f"{value.value:g}{units[value.unit]}"
        case Period():
            return _day(value.start) if value.start == value.end else f"{_day(value.start)} to {_day(value.end)}"
        case date():
            return _day(value)
        case values.Repeats():
            return value.word or (f"{value.low:g} to {value.high:g}" if value.low < value.high else f"{value.low:g}")
    return str(value)


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _methods(_argument: str, _level: str, _page: str) -> list[str]:
    rows = []
    for name in get_args(Method):
        method = find_method(name)
        reads = ", ".join(f"`{column}`" for column in method.columns) if method else "only published figures, so far"
        more = "; `sd` and `n` for an interval" if name == "mean" else ""
        rows.append((f"`{name}`{{.key}}", reads + more))
    return _table(("method", "reads"), rows)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> list[str]:
    lines = [head, tuple("---" for _ in head), *rows]
    return [f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |" for line in lines]


_MADE = {"entry": _entry, "files": _files, "shared": _shared, "keys": _keys, "value": _value, "methods": _methods}


def main() -> None:
    """Writes the pages, and deletes those that are no more."""
    PAGES.mkdir(parents=True, exist_ok=True)
    made = pages()
    for path in PAGES.glob("*.md"):
        if path.name not in made:
            path.unlink()
    for name, page in made.items():
        (PAGES / name).write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
