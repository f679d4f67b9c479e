"""The place to read first: load -> measure -> check -> derive -> pages, one call a step. Pages ask for what they
say and for what they show when they say it, so deriving and drawing happen on the way.

What each step did is counted, and the counts are what tests and CI go by: files parsed, series computed, charts
drawn, pages rendered. Times are taken beside them, for people. Whether anything is to be done at all since the last
build is asked in `publish/made.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from cxsite.check.levels import levelled
from cxsite.check.rule import check
from cxsite.compare.report import Report, report
from cxsite.compare.state import Difference, State, difference
from cxsite.derive.atlas import Atlas
from cxsite.diagnostics import Diagnostic, Severity, in_order, thinned
from cxsite.draw.cache import Cache
from cxsite.draw.charts import Studio
from cxsite.history import read_history
from cxsite.ledger import Ledger
from cxsite.load.content import Content, load, read_content
from cxsite.load.files import Text
from cxsite.load.garbage import settled, uncollected
from cxsite.load.git import Git
from cxsite.load.images import image_marks, read_images
from cxsite.load.kept import FilePair, KeptTree, file_pairs
from cxsite.load.memory import Memory
from cxsite.load.snapshot import Snapshot, of_folder, two_snapshots
from cxsite.measure.measures import measure
from cxsite.measure.series import Measures
from cxsite.pages.assets import assets, image_assets, image_path
from cxsite.pages.desk import Desk
from cxsite.pages.feed import feed_of
from cxsite.pages.kinds import all_pages
from cxsite.pages.plan import HOME, Site
from cxsite.pages.sheet import layouts_of, site_sheet
from cxsite.pages.subjects import with_pages
from cxsite.project import METRICS, SETTINGS, Project


@dataclass(frozen=True)
class Examined:
    """A project after reading and checking: its content, its series, and everything that is wrong."""

    project: Project
    content: Content
    measures: Measures
    diagnostics: tuple[Diagnostic, ...]
    ledger: Ledger
    memory: Memory = field(default_factory=Memory, repr=False)
    """What was parsed, so that the history parses only what was otherwise then."""

    @property
    def has_errors(self) -> bool:
        """True when something is wrong that keeps the site from being built."""
        return any(d.severity is Severity.ERROR for d in self.diagnostics)


def examine(project: Project) -> Examined:
    """Reads, measures and checks a project. Imports neither a site engine nor a chart library."""
    ledger, memory = Ledger(), Memory()
    with ledger.step("load"):
        content = load(project, memory)
    with ledger.step("measure"):
        measures, of_numbers = measure(content)
    with ledger.step("check"):
        of_rules = check(content, measures)
    ledger.counts |= {"files parsed": content.files_parsed, "series computed": len(measures.series)}
    found = levelled([*content.diagnostics, *of_numbers, *of_rules], content.portfolio)
    return Examined(project, content, measures, thinned(in_order(found)), ledger, memory)


@settled
def build(examined: Examined, home: str = HOME, against: Snapshot | None = None) -> Site:
    """All pages of an examined project. `home` is where the portfolio page stands.

    With `against` there are pages beside them that show what differs from that state.
    """
    ledger = examined.ledger
    studio = Studio(Cache(examined.project.work / "cache" / "charts"))
    content = examined.content
    atlas = Atlas(content.portfolio, examined.measures, content.today)
    told = None
    if against is not None:
        with ledger.step("compare"):
            here = of_folder(examined.project)
            told = report(compare_states(against, here, examined.memory, examined.measures))
    with ledger.step("history"):
        past = read_history(examined.project.root, examined.project.work, content.portfolio, examined.memory)
    with ledger.step("pages"):
        images = read_images(examined.project.root, content.portfolio)
        shown = {named: image_path(*named) for named in images}
        desk = Desk(atlas, studio, home, shown, history=past.history, told=told)
        pages = all_pages(desk)
        grids = [grid for of_journey in desk.grids.values() for grid in of_journey]
        sheet = site_sheet(layouts_of(atlas), atlas.settings, desk.facets.facets, grids)
        files = (*assets(sheet), *image_assets(images), *feed_of(desk))
    studio.cache.tidy()
    ledger.seconds["of it drawing"] = studio.seconds
    ledger.counts |= {"commits compared": past.compared, "old files parsed": past.parsed}
    ledger.counts |= {"charts drawn": studio.drawn, "pages rendered": len(pages)}
    return Site(pages, files, ledger)


@uncollected
def compare_states(
    before: Snapshot, after: Snapshot, memory: Memory | None = None, measures: Measures | None = None
) -> Difference:
    """Reads two states of a project and compares them. A file that is the same on both sides is parsed once.

    `memory` and `measures` are what is known of `after` already.
    """
    memory = Memory() if memory is None else memory
    trees = KeptTree(before.tree), KeptTree(after.tree)
    first = read_content(trees[0], memory, before.day)
    second = read_content(trees[1], memory, after.day)
    files = file_pairs(*trees, memory)
    measured = measure(second)[0] if measures is None else measures
    earlier = measured if _same_numbers(trees, files) else measure(first)[0]
    pictures = (image_marks(tree, content.portfolio) for tree, content in zip(trees, (first, second), strict=True))
    return difference(
        State(before.label, before.commit, first, earlier, next(pictures)),
        State(after.label, after.commit, second, measured, next(pictures)),
        files,
    )


def told_between(project: Project, said: tuple[str, ...]) -> Report:
    """What changed between two states of a project as people name them, with the pages that it reaches.

    Raises:
        RevisionError: a name stands for no state.
    """
    compared = compare_states(*two_snapshots(project, said))
    return with_pages(report(compared, Git(project.root).prefix()))


def _same_numbers(trees: tuple[KeptTree, KeptTree], files: Sequence[FilePair]) -> bool:
    """True where nothing changed that numbers are made from: tables, definitions, settings, former ids in tables."""
    if any(pair.name == SETTINGS or pair.name.startswith(f"{METRICS}/") for pair in files):
        return False
    texts = (tree.texts.get(pair.name) for pair in files for tree in trees)
    return not any(isinstance(text, Text) and "formerly" in text.text for text in texts)
