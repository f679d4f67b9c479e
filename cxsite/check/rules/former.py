"""Former ids in tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from cxsite.check.rule import Rule, Subject
from cxsite.diagnostics import Diagnostic, Related, Severity, count_of
from cxsite.measure.former import FormerUse


class TablesUseFormerIds(Rule):
    """A table names something by an id it had before.

    `formerly:` keeps old ids working, so its rows count as before. The table should be brought up to date all the same,
    or the tool that writes it.
    """

    id = "CX324"
    severity = Severity.WARNING

    def check(self, subject: Subject) -> Iterator[Diagnostic]:
        """Every former id once a table, at its first row."""
        groups: dict[tuple[str, str, str], dict[int, FormerUse]] = defaultdict(dict)
        for use in subject.measures.former:
            groups[use.span.file, use.kind, use.was].setdefault(use.span.line, use)
        for (_, kind, was), uses in groups.items():
            first = uses[min(uses)]
            often = f", here and in {count_of(len(uses) - 1, 'more row')}" if len(uses) > 1 else ""
            message = f"the {kind} `{was}` is called `{first.now}` now{often}"
            related = (Related(first.defined, "it is defined here"),)
            yield self.problem(first.span, message, f"write `{first.now}`", suggestion=first.now, related=related)
