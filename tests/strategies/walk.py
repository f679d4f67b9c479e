"""What stands where in a content: its entries with their shapes, the ids they define, and all that refers to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from strategies.fields import INSIDE, OWN, REFS, SHAPES, Keyed, Measure, Part, Ref, keys_of
from strategies.world import HOME, LIBRARIES, SHARED
from strategies.writing import Content, Nothing, Path, Spot, Table

KIND_OF = {
    **{kind: kind for kind in ("phase", "step", "hotspot", "idea", "action", "goal", "evidence", "metric")},
    **{kind: kind for kind in ("principle", "channel", "touchpoint", "system", "capability")},
    **{
        "stage": "life-cycle stage",
        "segment": "segment",
        "persona": "segment",
        "person": "party",
        "department": "party",
    },
}
"""Shape to the kind of its ids."""
_SAME = {"own phase": "phase", "own step": "step", "own metric": "metric", "real segment": "segment"}
_SAME |= {"person": "party", "department": "party"}
_JOURNEY_FILES = {"journey", "current", "evidence", "goals", "hotspots", "ideas", "actions"}


@dataclass(frozen=True)
class Place:
    """An entry and its shape; `journey` is the id of the one it belongs to, empty in a file of the repository."""

    file: str
    path: Path
    shape: str
    fields: dict[str, Any]
    journey: str

    def spot(self, *path: str | int, key: bool = False) -> Spot:
        return Spot(self.file, (*self.path, *path), key)


@dataclass(frozen=True)
class Reference:
    """An id where it is used. `checked` says that one that leads nowhere is an error."""

    kind: str
    text: str
    spot: Spot
    journey: str
    checked: bool = True


def root_shape(file: str) -> str:
    """The shape of what stands at the top of a file; a list that grew may hold one entry."""
    parts = PurePosixPath(file).with_suffix("").parts
    if parts[0] != "journeys":
        return "settings" if parts == ("cxsite",) else "metrics"
    if len(parts) == 2:
        name = "evidence file" if parts[1] == "evidence" else parts[1]
        return name if parts[1] in (*LIBRARIES, *SHARED) else "journey"
    if len(parts) == 4:
        return "phase" if parts[2] == "current" else parts[2]
    return "journey" if parts[2] in _JOURNEY_FILES else "target"


def journey_of(file: str) -> str:
    """The journey that a file is part of; empty for the others."""
    parts = PurePosixPath(file).with_suffix("").parts
    is_one = parts[0] == "journeys" and (len(parts) > 2 or parts[1] not in (*LIBRARIES, *SHARED))
    return parts[1] if is_one else ""


def places(content: Content) -> Iterator[Place]:
    """Every entry of every YAML file."""
    for file, value in content.items():
        if isinstance(value, dict):
            shape = root_shape(file)
            if shape in ("hotspots", "ideas", "actions") and shape not in value:
                shape = shape.removesuffix("s")  # one entry in a file of its own
            yield from _below(Place(file, (), shape, value, journey_of(file)))


def _below(place: Place) -> Iterator[Place]:
    yield place
    for key, value in place.fields.items():
        if (shape := _shape_inside(place.shape, key)) is None:
            continue
        field = keys_of(place.shape).get(key)
        keyed = isinstance(field, Keyed) and isinstance(value, dict)
        inner = value.items() if keyed else enumerate(value) if isinstance(value, list) else [(None, value)]
        for index, entry in inner:
            if isinstance(entry, dict):
                path = (*place.path, key, *(() if index is None else (index,)))
                yield from _below(Place(place.file, path, shape, entry, place.journey))


def _shape_inside(shape: str, key: str) -> str | None:
    field = keys_of(shape).get(key)
    if isinstance(field, Keyed):
        field = field.value
    if isinstance(field, Part):
        return field.shape
    return "link" if key == "links" and field is OWN else INSIDE.get((shape, key))


def references(content: Content) -> Iterator[Reference]:
    """Every use of an id, in YAML and in the columns of tables."""
    for place in places(content):
        for key, value in place.fields.items():
            kind = _kind(place.shape, key)
            if kind is None or (isinstance(value, list) and not all(isinstance(item, str) for item in value)):
                continue
            keyed = isinstance(keys_of(place.shape).get(key), Keyed)
            if keyed and not isinstance(value, dict):
                continue  # one value for all
            checked = kind not in HOME or f"journeys/{HOME[kind]}.yml" in content
            same = _SAME.get(kind, kind)
            if kind == "place":
                is_phase = place.shape == "phase difference" or key == "phase"
                same = "phase" if is_phase else "step"
            for path, text in _ids(key, value):
                if _is_id(keys_of(place.shape).get(key), text):
                    yield Reference(same, text, place.spot(*path), place.journey, checked)
    yield from _in_tables(content)


def _is_id(field: object, text: str) -> bool:
    """Neither `none`, nor `all` among segments, nor a value where a metric could stand."""
    if isinstance(text, Nothing) or (isinstance(field, Keyed) and text == "all"):
        return False
    return not isinstance(field, Measure) or (text[:1].isalpha() and text not in ("true", "false"))


def _ids(key: str, value: Any) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield (key,), value
    elif isinstance(value, list):
        yield from (((key, index), text) for index, text in enumerate(value))
    else:
        yield from (((key, inner), inner) for inner in value)


def _kind(shape: str, key: str) -> str | None:
    field = SHAPES[shape].get(key, SHAPES[shape].get(f"{key}!"))
    if isinstance(field, Ref):
        return field.kind
    if isinstance(field, Measure):
        return "metric"
    if isinstance(field, Keyed) and isinstance(field.keys, str):
        return field.keys
    return REFS.get((shape, key))


def _in_tables(content: Content) -> Iterator[Reference]:
    homes = {}
    for place in places(content):
        if place.shape == "metric":
            source = place.fields.get("source")
            (first, *_) = source if isinstance(source, list) else [source]
            homes[f"metrics/{first['file'] if isinstance(first, dict) else first}"] = place.fields.get("journey", "")
    for file, table in content.items():
        for number, row in enumerate(table.rows if isinstance(table, Table) else ()):
            cells = dict(zip(table.columns, row, strict=True))
            home = cells.get("journey") or homes.get(file, "")
            for kind in ("metric", "phase", "step", "segment"):
                if cells.get(kind):
                    spot = Spot(file, (number, table.columns.index(kind)))
                    shown = (
                        kind in ("phase", "step") and not cells.get("component") and cells.get("question") != "Other"
                    )
                    yield Reference(kind, cells[kind], spot, home, shown)


def uses(content: Content, place: Place) -> list[Reference]:
    """Everything that refers to the entry at `place` by its id."""
    kind, key = KIND_OF[place.shape], place.fields["id"]
    home = place.journey
    in_journey = kind in ("phase", "step", "hotspot", "idea", "action", "goal", "evidence") and home
    found = []
    for reference in references(content):
        if reference.kind != kind:
            continue
        inside = reference.text == key and (not in_journey or reference.journey == home)
        if inside or (in_journey and reference.text == f"{home}/{key}"):
            found.append(reference)
    return found
