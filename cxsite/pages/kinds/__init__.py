"""Page kinds, one a module. Each offers `pages(desk)`: all its pages for a portfolio."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable

from cxsite.pages.beside import begin, may_fork
from cxsite.pages.desk import Desk
from cxsite.pages.plan import Page

LARGE = 50
"""Journeys from which on a second process is worth its start."""
BESIDE = frozenset({"compare", "metric", "target"})
"""Kinds that together take about half of the time, and that work out much the same."""


def all_pages(desk: Desk) -> tuple[Page, ...]:
    """Every page: the portfolio first, then those of each kind, siblings in the order of their rank."""
    return tuple(sorted(_made(desk), key=lambda page: (bool(page.parent), page.parent, page.rank)))


def _made(desk: Desk) -> list[Page]:
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    if len(desk.atlas.journeys) < LARGE or not may_fork():
        found = _of_kinds(desk, names)
    else:
        others = begin(lambda: (_of_kinds(desk, BESIDE), desk.studio.tally))
        found = _of_kinds(desk, [name for name in names if name not in BESIDE])
        further, tally = others()
        desk.studio.add(tally)
        found |= further
    return [page for name in names for page in found[name]]


def _of_kinds(desk: Desk, names: Iterable[str]) -> dict[str, list[Page]]:
    return {name: list(importlib.import_module(f"{__name__}.{name}").pages(desk)) for name in names}
