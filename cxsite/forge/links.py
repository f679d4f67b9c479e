"""From what changed to its place on a preview of the site, and on the forge."""

from __future__ import annotations

from collections.abc import Callable

from cxsite.compare.change import Subject
from cxsite.compare.grid import touched
from cxsite.compare.report import Report, Told
from cxsite.diagnostics import Span
from cxsite.forge.comment import Links
from cxsite.forge.forges import Forge
from cxsite.pages.places import change_anchor, changes_page
from cxsite.pages.plan import LINK
from cxsite.pages.subjects import address_of


def links_of(report: Report, forge: Forge, preview: str, changes: bool = False) -> Links:
    """Links into a preview (empty: none), and to lines of the later commit.

    With `changes` the preview has pages of changes, and links lead to the sentences there, else to the maps.
    """
    said = _sentences(report) if changes else {}

    def page(subject: Subject) -> str:
        where = said.get(subject) or address_of(subject, report.difference.sides.after)
        return f"{preview.rstrip('/')}/{_site(where)}" if where and preview else ""

    return Links(page, lines_of(report, forge))


def lines_of(told: Told, forge: Forge) -> Callable[[Span], str]:
    """Links to lines of the later commit; none for a folder."""
    commit = told.after.commit

    def line(span: Span) -> str:
        return forge.line(commit, f"{told.folder}{span.file}", span.line) if commit and forge.web else ""

    return line


def _sentences(report: Report) -> dict[Subject, str]:
    """The first sentence about each thing: on the page of its journey, else on that of all changes."""
    there, found = touched(report), dict[Subject, str]()
    for change in report.changes:
        journey = change.subject.journey if change.subject.journey in there else ""
        found.setdefault(change.subject, f"{changes_page(journey)}#{change_anchor(change.fingerprint)}")
    return found


def _site(path: str) -> str:
    """`join/#step-moved`."""
    return path.removeprefix(LINK).replace("index.md", "", 1)
