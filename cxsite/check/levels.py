"""How much each diagnostic weighs in this project: levels from `cxsite.yml`, and drafts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import PurePosixPath

from cxsite.check.catalogue import firm_codes
from cxsite.diagnostics import Diagnostic, Severity
from cxsite.model.portfolio import Portfolio
from cxsite.project import JOURNEYS

_OF_WORD = {severity.word: severity for severity in Severity}


def levelled(diagnostics: Iterable[Diagnostic], portfolio: Portfolio) -> list[Diagnostic]:
    """The diagnostics with the weight this project gives them; what it turned off is left out.

    In a draft, warnings are notes. Firm codes stay as they are.
    """
    rules = portfolio.settings.rules
    levels = {code: level for code, level in rules.items() if code not in firm_codes()} if rules else {}
    drafts = frozenset(journey.key for journey in portfolio.journeys if journey.status == "draft")
    weighed = []
    for diagnostic in diagnostics:
        level = levels.get(diagnostic.code)
        if level == "off":
            continue
        severity = _OF_WORD[level] if level else diagnostic.severity
        if severity is Severity.WARNING and journey_of(diagnostic.span.file) in drafts:
            severity = Severity.NOTE
        weighed.append(diagnostic if severity is diagnostic.severity else replace(diagnostic, severity=severity))
    return weighed


def journey_of(file: str) -> str:
    """The id of the journey that a file belongs to, by its name; empty for other files."""
    parts = PurePosixPath(file).parts
    if len(parts) < 2 or parts[0] != JOURNEYS:
        return ""
    return parts[1].removesuffix(".yml") if len(parts) == 2 else parts[1]
