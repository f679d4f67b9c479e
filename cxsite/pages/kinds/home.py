"""The portfolio: what got better, every journey with its goal and its health, what needs attention, what we can see."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from cxsite.derive.effort.effort import Effort
from cxsite.derive.figures.figures import Figure
from cxsite.derive.figures.sight import Sight
from cxsite.derive.figures.standing import Standing
from cxsite.derive.glance import OpenHotspots, open_hotspots
from cxsite.derive.links.things import Thing
from cxsite.derive.links.uses import kept_by
from cxsite.derive.maps.journeys import JourneyView
from cxsite.derive.work.health import Health
from cxsite.diagnostics import count_of
from cxsite.draw.figure import spark_of
from cxsite.draw.maps import outline_of
from cxsite.draw.marks.emotion import small
from cxsite.draw.marks.face import sign
from cxsite.draw.marks.meter import bar, cells
from cxsite.model.library import Strategy, Value
from cxsite.pages.desk import NOT_ASSESSED, Desk
from cxsite.pages.feed import FEED, TOLD
from cxsite.pages.frame import ids_of
from cxsite.pages.places import page
from cxsite.pages.plan import LINK, Page, Part
from cxsite.pages.render import render
from cxsite.pages.shelf import library, overview_tabs
from cxsite.pages.text import to_plain
from cxsite.pages.wins import wins

TITLE = "Customer journeys"
MANY = 40
"""From this many journeys on the list is a dense one, without curves."""
FIRST = 6
"""Of the wins this many are in sight; the others can be opened."""
NEWEST, LINES = 8, 6
"""Of what changed lately so many commits are in sight, and so many things of each."""
LISTED = 20
"""Of what needs attention this many are listed; the rest is counted."""


@dataclass(frozen=True)
class Row:
    """A journey with its primary goal, or else the number it is led by."""

    view: JourneyView
    goal: Standing | None
    figure: Figure | None
    spark: Markup
    curve: Markup
    health: Health
    spots: OpenHotspots
    effort: Effort
    points: float | None
    facets: tuple[tuple[str, str], ...]
    """What it can be found by: key and values."""


def pages(desk: Desk) -> Iterator[Page]:
    """The one page of all journeys, in the order of their names."""
    parts = tuple(_parts(desk))
    count = count_of(len(desk.atlas.journeys), "journey")
    heading = to_plain(desk.overview.finding)
    yield Page(desk.home, TITLE, f"{count}, seen from the customer's side", parts, ids_of(parts), heading=heading)


def _parts(desk: Desk) -> Iterator[Part]:
    def part(name: str, heading: str, search: str = "", **values: object) -> Part:
        return Part(name, heading, search, str(render(f"home/{name}", desk=desk, **values)))

    atlas, overview = desk.atlas, desk.overview
    yield Part("lead", "", "", str(render("home/lead", desk=desk, **_lead(desk))))
    if atlas.judged.all:
        found = tuple(wins(desk))
        yield part("wins", "What got better", shown=found[:FIRST], more=found[FIRST:], judged=atlas.judged)
    rows = tuple(_rows(desk))
    yield Part("journeys", "Journeys", _search(rows), _journeys(desk, rows))
    if rows:
        lists = tuple(_attention(desk, rows))
        unanswered = len(atlas.duties.unanswered)
        answers = _answers(desk)
        yield part("attention", "What needs attention", lists=lists, unanswered=unanswered, answers=answers)
    history = desk.history
    if history.entries or history.past.cut == "shallow":
        shown, more = history.entries[:NEWEST], history.entries[NEWEST:TOLD]
        yield part("lately", "What changed lately", shown=shown, more=more, most=LINES, feed=FEED)
    book = library(desk, "strategy")
    if isinstance(book, Strategy) and book.principles:
        kept = [(one, kept_by(atlas.portfolio, Thing("principle", "", one.key))) for one in book.principles]
        yield part("principles", "What we promise", principles=kept)
    if overview.sights:
        yield part("sight", "What we can see, by department", rows=tuple(map(partial(_seen, desk), overview.sights)))


def _lead(desk: Desk) -> dict[str, object]:
    value = library(desk, "value")
    return {
        "some": bool(desk.atlas.journeys),
        "count": count_of(len(desk.atlas.journeys), "journey"),
        "said": value.summary if isinstance(value, Value) else None,
        "goals": tuple((one, _progress(desk, one)) for one in desk.overview.standings()),
        "tabs": overview_tabs(desk, desk.home),
    }


def _progress(desk: Desk, one: Standing) -> Markup:
    """How far a goal across all journeys is: of a count its share, of a number its course."""
    if one.count and one.count.value is not None:
        return bar(one.count.value, one.count.total, one.goal.target.value)
    figure = _figure_of(desk, one)
    return spark_of(figure, one.aim.level if one.aim else None) if figure else Markup()


def _journeys(desk: Desk, rows: Sequence[Row]) -> str:
    standings = [row.goal for row in rows if row.goal]
    return str(
        render(
            "home/journeys",
            desk=desk,
            rows=rows,
            many=len(rows) >= MANY,
            facets=desk.facets.facets if len(rows) > 1 else (),
            found=desk.overview.hotspots,
            goals=(sum(bool(one.reached) for one in standings), len(standings)),
            na=NOT_ASSESSED,
            sign=sign,
        )
    )


def _search(rows: Sequence[Row]) -> str:
    return " ".join(to_plain(f"{row.view.journey.name}. {row.view.journey.summary or ''}") for row in rows)


def _attention(desk: Desk, rows: tuple[Row, ...]) -> Iterator[tuple[str, int, tuple[Markup, ...]]]:
    """What is late: a heading, how much there is, and the first of it."""
    healths = [row.health for row in rows if row.health.journey.status != "retired"]
    overview = desk.overview
    lists: tuple[tuple[str, str, Sequence[object]], ...] = (
        ("Actions overdue or at risk", "action", overview.late),
        ("Goals past their day", "goal", overview.goals_late),
        ("Reviews overdue or due", "review", [one for one in healths if one.review.over or one.review_soon]),
        ("Never reviewed", "unreviewed", [one for one in healths if one.review.last is None]),
        ("Numbers that are stale", "stale", overview.stale),
    )
    for heading, what, every in lists:
        lines = (render("home/late", what=what, found=found, desk=desk) for found in every[:LISTED])
        yield heading, len(every), tuple(lines)


def _seen(desk: Desk, sight: Sight) -> tuple[object, ...]:
    """What one department can see of its work: who, the cells, the counts, the newest period, the metrics."""
    department = desk.ref("party", sight.department) if sight.department else "No department said"
    names = tuple(desk.metric(metric) for metric in sight.metrics)
    return department, cells(sight.measured, sight.steps), sight, sight.last.label if sight.last else "", names


def _answers(desk: Desk) -> str:
    """The page that lists what nobody answers for; empty without one."""
    return f"{LINK}{page('organisation')}#unanswered" if library(desk, "organisation") else ""


def _rows(desk: Desk) -> Iterator[Row]:
    views = map(desk.atlas.view, desk.atlas.journeys)
    for view in sorted(views, key=lambda view: (view.journey.name.casefold(), view.key)):
        journey = view.journey
        goal = next(iter(desk.overview.standings(journey)), None)
        figure = _figure(desk, view, goal)
        found = desk.atlas.segments(journey)[0].points
        yield Row(
            view,
            goal,
            None if goal else figure,
            spark_of(figure, goal.aim.level if goal and goal.aim else None) if figure else Markup(),
            _curve(desk, view),
            desk.overview.healths[view.key],
            open_hotspots(desk.atlas, journey),
            desk.atlas.effort(journey).total,
            found.expected if found else None,
            desk.facets.of(view.key),
        )


def _curve(desk: Desk, view: JourneyView) -> Markup:
    outline = outline_of(view, desk.atlas.readings) if len(desk.atlas.journeys) < MANY else None
    return small(outline) if outline else Markup()


def _figure(desk: Desk, view: JourneyView, goal: Standing | None) -> Figure | None:
    """The figure of the primary goal; without a goal the first number about the journey as a whole."""
    if goal is not None:
        return _figure_of(desk, goal)
    for metric in desk.atlas.metrics_of.get(view.key, ()):
        for figure in desk.atlas.figures_about(metric, view.journey):
            if figure.latest and {kind for kind, _ in figure.where.named()} <= {"journey"}:
                return figure
    return None


def _figure_of(desk: Desk, goal: Standing) -> Figure | None:
    series = goal.aim.series if goal.aim else None
    return desk.atlas.figure(series.metric, series.where) if series else None
