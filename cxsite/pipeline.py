"""The place to read first: load -> measure -> check -> derive -> pages, one call a step. Pages ask for what they
say and for what they show when they say it, so deriving and drawing happen on the way.

What each step did is counted, and the counts are what tests and CI go by: files parsed, series computed, charts
drawn, pages rendered. Times are taken beside them, for people. Whether anything is to be done at all since the last
build is asked in `publish/made.py`.
"""

from __future__ import annotations

from dataclasses import dataclass

from cxsite.check.levels import levelled
from cxsite.check.rule import check
from cxsite.derive.atlas import Atlas
from cxsite.diagnostics import Diagnostic, Severity, in_order, thinned
from cxsite.draw.cache import Cache
from cxsite.draw.charts import Studio
from cxsite.ledger import Ledger
from cxsite.load.content import Content, load
from cxsite.load.garbage import settled
from cxsite.load.images import read_images
from cxsite.measure.measures import measure
from cxsite.measure.series import Measures
from cxsite.pages.assets import assets, image_assets, image_path
from cxsite.pages.desk import Desk
from cxsite.pages.kinds import all_pages
from cxsite.pages.plan import HOME, Site
from cxsite.pages.sheet import layouts_of, site_sheet
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


@settled
def build(examined: Examined, home: str = HOME) -> Site:
    """All pages of an examined project. `home` is where the portfolio page stands."""
    ledger = examined.ledger
    studio = Studio(Cache(examined.project.work / "cache" / "charts"))
    content = examined.content
    atlas = Atlas(content.portfolio, examined.measures, content.today)
    with ledger.step("pages"):
        images = read_images(examined.project.root, content.portfolio)
        desk = Desk(atlas, studio, home, {named: image_path(*named) for named in images})
        pages = all_pages(desk)
        files = (*assets(site_sheet(layouts_of(atlas), atlas.settings, desk.facets.facets)), *image_assets(images))
    ledger.seconds["of it drawing"] = studio.seconds
    ledger.counts |= {"charts drawn": studio.drawn, "pages rendered": len(pages)}
    return Site(pages, files, ledger)
