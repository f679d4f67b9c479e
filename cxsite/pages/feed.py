"""What changed lately as an Atom feed (RFC 4287): an entry for each commit, in the words that the first page has.

Who made a commit is not said: the author of all of it is the site.
"""

from __future__ import annotations

from uuid import UUID, uuid5

from cxsite.compare.history import Entry
from cxsite.pages.desk import Desk
from cxsite.pages.plan import Asset
from cxsite.pages.render import render

FEED = "feed.xml"
SITE_NAME = "cx:site-name"
"""Stands for the name of the site, which whoever publishes knows, as they know the addresses of pages."""
TOLD = 30
"""Commits that the first page and the feed tell."""
_ENTRIES = UUID("03abb537-2ecf-4740-b013-40026d4bb6f0")
"""The space of names in which ids of entries are made (RFC 9562): one commit, one id, wherever the site stands."""


def feed_of(desk: Desk) -> tuple[Asset, ...]:
    """The feed, with links between pages as all pages have them; none where no change is known."""
    entries = desk.history.entries[:TOLD]
    if not entries:
        return ()
    made = render("feed", desk=desk, entries=entries, id_of=_id_of, file=FEED, name=SITE_NAME)
    return (Asset(FEED, f'<?xml version="1.0" encoding="utf-8"?>\n{made}\n'.encode()),)


def _id_of(entry: Entry) -> str:
    return uuid5(_ENTRIES, entry.commit.id).urn
