"""The lines and dots of emotion curves, in the colours of their signs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from cxsite.draw.marks.curve import Piece, crossings

Place = Callable[[float, float], str]
"""A point of the curve to the text of its coordinates in a drawing."""


def by_sign(pieces: Iterable[Piece]) -> Iterator[tuple[str, Piece]]:
    """The pieces cut at zero, each with the role of its colour."""
    for piece in pieces:
        cuts = [0.0, *crossings(piece.y), 1.0]
        for a, b in pairwise(cuts):
            part = piece.cut(a, b)
            yield ("pos" if part.at(0.5) >= 0 else "neg"), part


def stroke(parts: Iterable[tuple[str, Piece]], place: Place, more: str = "") -> str:
    """A line in the colours of its parts; `more` are further attributes."""
    by_role: dict[str, list[Piece]] = {"pos": [], "neg": []}
    for role, part in parts:
        by_role[role].append(part)
    return "".join(line_of(path_of(found, place), role, more) for role, found in by_role.items() if found)


def line_of(d: str, role: str, more: str = "", width: float = 2.5) -> str:
    """A line of one colour; `width` in pixels, however the drawing is stretched."""
    return (
        f'<path d="{d}" stroke="var(--cx-{role})" stroke-width="{width:g}" vector-effect="non-scaling-stroke"{more}/>'
    )


def path_of(pieces: Iterable[Piece], place: Place) -> str:
    """The pieces as the `d` of a path; one that goes on from the last is joined to it."""
    d, end = "", ""
    for piece in pieces:
        start = place(piece.x0, piece.y[0])
        d += ("" if start == end else f"M{start}") + bend(piece, place)
        end = place(piece.x1, piece.y[3])
    return d


def bend(piece: Piece, place: Place) -> str:
    """One cubic, from where the path stands."""
    return "C" + " ".join(place(piece.x(t), y) for t, y in ((1 / 3, piece.y[1]), (2 / 3, piece.y[2]), (1, piece.y[3])))


def draw_dot(x: str, y: str, value: float, hollow: bool = False) -> str:
    """A circle above zero, a square below, a flat bar on it."""
    role = "pos" if value > 0 else "neg" if value < 0 else "ink-2"
    fill = "card" if hollow else role
    paint = f'fill="var(--cx-{fill})" stroke="var(--cx-{role})" stroke-width="2"'
    if value > 0:
        return f'<circle cx="{x}" cy="{y}" r="4.5" {paint}/>'
    width, height = (8, 8) if value < 0 else (11, 4)
    move = f'transform="translate({-width / 2:g} {-height / 2:g})"'
    return f'<rect x="{x}" y="{y}" width="{width}" height="{height}" {move} {paint}/>'
