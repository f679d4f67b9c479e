"""Quotes: nobody can be recognised, and nothing is shown without consent."""

from __future__ import annotations

from collections.abc import Iterator

from cxsite.check.personal import looks_like_a_name, traces
from cxsite.check.rule import Rule, Subject
from cxsite.diagnostics import Diagnostic, Severity
from cxsite.model.base import Entry
from cxsite.model.journey import Evidence
from cxsite.model.named import Quote
from cxsite.model.portfolio import Portfolio
from cxsite.model.walk import inside

_NEXT = "take it out; if it was committed before, whoever looks after the repository takes it out of the history too"


class QuotesNameNobody(Rule):
    """A quote holds a name, an e-mail address or a telephone number.

    Customers did not speak to be recognised. `who:` is a role or a number (`Interview 7`). Names of the people in
    organisation.yml and names behind a form of address (`Mrs …`) are found, and so is whatever looks like an address or
    a number to reach somebody. What was committed stays in git's history: it has to be taken out there as well.
    """

    id = "CX260"

    def check(self, subject: Subject) -> Iterator[Diagnostic]:
        """Everything in a quote that points to a person."""
        listed = _names(subject.portfolio)
        for quote in _quotes(subject):
            for field in ("text", "summary", "who"):
                for trace in traces(getattr(quote, field) or "", listed):
                    message = f"`{field}:` holds {trace.kind}: `{trace.text}`"
                    yield self.problem(quote.span(field), message, _NEXT)


class WhoIsARole(Rule):
    """The speaker of a quote looks like a name.

    `who:` is a role or a number, such as `Interview 7` or `Home mover, 3 weeks in`.
    """

    id = "CX261"
    severity = Severity.WARNING

    def check(self, subject: Subject) -> Iterator[Diagnostic]:
        """Every speaker written as two or three capitalised words that are no role of this project."""
        listed, words = _names(subject.portfolio), _words(subject.portfolio)
        for quote in _quotes(subject):
            if quote.who and looks_like_a_name(quote.who, words) and not any(traces(quote.who, listed)):
                message = f"`{quote.who}` looks like somebody's name"
                yield self.problem(quote.span("who"), message, "write a role or a number, such as `Interview 7`")


class NoWordsWithoutConsent(Rule):
    """A quote stands there without consent.

    With `consent: none`, its own or its evidence's, the customer's words must not be in the repository. Say the same in
    your own words as `summary:`.
    """

    id = "CX262"

    def check(self, subject: Subject) -> Iterator[Diagnostic]:
        """Every `text:` of a quote that has no consent."""
        for quote, journey in _with_journeys(subject):
            if quote.text and consent_of(quote, journey, subject.portfolio) == "none":
                message = "nobody has consented to these words being kept"
                yield self.problem(quote.span("text"), message, "write a `summary:` in your own words in its place")


class QuotesSaySomething(Rule):
    """A quote has neither words nor a summary."""

    id = "CX263"
    severity = Severity.WARNING

    def check(self, subject: Subject) -> Iterator[Diagnostic]:
        """Every quote without both."""
        for quote in _quotes(subject):
            if not quote.text and not quote.summary:
                yield self.problem(quote.span(), "the quote says nothing", "write its `text:`, or a `summary:`")


def consent_of(quote: Quote, journey: str, portfolio: Portfolio) -> str:
    """Who may read a quote: what it says itself, else its evidence's, else `internal`."""
    evidence = portfolio.find("evidence", quote.evidence or "", journey) if quote.evidence else None
    said = quote.consent or (evidence.consent if isinstance(evidence, Evidence) else None)
    return said or "internal"


def _quotes(subject: Subject) -> Iterator[Quote]:
    return (entry for entry in subject.entries if isinstance(entry, Quote))


def _with_journeys(subject: Subject) -> Iterator[tuple[Quote, str]]:
    """Every quote with the id of the journey it stands in; empty for those of the repository."""
    for journey in subject.portfolio.journeys:
        for top in (journey.model_copy(update={"target": None}), *journey.targets.values()):
            yield from ((quote, journey.key) for quote in inside(top, Quote))
    for library in subject.portfolio.libraries.values():
        yield from ((quote, "") for quote in inside(library, Quote))


def _names(portfolio: Portfolio) -> tuple[str, ...]:
    """Names of the people in organisation.yml."""
    return tuple(person.name for person in portfolio.shared["person"] if hasattr(person, "name"))


def _words(portfolio: Portfolio) -> tuple[str, ...]:
    """Names of roles, departments, segments and personas, whose words are no names of people."""
    entries: list[Entry] = [
        *portfolio.shared["department"],
        *portfolio.library("segments", "segments"),
        *portfolio.shared["touchpoint"],
    ]
    roles = [getattr(person, "role", None) or "" for person in portfolio.shared["person"]]
    return (*(str(getattr(entry, "name", "")) for entry in entries), *roles)
