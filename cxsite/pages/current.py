"""The current map of a journey: what customers go through today, with the numbers beside it."""

from __future__ import annotations

from collections.abc import Iterator

from cxsite.derive.journeys import JourneyView
from cxsite.draw.figure import Drawing
from cxsite.pages.plan import Page, Part
from cxsite.pages.render import render
from cxsite.pages.text import to_plain


def current_page(view: JourneyView, drawings: tuple[Drawing, ...], home: str) -> Page:
    """The current-map page of a journey, a leaf below the portfolio."""
    journey = view.journey
    parts = [
        Part("lead", "", to_plain(journey.summary or ""), _html("lead", view)),
        Part("map", to_plain(view.heading), _map_search(view), _html("map", view)),
    ]
    if view.pins:
        parts.append(Part("hotspots", _spots_heading(view), _pin_search(view), _html("hotspots", view)))
    if drawings:
        said = " ".join(drawing.figure.headline for drawing in drawings)
        parts.append(Part("metrics", "Metrics", said, _html("metrics", view, drawings)))
    if journey.evidence:
        said = " ".join(to_plain(source.title) for source in journey.evidence)
        parts.append(Part("evidence", "How we know", said, _html("evidence", view)))
    description = to_plain(journey.summary or view.heading)
    return Page(
        page_path(view.key),
        to_plain(journey.name),
        description,
        tuple(parts),
        frozenset(_anchors(view)),
        home,
    )


def page_path(journey: str) -> str:
    """Where a journey's current map stands."""
    return f"{journey}/index.md"


def _html(part: str, view: JourneyView, drawings: tuple[Drawing, ...] = ()) -> str:
    return str(render(f"current/{part}", view=view, journey=view.journey, drawings=drawings))


def _spots_heading(view: JourneyView) -> str:
    return "Bright spots" if all(pin.hotspot.kind == "bright-spot" for pin in view.pins) else "Hotspots"


def _map_search(view: JourneyView) -> str:
    words = [phase.phase.name for phase in view.phases] + [view.owner]
    words += [text for step in view.steps for text in (step.step.name, step.step.summary) if text]
    return ". ".join(to_plain(word) for word in words)


def _pin_search(view: JourneyView) -> str:
    return ". ".join(to_plain(pin.hotspot.name) for pin in view.pins)


def _anchors(view: JourneyView) -> Iterator[str]:
    for phase in view.phases:
        yield f"phase-{phase.phase.key}"
        yield from (f"step-{step.step.key}" for step in phase.steps)
    yield from (f"hotspot-{pin.hotspot.key}" for pin in view.pins)
    yield from (f"evidence-{source.key}" for source in view.journey.evidence)
    yield from (f"metric-{figure.key}" for figure in view.figures)
