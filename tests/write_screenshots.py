"""Takes pictures of a built site, page by page and look by look, to be looked at: `make screenshots`.

    python tests/write_screenshots.py [--site DIR] [--out DIR] [--only TEXT] [--looks light,dark,phone,print]

Writes `<page>-<look>.png`, one for each page kind of the site unless `--only` names others.
"""

from __future__ import annotations

import argparse
import functools
import http.server
import os
import re
import socketserver
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

sys.path.insert(0, str(Path(__file__).parent))
from browser_support import CHROMIUM_FLAGS
from kinds import pages_of

ROOT = Path(__file__).parents[1]
LOOKS: dict[str, dict[str, Any]] = {
    "light": {"viewport": {"width": 1440, "height": 900}},
    "dark": {"viewport": {"width": 1440, "height": 900}, "color_scheme": "dark"},
    "phone": {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2, "has_touch": True},
    "tablet": {"viewport": {"width": 768, "height": 1024}},
    "wide": {"viewport": {"width": 2560, "height": 1300}},
    "forced": {"viewport": {"width": 1440, "height": 900}, "forced_colors": "active"},
    "nojs": {"viewport": {"width": 1440, "height": 900}, "java_script_enabled": False},
    "text200": {"viewport": {"width": 1440, "height": 900}},
    "print": {"viewport": {"width": 1440, "height": 900}},
}


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The folder on a free port of this machine."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *arguments: object) -> None: ...

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


def pages(site: Path, only: str) -> list[str]:
    """The page of each kind that says most, or those that are named, as `join/target`; the front page is `.`."""
    if not only:
        return [address.removesuffix("/") or "." for address in pages_of(site).values()]
    names = sorted(path.parent.relative_to(site).as_posix() for path in site.rglob("index.html"))
    return [name for name in names if any(re.fullmatch(one, name) for one in only.split(","))]


def shoot(browser: Browser, base: str, name: str, look: str, out: Path, top: int, height: int) -> None:
    """One picture of the whole page; of print, of its pages as the printer gets them."""
    context = browser.new_context(**LOOKS[look])
    page = context.new_page()
    page.goto(base + ("" if name == "." else f"{name}/"))
    if look == "text200":
        page.add_style_tag(content="html{font-size:200%!important}")
    page.wait_for_timeout(250)
    file = out / f"{(name if name != '.' else 'home').replace('/', '--')}-{look}"
    if look == "print":
        page.pdf(path=f"{file}.pdf", prefer_css_page_size=True, print_background=True)
        subprocess.run(["pdftoppm", "-r", "60", "-png", f"{file}.pdf", str(file)], check=False)
    else:
        size = LOOKS[look]["viewport"]["width"]
        part: Any = {"clip": {"x": 0, "y": top, "width": size, "height": height}} if height else {}
        page.screenshot(path=f"{file}.png", full_page=True, **part)
    context.close()


def main() -> None:
    """Takes all pictures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--site", type=Path, default=ROOT / "site")
    options.add_argument("--out", type=Path, default=ROOT / "test-results" / "screenshots")
    options.add_argument("--only", default="", help="pages by name, as regular expressions with commas between")
    options.add_argument("--looks", default="light,dark,phone,print")
    options.add_argument("--top", type=int, default=0, help="pixels to leave out above")
    options.add_argument("--height", type=int, default=0, help="pixels to show; all of them where it is left out")
    chosen = options.parse_args()
    chosen.out.mkdir(parents=True, exist_ok=True)
    with served(chosen.site) as base, sync_playwright() as play:
        executable = os.environ.get("CXSITE_CHROMIUM") or "/usr/bin/chromium"
        browser = play.chromium.launch(executable_path=executable, args=CHROMIUM_FLAGS)
        for name in pages(chosen.site, chosen.only):
            for look in chosen.looks.split(","):
                shoot(browser, base, name, look, chosen.out, chosen.top, chosen.height)
                print(f"{name} {look}", flush=True)
        browser.close()


if __name__ == "__main__":
    main()
