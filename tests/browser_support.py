"""What the tests with a browser share: a page that is watched, and what a reader finds on it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from playwright.sync_api import Browser, Page

CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@dataclass
class Watched:
    """A page, and everything that should not happen on it."""

    page: Page
    base: str
    trouble: list[str] = field(default_factory=list)


@contextmanager
def watched(browser: Browser, base: str, **context: Any) -> Iterator[Watched]:
    """A fresh page; errors, warnings, failed requests and requests elsewhere are noted, and looked at by the end."""
    made = browser.new_context(**context)
    page = made.new_page()
    seen = Watched(page, base)
    page.on("console", lambda m: seen.trouble.append(f"{m.type}: {m.text}") if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda problem: seen.trouble.append(f"page error: {problem}"))

    def requested(request: Any) -> None:
        if not request.url.startswith((base, "data:", "blob:")):
            seen.trouble.append(f"request elsewhere: {request.url}")

    page.on("request", requested)
    page.on("response", lambda r: seen.trouble.append(f"{r.status}: {r.url}") if r.status >= 400 else None)
    try:
        yield seen
    finally:
        made.close()
    assert seen.trouble == []


ARTICLE = """() => {
  const article = document.querySelector("article.md-content__inner");
  const text = (e) => e.textContent.replace(/\\s+/g, " ").replace(/¶/g, "").trim();
  const all = (css) => [...article.querySelectorAll(css)];
  const ours = (e) => e.id !== "__skip";
  return {
    headings: all("h1, h2, h3, h4").map((e) => [e.localName, e.id, text(e)]),
    ids: all("[id]").filter(ours).map((e) => e.id),
    drawings: all("svg").filter((e) => !e.closest(".headerlink, .md-icon")).map((e) => e.outerHTML),
    labels: all("[aria-label]").map((e) => [e.localName, e.getAttribute("aria-label")]),
    cells: all("th, td").map(text),
    links: all("a[href]").map((e) => [text(e), e.getAttribute("href")]),
    text: text(article),
    shape: all("cx-part *:not(svg *)").map((e) => `${e.localName}.${e.className.baseVal ?? e.className}`),
  };
}"""


def article(page: Page, url: str) -> dict[str, Any]:
    """What the article of a page holds."""
    page.goto(url)
    found: dict[str, Any] = page.evaluate(ARTICLE)
    return found


def place(base: str, address: str) -> str:
    """An address below `base` as `outpatient/#map`, without the query that a search adds."""
    parts = urlsplit(urljoin(base, address))
    path = parts.path.removesuffix("index.html").lstrip("/")
    return path + (f"#{unquote(parts.fragment)}" if parts.fragment else "")


def find_with_material(page: Page, base: str, query: str) -> set[tuple[str, str]]:
    """The sections that Material's search offers, by title and place."""
    page.goto(base)
    field = page.locator("[data-md-component=search-query]")
    field.focus()
    field.fill(query)
    field.press("End")
    meta = page.locator(".md-search-result__meta")
    meta.filter(has_text=re.compile(r"\d+ matching|No matching")).wait_for(state="attached", timeout=10_000)
    hits = page.locator("[data-md-component=search-result] a.md-search-result__link")
    found: list[list[str]] = hits.evaluate_all(
        "hits => hits.map((e) => [e.querySelector('h1, h2').textContent.trim(), e.getAttribute('href')])"
    )
    return {(title, place(base, href)) for title, href in found}


def find_with_zensical(page: Page, base: str, query: str) -> set[tuple[str, str]]:
    """The sections that Zensical's search offers, by title and place."""
    page.goto(base)
    page.locator("button.md-search__button").first.click()
    page.locator("dialog[aria-label='Search'][open]").wait_for()
    page.locator("input[role=combobox]").fill(query)
    hits = page.locator("ol[role=listbox] a[role=option]")
    hits.first.wait_for(timeout=10_000)
    found: list[list[str]] = hits.evaluate_all(
        "hits => hits.map((e) => [e.querySelector('h2').textContent.trim(), e.getAttribute('href')])"
    )
    return {(title, place(base, href)) for title, href in found}
