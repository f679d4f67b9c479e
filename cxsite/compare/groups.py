"""Files that are one thing: those of a journey, those of a library; and which of them could not be read."""

from __future__ import annotations

from collections.abc import Container
from functools import lru_cache
from pathlib import PurePosixPath

from cxsite.check.levels import journey_of
from cxsite.diagnostics import Diagnostic, Severity
from cxsite.load.content import Content
from cxsite.load.journeys import target_of
from cxsite.load.languages import is_translation
from cxsite.load.libraries import library_of
from cxsite.model.portfolio import LIBRARIES, Portfolio
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


def is_among(file: str, groups: Container[str]) -> bool:
    """True for a file of one of these groups, or one that is lost by itself."""
    return file in groups or group_of(file) in groups


def lost_groups(content: Content) -> dict[str, Diagnostic]:
    """What is there and has no shape, by its group, with the first error that says why.

    A target or a translation that cannot be read is lost by itself, under the name of its file.
    """
    portfolio, found = content.portfolio, dict[str, Diagnostic]()
    for trouble in content.diagnostics:
        file = trouble.span.file
        if trouble.severity is Severity.ERROR and _is_lost(file, content):
            found.setdefault(group_of(file), trouble)
        elif trouble.severity is Severity.ERROR and _is_lost_part(file, portfolio):
            found.setdefault(file, trouble)
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


def _is_lost_part(file: str, portfolio: Portfolio) -> bool:
    """True for the file of a target or of a translation that its journey does not have."""
    if not file.startswith(f"{JOURNEYS}/") or library_of(file):
        return False
    key = journey_of(file)
    if is_translation(file):
        return PurePosixPath(file).stem not in portfolio.translations.get(key, {})
    target, journey = target_of(file), portfolio.journey_by_id.get(key)
    return bool(target and journey and target not in journey.targets)


def _about(content: Content, journey: str) -> list[Diagnostic]:
    return [one for one in content.diagnostics if journey_of(one.span.file) == journey] or list(content.diagnostics)
