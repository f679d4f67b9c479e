"""What a map rests on: sources, pictures, reviews."""

from __future__ import annotations

from collections.abc import Iterator

from cxsite.compare.change import Change, Level
from cxsite.compare.edit import Edit
from cxsite.compare.kind import ChangeKind, ListKind
from cxsite.compare.listing import by_key, in_and_out
from cxsite.compare.sides import Sides
from cxsite.compare.units import Unit
from cxsite.derive.written.quotes import in_quotes


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


class PictureRedrawn(ChangeKind):
    """The file of a picture holds another picture, or is gone, or came.

    What its `alt` says is as before, so somebody should look whether it still tells what is to be seen.
    """

    id = "picture-redrawn"

    def changes(self, sides: Sides) -> Iterator[Change]:
        for pair in sides.pairing.pairs:
            for name in dict.fromkeys(_pictures(pair.before)):
                if pair.before and pair.after and name in _pictures(pair.after):
                    was = sides.picture("before", pair.before, name)
                    now = sides.picture("after", pair.after, name)
                    if (was or now) and not was & now:
                        said = "is another one" if was and now else ("is gone" if was else "is there now")
                        meant = (name, bool(was), bool(now)) if not (was and now) else name
                        yield self.make(sides, pair, f"the picture {in_quotes(name)} {said}", "images", meant=meant)


def _pictures(unit: Unit | None) -> list[str]:
    return [image.file for image in getattr(unit.entry, "images", ())] if unit else []


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
