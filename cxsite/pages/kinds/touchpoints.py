"""Where customers and company meet: channels and touchpoints, and the steps that use them."""

from __future__ import annotations

from collections.abc import Iterator

from cxsite.model.library import Touchpoints
from cxsite.pages.desk import NOT_ASSESSED, Desk
from cxsite.pages.plan import Page, Part
from cxsite.pages.shelf import items, library, names_of, part, said, shelf


def pages(desk: Desk) -> Iterator[Page]:
    """The one page of `touchpoints.yml`, where there is one."""
    book = library(desk, "touchpoints")
    if isinstance(book, Touchpoints):
        described = f"{said(book.channels, 'channel')}, {said(book.touchpoints, 'touchpoint')}"
        yield shelf(desk, "touchpoints", described, tuple(_parts(desk, book)))


def _parts(desk: Desk, book: Touchpoints) -> Iterator[Part]:
    if book.channels:
        found = items(desk, "channel", book.channels)
        yield part("touchpoints", "channels", "Channels", names_of(book.channels), desk=desk, channels=found)
    if book.touchpoints:
        found, names = items(desk, "touchpoint", book.touchpoints), names_of(book.touchpoints)
        yield part("touchpoints", "touchpoints", "Touchpoints", names, desk=desk, touchpoints=found, na=NOT_ASSESSED)
