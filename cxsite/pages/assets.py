"""What the site serves beside the pages: the style sheet, from the package. Nothing is fetched."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.resources import files

from cxsite.derive.journeys import JourneyView
from cxsite.pages.plan import Asset

STYLE = "assets/cxsite/cx.css"


def assets(views: Iterable[JourneyView]) -> tuple[Asset, ...]:
    """The style sheet as it fits these journeys."""
    folder = files("cxsite.pages") / "assets"
    style = (folder / "cx.css").read_text(encoding="utf-8") + _spans(views)
    return (Asset(STYLE, style.encode()),)


def _spans(views: Iterable[JourneyView]) -> str:
    """A class for each number of columns that a phase takes, so that pages need no inline style (strict CSP)."""
    widths = sorted({max(1, len(phase.steps)) for view in views for phase in view.phases})
    return "\n" + "".join(f".cx-span{width}{{--k:{width}}}\n" for width in widths)
