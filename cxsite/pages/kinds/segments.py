"""Who the customers are: segments by dimension, personas, and where each of them counts."""

from __future__ import annotations

from collections.abc import Iterator

from cxsite.model.library import Segment, Segments
from cxsite.pages.desk import Desk
from cxsite.pages.plan import Page, Part
from cxsite.pages.shelf import Item, items, library, names_of, part, said, shelf


def pages(desk: Desk) -> Iterator[Page]:
    """The one page of `segments.yml`, where there is one."""
    book = library(desk, "segments")
    if isinstance(book, Segments):
        described = f"{said(book.segments, 'segment')}, {said(book.personas, 'persona')}"
        yield shelf(desk, "segments", described, tuple(_parts(desk, book)))


def _parts(desk: Desk, book: Segments) -> Iterator[Part]:
    if book.segments:
        groups: dict[str, list[Item]] = {}
        for item in items(desk, "segment", book.segments):
            groups.setdefault((item.entry.dimension if isinstance(item.entry, Segment) else "") or "", []).append(item)
        dimensions = tuple(groups.items())
        yield part("segments", "segments", "Segments", names_of(book.segments), desk=desk, dimensions=dimensions)
    if book.personas:
        personas = items(desk, "segment", book.personas)
        yield part("segments", "personas", "Personas", names_of(book.personas), desk=desk, personas=personas)
