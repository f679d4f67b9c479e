"""All numbers about a journey: its goals, each metric at each place, phases, groups, what changes did, what lacks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from markupsafe import Markup, escape

from cxsite.derive.figures.coverage import Cell, PhaseCoverage
from cxsite.derive.figures.figures import Figure
from cxsite.derive.figures.standing import Standing
from cxsite.derive.people.voices import voices
from cxsite.derive.written.definitions import NOT_COMPUTED
from cxsite.derive.written.numbers import write_number
from cxsite.diagnostics import count_of
from cxsite.draw.charts import expected as before_and_now
from cxsite.draw.charts import nps as groups
from cxsite.draw.charts import phases as across
from cxsite.draw.figure import draw_figure
from cxsite.measure.series import why_without
from cxsite.model.journey import Journey
from cxsite.model.metric import Metric
from cxsite.model.named import NpsGroup
from cxsite.pages.desk import Desk
from cxsite.pages.frame import crumbs, leaf, rank_of, source_of, tabs
from cxsite.pages.numbers import (
    expected_of,
    facts_of,
    marks_of,
    nps_groups,
    phases_of,
    place_rows,
    verdict_rows,
    verdicts_of,
    write_freshness,
)
from cxsite.pages.places import METRICS, metric_anchor, page
from cxsite.pages.plan import Page, Part
from cxsite.pages.render import render
from cxsite.pages.text import to_plain


def pages(desk: Desk) -> Iterator[Page]:
    """The page of the metrics of each journey that has any."""
    return (_page(desk, journey) for journey in desk.atlas.journeys if desk.atlas.metrics_of.get(journey.key))


def _page(desk: Desk, journey: Journey) -> Page:
    metrics = desk.atlas.metrics_of[journey.key]
    figures = {metric.key: desk.atlas.figures_about(metric, journey) for metric in metrics}
    known = [metric for metric in metrics if any(figure.latest for figure in figures[metric.key])]
    search = ". ".join(to_plain(metric.name) for metric in metrics)
    parts = [
        Part("lead", "", "", _lead(desk, journey, len(metrics), len(known))),
        Part("goals", "Goals", "", _goals(desk, journey, figures)),
        Part("groups", "Promoters, passives, detractors", "", _groups(desk, journey, known, figures)),
        Part("judged", "What changes did", "", _judged(desk, journey)),
        Part("phases", "Across phases", "", _phases(desk, journey, known)),
        Part("metrics", "Each metric", search, _metrics(desk, journey, known, figures)),
        Part("coverage", "What is measured where", "", _coverage(desk, journey)),
        Part("missing", "Named and without numbers", "", _missing(desk, [m for m in metrics if m not in known])),
    ]
    path = page(journey.key, METRICS)
    title = f"{journey.name}: metrics"
    description = f"{count_of(len(metrics), 'metric')} of the journey {journey.name}"
    return leaf(
        path,
        title,
        description,
        parts,
        page(journey.key),
        rank_of(desk, journey, path),
        source_of(journey, "name"),
    )


def _lead(desk: Desk, journey: Journey, metrics: int, known: int) -> str:
    path = page(journey.key, METRICS)
    lead = f"{known} of {count_of(metrics, 'metric')} with numbers about this journey."
    way = crumbs(desk, (journey.name, page(journey.key)))
    return str(render("journey_metrics/lead", way=way, tabs=tabs(desk, journey, path), lead=lead))


def _goals(desk: Desk, journey: Journey, figures: dict[str, tuple[Figure, ...]]) -> str:
    """The primary goal first; the trends are those of its metrics as a whole."""
    lines = [line for line in desk.atlas.goals if line.journey == journey.key]
    if not lines:
        return ""
    named = dict.fromkeys(line.metric.key for line in lines if line.metric)
    wholes = [one for key in named for one in figures.get(key, ()) if one.latest and _is_whole(one, journey)]
    drawings = [draw_figure(one, desk.studio) for one in wholes]
    rows = [_goal(desk, line, index == 0) for index, line in enumerate(lines)]
    facts = facts_of(desk, wholes[0]) if wholes else ()
    return str(render("journey_metrics/goals", desk=desk, rows=rows, drawings=drawings, facts=facts))


def _is_whole(figure: Figure, journey: Journey) -> bool:
    where = figure.where
    return where.journey in ("", journey.key) and not (where.phase or where.step or where.segment)


def _goal(desk: Desk, line: Standing, primary: bool) -> tuple[Markup | str, ...]:
    name = Markup("{} <span class='cx-k2'>primary</span>").format(desk.link(line.thing))
    metric: Markup | str = escape(line.count.name) if line.count else desk.ref("metric", line.goal.metric)
    if line.metric:
        metric = Markup("{}{}").format(desk.metric(line.metric), f", {line.place}" if line.place else "")
    by = line.by.label if line.by else "no day said"
    latest = render("journey_metrics/standing", line=line, desk=desk)
    return name if primary else desk.link(line.thing), metric, latest, line.level, by, line.way


def _metrics(desk: Desk, journey: Journey, known: list[Metric], figures: dict[str, tuple[Figure, ...]]) -> str:
    rows = [(metric, place_rows(desk, figures[metric.key], journey.key)) for metric in known]
    return str(render("journey_metrics/metrics", desk=desk, metrics=rows)) if rows else ""


def _phases(desk: Desk, journey: Journey, known: list[Metric]) -> str:
    found = [(metric, made) for metric in known if (made := phases_of(desk, metric, journey)) is not None]
    charts = [(metric, across.phases_chart(made, desk.studio), across.twin(made)) for metric, made in found]
    return str(render("journey_metrics/phases", desk=desk, charts=charts)) if charts else ""


def _groups(desk: Desk, journey: Journey, known: list[Metric], figures: dict[str, tuple[Figure, ...]]) -> str:
    charts = []
    for metric in known:
        made, without = nps_groups(metric, figures[metric.key])
        drawn = groups.nps_chart(made, desk.studio) if made else None
        if made or without:
            charts.append((metric, drawn, groups.twin(made) if made else None, without))
    needs = []
    for group in get_args(NpsGroup):
        need = journey.nps_groups.get(group)
        quotes = [quote for quote in journey.quotes if quote.group == group]
        if need or quotes:
            needs.append((group, need, voices(quotes, desk.atlas.portfolio, journey.key)))
    if not charts and not needs:
        return ""
    return str(render("journey_metrics/groups", desk=desk, journey=journey, charts=charts, needs=needs))


def _judged(desk: Desk, journey: Journey) -> str:
    verdicts = verdicts_of(desk, journey)
    if not verdicts:
        return ""
    made = expected_of(desk, journey.name, verdicts)
    drawn = before_and_now.expected_chart(made, desk.studio) if made else None
    twin = before_and_now.twin(made) if made else None
    return str(
        render(
            "metric/judged", rows=verdict_rows(desk, verdicts), drawn=drawn, twin=twin, marks=marks_of(desk, verdicts)
        )
    )


def _coverage(desk: Desk, journey: Journey) -> str:
    covered = desk.atlas.coverage(journey).phases
    rows = [row for phase in covered for row in _covered(desk, phase)]
    return str(render("journey_metrics/coverage", rows=rows, phases=[_phase(desk, phase) for phase in covered]))


def _phase(desk: Desk, covered: PhaseCoverage) -> tuple[Markup | str, ...]:
    """A phase as a whole: how many of its steps, by which metrics, and whether any of their numbers is fresh."""
    by = {cell.metric.key: cell.metric for cell in covered.cells if cell.state != "empty"}
    best = {"none": "not measured", "empty": "no number to show"}.get(covered.best, covered.best)
    return (
        escape(to_plain(covered.phase.name)),
        f"{covered.measured} of {covered.steps}",
        Markup(", ").join(desk.metric(metric) for metric in by.values()) or "nothing yet",
        Markup('<span class="cx-stale">stale</span>') if best == "stale" else best,
        desk.ref("party", covered.owner),
        desk.links(covered.evidence) or "none named",
    )


def _covered(desk: Desk, covered: PhaseCoverage) -> Iterator[tuple[Markup | str, ...]]:
    name = escape(to_plain(covered.phase.name))
    if not covered.cells:
        yield name, "the phase", "not measured", "", "", desk.ref("party", covered.owner), desk.links(covered.evidence)
    yield from ((name, *_cell(desk, cell)) for cell in covered.cells)


def _cell(desk: Desk, cell: Cell) -> tuple[Markup | str, ...]:
    few = ", low base" if cell.low_base else ""
    answers = f"{write_number(cell.n, 0)}{few}" if cell.n is not None else "not published"
    return (
        Markup("{}{}").format(desk.link(cell.place), ", by a number of the whole" if cell.whole else ""),
        desk.metric(cell.metric),
        answers if cell.state != "empty" else "",
        cell.why_not or write_freshness(cell.freshness),
        desk.ref("party", cell.owner) if cell.owner else "nobody",
        desk.links(cell.evidence) or "none named",
    )


def _missing(desk: Desk, metrics: list[Metric]) -> str:
    places = {metric.key: desk.atlas.figures(metric)[0].where for metric in metrics}
    rows = [(metric, metric_anchor(metric.key, places[metric.key]), _why_missing(desk, metric)) for metric in metrics]
    return str(render("journey_metrics/missing", desk=desk, missing=rows)) if rows else ""


def _why_missing(desk: Desk, metric: Metric) -> str:
    withheld = why_without(desk.atlas.measures.of(metric.key))
    if withheld:
        return withheld
    if metric.method in NOT_COMPUTED:
        return "not computed by this version"
    return "its table has no number about this journey" if metric.source else "it names no table"
