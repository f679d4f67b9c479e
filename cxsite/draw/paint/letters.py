"""How wide text is in our font, read from the font's own tables."""

from __future__ import annotations

import struct
from functools import cache, lru_cache
from pathlib import Path
from unicodedata import combining, east_asian_width

from cxsite.draw.svg import FONT

_FILES = Path(__file__).parent.parent / "fonts"
WEIGHTS: dict[object, int] = {"normal": 400, "bold": 700, 400: 400, 700: 700, "400": 400, "700": 700}
"""The weights there is a font of, by what a spec calls them."""
_AVERAGE = 0.65
__all__ = ["FONT", "WEIGHTS", "text_width"]


@lru_cache(maxsize=8192)
def text_width(text: str, size: float, weight: int = 400) -> float:
    """Pixels from the start of a line to its end."""
    widths = _widths(weight)
    return size * sum(widths[c] if c in widths else _other(c) for c in text)


def _other(letter: str) -> float:
    """The width, in font sizes, of a letter that our font lacks and another font will draw."""
    if combining(letter):
        return 0.0
    return 1.0 if east_asian_width(letter) in "WF" else _AVERAGE


@cache
def _widths(weight: int) -> dict[str, float]:
    raw = (_FILES / f"roboto-latin-{weight}.ttf").read_bytes()
    tables = _tables(raw)
    (per_em,) = struct.unpack_from(">H", raw, tables["head"] + 18)
    (count,) = struct.unpack_from(">H", raw, tables["hhea"] + 34)
    advances = [struct.unpack_from(">H", raw, tables["hmtx"] + 4 * i)[0] / per_em for i in range(count)]
    glyphs = _glyphs(raw, tables["cmap"])
    return {chr(code): advances[min(glyph, count - 1)] for code, glyph in glyphs.items() if glyph}


def _tables(raw: bytes) -> dict[str, int]:
    (count,) = struct.unpack_from(">H", raw, 4)
    entries = [struct.unpack_from(">4sLLL", raw, 12 + 16 * i) for i in range(count)]
    return {tag.decode("ascii"): offset for tag, _, offset, _ in entries}


def _glyphs(raw: bytes, at: int) -> dict[int, int]:
    (count,) = struct.unpack_from(">H", raw, at + 2)
    found: dict[int, int] = {}
    for i in range(count):
        (offset,) = struct.unpack_from(">L", raw, at + 4 + 8 * i + 4)
        (form,) = struct.unpack_from(">H", raw, at + offset)
        if form == 4:
            found |= _segments(raw, at + offset)
        elif form == 12:
            found |= _groups(raw, at + offset)
    return found


def _segments(raw: bytes, at: int) -> dict[int, int]:
    """Format 4: stretches of letters, whose glyphs are a shift away or stand in a list."""
    (twice,) = struct.unpack_from(">H", raw, at + 6)
    count = twice // 2
    ends, starts, shifts, offsets = (
        struct.unpack_from(f">{count}H", raw, at + place) for place in (14, 16 + twice, 16 + 2 * twice, 16 + 3 * twice)
    )
    found: dict[int, int] = {}
    for i, (start, end) in enumerate(zip(starts, ends, strict=True)):
        for code in range(start, min(end, 0xFFFE) + 1):
            glyph = code
            if offsets[i]:
                place = at + 16 + 3 * twice + 2 * i + offsets[i] + 2 * (code - start)
                (glyph,) = struct.unpack_from(">H", raw, place)
            found[code] = (glyph + shifts[i]) % 0x10000 if glyph else 0
    return found


def _groups(raw: bytes, at: int) -> dict[int, int]:
    """Format 12: stretches of letters and the glyph of the first of them."""
    (count,) = struct.unpack_from(">L", raw, at + 12)
    found: dict[int, int] = {}
    for i in range(count):
        start, end, glyph = struct.unpack_from(">3L", raw, at + 16 + 12 * i)
        found |= {code: glyph + code - start for code in range(start, end + 1)}
    return found
