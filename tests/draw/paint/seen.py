"""What an SVG shows, as a list of marks in their order, however it is written: transforms and groups resolved."""

from __future__ import annotations

import math
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

SVG = "{http://www.w3.org/2000/svg}"
INHERITED = {
    "fill": "black", "stroke": "none", "stroke-width": "1", "stroke-dasharray": "none", "font-size": "", "font-weight": "normal",
    "text-anchor": "start",
}  # fmt: skip
Matrix = tuple[float, float, float, float, float, float]
SAME: Matrix = (1, 0, 0, 1, 0, 0)
_STEP = re.compile(r"([MLHVAZ])([^MLHVAZ]*)", re.IGNORECASE)
_NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?")


@dataclass(frozen=True)
class Mark:
    """What is seen of one shape or text: its kind and look, and its places in the plot."""

    kind: str
    look: tuple[tuple[str, str], ...]
    places: tuple[float, ...]


@dataclass(frozen=True)
class Seen:
    size: tuple[float, float]
    origin: tuple[float, float]
    marks: list[Mark]


def seen(svg: str) -> Seen:
    """All that shows in a chart, in its order, with places counted from the plot's corner."""
    root = ET.fromstring(svg)
    _, _, width, height = (float(part) for part in root.attrib["viewBox"].split())
    (outer,) = [child for child in root if child.tag == f"{SVG}g"]
    moved = _transform(outer.get("transform", ""))
    inside = [mark for child in outer for mark in _marks(child, SAME, {**INHERITED, **_own(outer)}, 1.0)]
    return Seen((width, height), moved[4:], inside)


def _own(element: ET.Element) -> dict[str, str]:
    return {key: value for key, value in element.attrib.items() if key in INHERITED}


def _marks(element: ET.Element, before: Matrix, look: dict[str, str], opacity: float) -> Iterator[Mark]:
    look = {**look, **_own(element)}
    opacity *= float(element.get("opacity", 1))
    now = _times(before, _transform(element.get("transform", "")))
    if element.get("display") == "none" or opacity == 0:
        return
    tag = element.tag.removeprefix(SVG)
    assert tag in ("g", "path", "line", "circle", "text"), tag
    if tag == "g":
        for child in element:
            yield from _marks(child, now, look, opacity)
    elif tag == "text":
        yield from _text(element, now, look, opacity)
    else:
        for kind, points in _outlines(element, tag):
            yield from _shape(kind, [_moved(now, point) for point in points], look, opacity)


def _transform(said: str) -> Matrix:
    made = SAME
    for name, inside in re.findall(r"(\w+)\(([^)]*)\)", said):
        numbers = [float(n) for n in _NUMBER.findall(inside)]
        if name == "translate":
            step: Matrix = (1, 0, 0, 1, numbers[0], numbers[1] if len(numbers) > 1 else 0)
        else:
            assert name == "rotate" and len(numbers) == 1, said
            turn = math.radians(numbers[0])
            step = (math.cos(turn), math.sin(turn), -math.sin(turn), math.cos(turn), 0, 0)
        made = _times(made, step)
    return made


def _times(m: Matrix, n: Matrix) -> Matrix:
    x, y = _moved(m, (n[4], n[5]))
    return (
        m[0] * n[0] + m[2] * n[1], m[1] * n[0] + m[3] * n[1], m[0] * n[2] + m[2] * n[3], m[1] * n[2] + m[3] * n[3], x, y
    )  # fmt: skip


def _moved(m: Matrix, point: tuple[float, float]) -> tuple[float, float]:
    x, y = point
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]


def _text(element: ET.Element, now: Matrix, look: dict[str, str], opacity: float) -> Iterator[Mark]:
    x, y = float(element.get("x", 0)), float(element.get("y", 0))
    lines = [(element.text or "", x, y)] if element.text else []
    for part in element:
        x, y = float(part.get("x", x)), y + float(part.get("dy", 0))
        lines.append((part.text or "", x, y))
    for line, left, top in lines:
        if line.strip():
            kept = ("fill", "stroke", "font-weight", "font-size", "text-anchor")
            said = {key: look[key] for key in kept} | {"text": line.strip(), "turned": f"{now[0]:.1f},{now[1]:.1f}"}
            if look["stroke"] != "none":
                said["stroke-width"] = look["stroke-width"]
            said["font-size"] = said["font-size"].removesuffix("px")
            yield Mark("text", _said(said, opacity), _moved(now, (left, top)))


def _said(look: dict[str, str], opacity: float) -> tuple[tuple[str, str], ...]:
    named = {key: "none" if value == "transparent" else value for key, value in look.items()}
    return (*sorted(named.items()), ("opacity", f"{opacity:g}"))


def _shape(kind: str, points: list[tuple[float, float]], look: dict[str, str], opacity: float) -> Iterator[Mark]:
    kept = {"fill": "none" if kind == "line" else look["fill"], "stroke": look["stroke"]}
    if look["stroke"] not in ("none", "transparent"):
        dash = [float(n) for n in _NUMBER.findall(look["stroke-dasharray"])]
        kept |= {"width": f"{float(look['stroke-width']):g}", "dash": str(dash if sum(dash[1::2]) else [])}
    xs, ys = [x for x, _ in points], [y for _, y in points]
    nothing = max(xs) - min(xs) < 0.02 and max(ys) - min(ys) < 0.02
    flat = kind != "line" and (max(xs) - min(xs) < 0.02 or max(ys) - min(ys) < 0.02)
    unpainted = {kept["fill"], kept["stroke"]} <= {"none", "transparent"}
    if nothing or unpainted or (flat and kept["stroke"] in ("none", "transparent")):
        return
    if kind == "line" and len(points) == 2:
        points = sorted(points)
    yield Mark(kind, _said(kept, opacity), tuple(number for point in points for number in point))


def _outlines(element: ET.Element, tag: str) -> Iterator[tuple[str, list[tuple[float, float]]]]:
    if tag == "circle":
        x, y, r = (float(element.attrib[key]) for key in ("cx", "cy", "r"))
        yield "circle", [(x - r, y), (x + r, y)]
    elif tag == "line":
        x2, y2 = float(element.attrib["x2"]), float(element.attrib["y2"])
        yield "line", [(float(element.get("x1", 0)), float(element.get("y1", 0))), (x2, y2)]
    else:
        yield from _subpaths(element.attrib["d"])


def _subpaths(d: str) -> Iterator[tuple[str, list[tuple[float, float]]]]:
    points: list[tuple[float, float]] = []
    kind, x, y = "line", 0.0, 0.0
    for step, inside in _STEP.findall(d):
        numbers: list[Any] = [float(n) for n in _NUMBER.findall(inside)]
        if step == "M":
            if points:
                yield kind, points
            kind, (x, y) = "line", numbers
            points = [(x, y)]
        elif step in "zZ":
            kind = "area"
        elif step == "A":
            kind = "circle"
            points = [*points[:1], (numbers[5], numbers[6])] if len(points) < 2 else points
        else:
            for point in _corners(step, numbers, x, y):
                x, y = point
                points.append(point)
    if points:
        yield kind, sorted(points) if kind == "circle" else points


def _corners(step: str, numbers: list[float], x: float, y: float) -> Iterator[tuple[float, float]]:
    size = 1 if step in "hHvV" else 2
    for i in range(0, len(numbers), size):
        if step in "hH":
            x = numbers[i] + (x if step == "h" else 0)
        elif step in "vV":
            y = numbers[i] + (y if step == "v" else 0)
        else:
            base = (x, y) if step == "l" else (0, 0)
            x, y = numbers[i] + base[0], numbers[i + 1] + base[1]
        yield x, y


def differences(ours: Seen, theirs: Seen, near: float = 0.75, edge: float = 3) -> list[str]:
    """What differs between two drawings, in words; none is the aim."""
    # Letters that our font lacks, and with them their whole line, are of another width on every machine.
    less, more = (90, 999) if any(_foreign(mark) for mark in ours.marks) else (edge, edge)
    found = [
        f"{name}: {one} and not {other}"
        for name, one, other in (("size", ours.size, theirs.size), ("origin", ours.origin, theirs.origin))
        if any(not -less <= a - b <= more for a, b in zip(one, other, strict=True))
    ]
    one_by_one = list(_paired(ours.marks, theirs.marks))
    found += [f"{one} and not {other}" for one, other in one_by_one if not _alike(one, other, near)][:1]
    return found


def _paired(ours: list[Mark], theirs: list[Mark]) -> Iterator[tuple[Mark | None, Mark | None]]:
    """Marks of both in their order. A speck may be in one alone: one of them rounds it, the other cuts it off."""
    i = j = 0
    while i < len(ours) or j < len(theirs):
        one, other = (ours[i] if i < len(ours) else None), (theirs[j] if j < len(theirs) else None)
        if not (one and other and (one.kind, one.look) == (other.kind, other.look)):
            if one and _speck(one):
                i += 1
                continue
            if other and _speck(other):
                j += 1
                continue
        yield one, other
        i, j = i + 1, j + 1


def _speck(mark: Mark) -> bool:
    xs, ys = mark.places[::2], mark.places[1::2]
    return mark.kind == "line" and max(xs) - min(xs) < 0.1 and max(ys) - min(ys) < 0.1


def _alike(one: Mark | None, other: Mark | None, near: float) -> bool:
    if one is None or other is None or (one.kind, one.look) != (other.kind, other.look):
        return False
    return len(one.places) == len(other.places) and all(
        abs(a - b) <= near for a, b in zip(one.places, other.places, strict=True)
    )


def _foreign(mark: Mark) -> bool:
    return any(ord(letter) > 0x24F and letter not in "−“”…→" for letter in dict(mark.look).get("text", ""))
