"""What the site serves beside the pages: the style sheet, from the package, and pictures. Nothing is fetched."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256
from importlib.resources import files
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from cxsite.pages.plan import Asset

if TYPE_CHECKING:
    from cxsite.derive.journeys import JourneyView

STYLE = "assets/cxsite/cx.css"
BASE = "cx.css"


def assets(views: Iterable[JourneyView]) -> tuple[Asset, ...]:
    """The style sheet as it fits these journeys."""
    folder = files("cxsite.pages") / "assets"
    sheets = sorted(sheet.name for sheet in folder.iterdir() if sheet.name.endswith(".css"))
    sheets.sort(key=lambda name: name != BASE)  # the others are one for each page kind that needs more
    style = "\n".join((folder / name).read_text(encoding="utf-8") for name in sheets) + _spans(views)
    return (Asset(STYLE, style.encode()),)


def image_path(journey: str, file: str) -> str:
    """Where a picture of a journey stands on the site: by its digest, as names of files may hold anything."""
    return f"assets/cxsite/{journey}-{sha256(file.encode()).hexdigest()[:12]}{PurePosixPath(file).suffix.lower()}"


def image_assets(images: Mapping[tuple[str, str], bytes]) -> tuple[Asset, ...]:
    """The pictures to serve, by journey and file."""
    return tuple(Asset(image_path(*named), content) for named, content in images.items())


def _spans(views: Iterable[JourneyView]) -> str:
    """A class for each number of columns of a phase or a map, so that pages need no inline style (strict CSP)."""
    views = tuple(views)
    widths = sorted({len(phase.columns) for view in views for phase in view.phases})
    wholes = sorted({len(view.columns) for view in views})
    rules = [f".cx-span{width}{{--k:{width}}}\n" for width in widths]
    return "\n" + "".join([*rules, *(f".cx-cols{whole}{{--n:{whole}}}\n" for whole in wholes)])
