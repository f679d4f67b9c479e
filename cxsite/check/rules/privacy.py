"""Quotes: nobody can be recognised, and nothing is shown without consent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cxsite.check.names import looks_like_a_name
from cxsite.check.personal import contacts, shortened, traces
from cxsite.check.rule import Rule, Subject
from cxsite.diagnostics import Diagnostic, Severity
from cxsite.model.base import Entry
from cxsite.model.journey import Evidence
from cxsite.model.named import Link, Quote
from cxsite.model.portfolio import Portfolio
from cxsite.model.translation import text_keys
from cxsite.model.walk import inside

_NEXT = "take it out; if it was committed before, whoever looks after the repository takes it out of the history too"


class QuotesNameNobody(Rule):
    """A quote holds a name, an e-mail address or a telephone number.

    Customers did not speak to be recognised. `who:` is a role or a number (`Interview 7`). Names of the people in
    organisation.yml and names behind a form of address (`Mrs …`) or an introduction (`my name is …`) are found, and so
    is whatever looks like an address or a number to reach somebody. Numbers of orders, tickets, customers, flights and
    the like are left alone: say in front of the number what it counts. What was committed stays in git's history: it
    has to be taken out there as well.
    """

    id = "CX260"

    def check(self, subject: Subject) -> Iterator[Diagnostic]:
        """Everything in a quote that points to a person."""
        listed = _names(subject.portfolio)
        for quote in _quotes(subject):
            for field in ("text", "summary", "who"):
                for trace in traces(getattr(quote, field) or "", listed):
                    message = f"`{field}:` holds {trace.kind}: `{shortened(trace.text)}`"
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
                message = f"`{shortened(quote.who)}` looks like somebody's name"
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


class TextsReachNobody(Rule):
    """A text holds an e-mail address or a telephone number.

    What stands in a map is read by many and stays in git's history. This is about all text of journeys, hotspots,
    ideas, actions and evidence beside their quotes. `links:` may hold an address, and
    organisation.yml says whom to ask.
    """

    id = "CX264"
    severity = Severity.WARNING

    def check(self, subject: Subject) -> Iterator[Diagnostic]:
        """Every address and number in a text that is no quote, with the key it stands under."""
        for top in _maps(subject.portfolio):
            for entry in inside(top, Entry):
                for path, text in _texts(entry):
                    for trace in contacts(text):
                        message = f"`{path[0]}:` holds {trace.kind}: `{shortened(trace.text)}`"
                        next_step = "take it out, or write it below `links:` where it is the company's own"
                        yield self.problem(entry.span(*path), message, next_step)


def consent_of(quote: Quote, journey: str, portfolio: Portfolio) -> str:
    """Who may read a quote: what it says itself, else its evidence's, else `internal`."""
    evidence = portfolio.find("evidence", quote.evidence or "", journey) if quote.evidence else None
    said = quote.consent or (evidence.consent if isinstance(evidence, Evidence) else None)
    return said or "internal"


def _quotes(subject: Subject) -> Iterator[Quote]:
    return (entry for entry in subject.entries if isinstance(entry, Quote))


_LIBRARIES = ("hotspots", "ideas", "actions", "evidence")


def _maps(portfolio: Portfolio) -> Iterator[Entry]:
    """Every journey, every target and every library with things of journeys, each once."""
    for journey in portfolio.journeys:
        yield from (journey.model_copy(update={"target": None}), *journey.targets.values())
    yield from (portfolio.libraries[name] for name in _LIBRARIES if name in portfolio.libraries)


def _texts(entry: Entry) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The texts of an entry that is neither quote nor link, each with the path to it."""
    if isinstance(entry, Quote | Link):
        return
    for key in text_keys(type(entry)):
        held = getattr(entry, key, None)
        if isinstance(held, str):
            yield (key,), held
        elif isinstance(held, tuple):
            yield from (((key, index), text) for index, text in enumerate(held))
        elif isinstance(held, Mapping):
            yield from (((key, segment), text) for segment, text in held.items())


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
