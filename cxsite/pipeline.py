"""The place to read first: load -> measure -> check -> derive -> pages, one call a step. Pages ask for what they
say and for what they show when they say it, so deriving and drawing happen on the way.

What each step did is counted, and the counts are what tests and CI go by: files parsed, series computed, charts
drawn, pages rendered, and pages kept from the last build. Times are taken beside them, for people.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from cxsite.check.levels import levelled
from cxsite.check.rule import check
from cxsite.derive.atlas import Atlas
from cxsite.diagnostics import Diagnostic, Severity, in_order, thinned
from cxsite.draw.cache import Cache
from cxsite.draw.charts import Studio
from cxsite.ledger import COUNTERS, Ledger
from cxsite.load.content import Content, load
from cxsite.load.images import read_images
from cxsite.load.inputs import inputs_of
from cxsite.measure.measures import measure
from cxsite.measure.series import Measures
from cxsite.pages.assets import assets, image_assets, image_path
from cxsite.pages.desk import Desk
from cxsite.pages.earlier import Earlier, keep_earlier, key_of, read_earlier
from cxsite.pages.kinds import all_pages
from cxsite.pages.places import HOME
from cxsite.pages.plan import Asset, Page
from cxsite.project import Project


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


@dataclass(frozen=True)
class Made:
    """What a project comes to: everything that is wrong, and its site; None where an error forbids one."""

    diagnostics: tuple[Diagnostic, ...]
    site: Site | None


def make(project: Project, home: str, report: Callable[[tuple[Diagnostic, ...]], None]) -> Made:
    """Examines and builds; takes the pages of the last build where all that they were made from is as it was.

    `report` is told what is wrong before anything is built; what it raises stops the build.
    """
    ledger, folder = Ledger(), project.work / "cache"
    with ledger.step("keep"):
        before = inputs_of(project)
        key = key_of(before.digest, home)
        kept = read_earlier(folder, key)
    if kept is not None:
        report(kept.diagnostics)
        ledger.counts |= {**dict.fromkeys(COUNTERS, 0), "pages kept": len(kept.pages)}
        return Made(kept.diagnostics, Site(kept.pages, kept.assets, ledger))
    examined = examine(project)
    report(examined.diagnostics)
    if examined.has_errors:
        return Made(examined.diagnostics, None)
    site = build(examined, home)
    ledger = replace(site.ledger, seconds={**ledger.seconds, **site.ledger.seconds})
    with ledger.step("keep"):
        if inputs_of(project) == before:  # else somebody wrote meanwhile, and nobody knows what was read
            keep_earlier(folder, key, Earlier(examined.diagnostics, site.pages, site.assets))
    ledger.counts["pages kept"] = 0
    return Made(examined.diagnostics, replace(site, ledger=ledger))


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
    content = examined.content
    atlas = Atlas(content.portfolio, examined.measures, content.today)
    with ledger.step("pages"):
        images = read_images(examined.project.root, content.portfolio)
        pages = all_pages(Desk(atlas, studio, home, {named: image_path(*named) for named in images}))
        files = (*assets(map(atlas.view, atlas.journeys)), *image_assets(images))
    ledger.seconds["of it drawing"] = studio.seconds
    ledger.counts |= {"charts drawn": studio.drawn, "pages rendered": len(pages)}
    return Site(pages, files, ledger)
