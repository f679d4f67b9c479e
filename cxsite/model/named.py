"""What most entries have: a name, an id, former ids, links, and the words that customers said."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator

from cxsite.model.base import Entry
from cxsite.model.kinds import Kind
from cxsite.model.meant import WrongValueError
from cxsite.model.refs import EvidenceRef, SegmentRef
from cxsite.model.text import Id, OneOrMore, Text, to_id
from cxsite.model.values import Share, When

Consent = Literal["public", "internal", "none"]
NpsGroup = Literal["promoters", "passives", "detractors"]


def _check_address(text: str) -> str:
    if not text.startswith(("https://", "http://", "mailto:")):
        raise WrongValueError(f"`{text}` is no address", "write it with https:// in front")
    return text


class Link(Entry):
    """A place elsewhere: a ticket, a study."""

    url: Annotated[str, AfterValidator(_check_address), Kind("address", "https://example.org/study")]
    """The address, with `https://`."""
    name: Text | None = None
    """What it is called; the address where it is left out."""


def _as_links(value: Any) -> Any:
    entries = value if isinstance(value, list | tuple) else [value]
    return [{"url": entry} if isinstance(entry, str) else entry for entry in entries]


Links = Annotated[tuple[Link, ...], BeforeValidator(_as_links), Kind("address", plural="addresses")]


class Linked(Entry):
    """Something that can be linked to elsewhere, and that may have had another id."""

    formerly: Annotated[tuple[Id, ...], OneOrMore] = ()
    """Ids it had before. References and table rows with one of them still work."""
    links: Links = ()
    """Places elsewhere: a ticket, a study."""


class Named(Linked):
    """Something with a name, and an id that the rest refers to it by."""

    id: Id | None = None
    """What others refer to; made from the name for this build where it is left out."""
    name: Text
    """What it is called."""

    @property
    def key(self) -> str:
        """The id, or the one made from the name."""
        return self.id or to_id(self.name)

    @property
    def title(self) -> str:
        """The name, or the id where it has none."""
        return self.name or self.key


class Quote(Entry):
    """What a customer said. Never with a name, an address or a telephone number."""

    text: Text | None = None
    """The words themselves. Left out where there is no consent to show them."""
    summary: Text | None = None
    """The same in our words."""
    evidence: EvidenceRef | None = None
    """Where it was said."""
    who: Text | None = None
    """A role or a number such as `Interview 7`, never a name."""
    when: When | None = None
    """The day, month or year it was said."""
    segment: SegmentRef | None = None
    """The segment or persona of the customer."""
    group: NpsGroup | None = None
    """For a common answer of an NPS group."""
    share: Share | None = None
    """How many of the group say so."""
    consent: Consent | None = None
    """Who may read it; its evidence's consent where it is left out."""


Quotes = tuple[Quote, ...]
