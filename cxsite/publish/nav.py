"""Where generated pages go among those that authors wrote."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Any

from cxsite.errors import PageClashError
from cxsite.pages.plan import HOME, Page

OTHER_HOME = "portfolio/index.md"
TITLE = "Journeys"


def _address(path: str) -> str:
    """Where a Markdown file is published: `join.md`, `join/index.md` and `join/README.md` are one page."""
    pure = PurePosixPath(path)
    return str(pure.parent if pure.stem in ("index", "README") else pure.with_suffix(""))


def choose_home(authored: Iterable[str]) -> str:
    """Where the portfolio stands: the site's front page, unless authors wrote one themselves."""
    return OTHER_HOME if any(_address(path) == "." for path in authored) else HOME


def collisions(pages: Iterable[Page], authored: Iterable[str]) -> tuple[PageClashError, ...]:
    """Generated pages whose address another page already has, authored or generated."""
    taken = {_address(path): f"docs/{path}" for path in authored}
    clashes: list[PageClashError] = []
    for page in pages:
        address = _address(page.path)
        if address in taken:
            message = f"`{taken[address]}` stands where the page `{page.path}` is published"
            clashes.append(PageClashError(message, "rename one of them"))
        taken.setdefault(address, page.path)
    return tuple(clashes)


def neighbours(pages: Iterable[Page]) -> Iterator[tuple[Page, str, str]]:
    """Each leaf page with the page before it, and the one after it, empty behind the last.

    Pages of one parent follow one another; before the first of them stands the parent.
    """
    families: dict[str, list[Page]] = {}
    for page in pages:
        if page.parent:
            families.setdefault(page.parent, []).append(page)
    for parent, leaves in families.items():
        paths = [parent, *(leaf.path for leaf in leaves), ""]
        yield from ((leaf, paths[index], paths[index + 2]) for index, leaf in enumerate(leaves))


def unclaimed(pages: Iterable[Page], authored: Iterable[str]) -> tuple[Page, ...]:
    """The pages at whose address no authored page stands."""
    taken = {_address(path) for path in authored}
    return tuple(page for page in pages if _address(page.path) not in taken)


def with_home(nav: list[Any] | None, home: str) -> list[Any] | None:
    """The authored navigation with the portfolio in it, in front unless the author placed it."""
    if nav is None or home in _targets(nav):
        return nav
    return [{TITLE: home}, *nav]


def with_overviews(nav: list[Any] | None, home: str, pages: Iterable[Page]) -> list[Any] | None:
    """The same, with the other overviews behind all that is there, unless the author placed them."""
    if (found := with_home(nav, home)) is None:
        return None
    placed = set(_targets(found))
    return [*found, *({page.title: page.path} for page in pages if page.in_nav and page.path not in placed)]


def _targets(nav: Any) -> Iterator[str]:
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, dict):
        for value in nav.values():
            yield from _targets(value)
    elif isinstance(nav, list):
        for value in nav:
            yield from _targets(value)
