"""A Vega-Lite chart to an inline SVG that belongs on our pages: our colours and font, no ids that collide, no noise."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from cxsite.draw.palette import to_variables
from cxsite.draw.twin import HIDDEN

FONT = "Roboto"
_FONTS = Path(__file__).parent / "fonts"

_IDS = re.compile(r"\b(clip|gradient)(\d+)\b")
_TAGS = re.compile(r"<[^>]*>")
_DECIMALS = re.compile(r"(\.\d\d)\d+")
_ATTRIBUTES = re.compile(r' (?:aria-[a-z]+|role|font-family|xmlns:xlink|version|class)="[^"]*"')
_OPENING = re.compile(r'<svg\b[^>]*?viewBox="(?P<box>[^"]*)"[^>]*>')


@cache
def _converter() -> Any:
    """vl-convert with our font, so that text is measured alike on every machine. Starts V8: never fork after it."""
    import vl_convert

    vl_convert.register_font_directory(str(_FONTS))
    return vl_convert


def compiled(spec: dict[str, Any]) -> dict[str, Any]:
    """The Vega spec of a Vega-Lite one: a third of the work of a drawing, and the same whatever its named data hold."""
    made: dict[str, Any] = _converter().vegalite_to_vega(spec)
    return made


def with_data(spec: dict[str, Any], datasets: Mapping[str, Any]) -> dict[str, Any]:
    """A Vega spec with rows for its named data."""
    data = [{**one, "values": datasets[one["name"]]} if one["name"] in datasets else one for one in spec["data"]]
    return {**spec, "data": data}


def render(spec: dict[str, Any], prefix: str) -> str:
    """The SVG of a Vega spec. Nothing is fetched; `prefix` keeps its ids apart from other drawings'."""
    return clean(_converter().vega_to_svg(spec, allowed_base_urls=[]), prefix)


def clean(svg: str, prefix: str) -> str:
    """The drawing as it stands on a page: hidden from assistive technology, which has the words beside it."""
    names: dict[str, str] = {}  # the converter counts on from chart to chart; ours begin anew in each
    svg = _IDS.sub(lambda found: names.setdefault(found[0], f"{prefix}-{found[1]}{len(names)}"), svg)
    svg = to_variables(_ATTRIBUTES.sub("", svg))
    svg = _TAGS.sub(lambda tag: _DECIMALS.sub(r"\1", tag[0]), svg)  # coordinates, not the numbers people read
    return _OPENING.sub(lambda m: opening(m["box"]), svg, count=1).strip()


def opening(box: str, more: str = "") -> str:
    """How every chart begins; `more` are attributes."""
    return f'<svg class="cx-chart" viewBox="{box}" xmlns="http://www.w3.org/2000/svg"{more} {HIDDEN}>'
