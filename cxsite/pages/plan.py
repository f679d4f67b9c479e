"""What a page is before any site engine sees it."""

from __future__ import annotations

from dataclasses import dataclass, field

from cxsite.ledger import Ledger

HOME = "index.md"
"""Where the portfolio stands, unless authors wrote a front page themselves."""
LINK = "cx:"
"""Links between pages are written `cx:join/index.md#step-moved`; whoever publishes knows the addresses."""
SOURCE = "cxsrc:"
"""Links to where something was written: `cxsrc:journeys/join.yml:12`; whoever publishes knows the repository."""

COMMIT = "cxcommit:"
"""Links to commits: `cxcommit:4f2c…`; whoever publishes knows the forge."""


@dataclass(frozen=True)
class Part:
    """A section of a page: its heading (none at the top), what search may find in it, and its HTML.

    Headings become the table of contents and the search sections; the HTML is kept out of search.
    """

    id: str
    heading: str
    search: str
    html: str


@dataclass(frozen=True)
class Page:
    """A page: where it stands, what it is called, its sections, and the ids that links may point at.

    `path` is that of its Markdown stub, `join/index.md`. Leaf pages have a `parent` and stay out of the navigation;
    those of one parent follow one another by `rank`, then in the order in which they were made. `source` is where the
    thing it is about was written, as `journeys/join.yml:3`.
    """

    path: str
    title: str
    description: str
    parts: tuple[Part, ...]
    anchors: frozenset[str] = field(default=frozenset())
    parent: str = ""
    rank: int = 0
    source: str = ""
    heading: str = ""
    """What stands above the page where that is more than its name: a finding."""

    @property
    def in_nav(self) -> bool:
        """True for overviews: a site of 1,000 journeys cannot list each in the navigation of every page."""
        return not self.parent


@dataclass(frozen=True)
class Asset:
    """A file that the site serves beside its pages, such as the style sheet."""

    path: str
    content: bytes


@dataclass(frozen=True)
class Site:
    """Everything to publish: pages, assets, and what was counted on the way."""

    pages: tuple[Page, ...]
    assets: tuple[Asset, ...]
    ledger: Ledger
