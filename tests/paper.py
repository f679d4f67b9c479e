"""What a PDF of Chromium holds, read with what Python brings: how large its sheets are, and what is written on them."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass

OBJECT = re.compile(rb"(?:^|\n)(\d+) 0 obj\s*(.*?)\nendobj", re.DOTALL)
STREAM = re.compile(rb"/Length (\d+)>> stream\n(.*)\nendstream", re.DOTALL)
PAGE = re.compile(rb"/Type\s*/Page\b")
SHOWN = re.compile(rb"<([0-9A-Fa-f]+)>[^<\n]*?T[jJ]|\]\s*TJ")


@dataclass(frozen=True)
class Sheet:
    """One sheet: its size in points, and how much is written on it."""

    width: float
    height: float
    letters: int


def sheets(pdf: bytes) -> list[Sheet]:
    """The sheets in the order in which they are printed."""
    objects = dict(OBJECT.findall(pdf))
    return [_sheet(body, objects) for body in objects.values() if PAGE.search(body)]


def places(pdf: bytes) -> dict[str, int]:
    """On which sheet each place stands that something on the page leads to, from 1."""
    objects = dict(OBJECT.findall(pdf))
    order = [number for number, body in objects.items() if PAGE.search(body)]
    named = re.search(rb"/Dests (\d+) 0 R", pdf)
    assert named
    found = re.findall(rb"/(\S+) \[(\d+) 0 R /XYZ", objects[named[1]])
    return {place.decode(): order.index(number) + 1 for place, number in found}


def _sheet(body: bytes, objects: dict[bytes, bytes]) -> Sheet:
    box = re.search(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", body)
    contents = re.search(rb"/Contents\s+(\d+) 0 R", body)
    assert box and contents, body
    drawn = _stream(objects[contents[1]])
    forms = re.findall(rb"/X\d+ (\d+) 0 R", body)
    letters = sum(len(SHOWN.findall(one)) for one in (drawn, *(_stream(objects[form]) for form in forms)))
    return Sheet(float(box[1]), float(box[2]), letters)


def _stream(body: bytes) -> bytes:
    found = STREAM.search(body)
    assert found, body[:80]
    written = found[2][: int(found[1])]
    return zlib.decompress(written) if b"/FlateDecode" in body[: found.start(2)] else written
