"""The evidence that several journeys share, and what rests on it."""

from __future__ import annotations

from collections.abc import Iterator

from cxsite.model.library import SharedEvidence
from cxsite.pages.desk import NOT_ASSESSED, Desk
from cxsite.pages.plan import Page
from cxsite.pages.shelf import items, library, names_of, part, said, shelf


def pages(desk: Desk) -> Iterator[Page]:
    """The one page of `evidence.yml` beside the journeys, where there is one."""
    book = library(desk, "evidence")
    if isinstance(book, SharedEvidence):
        found, names = items(desk, "evidence", book.evidence), names_of(book.evidence)
        one = part("evidence", "evidence", "Sources", names, desk=desk, sources=found, na=NOT_ASSESSED)
        yield shelf(desk, "evidence", f"{said(book.evidence, 'source')} for several journeys", (one,))
