"""The numbers of a page: places with their latest, groups of an NPS, phases, and what tests showed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from markupsafe import Markup

from cxsite.derive.figures.ago import year_before
from cxsite.derive.figures.figures import Figure
from cxsite.derive.links.things import Thing
from cxsite.derive.work.effects import Effect, Wave, effect_of, write_wave
from cxsite.draw.charts.blocks import Reading
from cxsite.draw.charts.distribution import Answer, Distribution
from cxsite.draw.charts.expected import Expected, Judged
from cxsite.draw.charts.nps import Group, Nps
from cxsite.draw.charts.phases import Phase, Phases
from cxsite.draw.figure import spark_of
from cxsite.measure.find import level_in
from cxsite.measure.fresh import Freshness
from cxsite.measure.judge import Judgement, Result
from cxsite.measure.series import Cells, Point
from cxsite.model.journey import Journey
from cxsite.model.metric import Metric
from cxsite.pages.desk import Desk
from cxsite.pages.marked import marked
from cxsite.pages.places import metric_anchor

WHOLE = "The whole"
Verdicts = tuple[tuple[Judgement, Result], ...]
"""What was judged, one number after the other."""


@dataclass(frozen=True)
class PlaceRow:
    """One place of a metric, as a row: the shape of its numbers, the newest, its targets, and whether it is fresh."""

    figure: Figure
    anchor: str
    name: str
    spark: Markup
    latest: Markup
    source: str
    aims: Markup
    fresh: str
    stale: bool


def place_rows(desk: Desk, figures: Iterable[Figure], journey: str = "") -> tuple[PlaceRow, ...]:
    """A row for each figure, in their order; on a page of this journey its name is left out."""
    return tuple(_place_row(desk, figure, journey) for figure in figures)


def _place_row(desk: Desk, figure: Figure, journey: str) -> PlaceRow:
    about = desk.atlas.name_of(figure.where, journey, True) if journey else figure.about
    fresh = desk.atlas.freshness_of(figure)
    return PlaceRow(
        figure,
        metric_anchor(figure.metric.key, figure.where),
        about or WHOLE,
        spark_of(figure),
        desk.latest(figure),
        figure.latest[0] if figure.latest else "",
        write_aims(figure),
        "" if figure.withheld and not figure.latest else write_freshness(fresh),
        fresh.state == "stale",
    )


def facts_of(desk: Desk, figure: Figure) -> tuple[tuple[str, Markup | str], ...]:
    """What stands beside the newest number of a figure: a year before, its targets, how fresh it is."""
    ago = year_before(figure)
    before: Markup | str = ""
    if ago:
        here = desk.atlas.measures.of(figure.metric.key, figure.where)
        series = next(one for one in here if one.source == ago.source)
        before = desk.number(series, ago.point) + (f"; {ago.why_not}" if ago.why_not else "")
    return (
        ("A year before", before),
        ("Target", write_aims(figure)),
        ("Numbers", write_freshness(desk.atlas.freshness_of(figure)) if figure.latest else ""),
        ("Source", figure.latest[0] if figure.latest else ""),
    )


def write_aims(figure: Figure) -> Markup:
    """Its targets, a line each: level, day and distance."""
    return Markup("<br>").join(f"{aim.text.removeprefix('Target ')}: {aim.distance}" for aim in figure.aims)


def write_freshness(fresh: Freshness) -> str:
    """`until 2026-12-29`, `stale since 2026-01-01`, or that there is no number."""
    if fresh.state == "empty":
        return "no number yet"
    return f"{'fresh until' if fresh.state == 'fresh' else 'stale, was fresh until'} {fresh.until}"


def _reading(metric: Metric, point: Point, disputed: bool) -> Reading | None:
    return Reading(metric, point.estimate, point.period.label, disputed) if point.estimate else None


def nps_groups(metric: Metric, figures: Iterable[Figure]) -> tuple[Nps | None, tuple[str, ...]]:
    """The answers behind the latest score of the whole and of each segment.

    Beside them the names of those whose table publishes the score without the counts.
    """
    groups: list[Group] = []
    without: list[str] = []
    for figure in figures if metric.method == "nps" else ():
        latest = figure.latest
        if latest is None or figure.where.phase or figure.where.step:
            continue
        name, point = figure.about or "All", latest[1]
        counts = [point.numbers.get(which, 0.0) for which in ("detractors", "passives", "promoters")]
        score = _reading(metric, point, figure.disputed)
        if score is None or sum(counts) <= 0:
            without.append(name)
        else:
            detractors, passives, promoters = (count / sum(counts) for count in counts)
            groups.append(Group(name, detractors, passives, promoters, score))
    return (Nps(metric.name, tuple(groups)) if groups else None), tuple(without)


def answers_of(metric: Metric, figures: Iterable[Figure]) -> Distribution | None:
    """How the latest answers of all customers are spread over the groups that the metric's table counts.

    None where the table counts no groups or weighs answers; an NPS has a chart of its own.
    """
    wholes = [one for one in figures if not (one.where.phase or one.where.step or one.where.segment)]
    latest = wholes[0].latest if len(wholes) == 1 else None
    if latest is None or metric.method not in _GROUPED:
        return None
    point = latest[1]
    counts = _GROUPED[metric.method](metric, point.numbers)
    if not counts or any(count != int(count) or count < 0 for _, count in counts):
        return None
    answers = tuple(Answer(words, int(count)) for words, count in counts)
    total = sum(answer.count or 0 for answer in answers)
    return Distribution(metric.question or metric.name, answers, total, point.period.label) if total else None


def _easy_and_hard(_: Metric, cells: Cells) -> list[tuple[str, float]]:
    if not {"easy", "hard", "n"} <= cells.keys():
        return []
    return [("Easy", cells["easy"]), ("Neither", cells["n"] - cells["easy"] - cells["hard"]), ("Hard", cells["hard"])]


def _top_box(metric: Metric, cells: Cells) -> list[tuple[str, float]]:
    if not {"numerator", "denominator"} <= cells.keys():
        return []
    best = f"The {'two' if metric.method == 'top-2' else 'three'} best answers"
    return [(best, cells["numerator"]), ("All others", cells["denominator"] - cells["numerator"])]


_GROUPED: dict[str, Callable[[Metric, Cells], list[tuple[str, float]]]] = {
    "net-easy": _easy_and_hard,
    "top-2": _top_box,
    "top-3": _top_box,
}
"""The groups of answers that a method's rows count."""


def phases_of(desk: Desk, metric: Metric, journey: Journey) -> Phases | None:
    """A metric across the phases of a journey; None where its tables tell none of them apart."""
    atlas, found, measured = desk.atlas, [], 0
    for phase in journey.phases:
        reading = atlas.readings.at_phase(metric.key, journey.key, phase.key)
        figure = atlas.figure(metric, reading.series.where) if reading else None
        level = figure.aims[0].level if figure and figure.aims else None
        measured += reading is not None
        why = "" if reading else atlas.readings.why_not(metric.key, journey.key, phase=phase.key)
        shown = _reading(metric, reading.point, bool(atlas.readings.rivals(reading))) if reading else None
        found.append(Phase(phase.name, shown, level, why))
    return Phases(metric, tuple(found)) if measured else None


def verdicts_about(desk: Desk, metric: Metric) -> Verdicts:
    """What was judged on a metric."""
    return desk.atlas.results.get(metric.key, ())


def verdicts_of(desk: Desk, journey: Journey) -> Verdicts:
    """What was judged of the actions of a journey."""
    return tuple(
        (one, result)
        for thing, _ in sorted(desk.atlas.actions.get(journey.key, ()), key=lambda found: not found[0].home)
        for one in desk.atlas.judgements(thing)
        if one.since is not None
        for result in one.results
    )


def expected_of(desk: Desk, name: str, verdicts: Verdicts) -> Expected | None:
    """Before, expected and now of what was judged; None where nothing of it has a number."""
    rows = [_judged(desk, one, result) for one, result in verdicts]
    return Expected(name, tuple(rows)) if any(row.before or row.now for row in rows) else None


def _judged(desk: Desk, one: Judgement, result: Result) -> Judged:
    metric = desk.atlas.readings.metric(result.expectation.metric)
    before, now = (_wave(desk, result, index) for index in (0, 1))
    level = level_in(metric, result.expectation.value) if metric else None
    return Judged(f"{trial_name(desk, one)}, {number_name(desk, result)}", before, now, level, result.change.verdict)


def _wave(desk: Desk, result: Result, index: int) -> Reading | None:
    metric, window = desk.atlas.readings.metric(result.expectation.metric), result.window
    estimate = result.waves[index].estimate if index < len(result.waves) else None
    if metric is None or window is None or estimate is None:
        return None
    return Reading(metric, estimate, (window.before, window.after)[index].label)


def trial_name(desk: Desk, one: Judgement) -> str:
    """An action by its name, and where it was tried."""
    return f"{one.action.name}{_tried(desk, one)}"


def _tried(desk: Desk, one: Judgement) -> str:
    return f", pilot in {desk.atlas.portfolio.name_of('segment', one.pilot.segment)}" if one.pilot else ""


def number_name(desk: Desk, result: Result) -> str:
    """The metric and the place that were judged."""
    metric = desk.atlas.readings.metric(result.expectation.metric)
    if metric is None:
        return result.expectation.metric
    about = desk.atlas.name_of(result.where, metric.journey or "", True)
    return f"{metric.name}, {about}" if about else metric.name


def marks_of(desk: Desk, verdicts: Verdicts) -> tuple[str, ...]:
    """The word of each, for the chart that shows all of them."""
    return tuple(effect_of(one, result, desk.atlas.readings).mark for one, result in verdicts)


def verdict_rows(desk: Desk, verdicts: Verdicts) -> tuple[tuple[Markup | str, ...], ...]:
    """A row for each: the action with a link, the number, and what `verdict_cells` says."""
    return tuple(
        (
            Markup("{}{}").format(desk.link(Thing("action", one.journey, one.action.key)), _tried(desk, one)),
            number_name(desk, result),
            *verdict_cells(effect_of(one, result, desk.atlas.readings)),
        )
        for one, result in verdicts
    )


def verdict_cells(effect: Effect) -> tuple[Markup | str, ...]:
    """Before, expected, now, the difference with its test, and the verdict with its reasons, each marked."""

    def said(says: str, text: str) -> Markup:
        return marked("judged", effect.mark, says, text)

    def wave(says: str, side: Wave | None) -> Markup | str:
        if effect.metric is None or side is None:
            return "not compared"
        return said(says, write_wave(effect.metric, side)) if side.estimate else f"not known: {side.why_not}"

    expected = said("expected", effect.expected) + (f" by {effect.by}" if effect.by else "")
    tested = Markup(", ").join([said("difference", effect.difference), said("test", effect.test)])
    level = {True: "the expected level was reached", False: "the expected level was not reached", None: ""}
    reasons = [said("why", effect.why) if effect.why else "", level[effect.reached], *effect.notes]
    why = Markup("; ").join(reason for reason in reasons if reason)
    verdict = said("verdict", effect.verdict) + (Markup(": {}").format(why) if why else "")
    return (
        wave("before", effect.before),
        expected,
        wave("after", effect.after),
        tested if effect.test else "not tested",
        verdict,
    )
