"""What customers said, as the readers of the site may see it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cxsite.derive.links.things import Thing, thing_of
from cxsite.model.journey import Evidence
from cxsite.model.named import Quote
from cxsite.model.portfolio import Portfolio


@dataclass(frozen=True)
class Voice:
    """One quote. `words` are the customer's own where `own` is true, else our summary of them."""

    words: str
    own: bool
    quote: Quote
    evidence: Thing | None


@dataclass(frozen=True)
class Voices:
    """The quotes that may be shown, and how many are kept back."""

    shown: tuple[Voice, ...]
    kept_back: int = 0


def voices(quotes: Iterable[Quote], portfolio: Portfolio, journey: str = "") -> Voices:
    """The quotes for this site's audience.

    A quote has the consent of its evidence unless it says another, `internal` where neither does: that keeps it off a
    public site. With `none` its own words are never shown, whatever the audience.
    """
    shown: list[Voice] = []
    kept_back = 0
    for quote in quotes:
        evidence = thing_of(portfolio, "evidence", quote.evidence, journey) if quote.evidence else None
        consent = quote.consent or _consent_of(evidence, portfolio)
        own = quote.text if consent != "none" else None
        words = own or quote.summary
        hidden = consent == "internal" and portfolio.settings.audience == "public"
        if words and not hidden:
            shown.append(Voice(words, bool(own), quote, evidence))
        else:
            kept_back += 1
    return Voices(tuple(shown), kept_back)


def _consent_of(evidence: Thing | None, portfolio: Portfolio) -> str:
    entry = portfolio.find("evidence", evidence.ref) if evidence else None
    return (entry.consent if isinstance(entry, Evidence) else None) or "internal"
