"""Hotspots by severity and category, and the numbers about their places."""

from __future__ import annotations

from collections.abc import Mapping

from cxsite.derive.links.things import Thing, all_actions, all_hotspots
from cxsite.derive.work.spots import Shown, SpotNumbers, categories_of, lacks_of, recurring, weight_of
from cxsite.model.hotspot import Hotspot
from derive.known import known

STEPS = "phases: [{id: p, name: P, metrics: whole, steps: [{id: s, name: S}, {id: t, name: T}]}]\n"
METRICS = """\
metrics:
  - {id: ease, name: Ease, method: mean, source: ease.csv}
  - {id: whole, name: Whole, method: share, source: whole.csv}
  - {id: later, name: Later, method: share}
"""
TABLES = {
    "metrics/m.yml": METRICS,
    "metrics/ease.csv": "period,journey,step,mean,sd,n\n2026-01,a,s,3,1,50\n2026-01,a,t,4,1,60\n2026-01,b,s,1,1,70\n",
    "metrics/whole.csv": "period,numerator,denominator\n2026-01,10,100\n",
    "journeys/b.yml": "name: B\nowner: o\nphases: [{id: p, name: P, steps: [{id: s, name: S}]}]\n",
}


def shown(hotspot: str, tables: Mapping[str, str] = TABLES) -> list[tuple[str, str, float | None]]:
    made = known(f"{STEPS}hotspots: [{{id: h, name: H, {hotspot}}}]\n", tables)
    (found,) = all_hotspots(made.portfolio)
    return [_short(one) for one in SpotNumbers(made.readings).of(*found)]


def _short(one: Shown) -> tuple[str, str, float | None]:
    return one.metric, one.place.key if one.place else "", one.reading.value if one.reading else None


def test_the_numbers_about_a_step_stand_at_its_hotspot_without_being_named() -> None:
    assert shown("steps: s") == [("ease", "s", 3)]


def test_a_metric_that_is_named_stands_first_and_once() -> None:
    assert shown("steps: [s, t], metrics: [whole, ease]") == [("whole", "", 0.1), ("ease", "s", 3), ("ease", "t", 4)]


def test_a_metric_that_its_phase_names_stands_there_too() -> None:
    assert shown("phases: p") == []
    tables = {**TABLES, "metrics/whole.csv": "period,phase,numerator,denominator\n2026-01,p,10,100\n"}
    assert shown("phases: p", tables) == [("whole", "p", 0.1)]


def test_a_metric_without_a_number_is_not_left_out() -> None:
    assert shown("steps: t, metrics: later") == [("later", "", None), ("ease", "t", 4)]


def test_a_hotspot_without_a_place_shows_the_whole() -> None:
    assert shown("metrics: whole") == [("whole", "", 0.1)]


def test_the_worst_stands_first_what_was_not_assessed_behind_and_what_shines_last() -> None:
    words = ("low", "critical", "", "high", "medium")
    hotspots = [Hotspot.model_validate({"name": "H", **({"severity": word} if word else {})}) for word in words]
    hotspots.append(Hotspot.model_validate({"name": "B", "kind": "bright-spot"}))
    ordered = sorted(hotspots, key=weight_of)
    assert [one.severity for one in ordered] == ["critical", "high", "medium", "low", None, None]
    assert ordered[-1].kind == "bright-spot"


def test_categories_recur_over_the_journeys_that_their_hotspots_stand_on() -> None:
    shared = "hotspots: [{id: both, name: Both, category: process, steps: [a/s, b/s]}]\n"
    text = STEPS + (
        "hotspots:\n"
        "  - {id: h1, name: H1, category: organisation}\n"
        "  - {id: h2, name: H2}\n"
        "  - {id: h3, name: H3, category: process, kind: bright-spot}\n"
    )
    made = known(text, {**TABLES, "journeys/hotspots.yml": shared})
    found = recurring(all_hotspots(made.portfolio), made.portfolio)
    assert [(one.category, len(one.hotspots), one.journeys) for one in found] == [
        ("process", 1, ("a", "b")),
        ("organisation", 1, ("a",)),
        ("", 1, ("a",)),
    ]


def test_what_keeps_a_hotspot_there_is_told_by_what_we_cannot_do_and_cannot_know() -> None:
    tech = "capabilities: [{id: hold, name: Hold, kind: do}, {id: see, name: See, kind: know}]\n"
    text = f"{STEPS}hotspots: [{{id: h, name: H, blocked_by: [see, hold]}}, {{id: bare, name: B}}]\n"
    portfolio = known(text, {**TABLES, "journeys/technology.yml": tech}).portfolio
    found = {thing.key: lacks_of(hotspot, thing.home, portfolio) for thing, hotspot in all_hotspots(portfolio)}
    assert found == {"h": (("do", ("hold",)), ("know", ("see",))), "bare": ()}


def test_an_action_has_its_own_category_or_those_of_its_hotspots() -> None:
    text = STEPS + (
        "hotspots: [{id: h1, name: H1, category: people}, {id: h2, name: H2, category: process}, {id: h3, name: H3}]\n"
        "actions:\n"
        "  - {id: own, name: A, addresses: h1, category: technology}\n"
        "  - {id: from, name: B, addresses: [h1, h2, h3]}\n"
        "  - {id: bare, name: C}\n"
    )
    portfolio = known(text, TABLES).portfolio
    found = {thing.key: categories_of(action, thing.home, portfolio) for thing, action in all_actions(portfolio)}
    assert found == {"own": ("technology",), "from": ("people", "process"), "bare": ()}
    assert Thing("action", "a", "own") in dict(all_actions(portfolio))


def test_where_nobody_listed_capabilities_what_is_lacking_is_named_by_its_id() -> None:
    portfolio = known(f"{STEPS}hotspots: [{{id: h, name: H, blocked_by: hold}}]\n", TABLES).portfolio
    ((thing, hotspot),) = all_hotspots(portfolio)
    assert lacks_of(hotspot, thing.home, portfolio) == (("", ("hold",)),)
