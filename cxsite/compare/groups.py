"""Files that are one thing: those of a journey, those of a library; and which of them could not be read."""

from __future__ import annotations

from functools import lru_cache

from cxsite.check.levels import journey_of
from cxsite.diagnostics import Diagnostic, Severity
from cxsite.load.content import Content
from cxsite.load.libraries import library_of
from cxsite.model.portfolio import LIBRARIES
from cxsite.project import JOURNEYS, METRICS, SETTINGS


@lru_cache(1 << 16)
def group_of(file: str) -> str:
    """`journeys/join` for all files of a journey, `journeys/actions` for those of a library; else the file itself."""
    if not file.startswith(f"{JOURNEYS}/"):
        return file
    return f"{JOURNEYS}/{library_of(file) or journey_of(file)}"


def is_shared(group: str) -> bool:
    """False for a journey."""
    top, _, name = group.partition("/")
    return top != JOURNEYS or name in LIBRARIES


def lost_groups(content: Content) -> dict[str, Diagnostic]:
    """What is there and has no shape, by its group, with the first error that says why."""
    portfolio, found = content.portfolio, dict[str, Diagnostic]()
    for trouble in content.diagnostics:
        file = trouble.span.file
        if trouble.severity is Severity.ERROR and _is_lost(file, content):
            found.setdefault(group_of(file), trouble)
    for journey in portfolio.unread:
        found.setdefault(f"{JOURNEYS}/{journey}", next(iter(_about(content, journey))))
    return found


def _is_lost(file: str, content: Content) -> bool:
    portfolio = content.portfolio
    if file in content.unread_tables:
        return True
    if file.startswith(f"{METRICS}/"):
        return not portfolio.all_metrics and file.endswith(".yml")
    if not file.startswith(f"{JOURNEYS}/"):
        return file == SETTINGS
    library = library_of(file)
    return library not in portfolio.libraries if library else journey_of(file) in portfolio.unread


def _about(content: Content, journey: str) -> list[Diagnostic]:
    return [one for one in content.diagnostics if journey_of(one.span.file) == journey] or list(content.diagnostics)
