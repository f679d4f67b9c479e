"""What a map rests on: sources, pictures, reviews."""

from __future__ import annotations

from cxsite.compare.change import Level
from cxsite.compare.edit import Edit
from cxsite.compare.kind import ChangeKind, ListKind
from cxsite.compare.listing import by_key, in_and_out


class EvidenceNamed(ListKind):
    """A claim rests on other sources."""

    id, level = "evidence", Level.INFO
    claims = {"*": ("evidence",)}


class SourceDescribed(ChangeKind):
    """A source is described otherwise: how it was gathered, how much, when, with whom, and who may read its quotes."""

    id, level = "source", Level.INFO
    claims = {"source": ("kind", "sample", "when", "consent", "participants")}

    def what(self, edit: Edit) -> str:
        return in_and_out(edit) if edit.field == "participants" else super().what(edit)


class Pictures(ListKind):
    """A step has other pictures."""

    id, level = "pictures", Level.INFO
    claims = {"*": ("images",)}


class Reviewed(ChangeKind):
    """Somebody looked at the whole journey, or it shows another day."""

    id, level = "reviewed", Level.INFO
    claims = {"journey": ("reviewed", "review_every", "as_of")}


class JourneyStatus(ChangeKind):
    """A journey is a draft, live or retired now."""

    id, level = "journey-status", Level.ATTENTION
    claims = {"journey": ("status",)}


class GroupNeeds(ChangeKind):
    """What promoters, passives or detractors need is said otherwise."""

    id = "nps-groups"
    claims = {"journey": ("nps_groups",)}

    def what(self, edit: Edit) -> str:
        return by_key(edit)
