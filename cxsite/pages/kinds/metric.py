"""A metric: what it is, where it stands, what it is to reach, what tests showed, and every row of its tables."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup, escape

from cxsite.derive.figures.figures import Figure
from cxsite.derive.figures.standing import Standing
from cxsite.derive.links.things import Thing
from cxsite.derive.written.amounts import write_length
from cxsite.derive.written.definitions import (
    NOT_COMPUTED,
    better_in_words,
    columns_in_words,
    method_in_words,
    rows_in_words,
    year_in_words,
)
from cxsite.draw.charts import distribution
from cxsite.draw.charts import expected as before_and_now
from cxsite.draw.charts import nps as groups
from cxsite.draw.charts import phases as across
from cxsite.draw.figure import draw_figure
from cxsite.measure.breaks import breaks_of
from cxsite.measure.measures import source_labels
from cxsite.model.metric import Metric
from cxsite.pages.desk import Desk
from cxsite.pages.frame import crumbs, leaf, parent_of, source_of
from cxsite.pages.numbers import (
    answers_of,
    expected_of,
    facts_of,
    marks_of,
    nps_groups,
    phases_of,
    place_rows,
    verdict_rows,
    verdicts_about,
)
from cxsite.pages.places import METRICS, metric_page, page
from cxsite.pages.plan import Page, Part
from cxsite.pages.render import render
from cxsite.pages.text import to_plain

MOST_TRENDS, MOST_PHASES = 24, 12
"""Charts on one page; the others are on the pages of their journeys."""
_USES = {
    **{"journey": "Journeys", "target": "Target maps", "phase": "Phases", "step": "Steps", "hotspot": "Hotspots"},
    **{"goal": "Goals", "action": "Actions", "idea": "Ideas", "value": "Value"},
}


def pages(desk: Desk) -> Iterator[Page]:
    """The page of each metric, below that of all metrics."""
    return (_page(desk, metric) for metric in desk.atlas.portfolio.metrics)


def _page(desk: Desk, metric: Metric) -> Page:
    search = ". ".join(to_plain(text) for text in (metric.name, metric.question) if text)
    parts = [
        Part("lead", "", search, _lead(desk, metric)),
        Part("trends", "Over time", "", _trends(desk, metric)),
        Part("stands", "Where it stands", "", _places(desk, metric)),
        Part("goals", "Goals for it", "", _goals(desk, metric)),
        Part("phases", "Across phases", "", _phases(desk, metric)),
        Part("groups", "Who is behind it", "", _groups(desk, metric)),
        Part("judged", "What changes did to it", "", _judged(desk, metric)),
        Part("used", "Used in", "", _used(desk, metric)),
        Part("sources", "Where its numbers are from", "", _sources(desk, metric)),
    ]
    description = metric.question or method_in_words(metric)
    parent = parent_of(Thing("metric", "", metric.key))
    return leaf(metric_page(metric.key), metric.name, description, parts, parent, source=source_of(metric, "name"))


def _lead(desk: Desk, metric: Metric) -> str:
    settings = desk.atlas.settings
    own = write_length(metric.fresh_for) if metric.fresh_for else ""
    return str(
        render(
            "metric/lead",
            desk=desk,
            metric=metric,
            way=crumbs(desk, ("Metrics", page(METRICS))),
            method=method_in_words(metric),
            better=better_in_words(metric),
            not_computed=metric.method in NOT_COMPUTED,
            fresh_for=own or f"{write_length(settings.fresh_for)}, as the whole site",
        )
    )


def _places(desk: Desk, metric: Metric) -> str:
    return str(render("metric/places", rows=place_rows(desk, desk.atlas.figures(metric))))


def _goals(desk: Desk, metric: Metric) -> str:
    rows = [_goal(desk, line) for line in desk.atlas.goals_for(metric)]
    return str(render("metric/goals", rows=rows)) if rows else ""


def _goal(desk: Desk, line: Standing) -> tuple[Markup | str, ...]:
    whose = Thing("journey", "", line.journey)
    name = desk.link(line.thing)
    where = desk.link(whose) if line.journey else escape("All journeys")
    place = Markup("{}, {}").format(where, line.place) if line.place else where
    return name, place, line.level, line.by.label if line.by else "no day said", line.way


def _trends(desk: Desk, metric: Metric) -> str:
    figures = desk.atlas.figures(metric)
    shown = sorted((one for one in figures if one.latest and _is_drawn(desk, one)), key=lambda one: _rank(desk, one))
    drawn = shown[:MOST_TRENDS]
    others = [one for one in figures if one not in drawn and one.rows]
    if not drawn and not others:
        return ""
    drawings = [draw_figure(one, desk.studio) for one in drawn]
    left_out = len([one for one in others if one.latest])
    facts = facts_of(desk, drawn[0]) if drawn else ()
    return str(render("metric/trends", desk=desk, drawings=drawings, facts=facts, others=others, left_out=left_out))


def _is_drawn(desk: Desk, figure: Figure) -> bool:
    """The whole, and what a goal or an action names: not each segment, phase and step of 300 journeys."""
    where = figure.where
    return not (where.phase or where.step or where.segment) or desk.atlas.is_followed(figure)


def _rank(desk: Desk, figure: Figure) -> tuple[bool, bool]:
    return bool(figure.where.named()), not desk.atlas.is_followed(figure)


def _phases(desk: Desk, metric: Metric) -> str:
    told = desk.atlas.readings.told_by_phase(metric)
    known = [journey for journey in desk.atlas.journeys if told is None or journey.key in told]
    found = [(journey, made) for journey in known if (made := phases_of(desk, metric, journey)) is not None]
    charts = [
        (desk.link(Thing("journey", "", journey.key)), across.phases_chart(made, desk.studio), across.twin(made))
        for journey, made in found[:MOST_PHASES]
    ]
    more = max(0, len(found) - MOST_PHASES)
    return str(render("metric/phases", desk=desk, metric=metric, charts=charts, more=more)) if charts else ""


def _groups(desk: Desk, metric: Metric) -> str:
    if spread := answers_of(metric, desk.atlas.figures(metric)):
        chart = distribution.distribution_chart(spread, desk.studio)
        return str(render("metric/answers", metric=metric, drawn=chart, twin=distribution.twin(spread)))
    made, without = nps_groups(metric, desk.atlas.figures(metric))
    if not made and not without:
        return ""
    drawn, twin = (groups.nps_chart(made, desk.studio), groups.twin(made)) if made else (None, None)
    return str(render("metric/groups", metric=metric, nps=made, drawn=drawn, twin=twin, without=without))


def _judged(desk: Desk, metric: Metric) -> str:
    verdicts = verdicts_about(desk, metric)
    if not verdicts:
        return ""
    made = expected_of(desk, metric.name, verdicts)
    drawn, twin = (
        (before_and_now.expected_chart(made, desk.studio), before_and_now.twin(made)) if made else (None, None)
    )
    rows = verdict_rows(desk, verdicts)
    return str(render("metric/judged", rows=rows, drawn=drawn, twin=twin, marks=marks_of(desk, verdicts)))


def _used(desk: Desk, metric: Metric) -> str:
    thing, back = Thing("metric", "", metric.key), desk.atlas.back
    found: dict[str, list[Markup]] = {}
    for by in dict.fromkeys(use.by for use in back.uses.get(thing, ())):
        found.setdefault(_USES.get(by.kind, by.kind.capitalize()), []).append(_user(desk, by))
    named = {use.by.home or use.by.key for use in back.uses.get(thing, ())}
    rows = [key for key in back.journeys_using(thing) if key not in named]
    if rows:
        found["Journeys that its rows are about"] = [desk.link(Thing("journey", "", key)) for key in rows]
    pairs = [(label, Markup(", ").join(users)) for label, users in found.items()]
    return str(render("metric/used", pairs=pairs))


def _user(desk: Desk, by: Thing) -> Markup:
    """What names it; of a journey, with the journey."""
    if not by.home:
        return desk.link(by)
    return Markup("{} ({})").format(desk.link(by), desk.name(Thing("journey", "", by.home)))


def _sources(desk: Desk, metric: Metric) -> str:
    counts = {
        label: sum(len(one.points) for one in desk.atlas.measures.of(metric.key) if one.source == label)
        for label in source_labels(metric)
    }
    own_years = any(source.fiscal_year for source in metric.source)
    sources = [
        (
            source.file,
            columns_in_words(source),
            rows_in_words(source),
            ", ".join(source.missing) or "empty cell",
            *([year_in_words(source) or "as the whole site"] if own_years else []),
            str(count),
        )
        for source, count in zip(metric.source, counts.values(), strict=True)
    ]
    breaks = [
        (at.long_label, why, "what came before is not compared with what came after")
        for at, why in sorted(breaks_of(metric, desk.atlas.settings))
    ]
    years = ("Fiscal year",) if own_years else ()
    columns = ("Table", "Columns", "Rows", "Missing values", *years, "Rows read")
    return str(render("metric/sources", columns=columns, sources=sources, breaks=breaks))
