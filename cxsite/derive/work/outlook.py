"""Hotspots and actions in one sentence and a few figures: what nobody acts on, and which action is late or at risk."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cxsite.derive.links.backlinks import BackLinks
from cxsite.derive.links.things import Thing
from cxsite.derive.work.spots import by_severity
from cxsite.derive.work.worklist import Task
from cxsite.diagnostics import count_of
from cxsite.model.hotspot import Hotspot

Spots = tuple[tuple[Thing, Hotspot], ...]
_LATE = ("overdue", "at risk")
STATES = (*_LATE, "in progress", "planned", "not said", "shipped", "dropped")
"""What needs a look first."""


@dataclass(frozen=True)
class Outlook:
    """Hotspots that hurt, those of them that no action addresses, and where the actions stand.

    `severities` and `states` are counted, the worst first; the empty severity is *not assessed*. An action that was
    dropped addresses nothing.
    """

    sore: Spots
    alone: Spots
    severities: tuple[tuple[str, int], ...]
    states: tuple[tuple[str, int], ...]
    late: tuple[Task, ...]
    open: int

    @property
    def finding(self) -> str:
        """The whole in one sentence, each part a fact with its number."""
        said = [part for part in (self._spots(), self._actions()) if part]
        return f"{'; '.join(said)}." if said else ""

    def _spots(self) -> str:
        if not self.sore:
            return ""
        if not self.alone:
            return "Every hotspot has an action" if len(self.sore) > 1 else "The one hotspot has an action"
        if len(self.sore) == 1:
            return "Nobody acts on the one hotspot"
        every, worst = len(self.sore), sum(hotspot.severity == "critical" for _, hotspot in self.alone)
        of = f"any of the {every}" if len(self.alone) == every else f"{len(self.alone)} of {every}"
        return f"Nobody acts on {of} hotspots" + (f", {worst} of them critical" if worst else "")

    def _actions(self) -> str:
        if not self.open:
            return ""
        counts = dict(self.states)
        told = [f"{counts[state]} {state}" for state in _LATE if state in counts]
        open_ = count_of(self.open, "open action")
        return f"{' and '.join(told)} of {open_}" if told else f"none of {open_} is overdue or at risk"


def outlook_of(spots: Iterable[tuple[Thing, Hotspot]], tasks: Iterable[Task], links: BackLinks) -> Outlook:
    """The outlook of these hotspots, bright spots left out, and actions."""
    sore = tuple((thing, hotspot) for thing, hotspot in spots if hotspot.kind != "bright-spot")
    listed = list(tasks)
    states = [(state, sum(task.progress.state == state for task in listed)) for state in STATES]
    return Outlook(
        sore,
        tuple((thing, hotspot) for thing, hotspot in sore if not links.actions_on(thing)),
        by_severity(hotspot for _, hotspot in sore),
        tuple(one for one in states if one[1]),
        tuple(task for state in _LATE for task in listed if task.progress.state == state),
        sum(task.open for task in listed),
    )
