"""What the tests of drawings share: a reader of their coordinates, checks that hold for each, and golden files."""

from __future__ import annotations

import os
import re
import xml.etree.ElementTree as ET
from pathlib import Path

from cxsite.draw.twin import Twin

GOLDEN = Path(__file__).parent / "golden"
SVG = "{http://www.w3.org/2000/svg}"


def assert_golden(name: str, svg: str) -> None:
    """The drawing is the kept one, byte for byte. With CXSITE_GOLDEN=write it is kept anew."""
    path = GOLDEN / f"{name}.svg"
    if os.environ.get("CXSITE_GOLDEN") == "write":
        path.parent.mkdir(exist_ok=True)
        path.write_text(svg + "\n", encoding="utf-8")
    assert svg + "\n" == path.read_text(encoding="utf-8"), f"{path.name}: look at the drawing, then keep it"


def assert_fit_for_a_page(svg: str, twin: Twin) -> ET.Element:
    """Well-formed, named, coloured by variables, without inline styles, shared ids or numbers that are none."""
    root = ET.fromstring(svg)
    assert root.get("role") == "img"
    assert root.get("aria-label") == twin.name != ""
    assert root.get("aria-description") == twin.description == root.findtext(f"{SVG}desc") != ""
    assert not re.search(r"""\sstyle=|<style|<script|\bon\w+=|(?:^|[\s",])(?:NaN|-?inf)\b|#[0-9a-fA-F]{3,8}\b""", svg)
    paints = {v for e in root.iter() for k, v in e.attrib.items() if k in ("fill", "stroke")}
    assert all(re.fullmatch(r"none|transparent|var\(--cx-[a-z0-9-]+\)", paint) for paint in paints), paints
    assert all(len(row) == len(twin.columns) for row in twin.rows)
    return root


def texts(root: ET.Element) -> list[str]:
    """Every text that is drawn."""
    return ["".join(e.itertext()) for e in root.iter(f"{SVG}text")]
