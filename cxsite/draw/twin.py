"""A drawing's twin: its name, its sentences and its rows, all from the value that the drawing is made from."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup, escape

HIDDEN = 'aria-hidden="true" focusable="false"'


_DETAILS = ("Interval", "n", "Method", "Period", "Source")


@dataclass(frozen=True)
class Twin:
    """What a drawing shows, without the drawing. All text, as it is read; each row has a cell for each column."""

    name: str
    description: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def is_detail(column: str) -> bool:
    """True where a column says more of the value before it, as `n` or `Before: interval`."""
    return column in _DETAILS or ": " in column


def words_of(twin: Twin) -> str:
    """The attributes that make a drawing one image with a name. No id is needed, so none can clash."""
    return f'role="img" aria-label="{escape(twin.name)}" aria-description="{escape(twin.description)}"'


def mark(kind: str, twin: Twin, height: int, inside: str, width: str = "100%") -> Markup:
    """An SVG of `kind` (its class), as wide as its box and `height` pixels high.

    Places along the width are written in per cent, so text and dots keep their size while columns stretch.
    """
    return Markup(
        f'<svg class="cx-mark cx-mark--{kind}" xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f"{words_of(twin)}><desc>{escape(twin.description)}</desc>{inside}</svg>"
    )


def sample(width: int, height: int, inside: str) -> Markup:
    """A small drawing that stands beside its own words, in pixels; assistive technology passes over it."""
    return Markup(f'<svg class="cx-mark cx-mark--key" width="{width}" height="{height}" {HIDDEN}>{inside}</svg>')


def beside(name: str, inside: str, box: str = "") -> Markup:
    """A drawing of the class `name` beside its own words; `box` is its viewBox where it scales."""
    scale = f' viewBox="{box}"' if box else ""
    return Markup(f'<svg class="{name}"{scale} {HIDDEN}>{inside}</svg>')


def named(svg: str, twin: Twin) -> Markup:
    """A finished chart with its name and description; until then it is hidden from assistive technology."""
    head, found, rest = svg.partition(HIDDEN)
    if not found:
        raise ValueError("this drawing has a name already")
    opening, end, body = rest.partition(">")
    return Markup(f"{head}{words_of(twin)}{opening}{end}<desc>{escape(twin.description)}</desc>{body}")


def sentence(*parts: str) -> str:
    """The parts that are not empty, as sentences one after the other."""
    return " ".join(part if part.endswith((".", "!", "?")) else f"{part}." for part in parts if part)
