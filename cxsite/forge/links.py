"""From what changed to its place on a preview of the site, and on the forge."""

from __future__ import annotations

from cxsite.compare.change import Subject
from cxsite.compare.report import Report
from cxsite.diagnostics import Span
from cxsite.forge.comment import Links
from cxsite.forge.forges import Forge
from cxsite.pages.changed import address_of
from cxsite.pages.plan import LINK


def links_of(report: Report, forge: Forge, preview: str, prefix: str) -> Links:
    """Links into a preview (empty: none), and to lines of the later commit. `prefix` is the project's folder."""
    after = report.difference.after
    portfolio = report.difference.sides.after

    def page(subject: Subject) -> str:
        where = address_of(subject, portfolio).removeprefix(LINK) if preview else ""
        return f"{preview.rstrip('/')}/{_site(where)}" if where else ""

    def line(span: Span) -> str:
        return forge.line(after.commit, f"{prefix}{span.file}", span.line) if after.commit and forge.web else ""

    return Links(page, line)


def _site(path: str) -> str:
    return path.replace("index.md", "", 1)
