"""axe-core on a page: what is wrong, and the contrasts it leaves open, worked out."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
SETTLE = (Path(__file__).parent / "contrast.js").read_text(encoding="utf-8")
RUN = """async (options) => {
  const found = await axe.run(document, {resultTypes: ["violations", "incomplete"], ...options});
  const said = (rules) => rules.map((rule) => [rule.id, rule.nodes.map((node) => node.target.join(" "))]);
  return {wrong: said(found.violations), open: said(found.incomplete)};
}"""
ALL: dict[str, Any] = {}
COLOURS: dict[str, Any] = {"runOnly": ["color-contrast", "link-in-text-block"]}


def wrong_on(page: Page, rules: dict[str, Any]) -> list[str]:
    """What axe finds wrong on the page, what it leaves open, and the texts that do not stand out of those it leaves."""
    page.evaluate(AXE)
    found = page.evaluate(RUN, rules)
    contrasts = [target for rule, targets in found["open"] if rule == "color-contrast" for target in targets]
    wrong = [f"{rule}: {target}" for rule, targets in found["wrong"] for target in targets]
    wrong += [
        f"undecided {rule}: {target}"
        for rule, targets in found["open"]
        for target in targets
        if rule != "color-contrast"
    ]
    return wrong + page.evaluate(SETTLE, contrasts)
