"""A site that opens from a folder, without a server: pages are files, and search comes with its index.

Browsers start no worker for a page from disk, so the theme's search asks for a stand-in that runs it in a frame. The
one it would load from elsewhere is not needed: ours comes with the site, under the name by which engines know it.
"""

from __future__ import annotations

import os
from importlib.resources import files
from pathlib import Path
from typing import Any

ASKED = "CXSITE_OFFLINE"
"""Set to `1` for an engine that runs in a process of its own."""
WORKER = "assets/cxsite/iframe-worker.js"
PLUGIN = "offline"
"""What Zensical calls it."""


def asked() -> bool:
    """Whether this process is to make such a site."""
    return os.environ.get(ASKED) == "1"


def worker() -> bytes:
    """The stand-in for a worker."""
    return (files("cxsite.publish") / "iframe-worker.js").read_bytes()


def prepare(config: Any) -> None:
    """MkDocs' configuration: each page is a file of its own, `join/index.html`, and so is every link to it."""
    config.use_directory_urls = False
    config.extra["polyfills"] = [*config.extra.get("polyfills", []), WORKER]


def finish(site: Path) -> None:
    """What the theme reads from disk in a finished site: the stand-in, and the index of search as a script."""
    target = site / WORKER
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(worker())
    index = site / "search" / "search_index.json"
    if index.is_file():
        text = index.read_text(encoding="utf-8")
        index.with_suffix(".js").write_text(f"var __index = {text}", encoding="utf-8")


def derived(config: dict[str, Any]) -> dict[str, Any]:
    """The same for Zensical, as it is written down."""
    extra = config.get("extra") or {}
    polyfills = [*(extra.get("polyfills") or []), WORKER]
    plugins = config.get("plugins") or ["search"]
    plugins = {**plugins, PLUGIN: {}} if isinstance(plugins, dict) else [*plugins, PLUGIN]
    return {**config, "use_directory_urls": False, "extra": {**extra, "polyfills": polyfills}, "plugins": plugins}
