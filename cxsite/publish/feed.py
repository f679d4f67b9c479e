"""The feed with whole addresses, as feed readers want them; left out of a site that does not say its own address."""

from __future__ import annotations

import re
from dataclasses import replace
from html import escape

from cxsite.pages.feed import FEED, SITE_NAME
from cxsite.pages.plan import LINK, Page, Site

_PLACES = re.compile(rf'(href="|href=&#34;|<id>){LINK}([^"#&<]*)')
_NAMES = re.compile(rf"(<title>|<name>){SITE_NAME}")
_LED = re.compile(rf' ?<a class="cx-feed" href="{LINK}{FEED}">[^<]*</a>')
"""The link that leads to it."""


def with_feed(site: Site, site_url: str | None, name: str) -> Site:
    """The site with its feed finished. `site_url` and `name` are those of mkdocs.yml; without an address there is
    neither the feed nor a link to it."""
    if not site_url:
        pages = tuple(map(_without_link, site.pages))
        return replace(site, pages=pages, assets=tuple(asset for asset in site.assets if asset.path != FEED))
    assets = (
        replace(asset, content=_finished(asset.content.decode(), site_url, name).encode())
        if asset.path == FEED
        else asset
        for asset in site.assets
    )
    return replace(site, assets=tuple(assets))


def _finished(text: str, site_url: str, name: str) -> str:
    """Pages are named as `join/`, which every server and every style of addresses leads to."""
    base = escape(site_url.rstrip("/"))
    placed = _PLACES.sub(lambda found: f"{found[1]}{base}/{found[2].replace('index.md', '')}", text)
    return _NAMES.sub(lambda found: f"{found[1]}{escape(name)}", placed)


def _without_link(page: Page) -> Page:
    if not any("cx-feed" in part.html for part in page.parts):
        return page
    return replace(page, parts=tuple(replace(part, html=_LED.sub("", part.html)) for part in page.parts))
