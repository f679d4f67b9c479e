"""An action: what it takes away, who does it, which number it is to move, and whether it did."""

from __future__ import annotations

from collections.abc import Iterator

from cxsite.derive.figures.standing import Standing
from cxsite.derive.links.things import Thing, thing_of, things_of
from cxsite.derive.maps.gaps import Carried
from cxsite.derive.people.voices import voices
from cxsite.derive.work.effects import Trial, Wave
from cxsite.derive.work.roadmap import roadmap
from cxsite.derive.work.spots import categories_of
from cxsite.derive.work.worklist import worklist
from cxsite.draw.charts import Chart
from cxsite.draw.charts.blocks import Reading
from cxsite.draw.charts.expected import Expected, Judged, expected_chart, twin
from cxsite.draw.marks import roadmap as line
from cxsite.draw.twin import Twin
from cxsite.model.action import Action
from cxsite.model.metric import Metric
from cxsite.pages.choices import choice_of
from cxsite.pages.desk import Desk
from cxsite.pages.frame import crumbs_of, leaf, parent_of, source_of
from cxsite.pages.places import page_of
from cxsite.pages.plan import Page, Part
from cxsite.pages.render import render
from cxsite.pages.text import to_plain

_BEHIND_HOTSPOTS = 100_000
"""Actions follow the hotspots that stand below the same page."""


def pages(desk: Desk) -> Iterator[Page]:
    """A page for each action, in the order in which its journey's list has them."""
    for home in ("", *(journey.key for journey in desk.atlas.journeys)):
        tasks = worklist(desk.atlas.actions.get(home, ()), desk.atlas.today)
        own = (task for task in tasks if task.thing.home == home)
        yield from (_page(desk, task.thing, task.action, rank) for rank, task in enumerate(own, _BEHIND_HOTSPOTS))


def _page(desk: Desk, thing: Thing, action: Action, rank: int) -> Page:
    atlas, portfolio = desk.atlas, desk.atlas.portfolio
    differences = atlas.differences.by_action.get(thing, ())
    spots = things_of(portfolio, "hotspot", action.addresses, thing.home)
    trials = sorted(atlas.trials(thing), key=lambda trial: trial.since is None)
    said = voices(action.quotes, portfolio, thing.home)
    made = roadmap(worklist([(thing, action)], atlas.today), atlas.today, most=4)
    begun = [trial for trial in trials if trial.since]
    known = {
        "desk": desk,
        "begun": begun,
        "shown": begun or trials[:1],
        "heads": line.heads(made.scale) if made else "",
        "track": line.track(made.bars.get(thing), made.scale) if made else "",
        "office": atlas.parties.office(atlas.parties.now(action.owner)) if action.owner else None,
        "thing": thing,
        "action": action,
        "way": crumbs_of(desk, thing),
        "progress": desk.progress(action),
        "categories": categories_of(action, thing.home, portfolio),
        "choice": choice_of(action, state=desk.progress(action).state),
        "hotspots": desk.entries(spots),
        "unlisted": [r for r in action.addresses if thing_of(portfolio, "hotspot", r, thing.home) is None],
        "principles": action.follows or _principles(desk, thing, spots),
        "differences_": differences,
        "removed": list(_removed(desk, thing)),
        "goal": _goal(desk, thing, action),
        "trials": trials,
        "drawings": [_drawing(desk, trial, action) for trial in trials],
        "said": said,
    }

    def part(id_: str, heading: str, search: str = "") -> Part:
        return Part(id_, heading, search, str(render(f"action/{id_}", **known)))

    moves = "Did it work?" if any(trial.since for trial in trials) else "What it is to move"
    parts = [
        part("lead", "", to_plain(action.summary or "")),
        part("changes", "What it changes"),
        part("moves", moves),
        part("who", "Who, and what it takes"),
        part("voices", "What customers say", " ".join(to_plain(voice.words) for voice in said.shown)),
        part("more", "Links and notes"),
    ]
    path, what = page_of(thing, portfolio), action.summary or action.name
    return leaf(path, action.name, what, parts, parent_of(thing), rank, source_of(action, "name"))


def _principles(desk: Desk, thing: Thing, spots: tuple[Thing, ...]) -> tuple[str, ...]:
    """Those of the changes that it carries, and of those that its hotspots are a reason for."""
    found = desk.atlas.differences
    changes = [*found.by_action.get(thing, ()), *(one for spot in spots for one in found.by_hotspot.get(spot, ()))]
    return tuple(dict.fromkeys(ref for one in changes for ref in one.why.principles))


def _removed(desk: Desk, thing: Thing) -> Iterator[tuple[Thing, tuple[Thing, ...], Carried]]:
    """Target, the actions that carry the same changes, and what those take off."""
    atlas = desk.atlas
    places = dict.fromkeys((one.journey, one.target) for one in atlas.differences.by_action.get(thing, ()))
    for home, target in places:
        for one in atlas.ledger(atlas.portfolio.journey_by_id[home], target).of_action(thing):
            yield Thing("target", home, target), tuple(act for act in one.actions if act != thing), one


def _goal(desk: Desk, thing: Thing, action: Action) -> Standing | None:
    goal = thing_of(desk.atlas.portfolio, "goal", action.goal, thing.home) if action.goal else None
    return desk.atlas.goal(goal) if goal else None


def _drawing(desk: Desk, trial: Trial, action: Action) -> tuple[Chart, Twin] | None:
    """The chart of a trial that has begun, of the measures that have a number."""
    rows = []
    if trial.since is None:
        return None
    for one in trial.effects:
        before, after = _reading(one.metric, one.before), _reading(one.metric, one.after)
        if after is None and one.before is None and one.latest:
            after = Reading(one.latest.metric, one.latest.estimate, one.latest.point.period.label)
        if before or after:
            name = f"{one.metric.name if one.metric else one.ref}" + (f", {one.place}" if one.place else "")
            rows.append(Judged(to_plain(name), before, after, one.level, one.verdict))
    if not rows:
        return None
    expected = Expected(to_plain(action.name), tuple(rows))
    return expected_chart(expected, desk.studio), twin(expected)


def _reading(metric: Metric | None, wave: Wave | None) -> Reading | None:
    if metric is None or wave is None or wave.estimate is None:
        return None
    return Reading(metric, wave.estimate, wave.period)
