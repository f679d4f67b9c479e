"""The site of a project: the pages of the last build where nothing changed since, else new ones from the pipeline."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from cxsite.diagnostics import Diagnostic
from cxsite.ledger import COUNTERS, Ledger
from cxsite.load.inputs import inputs_of
from cxsite.pages.earlier import Earlier, keep_earlier, key_of, read_earlier
from cxsite.pages.plan import Page, Site
from cxsite.pages.unbroken import unbroken
from cxsite.project import Project
from cxsite.publish.against import Against


@dataclass(frozen=True)
class Made:
    """What a project comes to: everything that is wrong, and its site; None where an error forbids one."""

    diagnostics: tuple[Diagnostic, ...]
    site: Site | None


def make(
    project: Project, home: str, report: Callable[[tuple[Diagnostic, ...]], None], against: Against | None = None
) -> Made:
    """Examines and builds; takes the pages of the last build where all that they were made from is as it was.

    `report` is told what is wrong before anything is built; what it raises stops the build. With `against` there are
    pages of what differs from that state.
    """
    ledger, folder = Ledger(), project.work / "cache"
    with ledger.step("keep"):
        before = inputs_of(project)
        key = key_of(before.digest, home, against.mark if against else "")
        kept = read_earlier(folder, key)
    if kept is not None:
        report(kept.diagnostics)
        ledger.counts |= {**dict.fromkeys(COUNTERS, 0), "pages kept": len(kept.pages)}
        return Made(kept.diagnostics, Site(kept.pages, kept.assets, ledger))
    from cxsite.pipeline import build, examine  # half a second of imports that a build without changes is spared

    examined = examine(project)
    report(examined.diagnostics)
    if examined.has_errors:
        return Made(examined.diagnostics, None)
    site = build(examined, home, against.snapshot(project) if against else None)
    site = replace(site, pages=tuple(map(whole, site.pages)))
    ledger = replace(site.ledger, seconds={**ledger.seconds, **site.ledger.seconds})
    with ledger.step("keep"):
        if inputs_of(project) == before:  # else somebody wrote meanwhile, and nobody knows what was read
            keep_earlier(folder, key, Earlier(examined.diagnostics, site.pages, site.assets))
    ledger.counts["pages kept"] = 0
    return Made(examined.diagnostics, replace(site, ledger=ledger))


def whole(page: Page) -> Page:
    """The page with its numbers and days in one piece each, as it is kept: not done again where nothing changed."""
    return replace(page, parts=tuple(replace(part, html=unbroken(part.html)) for part in page.parts))
