"""What customers value: the weights of effort, and the effort of every map with what its targets take away."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup, escape

from cxsite.derive.burden import burdens
from cxsite.derive.written.amounts import write_minutes, write_points
from cxsite.model.library import EffortWeights, Value
from cxsite.pages.desk import NOT_ASSESSED, Desk
from cxsite.pages.plan import Page, Part
from cxsite.pages.shelf import library, part, shelf
from cxsite.pages.text import to_plain

PARTS = ("time", "money", "emotion")


def pages(desk: Desk) -> Iterator[Page]:
    """The one page of `value.yml`, where there is one."""
    book = library(desk, "value")
    if isinstance(book, Value):
        described = "What time, money and feelings count for, and the effort of every map"
        yield shelf(desk, "value", described, tuple(_parts(desk, book)))


def _parts(desk: Desk, book: Value) -> Iterator[Part]:
    more = {"rows": tuple(_rows(desk, book)), "currency": desk.atlas.settings.currency, "na": NOT_ASSESSED}
    search = to_plain(book.summary or "")
    yield part("value", "weights", "What effort counts for", search, desk=desk, book=book, **more)
    if desk.atlas.journeys:
        found = tuple((journey, tuple(burdens(desk.atlas, journey))) for journey in desk.atlas.journeys)
        writers = {"minutes": write_minutes, "points": write_points}
        yield part("value", "effort", "Effort of each map", "", desk=desk, journeys=found, **writers)


def _rows(desk: Desk, book: Value) -> Iterator[tuple[Markup, ...]]:
    """The weights of all customers, then those of segments: what a segment does not say is as for all."""
    general = book.weights or EffortWeights()
    if book.weights:
        yield (Markup("All customers"), *(_weight(getattr(general, name)) for name in PARTS))
    for segment, weights in book.segments.items():
        cells = [_weight(getattr(weights, name), getattr(general, name)) for name in PARTS]
        yield (desk.ref("segment", segment), *cells)


def _weight(own: float | None, general: float | None = None) -> Markup:
    if own is not None:
        return escape(write_points(own))
    return Markup("{} (as for all)").format(write_points(general)) if general is not None else Markup("not weighed")
