"""All metrics: who answers for each, how it is made, where it stands, and which are not looked after."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup, escape

from cxsite.derive.figures.figures import Figure
from cxsite.derive.links.things import Thing
from cxsite.derive.written.definitions import NOT_COMPUTED
from cxsite.diagnostics import count_of
from cxsite.draw.figure import spark_of
from cxsite.model.metric import Metric
from cxsite.pages.desk import Desk
from cxsite.pages.frame import BEHIND_JOURNEYS, crumbs, leaf
from cxsite.pages.numbers import write_aims, write_freshness
from cxsite.pages.places import METRICS, page
from cxsite.pages.plan import Page, Part
from cxsite.pages.render import render
from cxsite.pages.shelf import overview_tabs
from cxsite.pages.text import to_plain

TITLE = "Metrics"


def pages(desk: Desk) -> Iterator[Page]:
    """The one page of all metrics, in the order of their names; none where there is no metric."""
    metrics = sorted(desk.atlas.portfolio.metrics, key=lambda metric: (metric.name.casefold(), metric.key))
    if not metrics:
        return
    count = count_of(len(metrics), "metric")
    rows = [_row(desk, metric) for metric in metrics]
    search = ". ".join(to_plain(metric.name) for metric in metrics)
    tabs = overview_tabs(desk, page(METRICS))
    parts = [
        Part("lead", "", "", str(render("metrics/lead", way=crumbs(desk), tabs=tabs, count=count))),
        Part("all", "All metrics", search, str(render("metrics/all", rows=rows))),
    ]
    pairs = _open(desk, metrics)
    if any(said for _, said in pairs):
        parts.append(Part("open", "Not looked after", "", str(render("metrics/open", pairs=pairs))))
    yield leaf(page(METRICS), TITLE, f"{count}, with what each rests on", parts, desk.home, BEHIND_JOURNEYS + 1)


def _row(desk: Desk, metric: Metric) -> tuple[Markup | str, ...]:
    atlas = desk.atlas
    figures = atlas.figures(metric)
    whole = _whole(figures)
    known = [one for one in figures if one.latest]
    using = atlas.back.journeys_using(Thing("metric", "", metric.key))
    return (
        Markup('{} <span class="cx-k2">{}</span>').format(desk.metric(metric), metric.kind or metric.method),
        spark_of(whole) if whole else "",
        _latest(desk, metric, whole, len(known), _withheld(figures)),
        write_aims(whole) if whole else "",
        _fresh(desk, known, whole),
        desk.ref("party", metric.owner) if metric.owner else "nobody",
        desk.links(Thing("journey", "", key) for key in using) or "none",
    )


def _whole(figures: tuple[Figure, ...]) -> Figure | None:
    return next((one for one in figures if one.latest and not one.where.named()), None)


def _withheld(figures: Iterable[Figure]) -> str:
    return next((one.withheld for one in figures if one.withheld), "")


def _latest(desk: Desk, metric: Metric, whole: Figure | None, places: int, withheld: str) -> Markup:
    if whole:
        more = f"; and {count_of(places - 1, 'place')}" if places > 1 else ""
        return Markup("{}{}").format(desk.latest(whole), more)
    if metric.method in NOT_COMPUTED:
        return escape("not computed by this version")
    return escape(count_of(places, "place") if places else withheld or "not measured yet")


def _fresh(desk: Desk, known: list[Figure], whole: Figure | None) -> Markup | str:
    """Of the whole; without one, how many of the places are fresh."""
    if whole:
        fresh = desk.atlas.freshness_of(whole)
        said = write_freshness(fresh)
        return Markup('<span class="cx-stale">{}</span>').format(said) if fresh.state == "stale" else said
    if not known:
        return "no number yet"
    count = sum(desk.atlas.freshness_of(one).state == "fresh" for one in known)
    return f"{count} of {count_of(len(known), 'place')}"


def _open(desk: Desk, metrics: list[Metric]) -> list[tuple[str, Markup]]:
    """Metrics without an owner, without a table, and with a table that gives no number."""
    measured = {one.metric.key for one in desk.atlas.measures.series if one.latest}
    hidden = {metric.key for metric in metrics if metric.key not in measured and _withheld(desk.atlas.figures(metric))}
    lists = {
        "Nobody answers for": [metric for metric in metrics if not metric.owner],
        "No table is named for": [metric for metric in metrics if not metric.source],
        "The table has no number for": [
            metric
            for metric in metrics
            if metric.source and metric.key not in measured | hidden and metric.method not in NOT_COMPUTED
        ],
        "Withheld, as too few answered": [metric for metric in metrics if metric.key in hidden],
        "Not computed by this version": [metric for metric in metrics if metric.method in NOT_COMPUTED],
    }
    return [(label, Markup(", ").join(map(desk.metric, found))) for label, found in lists.items()]
