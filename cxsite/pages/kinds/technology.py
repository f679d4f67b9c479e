"""Systems with their age and what depends on them; what we can do and know, and the hotspots that the lack keeps."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from cxsite.diagnostics import count_of
from cxsite.model.library import Capability, System, Technology
from cxsite.model.named import Linked
from cxsite.pages.desk import NOT_ASSESSED, Desk
from cxsite.pages.plan import Page, Part
from cxsite.pages.shelf import items, library, names_of, part, said, shelf

GROUPS = {"do": "What we can do", "know": "What we can know"}


def pages(desk: Desk) -> Iterator[Page]:
    """The one page of `technology.yml`, where there is one."""
    book = library(desk, "technology")
    if isinstance(book, Technology):
        count = count_of(len(book.capabilities), "capability", "capabilities")
        yield shelf(desk, "technology", f"{said(book.systems, 'system')}, {count}", tuple(_parts(desk, book)))


def _parts(desk: Desk, book: Technology) -> Iterator[Part]:
    if book.systems:
        found = tuple((item, _age(item.entry, desk.atlas.today)) for item in items(desk, "system", book.systems))
        names = names_of(book.systems)
        yield part("technology", "systems", "Systems", names, desk=desk, systems=found, na=NOT_ASSESSED)
    if book.capabilities:
        every, names = items(desk, "capability", book.capabilities), names_of(book.capabilities)
        groups = [(heading, [item for item in every if _is(item.entry, kind)]) for kind, heading in GROUPS.items()]
        heading = "What we can do and know"
        yield part("technology", "capabilities", heading, names, desk=desk, groups=groups, na=NOT_ASSESSED)


def _is(entry: Linked, kind: str) -> bool:
    return isinstance(entry, Capability) and entry.kind == kind


def _age(entry: Linked, today: date) -> str:
    """Whole years in use; empty below one, and where nobody says since when."""
    since = entry.since.start if isinstance(entry, System) and entry.since else None
    if since is None:
        return ""
    years = today.year - since.year - ((today.month, today.day) < (since.month, since.day))
    return count_of(years, "year") if years >= 1 else ""
