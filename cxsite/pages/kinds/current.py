"""The current map of a journey: what customers go through today, with the numbers beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cxsite.derive.effort.worth import worth
from cxsite.derive.figures.figures import Figure
from cxsite.derive.figures.standing import Standing
from cxsite.derive.glance import open_hotspots
from cxsite.derive.headlines import headline
from cxsite.derive.links.things import Thing
from cxsite.derive.maps.journeys import JourneyView
from cxsite.derive.people.voices import voices
from cxsite.derive.stepviews import MapDetail, map_detail
from cxsite.derive.work.progress import Review, review_of
from cxsite.draw.charts.phases import phases_chart
from cxsite.draw.charts.phases import twin as phases_twin
from cxsite.draw.maps import links_of
from cxsite.model.journey import Journey
from cxsite.model.named import NpsGroup
from cxsite.pages.board import board_of
from cxsite.pages.desk import NOT_ASSESSED, Desk
from cxsite.pages.frame import crumbs, leaf, source_of, tabs
from cxsite.pages.lanes import lanes_away
from cxsite.pages.places import page
from cxsite.pages.plan import Page, Part
from cxsite.pages.render import render
from cxsite.pages.text import to_plain

GROUPS: tuple[NpsGroup, ...] = ("promoters", "passives", "detractors")


def pages(desk: Desk) -> Iterator[Page]:
    """The page of each journey's current map, a leaf below the portfolio."""
    return (_Sheet(desk, journey).page() for journey in desk.atlas.journeys)


class _Sheet:
    """One page in the making: its parts share what was worked out for the journey."""

    def __init__(self, desk: Desk, journey: Journey) -> None:
        self.desk, self.journey, self.atlas = desk, journey, desk.atlas
        self.view: JourneyView = self.atlas.view(journey)
        self.made: MapDetail = map_detail(self.atlas, journey)
        self.heading = headline(self.atlas, journey)

    def page(self) -> Page:
        journey, view = self.journey, self.view
        parts = [part for part in self._parts() if part.html]
        description = journey.summary or self.heading
        return leaf(page(view.key), journey.name, description, parts, self.desk.home, source=source_of(journey, "name"))

    def _parts(self) -> Iterator[Part]:
        journey, view = self.journey, self.view
        yield Part("lead", "", to_plain(journey.summary or ""), self._lead())
        yield Part("short", "In short", "", self._short())
        yield Part("map", to_plain(self.heading), self._map_search(), self._map())
        if journey.goals:
            goals = self.atlas.goals_of(journey.key)
            said = _sentences(goal.name for goal in journey.goals)
            yield Part("goals", "Goals", said, self._html("goals", goals=goals))
        yield Part("details", "Steps in detail", self._detail_search(), self._details())
        handed = self.atlas.hand_offs(journey)
        if handed.passings or handed.loose:
            yield Part("handoffs", "Hand-offs", "", self._html("handoffs", handed=handed))
        if self.atlas.chain(journey):
            yield Part("chain", "Without a hitch", "", self._chain())
        if view.pins:
            said = _sentences(pin.hotspot.name for pin in view.pins)
            yield Part("hotspots", _spots_heading(view), said, self._html("hotspots"))
        if journey.quotes or journey.nps_groups:
            yield Part("voices", "What customers say", "", self._voices())
        if journey.evidence:
            said = " ".join(to_plain(source.title) for source in journey.evidence)
            yield Part("evidence", "How we know", said, self._html("evidence"))
        if entries := self.desk.history.of_journey(journey.key):
            yield Part("history", "What changed", "", self._html("history", entries=entries))

    def _html(self, part: str, **more: Any) -> str:
        values = {"desk": self.desk, "view": self.view, "journey": self.journey, "na": NOT_ASSESSED, **more}
        return str(render(f"current/{part}", made=self.made, **values))

    def _lead(self) -> str:
        journey, atlas = self.journey, self.atlas
        review = review_of(journey, atlas.settings, atlas.today)
        return self._html(
            "lead",
            way=crumbs(self.desk),
            tabs=tabs(self.desk, journey, page(journey.key)),
            banners=tuple(_banners(journey, review)),
            review=review,
            coverage=atlas.coverage(journey),
            ours=len(self.view.all_steps) - len(self.view.steps),
            zooms=atlas.back.by_kind(Thing("journey", "", journey.key), "step", "zoom"),
        )

    def _wholes(self, primary: Standing | None) -> list[Figure]:
        """The numbers about the whole journey, but for the one that the primary goal shows already."""
        named = (self.atlas.readings.metric(ref) for ref in self.journey.metrics)
        shown = primary.aim.series if primary and primary.aim else None
        return [
            figure
            for metric in named
            if metric
            for figure in self.atlas.figures_about(metric, self.journey)
            if not (figure.where.phase or figure.where.step or figure.where.segment)
            if not (shown and (shown.metric.key, shown.where) == (metric.key, figure.where))
        ]

    def _short(self) -> str:
        journey, atlas = self.journey, self.atlas
        whole = atlas.effort(journey)
        primary = next(iter(atlas.goals_of(journey.key)), None)
        return self._html(
            "short",
            primary=primary,
            figures=self._wholes(primary),
            total=whole.total,
            path=whole.path,
            segments=atlas.segments(journey),
            worth=worth(whole.total, atlas.portfolio),
            chain=atlas.chain(journey),
            spots=open_hotspots(atlas, journey),
            handed=atlas.hand_offs(journey),
        )

    def _map(self) -> str:
        return self._html("map", people=self._names, **board_of(self.desk, self.made))

    def _names(self, parties: tuple[str, ...]) -> str:
        return ", ".join(map(self.atlas.parties.name, parties))

    def _details(self) -> str:
        away = lanes_away(self.made, self.atlas.settings)
        return self._html("details", away=away)

    def _chain(self) -> str:
        chain = self.atlas.chain(self.journey)
        links = links_of(chain) if chain else None
        drawn = phases_chart(links, self.desk.studio) if links else None
        stale = chain.stale(self.atlas.today, self.atlas.settings) if chain else ()
        return self._html("chain", chain=chain, stale=stale, drawn=drawn, twin=phases_twin(links) if links else None)

    def _voices(self) -> str:
        journey, portfolio = self.journey, self.atlas.portfolio
        loose = voices((one for one in journey.quotes if one.group is None), portfolio, journey.key)
        groups = []
        for name in GROUPS:
            answers = [one for one in journey.quotes if one.group == name]
            if answers or name in journey.nps_groups:
                groups.append((name, journey.nps_groups.get(name), voices(answers, portfolio, journey.key)))
        return self._html("voices", said=loose, groups=groups)

    def _map_search(self) -> str:
        view = self.view
        return _sentences([*(phase.phase.name for phase in view.phases), view.owner, *_texts(view, "name")])

    def _detail_search(self) -> str:
        return _sentences([*_texts(self.view, "summary"), *_texts(self.view, "thinks")])


def _texts(view: JourneyView, name: str) -> Iterator[str | None]:
    return (getattr(step.step, name) for step in view.all_steps)


def _sentences(texts: Any) -> str:
    return ". ".join(to_plain(text) for text in texts if text)


def _spots_heading(view: JourneyView) -> str:
    return "Bright spots" if all(pin.bright for pin in view.pins) else "Hotspots"


def _banners(journey: Journey, review: Review) -> Iterator[tuple[str, str]]:
    if journey.status == "draft":
        yield "Draft.", "It is being worked on; what it says may be wrong or missing."
    if journey.status == "retired":
        yield "Retired.", "Customers no longer go through this journey; the map is kept as it was."
    elif review.over:
        yield "Stale.", f"The review of {review.last} held until {review.until}."
