"""Whole projects: journeys in one file or spread over a folder, libraries, metrics with tables, settings."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from strategies.entries import Fields, Maker
from strategies.journeys import draw_journey, evidence, named, unnamed
from strategies.tables import draw_metrics
from strategies.targets import draw_target
from strategies.words import PEOPLE
from strategies.world import COMPUTED, Scope, World, worlds
from strategies.writing import files_of

TODAY = "2030-06-01"
_OF_CURRENT = ("as_of", "finding", "emotion_from", "without_a_hitch", "phases")
_LANES = st.sampled_from([["steps", "emotion", "hotspots"], ["steps", {"field": "x-legal", "name": "Legal"}]])


def projects() -> SearchStrategy[dict[str, str]]:
    """File name to text."""
    return contents().map(files_of)


@st.composite
def contents(draw: DrawFn, world: World | None = None) -> dict[str, Any]:
    """File name to what stands in it, as plain structures."""
    world = world or draw(worlds())
    maker = Maker(world)
    files: dict[str, Any] = {}
    if world.categories or draw(st.booleans()):
        files["cxsite.yml"] = _settings(draw, maker)
    for scope in world.journeys:
        files |= _journey_files(draw, maker, scope)
    files |= {f"journeys/{name}.yml": value for name, value in _libraries(draw, maker).items() if value}
    described = draw_metrics(draw, maker)
    if described.metrics:
        files |= _metric_files(draw, described.metrics)
    files |= {f"metrics/{name}": table for name, table in described.tables.items()}
    if draw(st.booleans()):
        files["metrics/ingest/survey.yml"] = "ingest:\n  - file: raw/2013.csv\n    writes: survey.csv\n"
    return files


def _settings(draw: DrawFn, maker: Maker) -> Fields:
    categories = list(maker.world.categories)
    given = {"today": st.just(TODAY), "lanes": _LANES, "rules": st.just({"CX232": "note", "CX233": "warning"})}
    settings = draw(maker.entry("settings", None, **given))
    if categories:
        first = {"id": categories[0], "name": "The first"}
        settings["categories"] = [draw(st.sampled_from([categories[0], first])), *categories[1:]]
    return settings


def _journey_files(draw: DrawFn, maker: Maker, scope: Scope) -> dict[str, Any]:
    journey = draw_journey(draw, maker, scope)
    if not draw(st.booleans()):
        return {f"journeys/{scope.key}.yml": _without_images(journey)}
    home = f"journeys/{scope.key}"
    files = {f"{home}/a.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>\n"}
    files |= _targets(draw, maker, scope, journey, home)
    for part in ("hotspots", "ideas", "actions"):
        if part in journey and draw(st.booleans()):
            files |= _grown(draw, home, part, journey.pop(part))
    for part in ("evidence", "goals", "hotspots", "ideas", "actions"):
        if part in journey and draw(st.booleans()):
            files[f"{home}/{part}.yml"] = {part: journey.pop(part)}
    if draw(st.booleans()):
        files |= _split(home, journey)
    current = {key: journey.pop(key) for key in _OF_CURRENT if key in journey}
    return {f"{home}/journey.yml": journey, f"{home}/current.yml": current, **files}


def _targets(draw: DrawFn, maker: Maker, scope: Scope, journey: Fields, home: str) -> dict[str, Any]:
    """`target.yml`, then `target-vision.yml` that starts from it or from today."""
    journey.pop("target", None)
    if not draw(st.booleans()):
        return {}
    first = draw_target(draw, maker, scope, journey)
    files = {f"{home}/target.yml": first.fields}
    if draw(st.booleans()):
        base = draw(st.sampled_from(["target", "current"]))
        further = draw_target(draw, maker, scope, journey, "vision", first.then if base == "target" else None)
        files[f"{home}/target-vision.yml"] = {"from": base, **further.fields}
    return {name: fields or {"finding": "As today"} for name, fields in files.items()}


def _grown(draw: DrawFn, home: str, part: str, entries: list[Fields]) -> dict[str, Any]:
    """A list in a folder: a file for each entry that has an id, its fields at the top, and one for the rest."""
    alone = [entry for entry in entries if "id" in entry] if draw(st.booleans()) else []
    rest = [entry for entry in entries if entry not in alone]
    files: dict[str, Any] = {}
    for entry in alone:
        files[f"{home}/{part}/{entry['id']}.yml"] = {key: value for key, value in entry.items() if key != "id"}
    return files | ({f"{home}/{part}/a-list.yml": {part: rest}} if rest else {})


def _split(home: str, journey: Fields) -> dict[str, Any]:
    """`phases: [order, wait]`, and a file for each phase."""
    phases = journey["phases"]
    journey["phases"] = [phase["id"] for phase in phases]
    return {
        f"{home}/current/{phase['id']}.yml": {key: value for key, value in phase.items() if key != "id"}
        for phase in phases
    }


def _without_images(value: Any) -> Any:
    """A journey in one file has no folder for pictures."""
    if isinstance(value, dict):
        return {key: _without_images(inner) for key, inner in value.items() if key != "images"}
    return [_without_images(inner) for inner in value] if isinstance(value, list) else value


def _libraries(draw: DrawFn, maker: Maker) -> dict[str, Fields]:
    """The library files that the world has, and those that several journeys share."""
    made = {name: _LIBRARY[name](draw, maker) for name in sorted(maker.world.libraries)}
    world = maker.world
    shared = {
        "hotspots": [{**_somewhere(world), **entry} for entry in named(draw, maker, "hotspot", None, world.hotspots)],
        "ideas": named(draw, maker, "idea", None, world.ideas),
        "actions": named(draw, maker, "action", None, world.actions),
        "evidence": evidence(draw, maker, None, world.evidence),
    }
    return {**made, **{name: {name: entries} for name, entries in shared.items() if entries}}


def _somewhere(world: World) -> Fields:
    """A place for a hotspot of several journeys."""
    return {"phases": [f"{scope.key}/{next(iter(scope.phases))}" for scope in world.journeys]}


def _strategy(draw: DrawFn, maker: Maker) -> Fields:
    world = maker.world
    strategy = draw(maker.entry("strategy", None))
    strategy["principles"] = named(draw, maker, "principle", None, world.principles)
    strategy["principles"] += unnamed(draw, maker, "principle", None)
    strategy["life_cycle"] = named(draw, maker, "stage", None, world.stages)
    goals = [
        {"id": key, **draw(maker.entry("goal", None, metric=st.just(metric)))}
        for key, metric in zip(world.goals, COMPUTED, strict=False)
    ]
    return {**strategy, **({"goals": goals} if goals else {})}


def _value(draw: DrawFn, maker: Maker) -> Fields:
    return {"summary": "Effort", **draw(maker.entry("value", None))}


def _segments(draw: DrawFn, maker: Maker) -> Fields:
    world = maker.world
    segments = named(draw, maker, "segment", None, world.segments) + unnamed(draw, maker, "segment", None)
    personas = named(draw, maker, "persona", None, world.personas)
    lists = {"segments": segments, "personas": personas}
    return {key: entries for key, entries in lists.items() if entries} or {"x-note": "none yet"}


def _organisation(draw: DrawFn, maker: Maker) -> Fields:
    """People have names that occur nowhere else, and lead a department or belong to one."""
    world = maker.world
    departments = named(draw, maker, "department", None, world.departments)
    people = named(draw, maker, "person", None, world.people)
    for index, person in enumerate(people):
        person["name"] = PEOPLE[index]
        if index < len(departments) and draw(st.booleans()):
            departments[index]["lead"] = person["id"]
        else:
            person.setdefault("department", departments[0]["id"])
    return {"departments": departments, **({"people": people} if people else {})}


def _touchpoints(draw: DrawFn, maker: Maker) -> Fields:
    channels = named(draw, maker, "channel", None, maker.world.channels)
    touchpoints = named(draw, maker, "touchpoint", None, maker.world.touchpoints)
    return {"channels": channels, **({"touchpoints": touchpoints} if touchpoints else {})}


def _technology(draw: DrawFn, maker: Maker) -> Fields:
    systems = named(draw, maker, "system", None, maker.world.systems) + unnamed(draw, maker, "system", None)
    capabilities = named(draw, maker, "capability", None, maker.world.capabilities)
    lists = {"systems": systems, "capabilities": capabilities}
    return {key: entries for key, entries in lists.items() if entries} or {"x-note": "none yet"}


_LIBRARY = {
    "strategy": _strategy,
    "value": _value,
    "segments": _segments,
    "organisation": _organisation,
    "touchpoints": _touchpoints,
    "technology": _technology,
}


def _metric_files(draw: DrawFn, metrics: list[Fields]) -> dict[str, Any]:
    """One file of metrics, or one for each, some below a folder."""
    if not draw(st.booleans()):
        return {"metrics/metrics.yml": {"metrics": metrics}}
    names = [f"metrics/{'more/' if index else ''}{metric['id']}.yml" for index, metric in enumerate(metrics)]
    return {name: {"metrics": [metric]} for name, metric in zip(names, metrics, strict=True)}
