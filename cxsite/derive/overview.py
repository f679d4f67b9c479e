"""What overview pages say of a whole portfolio: where goals stand, how healthy journeys are, what is used where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from cxsite.derive.atlas import Atlas
from cxsite.derive.figures.sight import Sight, sights
from cxsite.derive.figures.standing import Standing
from cxsite.derive.glance import open_hotspots
from cxsite.derive.links.things import Thing, all_actions
from cxsite.derive.links.uses import Usage, usages
from cxsite.derive.work.health import Health, Late, health_of, late_actions, newest_state
from cxsite.derive.work.spots import by_severity
from cxsite.diagnostics import count_of
from cxsite.measure.fresh import Freshness
from cxsite.model.journey import Journey
from cxsite.model.library import Strategy
from cxsite.model.metric import Metric

WORST = ("critical", "high")
"""The severities that a heading names."""


@dataclass(frozen=True)
class Overview:
    """An atlas seen from above; each thing is worked out when it is first asked for."""

    atlas: Atlas

    def standings(self, journey: Journey | None = None) -> tuple[Standing, ...]:
        """Where the goals of a journey stand, the primary one first; without a journey those of the strategy."""
        return self.atlas.goals_of(journey.key if journey else "")

    @cached_property
    def healths(self) -> dict[str, Health]:
        """The review, the numbers, the hotspots and the late actions of each journey, by its id."""
        atlas = self.atlas
        return {
            one.key: health_of(
                one,
                atlas.metrics_of.get(one.key, ()),
                atlas.hotspots.get(one.key, ()),
                atlas.actions.get(one.key, ()),
                atlas.readings,
                atlas.today,
            )
            for one in atlas.journeys
        }

    @cached_property
    def stale(self) -> tuple[tuple[Metric, str, Freshness], ...]:
        """Every number that is not fresh any more, with the journey it is about; the oldest first."""
        found = [(metric, key, state) for key, one in self.healths.items() for metric, state in one.stale]
        placed = {metric.key for metrics in self.atlas.metrics_of.values() for metric in metrics}
        for metric in self.atlas.portfolio.metrics:
            if metric.key not in placed:
                state = newest_state(self.atlas.measures.of(metric.key), self.atlas.settings, self.atlas.today)
                found += [(metric, "", state)] if state.state == "stale" else []
        return tuple(sorted(found, key=lambda one: (one[2].until or self.atlas.today, one[0].key, one[1])))

    @cached_property
    def goals_late(self) -> tuple[Standing, ...]:
        """The goals whose day is over and that are not reached, of the strategy first."""
        every = (self.standings(), *map(self.standings, self.atlas.journeys))
        return tuple(one for standings in every for one in standings if one.late)

    @cached_property
    def late(self) -> tuple[Late, ...]:
        """Every action that is overdue or at risk, each once."""
        return late_actions(all_actions(self.atlas.portfolio), self.atlas.today)

    @cached_property
    def sights(self) -> tuple[Sight, ...]:
        """What each department can see of its own work."""
        return sights(tuple(map(self.atlas.coverage, self.atlas.journeys)))

    @cached_property
    def hotspots(self) -> tuple[tuple[str, int], ...]:
        """The open hotspots of all journeys by severity, the worst first; one in several journeys counts once."""
        kept = (one for one in self.atlas.journeys if one.status != "retired")
        pins = {pin.thing: pin for one in kept for pin in open_hotspots(self.atlas, one).pins}
        return by_severity(pin.hotspot for pin in pins.values())

    @cached_property
    def finding(self) -> str:
        """What the journeys show taken together, in a sentence: as somebody wrote it, else from what was counted."""
        book = self.atlas.portfolio.libraries.get("strategy")
        if isinstance(book, Strategy) and book.finding:
            return book.finding
        return ", and ".join(self._found()) or self._assessed()

    @property
    def _size(self) -> str:
        return count_of(len(self.atlas.journeys), "journey")

    def _assessed(self) -> str:
        """How much is known at all, where nothing was tested and nothing is said to hurt."""
        places = [(journey, step) for journey in self.atlas.journeys for step in journey.steps]
        if not places:
            return f"{self._size} without a step yet" if self.atlas.journeys else "No journey yet"
        felt = sum(self.atlas.readings.feeling(journey, step) is not None for journey, step in places)
        return f"{self._size}, with the feelings of {felt:,} of {count_of(len(places), 'step')} assessed"

    def _found(self) -> Iterator[str]:
        judged = self.atlas.judged
        if judged.tests:
            yield f"{count_of(len(judged.wins), 'win')} in {count_of(judged.tests, 'test')} of our actions"
        if self.hotspots:
            worst, count = self.hotspots[0]
            every = sum(number for _, number in self.hotspots)
            which = f"{worst} hotspot" if worst in WORST else "open hotspot"
            yield f"{count_of(count if worst in WORST else every, which)} in {self._size}"

    def usages(self, thing: Thing) -> tuple[Usage, ...]:
        """Where something of the repository is used; a segment by the rows of tables, too."""
        rows: dict[Thing, None] = {}
        if thing.kind == "segment":
            for one in self.atlas.measures.series:
                if one.where.segment == thing.key:
                    rows[Thing("metric", "", one.metric.key)] = None
        return usages(self.atlas.back, thing, (("Metrics with rows about them", tuple(rows)),))
