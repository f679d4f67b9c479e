"""The place to read first: load -> measure -> check -> derive -> draw -> pages, one call a step.

What each step did is counted, and the counts are what tests and CI go by: files parsed, series computed, charts
drawn, pages rendered. Times are taken beside them, for people.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from cxsite.check.levels import levelled
from cxsite.check.rule import check
from cxsite.derive.journeys import JourneyView, view_journey
from cxsite.diagnostics import Diagnostic, Severity, in_order, thinned
from cxsite.draw.cache import Cache
from cxsite.draw.charts import Studio
from cxsite.draw.figure import Drawing, draw_figure
from cxsite.load.content import Content, load
from cxsite.measure.measures import measure
from cxsite.measure.series import Measures
from cxsite.model.journey import Journey
from cxsite.pages.assets import assets
from cxsite.pages.current import current_page
from cxsite.pages.home import HOME, home_page
from cxsite.pages.plan import Asset, Page
from cxsite.project import Project


@dataclass
class Ledger:
    """What a run did, by counter, and how long each step took, in seconds."""

    counts: dict[str, int] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Takes the time of a step."""
        began = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - began


@dataclass(frozen=True)
class Examined:
    """A project after reading and checking: its content, its series, and everything that is wrong."""

    project: Project
    content: Content
    measures: Measures
    diagnostics: tuple[Diagnostic, ...]
    ledger: Ledger

    @property
    def has_errors(self) -> bool:
        """True when something is wrong that keeps the site from being built."""
        return any(d.severity is Severity.ERROR for d in self.diagnostics)


@dataclass(frozen=True)
class Site:
    """Everything to publish: pages, assets, and what was counted on the way."""

    pages: tuple[Page, ...]
    assets: tuple[Asset, ...]
    ledger: Ledger


def examine(project: Project) -> Examined:
    """Reads, measures and checks a project. Imports neither a site engine nor a chart library."""
    ledger = Ledger()
    with ledger.step("load"):
        content = load(project)
    with ledger.step("measure"):
        measures, of_numbers = measure(content)
    with ledger.step("check"):
        of_rules = check(content, measures)
    ledger.counts |= {"files parsed": content.files_parsed, "series computed": len(measures.series)}
    found = levelled([*content.diagnostics, *of_numbers, *of_rules], content.portfolio)
    return Examined(project, content, measures, thinned(in_order(found)), ledger)


def build(examined: Examined, home: str = HOME) -> Site:
    """All pages of an examined project. `home` is where the portfolio page stands."""
    ledger = examined.ledger
    studio = Studio(Cache(examined.project.work / "cache" / "charts"))
    with ledger.step("derive"):
        views = tuple(_view(journey, examined) for journey in examined.content.portfolio.journeys)
    with ledger.step("draw"):
        drawn = tuple((view, tuple(draw_figure(figure, studio) for figure in view.figures)) for view in views)
    with ledger.step("pages"):
        pages = _pages(home, drawn)
        files = assets(views)
    ledger.counts |= {"charts drawn": studio.drawn, "pages rendered": len(pages)}
    return Site(pages, files, ledger)


def _view(journey: Journey, examined: Examined) -> JourneyView:
    return view_journey(journey, examined.content.portfolio, examined.measures)


def _pages(home: str, drawn: tuple[tuple[JourneyView, tuple[Drawing, ...]], ...]) -> tuple[Page, ...]:
    maps = [current_page(view, drawings, home) for view, drawings in drawn]
    return (home_page(home, "Customer journeys", drawn), *maps)
