"""Page kinds, one a module. Each offers `pages(desk)`: all its pages for a portfolio."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

from cxsite.pages.desk import Desk
from cxsite.pages.plan import Page


def all_pages(desk: Desk) -> tuple[Page, ...]:
    """Every page: the portfolio first, then those of each kind, siblings in the order of their rank."""
    return tuple(sorted(_made(desk), key=lambda page: (bool(page.parent), page.parent, page.rank)))


def _made(desk: Desk) -> Iterator[Page]:
    for module in sorted(module.name for module in pkgutil.iter_modules(__path__)):
        yield from importlib.import_module(f"{__name__}.{module}").pages(desk)
