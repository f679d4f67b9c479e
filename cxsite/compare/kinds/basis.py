"""What a map rests on: sources, pictures, reviews."""

from __future__ import annotations

from cxsite.compare.change import Level
from cxsite.compare.edit import Edit
from cxsite.compare.kind import ChangeKind
from cxsite.compare.telling import in_and_out


class EvidenceNamed(ChangeKind):
    """A claim rests on other sources."""

    id, level = "evidence", Level.INFO
    claims = {"*": ("evidence",)}

    def what(self, edit: Edit) -> str:
        return in_and_out(edit)


class SourceDescribed(ChangeKind):
    """A source is described otherwise: how it was gathered, how much, when, with whom, and who may read its quotes."""

    id, level = "source", Level.INFO
    claims = {"source": ("kind", "sample", "when", "consent", "participants")}


class Pictures(ChangeKind):
    """A step has other pictures."""

    id, level = "pictures", Level.INFO
    claims = {"*": ("images",)}

    def what(self, edit: Edit) -> str:
        return in_and_out(edit)


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
