"""What the site serves beside the pages: style sheet, script, and pictures, all from here. Nothing is fetched."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from importlib.resources import files
from pathlib import PurePosixPath

from cxsite.pages.plan import Asset

STYLE, SCRIPT = "assets/cxsite/cx.css", "assets/cxsite/cx.js"
CHARTS = "assets/cxsite/charts.js"
"""Fetched by the script, on pages that have a chart."""
BASE = "cx.css"


def assets(of_site: str = "") -> tuple[Asset, ...]:
    """The style sheet, with the part that depends on the site, and the scripts."""
    folder = files("cxsite.pages") / "assets"
    sheets = sorted(sheet.name for sheet in folder.iterdir() if sheet.name.endswith(".css"))
    sheets.sort(key=lambda name: name != BASE)  # the others are one for each page kind that needs more
    style = "\n".join((folder / name).read_text(encoding="utf-8") for name in sheets)
    scripts = (Asset(path, (folder / PurePosixPath(path).name).read_bytes()) for path in (SCRIPT, CHARTS))
    return Asset(STYLE, (style + of_site).encode()), *scripts


def image_path(journey: str, file: str) -> str:
    """Where a picture of a journey stands on the site: by its digest, as names of files may hold anything."""
    return f"assets/cxsite/{journey}-{sha256(file.encode()).hexdigest()[:12]}{PurePosixPath(file).suffix.lower()}"


def image_assets(images: Mapping[tuple[str, str], bytes]) -> tuple[Asset, ...]:
    """The pictures to serve, by journey and file."""
    return tuple(Asset(image_path(*named), content) for named, content in images.items())
