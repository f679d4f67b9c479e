"""What every page kind and every template asks: names, links, numbers and quotes as HTML, each written in one way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from markupsafe import Markup, escape

from cxsite.compare.change import Change
from cxsite.compare.grid import Grid, grids_of, touched
from cxsite.compare.history import History, Line
from cxsite.compare.report import Report
from cxsite.derive.atlas import Atlas
from cxsite.derive.facets import Facets, facets_of
from cxsite.derive.figures.counted import NAMES
from cxsite.derive.figures.figures import Figure, mark_of
from cxsite.derive.links.things import Thing, entry_of, places_of, thing_of, things_of
from cxsite.derive.maps.changes import Difference
from cxsite.derive.maps.gaps import Carried
from cxsite.derive.maps.said import volume_label
from cxsite.derive.overview import Overview
from cxsite.derive.places.readings import Reading
from cxsite.derive.work.progress import Progress, progress_of
from cxsite.derive.written.amounts import write_minutes, write_money, write_points, write_share
from cxsite.derive.written.numbers import write_amount, write_interval, write_n, write_number, write_value
from cxsite.draw.charts import Studio
from cxsite.measure.latest import NOT_MEASURED
from cxsite.measure.series import Point, Series
from cxsite.model.action import Action
from cxsite.model.base import Entry
from cxsite.model.hotspot import Hotspot
from cxsite.model.metric import Metric
from cxsite.model.named import Linked
from cxsite.model.values import Money
from cxsite.pages.changed import address_now, beginning
from cxsite.pages.marked import marked
from cxsite.pages.places import ACTIONS, address, compare_page, metric_anchor, metric_page, page
from cxsite.pages.plan import LINK, SOURCE
from cxsite.pages.text import to_html, to_plain
from cxsite.pages.unbroken import together

NOT_ASSESSED = Markup('<span class="cx-na">not assessed</span>')


@dataclass(frozen=True)
class Desk:
    """The atlas, the studio that draws, where the portfolio page stands, and the pictures that are there."""

    atlas: Atlas
    studio: Studio
    home: str
    images: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """The address of each picture by journey and file."""
    history: History = field(default_factory=History)
    told: Report | None = None
    """What differs from another state of the project, where pages are to show it."""

    @cached_property
    def _links(self) -> dict[Thing, Markup]:
        """What `link` gave: a name stands on many pages."""
        return {}

    @cached_property
    def touched(self) -> dict[str, tuple[Change, ...]]:
        """What the change tells of each journey, by its id."""
        return touched(self.told) if self.told else {}

    @cached_property
    def grids(self) -> dict[str, tuple[Grid, ...]]:
        """The maps of each journey of which the change tells something, before and after."""
        told = self.told
        return {key: grids_of(told, key, changes) for key, changes in self.touched.items()} if told else {}

    @cached_property
    def overview(self) -> Overview:
        """The portfolio seen from above."""
        return Overview(self.atlas)

    @cached_property
    def facets(self) -> Facets:
        """What the list of journeys can be narrowed by."""
        return facets_of(self.overview)

    @cached_property
    def history_begins(self) -> str:
        """Where the history begins that pages tell, and why there; empty where it is whole."""
        return beginning(self.history, self.atlas.settings.commits_back)

    # things

    def changed_at(self, line: Line) -> str:
        """Where something that changed stands today; empty where it stands nowhere."""
        return address_now(line, self.atlas.portfolio)

    def link(self, thing: Thing) -> Markup:
        """The name of a thing, leading to where it stands."""
        if thing not in self._links:
            self._links[thing] = self._linked(self.name(thing), self.address(thing))
        return self._links[thing]

    def address(self, thing: Thing) -> str:
        """Where a thing stands; empty where it stands on no page."""
        return address(thing, self.atlas.portfolio) if self._is_there(thing) else ""

    def name(self, thing: Thing) -> str:
        """What a thing is called."""
        if thing.kind == "target":
            return "Target" if thing.key == "target" else f"Target “{thing.key}”"
        if thing.kind == "value":
            return "What customers value"
        entry = entry_of(self.atlas.portfolio, thing)
        named = getattr(entry, "title", None) or getattr(entry, "name", None)
        return str(named or self._goal_name(entry) or thing.key)

    def ref(self, kind: str, text: str, journey: str = "") -> Markup:
        """What a reference names, with a link; the id itself where nobody has listed it."""
        thing = thing_of(self.atlas.portfolio, kind, text, journey)
        return self.link(thing) if thing else escape(text)

    def refs(self, kind: str, texts: Iterable[str], journey: str = "") -> Markup:
        """Several references, with commas."""
        return Markup(", ").join(self.ref(kind, text, journey) for text in texts)

    def links(self, things: Iterable[Thing]) -> Markup:
        """Several things, with commas."""
        return Markup(", ").join(self.link(thing) for thing in things)

    def difference(self, one: Difference) -> Markup:
        """A step or phase that differs in a target, leading to where the two maps stand beside one another."""
        return self._linked(one.name, f"{LINK}{compare_page(one.journey, one.target)}#{one.kind}-{one.id}")

    def category(self, key: str) -> str:
        """What a category is called."""
        return self.atlas.settings.category_name(key)

    def category_link(self, key: str, journey: str) -> Markup:
        """A category, leading to its hotspots in a journey, or in all of them."""
        shown = "" if key in self.atlas.settings.category_ids else " (not listed)"
        path = page(*filter(None, (journey, ACTIONS)))
        return self._linked(self.category(key), f"{LINK}{path}#category-{key}") + shown

    def entries(self, things: Iterable[Thing]) -> list[tuple[Thing, Linked]]:
        """Several things with what was written of each."""
        found = ((thing, entry_of(self.atlas.portfolio, thing)) for thing in things)
        return [(thing, entry) for thing, entry in found if entry is not None]

    def things(self, kind: str, texts: Iterable[str], journey: str = "") -> tuple[Thing, ...]:
        """What several references name."""
        return things_of(self.atlas.portfolio, kind, texts, journey)

    def places(self, thing: Thing, hotspot: Hotspot) -> tuple[Thing, ...]:
        """The steps and phases that a hotspot stands on."""
        return places_of(self.atlas.portfolio, thing, hotspot)

    def answers(self, thing: Thing) -> Markup:
        """Who answers for something; empty where nobody does."""
        duties = self.atlas.duties.by_thing.get(thing, ())
        return self.refs("party", (duty.party for duty in duties if duty.role == "answers"))

    def department(self, party: str) -> Markup:
        """The department of a person; empty for a department, and where nobody says."""
        parties = self.atlas.duties.parties
        found = parties.department(parties.now(party))
        return self.ref("party", found) if found and found != parties.now(party) else Markup()

    def edit(self, entry: Entry, *path: str) -> Markup:
        """Where something was written, to be opened and edited there."""
        span = entry.span(*path)
        if not span.file:
            return Markup()
        place = f"{span.file}:{span.line}"
        return Markup('<a class="cx-edit" href="{}{}">{}</a>').format(SOURCE, place, place)

    def entry(self, thing: Thing) -> Entry | None:
        """What was written about a thing."""
        return entry_of(self.atlas.portfolio, thing)

    def progress(self, action: Thing | Action) -> Progress:
        """Where an action stands today."""
        entry = self.entry(action) if isinstance(action, Thing) else action
        return progress_of(entry, self.atlas.today) if isinstance(entry, Action) else Progress("not said")

    @staticmethod
    def source(place: str) -> str:
        """The link to a place in a file, as `metrics/ease.csv:5`."""
        return f"{SOURCE}{place}"

    def _is_there(self, thing: Thing) -> bool:
        """True for what has an entry, and so a place on a page."""
        return thing.kind in ("target", "value") or entry_of(self.atlas.portfolio, thing) is not None

    def _goal_name(self, entry: object) -> str:
        metric = getattr(entry, "metric", None)
        if not isinstance(metric, str):
            return ""
        return NAMES.get(metric) or self.atlas.portfolio.name_of("metric", metric)

    @staticmethod
    def _linked(name: str, where: str) -> Markup:
        if not where:
            return to_html(name)
        return Markup('<a href="{}">{}</a>').format(where, to_plain(name))

    # numbers

    def number(self, series: Series, point: Point, details: bool = True) -> Markup:
        """A number with n, interval and period, leading to its chart; what the mark says is what tests go by."""
        metric, estimate = series.metric, point.estimate
        if estimate is None:
            return escape(point.missing or NOT_MEASURED)
        value = write_value(metric, estimate.value)
        mark = mark_of(metric, series.where, series.source, point)
        link = f"{LINK}{metric_page(metric.key)}#{metric_anchor(metric.key, series.where)}"
        shown = Markup('<a class="cx-num" data-of="{}" href="{}">{}</a>').format(mark, link, together(value))
        if not details:
            return shown
        told = together(f"{write_n(estimate)}, {write_interval(metric, estimate)}, {point.period.label}")
        disputed = ", sources disagree" if self.atlas.measures.rivals(series, point) else ""
        return shown + Markup(' <span class="cx-k2"><span data-told>{}</span>{}</span>').format(told, disputed)

    def reading(self, reading: Reading | None, details: bool = True, why: str = NOT_MEASURED) -> Markup:
        """The latest number about a place, or why there is none."""
        return self.number(reading.series, reading.point, details) if reading else escape(why)

    def latest(self, figure: Figure, details: bool = True) -> Markup:
        """The newest number of a figure."""
        found = figure.latest
        if found is None:
            return escape(figure.withheld or "not measured yet")
        series = self.atlas.latest_series(figure)
        return self.number(series, found[1], details) if series else Markup()

    def measured(self, said: float | str | None, kind: str, journey: str, step: str = "", phase: str = "") -> Markup:
        """A `share`, a `count` or a `cost` as written, or the latest number of the metric that it names."""
        if said is None:
            return NOT_ASSESSED
        if isinstance(said, str):
            found, metric = self.atlas.readings.about(said, journey, step, phase), self.ref("metric", said)
            shown = escape(found) if isinstance(found, str) else self.reading(found)
            return Markup("{} <span class='cx-k2'>({})</span>").format(shown, metric)
        return escape(write_share(said) if kind == "share" else write_number(said, 0 if said == int(said) else 1))

    def volume_label(self, said: float | str | None, journey: str, step: str = "", phase: str = "") -> str:
        """What the number of customers is called that a map gives as `volume`."""
        found = self.atlas.readings.about(said, journey, step, phase) if isinstance(said, str) else ""
        return volume_label(None if isinstance(found, str) else found)

    def effort(self, target: Thing, carried: Carried) -> Markup:
        """What changes of a target take off one customer: `34 min less, £4 more; negative emotion not known`."""
        ways = {"minutes": ("time", write_minutes), "money": ("money", self.amount), "emotion": ("emotion", _points)}
        known = {name: getattr(carried.removed, name) or 0.0 for name in ways if carried.knows(name)}
        mark = carried.mark(target.home, target.key)
        said = [
            marked("carried", mark, f"{name} {way}", f"{ways[name][1](abs(part))} {way}")
            for name, part in known.items()
            if round(part, 9)
            for way in ("less" if part > 0 else "more",)
        ]
        unknown = [word for name, (word, _) in ways.items() if name not in known]
        if not known:
            return Markup("not known")
        told = Markup(", ").join(said) or Markup("no less and no more")
        return told + f"; {' and '.join(unknown)} not known" if unknown else told

    def cost(self, said: Money | str | float | None, journey: str, step: str = "", phase: str = "") -> Markup:
        """An amount as written, or the latest number of the metric that it names."""
        if isinstance(said, Money):
            return escape(self.money(said))
        if isinstance(said, float | int):
            return escape(self.amount(said))
        return self.measured(said, "cost", journey, step, phase)

    def money(self, money: Money) -> str:
        """An amount as it was written."""
        return write_money(money, self.atlas.settings.currency)

    def budget(self, amount: float, currency: str) -> str:
        """An amount in a currency, or in the site's where none is said."""
        return self.money(Money(amount, currency))

    def amount(self, amount: float) -> str:
        """An amount in the site's currency."""
        return write_amount(amount, self.atlas.settings.currency)

    def metric(self, metric: Metric) -> Markup:
        """A metric's name, leading to its page."""
        return self.link(Thing("metric", "", metric.key))


def _points(points: float) -> str:
    return f"{write_points(points)} {'point' if points == 1 else 'points'} of negative emotion"
