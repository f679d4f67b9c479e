"""Under a content security policy that allows only files of the site: no inline style or script of ours is missed."""

from __future__ import annotations

import base64
import functools
import hashlib
import http.server
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from browser_support import watched
from kinds import pages_of
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

SCRIPT = re.compile(rb"<script(?![^>]*(?:src=|application/json))[^>]*>(.*?)</script>", re.DOTALL)
POLICY = (
    "default-src 'none'; script-src 'self' {theme}; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'"
)
"""`data:` are the theme's icons, which its style sheet draws as masks."""


def theme_scripts(page: bytes) -> list[bytes]:
    """The inline scripts of a page that stand outside of the article: the theme's, allowed by their digest."""
    before, _, rest = page.partition(b"<article")
    return SCRIPT.findall(before) + SCRIPT.findall(rest.partition(b"</article>")[2])


@contextmanager
def strictly_served(folder: Path) -> Iterator[str]:
    """The folder, each page with a policy that allows its theme's own scripts and no others."""

    class Strict(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None: ...

        def end_headers(self) -> None:
            path = Path(self.translate_path(self.path))
            path = path / "index.html" if path.is_dir() else path
            found = theme_scripts(path.read_bytes()) if path.suffix == ".html" and path.is_file() else []
            digests = (base64.b64encode(hashlib.sha256(script).digest()).decode() for script in found)
            self.send_header("Content-Security-Policy", POLICY.format(theme=" ".join(f"'sha256-{d}'" for d in digests)))
            super().end_headers()

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Strict, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()


@pytest.mark.looks
def test_every_kind_of_page_is_whole_under_a_policy_without_inline_styles_and_scripts(
    built: Callable[..., Path], chromium: Browser
) -> None:
    site = built("")
    with strictly_served(site) as base, watched(chromium, base, viewport={"width": 1440, "height": 900}) as seen:
        seen.page.add_init_script(
            "window.refused = []; document.addEventListener('securitypolicyviolation', (event) =>"
            " window.refused.push(`${event.effectiveDirective} ${event.sample} ${event.target.outerHTML?.slice(0, 90)}`))"
        )
        refused = {}
        for kind, address in pages_of(site).items():
            seen.page.goto(base + address)
            seen.page.wait_for_timeout(100)
            refused[kind] = seen.page.evaluate("window.refused")
        assert {kind: found for kind, found in refused.items() if found} == {}
        seen.page.goto(base + "join/")
        assert seen.page.evaluate("getComputedStyle(document.querySelector('.cx-phases')).display") == "grid"
        assert seen.page.locator("[data-cx-print]").is_visible(), "our script runs"


def test_no_page_of_ours_has_a_style_attribute_a_style_element_or_a_script_in_its_article(
    built: Callable[..., Path],
) -> None:
    site = built("")
    for address in pages_of(site).values():
        page = (site / address / "index.html").read_text(encoding="utf-8")
        article = page.partition("<article")[2].partition("</article>")[0]
        assert re.findall(r"<[^>]*\sstyle=[^>]*>|<style|<script|\son[a-z]+=", article) == []
