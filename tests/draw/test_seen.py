"""The drawings as a real Chromium shows them: no text is cut off, none lies on another, and each has its name."""

from __future__ import annotations

import os
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from .drawn import GOLDEN

pytestmark = pytest.mark.browser

NAMES = sorted(path.stem for path in GOLDEN.glob("*.svg"))
PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>t</title><style>{css}
@font-face {{ font-family: Roboto; src: url(data:font/ttf;base64,{font}) }}
body {{ margin: 0; padding: 8px; background: var(--cx-card); font-family: Roboto }}
.box {{ display: block; width: {width}px; max-width: 100% }} .cx-mark {{ display: block }}</style>
<body data-md-color-scheme="{scheme}"><div class="cx"><div class="box">{svg}</div></div></body></html>"""
MEASURE = """() => [...document.querySelectorAll('.box > svg')].flatMap((svg, n) => {
  const frame = svg.getBoundingClientRect();
  return [...svg.querySelectorAll('text')].filter(t => t.textContent.trim()).map(t => {
    const r = t.getBoundingClientRect();
    return {n, text: t.textContent, left: r.left, right: r.right, top: r.top, bottom: r.bottom,
            out: Math.max(frame.left - r.left, r.right - frame.right, frame.top - r.top, r.bottom - frame.bottom),
            size: parseFloat(getComputedStyle(t).fontSize) * (svg.viewBox.baseVal?.width ? frame.width / svg.viewBox.baseVal.width : 1)};
  });
})"""


def width_of(name: str, screen: int) -> int:
    """The room a drawing has on a screen: a map's columns keep a width at which they can be read, and scroll."""
    if name.startswith(("emotion", "handoffs")):
        return max(screen - 16, 640)
    if name.startswith("effort-step"):
        return 72
    if name.startswith("effort"):
        return min(screen - 16, 300)
    return min(screen - 16, 340 if name.endswith("narrow") else 720)


def overlap(a: dict[str, Any], b: dict[str, Any]) -> float:
    """How far two boxes lie on one another, in pixels; the space above and below letters does not count."""
    across = min(a["right"], b["right"]) - max(a["left"], b["left"])
    down = min(a["bottom"], b["bottom"]) - max(a["top"], b["top"]) - 4
    return min(across, down)


def show(chromium: Browser, name: str, screen: int, scheme: str, shots: Path | None = None) -> list[dict[str, Any]]:
    import base64

    css = (files("cxsite.pages") / "assets" / "cx.css").read_text(encoding="utf-8")
    font = base64.b64encode((files("cxsite.draw") / "fonts" / "roboto-latin-400.ttf").read_bytes()).decode()
    page = chromium.new_page(viewport={"width": screen, "height": 700})
    try:
        svg = (GOLDEN / f"{name}.svg").read_text(encoding="utf-8")
        page.set_content(PAGE.format(css=css, font=font, scheme=scheme, svg=svg, width=width_of(name, screen)))
        page.evaluate("document.fonts.ready")
        if shots:
            page.locator(".box").screenshot(path=shots / f"{name}-{screen}-{scheme}.png")
        return list(page.evaluate(MEASURE))
    finally:
        page.close()


@pytest.mark.parametrize("screen", [pytest.param(1440, marks=pytest.mark.looks), 390])
@pytest.mark.parametrize("name", NAMES)
def test_no_text_is_cut_off_too_small_or_on_another(chromium: Browser, name: str, screen: int) -> None:
    if name.endswith("wide") and screen == 390:
        pytest.skip("a page shows the narrow drawing there")
    shots = Path(kept) if (kept := os.environ.get("CXSITE_SHOTS")) else None
    seen = show(chromium, name, screen, "default", shots)
    if shots:
        show(chromium, name, screen, "slate", shots)
    assert [(t["text"], round(t["out"], 1)) for t in seen if t["out"] > 1] == []
    assert [t["text"] for t in seen if t["size"] < 11] == []
    pairs = [(a, b) for i, a in enumerate(seen) for b in seen[i + 1 :] if a["n"] == b["n"]]
    # A number and the ground below it are the same text at the same place.
    others = [
        (a, b) for a, b in pairs if not (a["text"] == b["text"] and (a["left"], a["top"]) == (b["left"], b["top"]))
    ]
    assert [(a["text"], b["text"]) for a, b in others if overlap(a, b) > 1] == []


def test_a_drawing_has_its_name_and_its_sentences_in_the_accessibility_tree(chromium: Browser) -> None:
    page = chromium.new_page()
    try:
        page.set_content((GOLDEN / "emotion-current.svg").read_text(encoding="utf-8"))
        nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
        (image,) = [node for node in nodes if node.get("role", {}).get("value") == "image" and not node["ignored"]]
        assert image["name"]["value"] == "Emotion curve: Get connected"
        assert image["description"]["value"].startswith("Current: lowest −1.7 at “Calls”")
    finally:
        page.close()
