"""The portfolio: every journey with its owner, its latest number and its hotspots."""

from __future__ import annotations

from collections.abc import Iterable

from cxsite.derive.journeys import JourneyView
from cxsite.diagnostics import count_of
from cxsite.draw.figure import Drawing
from cxsite.pages.plan import Page, Part
from cxsite.pages.render import render
from cxsite.pages.text import to_plain

HOME = "index.md"


def home_page(path: str, title: str, journeys: Iterable[tuple[JourneyView, tuple[Drawing, ...]]]) -> Page:
    """The page of all journeys, in the order of their names. `path` is its place in the site."""
    shown = sorted(journeys, key=lambda pair: (pair[0].journey.name.casefold(), pair[0].key))
    html = render("home/journeys", journeys=shown)
    search = " ".join(to_plain(f"{view.journey.name}. {view.journey.summary or ''}") for view, _ in shown)
    part = Part("journeys", "Journeys", search, str(html))
    count = count_of(len(shown), "journey")
    lead = Part("lead", "", "", str(render("home/lead", count=count)))
    return Page(path, title, f"{count}, seen from the customer's side", (lead, part))
