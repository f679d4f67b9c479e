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
from cxsite.derive.links.things import Thing
from cxsite.derive.links.uses import kept_by
from cxsite.derive.maps.journeys import JourneyView
from cxsite.derive.work.effects import Effect, effect_of
from cxsite.derive.work.health import Health
from cxsite.derive.written.amounts import write_minutes, write_points
from cxsite.diagnostics import count_of
from cxsite.draw.figure import spark_of
from cxsite.measure.judge import Judgement, Result
from cxsite.measure.series import Series
from cxsite.model.library import Strategy
from cxsite.pages.desk import NOT_ASSESSED, Desk
from cxsite.pages.frame import ids_of
from cxsite.pages.places import ACTIONS, METRICS, page
from cxsite.pages.plan import LINK, Page, Part
from cxsite.pages.render import render
from cxsite.pages.shelf import SHELVES, TITLES, library
from cxsite.pages.text import to_plain

TITLE = "Customer journeys"
MANY = 40
"""From this many journeys on each is a row of a table, without drawings."""
LISTED = 20
"""Of what needs attention this many are listed; the rest is counted."""


@dataclass(frozen=True)
class Row:
    """A journey with its primary goal, or else the number it is led by."""

    view: JourneyView
    goal: Standing | None
    figure: Figure | None
    spark: Markup
    health: Health
    effort: Effort
    points: float | None


@dataclass(frozen=True)
class Win:
    """What an action improved, and the people behind it."""

    thing: Thing
    judgement: Judgement
    result: Result
    series: Series | None
    effect: Effect
    people: tuple[str, ...]


def pages(desk: Desk) -> Iterator[Page]:
    """The one page of all journeys, in the order of their names."""
    parts = tuple(_parts(desk))
    count = count_of(len(desk.atlas.journeys), "journey")
    yield Page(desk.home, TITLE, f"{count}, seen from the customer's side", parts, ids_of(parts))


def _parts(desk: Desk) -> Iterator[Part]:
    def part(name: str, heading: str, search: str = "", **values: object) -> Part:
        return Part(name, heading, search, str(render(f"home/{name}", desk=desk, **values)))

    atlas, overview = desk.atlas, desk.overview
    count = count_of(len(atlas.journeys), "journey")
    more = tuple(_further(desk))
    yield Part("lead", "", "", str(render("home/lead", desk=desk, count=count, goals=overview.standings(), more=more)))
    if atlas.judged.all:
        yield part("wins", "What got better", wins=tuple(_wins(desk)), judged=atlas.judged)
    rows = tuple(_rows(desk))
    search = " ".join(to_plain(f"{row.view.journey.name}. {row.view.journey.summary or ''}") for row in rows)
    shape = "journeys" if len(rows) < MANY else "table"
    html = render(f"home/{shape}", desk=desk, rows=rows, na=NOT_ASSESSED, minutes=write_minutes, points=write_points)
    yield Part("journeys", "Journeys", search, str(html))
    if rows:
        lists = tuple(_attention(desk, rows))
        unanswered = len(atlas.duties.unanswered)
        answers = _answers(desk)
        yield part("attention", "What needs attention", lists=lists, unanswered=unanswered, answers=answers)
    book = library(desk, "strategy")
    if isinstance(book, Strategy) and book.principles:
        found = [(one, kept_by(atlas.portfolio, Thing("principle", "", one.key))) for one in book.principles]
        yield part("principles", "What we promise", principles=found)
    if overview.sights:
        seen = tuple(map(partial(_seen, desk), overview.sights))
        yield part("sight", "What we can see, by department", rows=seen)


def _further(desk: Desk) -> Iterator[tuple[str, str]]:
    """The overview pages that there are: label and address."""
    atlas = desk.atlas
    if any((atlas.hotspots, atlas.actions, atlas.ideas)):
        yield "Hotspots and actions", f"{LINK}{page(ACTIONS)}"
    if atlas.portfolio.metrics:
        yield "Metrics", f"{LINK}{page(METRICS)}"
    for name in SHELVES:
        if library(desk, name) is not None:
            yield TITLES[name], f"{LINK}{page(name)}"


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
    """A row: what one department can see of its work."""
    department = desk.ref("party", sight.department) if sight.department else "No department said"
    how = Markup(", ").join(desk.metric(metric) for metric in sight.metrics) or "nothing yet"
    latest = sight.last.label if sight.last else "no number yet"
    return (department, f"{sight.measured} of {sight.steps}", f"{sight.fresh} of {sight.phases}", latest, how)


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
            spark_of(figure) if figure and len(desk.atlas.journeys) < MANY else Markup(),
            desk.overview.healths[view.key],
            desk.atlas.effort(journey).total,
            found.expected if found else None,
        )


def _figure(desk: Desk, view: JourneyView, goal: Standing | None) -> Figure | None:
    """The figure of the primary goal; without a goal the first number about the journey as a whole."""
    if goal is not None:
        series = goal.aim.series if goal.aim else None
        return desk.atlas.figure(series.metric, series.where) if series else None
    for metric in desk.atlas.metrics_of.get(view.key, ()):
        for figure in desk.atlas.figures_about(metric, view.journey):
            if figure.latest and {kind for kind, _ in figure.where.named()} <= {"journey"}:
                return figure
    return None


def _wins(desk: Desk) -> Iterator[Win]:
    for judgement, result in desk.atlas.judged.wins:
        action = judgement.action
        people = tuple(dict.fromkeys(filter(None, (action.owner, *action.done_by))))
        thing = Thing("action", judgement.journey, action.key)
        metric = desk.atlas.readings.metric(result.expectation.metric)
        found = [one for one in desk.atlas.measures.series if metric and one.metric is metric]
        series = next((one for one in found if one.source == result.source and _same(one, result)), None)
        effect = effect_of(judgement, result, desk.atlas.readings)
        yield Win(thing, judgement, result, series, effect, people)


def _same(series: Series, result: Result) -> bool:
    where, asked = series.where, result.where
    return (where.phase, where.step, where.segment) == (asked.phase, asked.step, asked.segment)
