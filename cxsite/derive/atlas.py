"""Everything that pages say of a portfolio, each thing worked out once, when it is first asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar, cast

from cxsite.derive.effort.chain import Chain, chain_of
from cxsite.derive.effort.effort import MapEffort, StepEffort, map_effort, step_effort
from cxsite.derive.effort.worth import SegmentEffort, by_segment
from cxsite.derive.figures.counted import Count, easy_phases, measured_interactions
from cxsite.derive.figures.coverage import Coverage, coverage_of
from cxsite.derive.figures.gallery import Gallery
from cxsite.derive.figures.standing import Standing, standing_of
from cxsite.derive.links.things import Thing, all_actions, all_hotspots, thing_of, things_of
from cxsite.derive.maps.changes import Differences, differences_of
from cxsite.derive.maps.gaps import Ledger, gap_ledger, pair_ledger
from cxsite.derive.maps.journeys import JourneyView, view_journey, view_target_map
from cxsite.derive.maps.targets import TargetView, view_pair, view_target
from cxsite.derive.people.accountability import Accountability, accountability
from cxsite.derive.people.handoffs import Handoffs, hand_offs
from cxsite.derive.people.parties import Parties
from cxsite.derive.places.path import customer_stops
from cxsite.derive.work.effects import Trial, trials_of
from cxsite.derive.work.spots import Recurring, SpotNumbers, homes_of, recurring
from cxsite.measure.aims import Aim, all_goals
from cxsite.measure.judge import Judgement
from cxsite.model.action import Action, Idea
from cxsite.model.goal import Goal
from cxsite.model.hotspot import Hotspot
from cxsite.model.journey import Journey
from cxsite.model.metric import Metric
from cxsite.model.period import Period
from cxsite.model.portfolio import COMPUTED_METRICS

T = TypeVar("T")


@dataclass(frozen=True)
class Atlas(Gallery):
    """A portfolio with its series, as of a day, and all that follows from them."""

    @cached_property
    def parties(self) -> Parties:
        """Who is who."""
        return Parties(self.portfolio)

    @cached_property
    def duties(self) -> Accountability:
        """Who answers for what."""
        return accountability(self.portfolio)

    @cached_property
    def differences(self) -> Differences:
        """Every difference of every target, by the hotspots it takes away and by the actions that carry it."""
        return differences_of(self.ledger(journey, target) for journey in self.journeys for target in journey.targets)

    @cached_property
    def recurring(self) -> tuple[Recurring, ...]:
        """The hotspots of all journeys by category."""
        return recurring(all_hotspots(self.portfolio), self.portfolio)

    @cached_property
    def recurring_with(self) -> dict[Thing, Recurring]:
        """The hotspots of the category of each, where it has one."""
        return {thing: one for one in self.recurring if one.category for thing, _ in one.hotspots}

    @cached_property
    def spot_numbers(self) -> SpotNumbers:
        """The latest numbers about the places of hotspots."""
        return SpotNumbers(self.readings)

    @cached_property
    def hotspots(self) -> dict[str, tuple[tuple[Thing, Hotspot], ...]]:
        """The hotspots on each journey by its id: its own, those of the repository and of others that stand on it.

        Under the empty name stand those of the repository.
        """
        found: dict[str, dict[Thing, Hotspot]] = defaultdict(dict)
        for thing, hotspot in all_hotspots(self.portfolio):
            for home in {thing.home, *homes_of(thing, hotspot, self.portfolio)}:
                found[home][thing] = hotspot
        return {home: tuple(spots.items()) for home, spots in found.items()}

    @cached_property
    def actions(self) -> dict[str, tuple[tuple[Thing, Action], ...]]:
        """The actions of each journey by its id: its own, and others' that take away a hotspot or carry a change there.

        Under the empty name stand those of the repository.
        """
        carried: dict[Thing, set[str]] = defaultdict(set)
        for journey in self.portfolio.journeys:
            for target in journey.targets.values():
                for entry in (*target.steps, *target.phases):
                    for ref in entry.carried_by:
                        if thing := thing_of(self.portfolio, "action", ref, journey.key):
                            carried[thing].add(journey.key)
        found: dict[str, dict[Thing, Action]] = defaultdict(dict)
        for thing, action in all_actions(self.portfolio):
            for home in {thing.home, *self._homes(thing, action), *carried[thing]}:
                found[home][thing] = action
        return {home: tuple(actions.items()) for home, actions in found.items()}

    @cached_property
    def ideas(self) -> dict[str, tuple[tuple[Thing, Idea], ...]]:
        """The ideas of each journey by its id: its own, and others' about a hotspot, a step or a phase of it.

        Under the empty name stand those of the repository.
        """
        found: dict[str, list[tuple[Thing, Idea]]] = defaultdict(list)
        for home, entry in self.portfolio.everywhere("idea"):
            idea = cast("Idea", entry)
            thing = Thing("idea", home, idea.key)
            places = (
                *things_of(self.portfolio, "step", idea.steps, home),
                *things_of(self.portfolio, "phase", idea.phases, home),
            )
            for one in {home, *self._homes(thing, idea), *(place.home for place in places)}:
                found[one].append((thing, idea))
        return {home: tuple(ideas) for home, ideas in found.items()}

    def _homes(self, thing: Thing, entry: Action | Idea) -> Iterator[str]:
        """The journeys on which the hotspots stand that an idea or an action addresses."""
        for spot in things_of(self.portfolio, "hotspot", entry.addresses, thing.home):
            yield from self._spot_homes.get(spot, ())

    @cached_property
    def _spot_homes(self) -> dict[Thing, tuple[str, ...]]:
        return {thing: homes_of(thing, hotspot, self.portfolio) for thing, hotspot in all_hotspots(self.portfolio)}

    def view(self, journey: Journey) -> JourneyView:
        """Its steps numbered, hotspots at their places, what was not assessed."""
        spots = self.hotspots.get(journey.key, ())
        return self._once("view", journey.key, lambda: view_journey(journey, self.portfolio, spots))

    def effort(self, journey: Journey) -> MapEffort:
        """The effort of its current map."""
        return self._once("effort", journey.key, lambda: map_effort(journey, self.readings))

    def efforts(self, journey: Journey) -> tuple[StepEffort, ...]:
        """What each step of the customer takes, on the current map and on all targets."""

        def reckon() -> tuple[StepEffort, ...]:
            targets = (self.ledger(journey, target).after.phases for target in journey.targets)
            maps = (journey.phases, *(tuple(one.phase for one in phases) for phases in targets))
            return tuple(
                step_effort(journey, stop, self.readings) for phases in maps for stop in customer_stops(phases)
            )

        return self._once("efforts", journey.key, reckon)

    def segments(self, journey: Journey) -> tuple[SegmentEffort, ...]:
        """The effort of its current map as each segment feels and weighs it."""
        return self._once("segments", journey.key, lambda: by_segment(journey, self.readings))

    def hand_offs(self, journey: Journey) -> Handoffs:
        """The hand-offs of its current map."""
        return self._once("hand-offs", journey.key, lambda: hand_offs(journey, self.effort(journey).path, self.parties))

    def chain(self, journey: Journey) -> Chain | None:
        """How many get through all phases without a hitch."""
        return self._once("chain", journey.key, lambda: chain_of(journey, self.readings))

    def coverage(self, journey: Journey) -> Coverage:
        """What is measured about each phase."""
        return self._once("coverage", journey.key, lambda: coverage_of(journey, self.readings, self.today))

    def ledger(self, journey: Journey, target: str) -> Ledger:
        """Everything between the map that a target differs from and the target."""
        return self._once("ledger", f"{journey.key} {target}", lambda: gap_ledger(journey, target, self.readings))

    def target(self, journey: Journey, target: str) -> TargetView:
        """One of its targets as pages show it."""

        def view() -> TargetView:
            goals = (*self.goals_of(journey.key, target), *self.goals_of(journey.key))
            return view_target(journey, target, self.ledger(journey, target), goals, self.readings)

        return self._once("target", f"{journey.key} {target}", view)

    def pair(self, journey: Journey, before: str, after: str) -> TargetView:
        """One of its targets beside any other of its maps."""

        def view() -> TargetView:
            goals = (*self.goals_of(journey.key, after), *self.goals_of(journey.key))
            return view_pair(journey, before, pair_ledger(journey, before, after, self.readings), goals, self.readings)

        return self._once("pair", f"{journey.key} {before} {after}", view)

    def target_map(self, journey: Journey, target: str) -> JourneyView:
        """The map of one of its targets, with the hotspots that nothing addresses."""

        def view() -> JourneyView:
            ledger, now = self.ledger(journey, target), self.view(journey)
            left = {*ledger.unaddressed, *(pin.thing for pin in now.pins if pin.bright)}
            return view_target_map(now, (one.phase for one in ledger.after.phases), left, self.portfolio)

        return self._once("target map", f"{journey.key} {target}", view)

    def counts(self, journey: str = "") -> dict[str, Count]:
        """The metrics that are counted rather than read from a table, over all journeys or over one, by id."""

        def count() -> dict[str, Count]:
            chosen = [one for one in self.journeys if journey in ("", one.key)]
            measured = measured_interactions(map(self.coverage, chosen), self.today)
            found = (easy_phases(chosen, self.readings), measured)
            return {one.metric: replace(one, journey=journey) for one in found}

        return self._once("counts", journey, count)

    @cached_property
    def goals(self) -> tuple[Standing, ...]:
        """Where each goal stands: those of each journey and of its targets, then those of the strategy."""
        aims: dict[tuple[str, int], list[Aim]] = defaultdict(list)
        for aim in self.aims:
            aims[aim.journey, id(aim.goal)].append(aim)

        def stands(journey: str, goal: Goal, by: Period | None) -> Standing:
            count = self.counts(journey)[goal.metric] if goal.metric in COMPUTED_METRICS else None
            return standing_of(goal, journey, by, aims[journey, id(goal)], count, self.readings, self.today)

        return tuple(stands(*one) for one in all_goals(self.portfolio))

    def goals_of(self, journey: str = "", target: str = "") -> tuple[Standing, ...]:
        """The goals of a journey, the primary one first, or those of one of its targets; else those of the strategy."""
        home = self.portfolio.journey_by_id.get(journey)
        own: Iterable[object] = (home.targets[target].goals if target else home.goals) if home else ()
        if home is None:
            own = self.portfolio.library("strategy", "goals")
        wanted = {id(goal) for goal in own}
        return tuple(one for one in self._goals_by_journey.get(journey, ()) if id(one.goal) in wanted)

    def goals_for(self, metric: Metric) -> tuple[Standing, ...]:
        """The goals for a metric, at whatever place."""
        return self._goals_by_metric.get(metric.key, ())

    @cached_property
    def _goals_by_metric(self) -> dict[str, tuple[Standing, ...]]:
        found: dict[str, list[Standing]] = defaultdict(list)
        for one in self.goals:
            if one.metric is not None:
                found[one.metric.key].append(one)
        return {key: tuple(goals) for key, goals in found.items()}

    def goal(self, thing: Thing) -> Standing | None:
        """Where one goal stands, of a journey, of one of its targets, or of the strategy."""
        return next((one for one in self._goals_by_journey.get(thing.home, ()) if one.thing == thing), None)

    @cached_property
    def _goals_by_journey(self) -> dict[str, tuple[Standing, ...]]:
        found: dict[str, list[Standing]] = defaultdict(list)
        for one in self.goals:
            found[one.journey].append(one)
        return {journey: tuple(goals) for journey, goals in found.items()}

    def judgements(self, thing: Thing) -> tuple[Judgement, ...]:
        """An action judged, and each of its pilots."""
        return self._judgements.get((thing.home, thing.key), ())

    @cached_property
    def _judgements(self) -> dict[tuple[str, str], tuple[Judgement, ...]]:
        found: dict[tuple[str, str], list[Judgement]] = defaultdict(list)
        for one in self.each_judged:
            found[one.journey, one.action.key].append(one)
        return {action: tuple(members) for action, members in found.items()}

    def trials(self, thing: Thing) -> tuple[Trial, ...]:
        """The same in words: each measure that an action was to move, and what became of it."""
        return self._once("trials", thing.ref, lambda: trials_of(self.judgements(thing), self.readings))
