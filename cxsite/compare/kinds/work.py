"""Who does it and with what: owners, hand-offs, channels, what happens behind the scenes."""

from __future__ import annotations

from cxsite.compare.change import Direction, Level
from cxsite.compare.edit import Edit
from cxsite.compare.kind import ChangeKind, ListKind
from cxsite.compare.listing import in_and_out


class OwnerChanged(ChangeKind):
    """Somebody else answers for it, or nobody does."""

    id = "owner"
    claims = {"*": ("owner",)}

    def direction(self, edit: Edit) -> Direction:
        return "worse" if edit.old and not edit.new else "neutral"


class DoneBy(ListKind):
    """Somebody else does it, is asked, or is told."""

    id = "done-by"
    claims = {"*": ("done_by", "consulted", "informed")}


class ChannelChanged(ListKind):
    """Customers and company meet elsewhere: another channel or touchpoint."""

    id = "channel"
    claims = {"*": ("touchpoint",), "step": ("channel",), "target step": ("channel",)}


class HandoffChanged(ChangeKind):
    """What passes from one party to the next, or gets lost on the way, is described otherwise.

    That a hand-off came or went follows from who does the steps, and is told with what follows.
    """

    id = "handoff"
    claims = {"*": ("handoff",)}


class WorkBehind(ChangeKind):
    """What we do in front of the customer, behind them, or so that we can."""

    id, level = "work-behind", Level.INFO
    claims = {"*": ("frontstage", "backstage", "support", "physical_evidence", "lane")}

    def what(self, edit: Edit) -> str:
        return in_and_out(edit) if edit.field != "lane" else super().what(edit)


class SystemsChanged(ListKind):
    """A step depends on other systems."""

    id, level = "systems", Level.INFO
    claims = {"*": ("systems",)}


class ForWhom(ListKind):
    """Who a journey is for is another, or its stage of the customer's life."""

    id = "for-whom"
    claims = {"journey": ("segments",), "*": ("life_cycle",)}
