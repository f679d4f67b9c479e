"""A face for a feeling, a shape for a severity, a sign for a page's state: beside the words, never instead of them."""

from __future__ import annotations

from markupsafe import Markup

from cxsite.draw.twin import beside

_STROKE = 'fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round"'
_EYES = "".join(f'<circle cx="{x}" cy="9.8" r="1.4" fill="currentColor"/>' for x in (8.6, 15.4))
_MOUTHS = {
    2: '<path fill="currentColor" d="M7 13h10c-.5 3.2-2.5 5-5 5s-4.5-1.8-5-5z"/>',
    1: f'<path {_STROKE} d="M8 14.5c1 1.7 2.4 2.5 4 2.5s3-.8 4-2.5"/>',
    0: f'<path {_STROKE} d="M8 15.5h8"/>',
    -1: f'<path {_STROKE} d="M8 17.5c1-1.7 2.4-2.5 4-2.5s3 .8 4 2.5"/>',
    -2: f'<path {_STROKE} d="M7.5 18c.9-2.6 2.6-3.7 4.5-3.7s3.6 1.1 4.5 3.7M6.5 6.5 10 8M17.5 6.5 14 8"/>',
}
_SHAPES = {
    "critical": '<path fill-rule="evenodd" d="M7 0h10l7 7v10l-7 7H7l-7-7V7zm3.5 4.5V14h3V4.5zm0 12v3h3v-3z"/>',
    "high": '<path d="M12 2 23 21.5H1z"/>',
    "medium": '<path d="M12 1 23 12 12 23 1 12z"/>',
    "low": '<circle cx="12" cy="12" r="5.5"/>',
    "bright": '<path d="m12 1 3 7.5 8 .6-6.2 5.1 2 7.8L12 17.7 5.2 22l2-7.8L1 9.1l8-.6z"/>',
    "open": f'<circle {_STROKE} cx="12" cy="12" r="8.5" stroke-dasharray="4 3"/>',
}
_SIGNS = {
    "up to date": f'<circle {_STROKE} cx="12" cy="12" r="10"/><path {_STROKE} d="m7 12.5 3.5 3.5L17 8.5"/>',
    "review due": f'<circle {_STROKE} cx="12" cy="12" r="10"/><path {_STROKE} d="M12 6.5V12l4 3"/>',
    "stale": '<path fill-rule="evenodd" d="M1 21h22L12 2zm10-3h2v2h-2zm0-8h2v6h-2z"/>',
}


def face(value: float) -> Markup:
    """A face in the colour of the text around it, for a feeling on −2..2."""
    return beside(
        "cx-face",
        '<circle cx="12" cy="12" r="10.8" fill="var(--cx-card)" stroke="currentColor" stroke-width="2"/>'
        f"{_EYES}{_MOUTHS[level(value)]}",
        "0 0 24 24",
    )


def level(value: float) -> int:
    """Which of the five faces: delighted from 1.5, pleased from 0.25, annoyed below −0.15, angry from −1.25 down."""
    if value >= 0.25:
        return 2 if value >= 1.5 else 1
    if value > -0.15:
        return 0
    return -1 if value > -1.25 else -2


def sign(state: str) -> Markup:
    """A tick, a clock, a warning triangle; a ring where nobody assessed how a page stands."""
    return beside("cx-shape", _SIGNS.get(state, _SHAPES["open"]), "0 0 24 24")


def shape(severity: str) -> Markup:
    """Octagon with a mark in it, triangle, diamond, dot: a small octagon and a circle are one to the eye. A star for a
    bright spot, a ring where nobody assessed it."""
    return beside("cx-shape", _SHAPES.get(severity, _SHAPES["open"]), "0 0 24 24")
