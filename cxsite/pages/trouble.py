"""What stands on the pages of a site that is looked at while it is written, when it cannot be made."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from cxsite.diagnostics import Diagnostic, Severity, count_of
from cxsite.errors import CxsiteError
from cxsite.pages.plan import Page, Part

_MOST = 50
"""Problems that a page lists; `cxsite check` lists all."""
_QUOTED = re.compile(r"`([^`]+)`")


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong: file, line and column (empty where there is none), code, sentence, next step."""

    place: str
    code: str
    sentence: str
    hint: str

    def __str__(self) -> str:
        """As the command line says what stops it."""
        return f"{self.code} {self.sentence}" + (f"\n  {self.hint}" if self.hint else "")


@dataclass(frozen=True)
class Trouble:
    """Why the site cannot be made."""

    title: str
    faults: tuple[Fault, ...]


def trouble_of_content(diagnostics: Iterable[Diagnostic]) -> Trouble:
    """The errors among what a check found."""
    errors = [d for d in diagnostics if d.severity is Severity.ERROR]
    faults = tuple(Fault(str(d.span), d.code, d.message, d.hint) for d in errors)
    return Trouble(f"The journeys have {count_of(len(errors), 'error')}", faults)


def trouble_of(problems: Iterable[CxsiteError]) -> Trouble:
    """What stops the program."""
    faults = tuple(Fault("", problem.code, problem.message, problem.hint) for problem in problems)
    return Trouble("The site cannot be built", faults)


def banner(trouble: Trouble, stale: bool) -> str:
    """The list for the top of a page, as HTML. `stale`: below it stands what an earlier build made."""
    from cxsite.pages.render import render  # templates know the words of the whole model; most builds have no trouble

    faults = [(fault, _pieces(fault.sentence), _pieces(fault.hint)) for fault in trouble.faults[:_MOST]]
    more = len(trouble.faults) - len(faults)
    return str(render("trouble/banner", title=trouble.title, faults=faults, more=more, stale=stale))


def trouble_page(path: str) -> Page:
    """The page at the address of the portfolio while there is no site at all yet."""
    from cxsite.pages.render import render

    part = Part("waiting", "", "", str(render("trouble/page")))
    return Page(path, "No journeys to show yet", "What keeps the site from being built", (part,))


def _pieces(text: str) -> list[str]:
    """A sentence cut at its backticks: every second piece is what they quote."""
    return _QUOTED.split(text)
