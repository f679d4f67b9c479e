"""Edits on a content, one at a time: what people do to journeys, and what goes wrong when they do.

    for edit in MUTATORS["misspelt key"](content):      # all places where it can be done
        changed = edit.apply(content)                   # a new content; the old one stays as it is
        changed.what, changed.spot, changed.breaks

`breaks` are the places at which `cxsite check` has to show an error with one of `codes`; empty for an edit that leaves
the content valid. `mutations(content)` draws one; without Hypothesis, `random.choice` over the edits does.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import PurePosixPath
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from strategies.fields import INSIDE, Keyed, Measure, Part, Ref, Texts, keys_of, required
from strategies.walk import KIND_OF, Place, Reference, places, references, uses
from strategies.words import WRONG
from strategies.writing import Content, Path, Spot, Table

NOWHERE = "nowhere-at-all"
RENAMED = "renamed-since"


@dataclass(frozen=True)
class Mutation:
    """A content after an edit."""

    content: dict[str, Any]
    what: str
    spot: Spot
    breaks: tuple[Spot, ...] = ()
    codes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Edit:
    """An edit that can be done at `spot` (as it is called before it)."""

    what: str
    spot: Spot
    do: Callable[[dict[str, Any]], None]
    breaks: tuple[Spot, ...] = ()
    codes: tuple[str, ...] = ()

    def apply(self, content: Content) -> Mutation:
        changed = copy.deepcopy(dict(content))
        self.do(changed)
        return Mutation(changed, self.what, self.spot, self.breaks, self.codes)

    def __repr__(self) -> str:
        return f"{self.what} at {self.spot.file}:{'/'.join(map(str, self.spot.path))}"


# how content is changed


def _at(content: dict[str, Any], file: str, path: Path) -> Any:
    value = content[file]
    for part in path:
        value = value.rows[part] if isinstance(value, Table) else value[part]
    return value


def _put(spot: Spot, value: Any) -> Callable[[dict[str, Any]], None]:
    def do(content: dict[str, Any]) -> None:
        _at(content, spot.file, spot.path[:-1])[spot.path[-1]] = copy.deepcopy(value)

    return do


def _rename_key(spot: Spot, new: str) -> Callable[[dict[str, Any]], None]:
    def do(content: dict[str, Any]) -> None:
        """Keeps its place among the keys."""
        fields = _at(content, spot.file, spot.path[:-1])
        items = [(new if key == spot.path[-1] else key, value) for key, value in fields.items()]
        fields.clear()
        fields.update(items)

    return do


def _drop(spot: Spot) -> Callable[[dict[str, Any]], None]:
    return lambda content: _at(content, spot.file, spot.path[:-1]).__delitem__(spot.path[-1])


# harmful edits


def misspelt_key(content: Content) -> Iterator[Edit]:
    """`name` becomes `namee`."""
    for place in places(content):
        for key in place.fields:
            if not key.startswith("x-"):
                wrong = place.spot(key + key[-1], key=True)
                spot = place.spot(key)
                yield Edit(f"misspelt `{key}`", spot, _rename_key(spot, key + key[-1]), (wrong,), ("CX101",))


def dropped_required_key(content: Content) -> Iterator[Edit]:
    """A required key goes; the error stands where its mapping begins."""
    for place in places(content):
        for key in required(place.shape):
            if key in place.fields:
                spot = place.spot(key)
                yield Edit(f"dropped `{key}`", spot, _drop(spot), (_begin(content, place),), ("CX102",))


def _begin(content: Content, place: Place) -> Spot:
    """The keys of a journey in a folder are one mapping, which begins in journey.yml."""
    first = f"journeys/{place.journey}/journey.yml"
    if place.shape == "journey" and first in content:
        return Spot(first)
    return place.spot()


def empty_value(content: Content) -> Iterator[Edit]:
    """A key keeps nothing behind it."""
    for place in places(content):
        for key, value in place.fields.items():
            if isinstance(value, str):
                spot = place.spot(key)
                yield Edit(f"emptied `{key}`", spot, _put(spot, ""), (place.spot(key, key=True),), ("CX104",))


def wrong_value(content: Content) -> Iterator[Edit]:
    """A value of a kind that the field does not take: one edit for each wrong spelling."""
    for place in places(content):
        fields = keys_of(place.shape)
        for key in place.fields:
            for value in _wrong(fields.get(key)):
                spot = place.spot(key)
                yield Edit(f"`{key}` became {value!r}", spot, _put(spot, value), (spot,), ("CX103",))


def _wrong(field: Any) -> Sequence[Any]:
    if isinstance(field, str):
        return WRONG[field]
    if isinstance(field, Measure):
        return [value for value in WRONG[field.value] if not (isinstance(value, str) and value[:1].isalpha())]
    if isinstance(field, Keyed):
        wrong = WRONG[field.value] if isinstance(field.value, str) and field.value != "text" else ()
        return [*(value for value in wrong if isinstance(value, str)), ["a", "b"]]
    if isinstance(field, tuple | Part):
        return ["nonsense"]
    return [{"one": "two"}] if isinstance(field, Ref | Texts) else ()


def duplicate_id(content: Content) -> Iterator[Edit]:
    """The second of two gets the id of the first."""
    for place in places(content):
        for key, value in place.fields.items():
            shape = INSIDE.get((place.shape, key))
            if shape not in KIND_OF or not isinstance(value, list):
                continue
            found = [i for i, entry in enumerate(value) if isinstance(entry, dict) and "id" in entry]
            for first, second in pairwise(found):
                spot = place.spot(key, second, "id")
                same = value[first]["id"]
                yield Edit(f"a second {shape} `{same}`", spot, _put(spot, same), (spot,), ("CX201",))


def reference_to_nowhere(content: Content) -> Iterator[Edit]:
    """An id is named that nothing has."""
    for reference in references(content):
        spot = reference.spot
        named = spot.path[-1] == reference.text and isinstance(spot.path[-2], str)  # the key of `emotion: {north: 1}`
        if reference.checked and not named:
            codes = ("CX210", "CX230", "CX323")
            yield Edit(f"{reference.kind} `{NOWHERE}`", spot, _put(spot, NOWHERE), (spot,), codes)


def renamed_alone(content: Content) -> Iterator[Edit]:
    """An id changes and nothing that refers to it."""
    for place in places(content):
        if place.shape in KIND_OF and "id" in place.fields:
            used = [reference.spot for reference in uses(content, place) if reference.checked]
            broken = tuple(spot for spot in used if spot.file.endswith(".yml"))  # of a table one row speaks for all
            if broken:
                spot = place.spot("id")
                what = f"renamed the {place.shape} `{place.fields['id']}` alone"
                yield Edit(what, spot, _put(spot, RENAMED), broken, ("CX210", "CX230", "CX323"))


_COUNTED = ("promoters", "passives", "detractors", "easy", "hard", "numerator", "denominator", "mean", "value", "n")


def _rows(content: Content) -> Iterator[tuple[str, Table, int, dict[str, str]]]:
    """The first row of each table that is computed."""
    for file, table in content.items():
        if isinstance(table, Table) and table.rows:
            cells = dict(zip(table.columns, table.rows[0], strict=True))
            if not cells.get("component"):
                yield file, table, 0, cells


def no_number(content: Content) -> Iterator[Edit]:
    """A cell says `12x`."""
    for file, table, row, cells in _rows(content):
        for name in _COUNTED:
            if cells.get(name):
                spot = Spot(file, (row, table.columns.index(name)))
                yield Edit(f"`{name}` became `12x`", spot, _put(spot, "12x"), (Spot(file, (row,)),), ("CX304",))


def no_period(content: Content) -> Iterator[Edit]:
    """A cell says `2019-13`."""
    for file, table, row, cells in _rows(content):
        name = next((name for name in ("period", "month", "fiscal_year") if name in cells), None)
        if name:
            spot = Spot(file, (row, table.columns.index(name)))
            yield Edit(f"`{name}` became `2019-13`", spot, _put(spot, "2019-13"), (Spot(file, (row,)),), ("CX303",))


def ragged_row(content: Content) -> Iterator[Edit]:
    """A row has a cell too many."""
    for file, table in content.items():
        if isinstance(table, Table):
            for row in range(len(table.rows)):
                spot = Spot(file, (row,))

                def do(changed: dict[str, Any], spot: Spot = spot) -> None:
                    _at(changed, spot.file, spot.path).append("more")

                yield Edit("a cell too many", spot, do, (spot,), ("CX031",))


def lost_table(content: Content) -> Iterator[Edit]:
    """A table is deleted, and its metric still reads it."""
    readers: dict[str, list[Spot]] = {}
    for place in places(content):
        if place.shape == "metric" and place.fields["method"] != "clv":
            path, file = _source(place.fields["source"])
            readers.setdefault(f"metrics/{file}", []).append(place.spot(*path))
    for file, broken in readers.items():
        spot = Spot(file)
        yield Edit(
            "deleted the table", spot, lambda changed, file=file: changed.__delitem__(file), tuple(broken), ("CX301",)
        )


def _source(source: Any) -> tuple[Path, str]:
    if isinstance(source, list):
        return ("source", 0, "file"), source[0]["file"]
    return (("source", "file"), source["file"]) if isinstance(source, dict) else (("source",), source)


# edits that leave a content valid


def renamed_everywhere(content: Content) -> Iterator[Edit]:
    """An id changes, and everything that refers to it."""
    for place in places(content):
        if place.shape in KIND_OF and "id" in place.fields:
            what = f"renamed the {place.shape} `{place.fields['id']}` everywhere"
            yield Edit(what, place.spot("id"), _everywhere(place, uses(content, place)))


def _everywhere(place: Place, used: list[Reference]) -> Callable[[dict[str, Any]], None]:
    def do(content: dict[str, Any]) -> None:
        _put(place.spot("id"), RENAMED)(content)
        for reference in used:
            new = f"{place.journey}/{RENAMED}" if "/" in reference.text else RENAMED
            is_key = reference.spot.path[-1] == reference.text
            (_rename_key if is_key else _put)(reference.spot, new)(content)

    return do


def _steps(content: Content) -> Iterator[tuple[Place, list[dict[str, Any]]]]:
    for place in places(content):
        if place.shape == "phase" and "steps" in place.fields:
            yield place, place.fields["steps"]


def reworded(content: Content) -> Iterator[Edit]:
    """A step, phase, hotspot or action has another name, and its id stays."""
    for place in places(content):
        if place.shape in ("step", "phase", "hotspot", "action") and ("id" in place.fields or place.shape == "phase"):
            spot = place.spot("name")
            yield Edit(f"another name for the {place.shape}", spot, _put(spot, "Is called otherwise"))


def swapped_steps(content: Content) -> Iterator[Edit]:
    """Two neighbours change places."""
    for place, steps in _steps(content):
        for index in range(len(steps) - 1):
            if "lane" in steps[index] or "lane" in steps[index + 1]:
                continue  # our steps belong to the customer's above them
            pair = [steps[index + 1], steps[index]]
            spot = place.spot("steps", index)

            def do(changed: dict[str, Any], place: Place = place, index: int = index, pair: Any = pair) -> None:
                _at(changed, place.file, (*place.path, "steps"))[index : index + 2] = copy.deepcopy(pair)

            yield Edit(f"swapped the steps {index} and {index + 1}", spot, do)


def changed_emotion(content: Content) -> Iterator[Edit]:
    """A step feels different."""
    for place, steps in _steps(content):
        for index in range(len(steps)):
            spot = place.spot("steps", index, "emotion")
            yield Edit("another emotion", spot, _put(spot, "-1.37"))


def added_step(content: Content) -> Iterator[Edit]:
    """A new step stands at the end of a phase, of one that no target removes (it would be left without one there)."""
    found = list(places(content))
    going = {(p.journey, p.fields["remove"]) for p in found if p.shape == "phase difference" and "remove" in p.fields}
    for place in found:
        if place.shape == "phase" and (place.journey, _id_of(place)) not in going:
            spot = place.spot("steps", len(place.fields.get("steps", ())))

            def do(changed: dict[str, Any], place: Place = place) -> None:
                phase = _at(changed, place.file, place.path)
                phase["steps"] = [*phase.get("steps", ()), {"id": RENAMED, "name": "Is new"}]

            yield Edit("a new step", spot, do)


def _id_of(place: Place) -> str:
    """The id of an entry; the name of its file where it has one of its own."""
    return str(place.fields.get("id") or PurePosixPath(place.file).stem)


_SAID = {"step": ("summary", "interaction"), "phase": ("summary", "customer_goal"), "journey": ("outcome", "finding")}
_SAID |= {"target": ("finding", "summary"), "hotspot": ("summary", "opportunity"), "action": ("summary", "risk")}


def unsaid(content: Content) -> Iterator[Edit]:
    """Something optional is taken out: not assessed any more."""
    for place in places(content):
        for key in _SAID.get(place.shape, ()):
            if key in place.fields and len(place.fields) > 1:
                yield Edit(f"took `{key}` out", place.spot(key), _drop(place.spot(key)))


def _called(*mutators: Callable[[Content], Iterator[Edit]]) -> dict[str, Callable[[Content], Iterator[Edit]]]:
    return {mutator.__name__.replace("_", " "): mutator for mutator in mutators}


_HARMFUL = _called(
    *(misspelt_key, dropped_required_key, empty_value, wrong_value, duplicate_id, reference_to_nowhere),
    *(renamed_alone, no_number, no_period, ragged_row, lost_table),
)
_HARMLESS = _called(renamed_everywhere, reworded, swapped_steps, changed_emotion, added_step, unsaid)
MUTATORS = _HARMFUL | _HARMLESS
"""Every kind of edit by its name: a function from a content to all edits of this kind that it allows."""
HARMFUL, HARMLESS = tuple(_HARMFUL), tuple(_HARMLESS)


def mutations(content: Content, kinds: Sequence[str] = HARMFUL) -> SearchStrategy[Mutation]:
    """One edit on the content, of one of these kinds; `nothing` where it allows none of them."""
    by_kind = [edits for kind in kinds if (edits := list(MUTATORS[kind](content)))]
    if not by_kind:
        return st.nothing()
    return st.sampled_from(by_kind).flatmap(st.sampled_from).map(lambda edit: edit.apply(content))
