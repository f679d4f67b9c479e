"""Where on the site stands what a change is about."""

from __future__ import annotations

from dataclasses import replace

from cxsite.compare.change import Subject
from cxsite.compare.grid import touched
from cxsite.compare.impact import Reach
from cxsite.compare.report import Report, SitePlace
from cxsite.derive.links.things import Thing
from cxsite.model.journey import Journey
from cxsite.model.portfolio import Portfolio
from cxsite.model.resolve import resolve_target
from cxsite.pages.places import address, anchor_of, change_anchor, changes_page, map_page, page
from cxsite.pages.plan import LINK

_KINDS = {
    **{noun: noun for noun in ("journey", "phase", "step", "hotspot", "idea", "action", "goal", "metric", "principle")},
    **{noun: noun for noun in ("channel", "touchpoint", "system", "capability", "segment", "life-cycle stage")},
    **{"persona": "segment", "department": "party", "person": "party", "source": "evidence", "number": "metric"},
}
"""The kind of thing that pages show, by the noun of what changed."""


def address_of(subject: Subject, portfolio: Portfolio) -> str:
    """The link to what changed; empty for what is not there after, or stands on no page."""
    if subject.noun in ("target map", "target step", "target phase"):
        return _on_target(subject, portfolio)
    if subject.noun == "value definition":
        return f"{LINK}{page('value')}" if "value" in portfolio.libraries else ""
    kind = _KINDS.get(subject.noun)
    home = "" if subject.noun in ("metric", "number", "journey") else subject.journey
    if kind is None or (portfolio.find(kind, subject.id, home) is None):
        return ""
    return address(Thing(kind, home, subject.id), portfolio)


def with_pages(report: Report) -> Report:
    """The same, with where on the site things stand: what changed, and for each change of something shared the pages
    that it reaches, its own, those of what refers to it and the maps of its journeys."""
    portfolio, told = report.difference.sides.after, _sentences(report)
    subjects = dict.fromkeys((*(one.subject for one in report.changes), *(one.subject for one in report.reaches)))
    return replace(
        report,
        reaches=tuple(replace(one, pages=_pages(one, portfolio)) for one in report.reaches),
        places={one: SitePlace(_on_site(address_of(one, portfolio)), told.get(one, "")) for one in subjects},
    )


def _sentences(report: Report) -> dict[Subject, str]:
    """The first sentence about each thing: on the page of its journey, else on that of all changes."""
    there, found = touched(report), dict[Subject, str]()
    for change in report.changes:
        journey = change.subject.journey if change.subject.journey in there else ""
        found.setdefault(change.subject, _on_site(f"{changes_page(journey)}#{change_anchor(change.fingerprint)}"))
    return found


def _on_site(path: str) -> str:
    """`join/#step-moved`."""
    return path.removeprefix(LINK).replace("index.md", "", 1)


def _pages(reach: Reach, portfolio: Portfolio) -> tuple[str, ...]:
    there = (address_of(reach.subject, portfolio), *(address(use, portfolio) for use in reach.uses))
    paths = (*there, *map(map_page, reach.journeys))
    return tuple(sorted({_on_site(path).partition("#")[0] for path in paths if path}))


def _on_target(subject: Subject, portfolio: Portfolio) -> str:
    journey = portfolio.journey_by_id.get(subject.journey)
    target = subject.id if subject.noun == "target map" else subject.scope.partition("/")[2]
    if journey is None or target not in journey.targets:
        return ""
    of = subject.noun.removeprefix("target ")
    there = _named_on(journey, target, of) if of != "target map" else set()  # what both maps lack is on no page
    anchor = f"#{anchor_of(Thing(of, journey.key, subject.id))}" if subject.id in there else ""
    return f"{LINK}{map_page(journey.key, target)}{anchor}"


def _named_on(journey: Journey, target: str, kind: str) -> set[str]:
    """The ids of the steps or phases that a target has or takes away."""
    made = resolve_target(journey, target).phases
    return {step.id for phase in made for step in phase.steps} if kind == "step" else {phase.id for phase in made}
