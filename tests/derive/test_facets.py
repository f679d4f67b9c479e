"""What a list of journeys can be narrowed by."""

from __future__ import annotations

from pathlib import Path

from support import atlas_of, write

from cxsite.derive.facets import Facets, facets_of
from cxsite.derive.overview import Overview

SPOTS = "hotspots: [{id: h, name: H, severity: low, category: people}, {id: g, name: G, severity: critical}]\n"


def journey(name: str, owner: str, more: str = "", phase: str = "") -> str:
    return f"name: {name}\nowner: {owner}\n{more}phases: [{{id: p, name: P{phase}, steps: [{{id: s, name: S}}]}}]\n"


def found(folder: Path, files: dict[str, str]) -> Facets:
    return facets_of(Overview(atlas_of(write(folder, {"cxsite.yml": "today: 2026-06-01\n", **files}))))


def options(facets: Facets, key: str) -> list[tuple[str, str, int]]:
    (facet,) = [one for one in facets.facets if one.key == key]
    return [(one.value, one.name, one.count) for one in facet.options]


def test_a_journey_belongs_to_every_department_that_answers_for_a_part_of_it(tmp_path: Path) -> None:
    files = {"journeys/a.yml": journey("A", "sales", phase=", owner: shop"), "journeys/b.yml": journey("B", "sales")}
    facets = found(tmp_path, files)
    assert options(facets, "department") == [("sales", "sales", 2), ("shop", "shop", 1)]
    assert dict(facets.of("a"))["department"] == "sales shop"


def test_hotspots_are_offered_the_worst_first_and_those_of_no_severity_last(tmp_path: Path) -> None:
    open_ = "hotspots: [{id: h, name: H}]\n"
    facets = found(tmp_path, {"journeys/a.yml": journey("A", "o", SPOTS), "journeys/b.yml": journey("B", "o", open_)})
    assert [value for value, _, _ in options(facets, "hotspot")] == ["critical", "low", "not-rated"]
    assert options(facets, "category") == [("people", "People", 1)]


def test_what_all_journeys_share_is_nothing_to_choose_by(tmp_path: Path) -> None:
    assert found(tmp_path, {"journeys/a.yml": journey("A", "o"), "journeys/b.yml": journey("B", "o")}).facets == ()
    assert found(tmp_path / "none", {}).facets == ()


def test_a_value_stands_in_addresses_as_an_id(tmp_path: Path) -> None:
    files = {"journeys/a.yml": journey("A", '"Sales & Co"'), "journeys/b.yml": journey("B", "o")}
    assert [value for value, _, _ in options(found(tmp_path, files), "owner")] == ["o", "sales-co"]
