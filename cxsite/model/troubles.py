"""What can be wrong with an entry of a target, in words."""

from __future__ import annotations

from cxsite.diagnostics import closest
from cxsite.model.base import Entry
from cxsite.model.target import PhaseDifference, StepDifference
from cxsite.model.targetmap import Trouble, TroubleKind


class Troubles:
    """Gathers what cannot be resolved, while the rest goes on."""

    def __init__(self) -> None:
        self.troubles: list[Trouble] = []

    def trouble(self, kind: TroubleKind, entry: Entry, where: str, message: str, hint: str, near: str = "") -> None:
        """Notes something that cannot be resolved."""
        self.troubles.append(Trouble(kind, entry, where, message, hint, near))

    def unknown(self, entry: StepDifference | PhaseDifference, where: str, what: str, known: list[str]) -> None:
        """An entry is about something that the map does not have."""
        near = closest(str(getattr(entry, where)), known)
        hint = f"did you mean `{near}`?" if near else "if it was deleted from the map, take this entry out"
        message = f"the map it starts from has no {what} `{getattr(entry, where)}`"
        self.trouble("unknown", entry, where, message, hint, near)

    def no_anchor(self, entry: StepDifference | PhaseDifference, where: str, what: str, known: list[str]) -> None:
        """A place is named by something that is not there."""
        near = closest(str(getattr(entry, where)), known)
        hint = f"did you mean `{near}`?" if near else f"name a {what} of the map, or one that an entry above adds"
        message = f"`{getattr(entry, where)}` is no {what} to stand at"
        self.trouble("no-anchor", entry, where, message, hint, near)

    def in_use(self, entry: StepDifference | PhaseDifference, what: str) -> None:
        """Something new has the id of something old."""
        message = f"there is a {what} `{entry.ref}` already"
        self.trouble("in-use", entry, "add", message, f"give the new one another id, or `change: {entry.ref}`")

    def done(self, entry: StepDifference | PhaseDifference, what: str) -> None:
        """An entry changes nothing."""
        message = f"the {what} `{entry.ref}` no longer differs"
        self.trouble("done", entry, "change", message, "it is done: take the entry out")
