"""Settings: levels are for rules that are there."""

from __future__ import annotations

from collections.abc import Iterator

from cxsite.check.catalogue import problems
from cxsite.check.rule import Rule, Subject
from cxsite.diagnostics import Diagnostic, Severity, closest


class LevelsNameACode(Rule):
    """A level is given to a code that nothing has.

    `rules:` in cxsite.yml gives codes such as CX252 another weight. The code may be misspelt, or of another version.
    """

    id = "CX280"
    severity = Severity.WARNING

    def check(self, subject: Subject) -> Iterator[Diagnostic]:
        """Every unknown code below `rules:`."""
        settings = subject.portfolio.settings
        known = {problem.code for problem in problems()} if settings.rules else set()
        for code in settings.rules:
            if code not in known:
                near = closest(code, sorted(known))
                hint = f"did you mean `{near}`?" if near else "`cxsite explain` lists all codes"
                yield self.problem(settings.key_span("rules", code), f"there is no `{code}`", hint, suggestion=near)


class FirmCodesStay(Rule):
    """A level is given to a code whose weight is fixed.

    Without what it asks for there would be nothing to draw, or the pages would be wrong.
    """

    id = "CX281"
    firm = True

    def check(self, subject: Subject) -> Iterator[Diagnostic]:
        """Every such code below `rules:`."""
        settings = subject.portfolio.settings
        firm = {problem.code for problem in problems() if problem.firm} if settings.rules else set()
        for code in settings.rules:
            if code in firm:
                message = f"the weight of `{code}` cannot be changed"
                yield self.problem(settings.key_span("rules", code), message, "take the line out")
