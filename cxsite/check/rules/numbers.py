"""Numbers: whether they can be compared and joined."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from cxsite.check.rule import Rule, Subject
from cxsite.diagnostics import Diagnostic, Related, Severity, Span, closest, count_of
from cxsite.measure.measures import place_of, source_labels, table_of
from cxsite.measure.series import Disagreement, Point
from cxsite.measure.tidy import SHARES
from cxsite.model.meant import WrongValueError
from cxsite.model.period import parse_period
from cxsite.model.portfolio import key_of


class SourcesDisagree(Rule):
    """Two sources give different values for one period.

    Both are drawn side by side and neither is corrected; the page says so. When one of them is wrong, take it
    out of the metric's `source:`.
    """

    id = "CX320"
    severity = Severity.NOTE

    def check(self, subject: Subject) -> Iterator[Diagnostic]:
        """Every two sources of a metric that differ, at the first period in which they do."""
        groups: dict[tuple[str, str, str], list[Disagreement]] = defaultdict(list)
        for one in subject.measures.disagreements:
            groups[one.metric.key, one.first[0], one.second[0]].append(one)
        for (metric, first_source, second_source), found in groups.items():
            first, second = found[0].first[1], found[0].second[1]
            if first.estimate is None or second.estimate is None:
                continue
            often = f" and {count_of(len(found) - 1, 'more number')}" if len(found) > 1 else ""
            message = (
                f"two sources disagree on `{metric}` for {found[0].period.label}{often}: "
                f"{_shown(first, found[0])} in {first_source}, {_shown(second, found[0])} in {second_source}"
            )
            related = (Related(first.span, "the other source"),)
            yield self.problem(second.span, message, "both are shown, and the page says so", related=related)


def _shown(point: Point, where: Disagreement) -> str:
    value = point.estimate.value if point.estimate else 0.0
    if where.metric.method in SHARES:
        return f"{100 * value:.4g} %"
    return f"{value:.6g}"


class BreakIsAPeriod(Rule):
    """A break in a series names no period."""

    id = "CX321"

    def check(self, subject: Subject) -> Iterator[Diagnostic]:
        """Every `breaks: at:` that cannot be read."""
        for metric in subject.portfolio.metrics:
            for entry in metric.breaks:
                try:
                    parse_period(entry.at, metric.calendar(subject.portfolio.settings.fiscal_year.calendar))
                except WrongValueError as problem:
                    span = entry.span("at")
                    yield self.problem(span, problem.message, problem.hint, suggestion=problem.suggestion)


class MetricHasNumbers(Rule):
    """A metric's table holds no row for it."""

    id = "CX322"
    severity = Severity.WARNING

    def check(self, subject: Subject) -> Iterator[Diagnostic]:
        """Every source of a metric that gives no point at all."""
        with_points = {(series.metric.key, series.source) for series in subject.measures.series}
        known = with_points | subject.measures.troubled
        for metric in (metric for metric in subject.portfolio.metrics if metric.method != "clv"):
            for source, label in zip(metric.source, source_labels(metric), strict=True):
                if table_of(subject.content, source) and (metric.key, label) not in known:
                    message = f"`{source.file}` has no row for `{metric.key}`"
                    hint = "look at `where:` and at the table's column `metric`"
                    yield self.problem(place_of(metric, source), message, hint)


class PlacesAreOnTheMap(Rule):
    """A row is about a journey, phase, step or segment that is not there.

    The columns `journey`, `phase`, `step` and `segment` hold ids. Where a table has no column `journey`, the metric's
    `journey:` says whose phases and steps they are; without it, any journey's will do.
    """

    id = "CX323"

    def check(self, subject: Subject) -> Iterator[Diagnostic]:
        """The first row of every series about an unknown place."""
        journeys = {journey.key: journey for journey in subject.portfolio.journeys}
        known = {*journeys, *subject.portfolio.unread}
        segments = {key_of(entry) for entry in subject.portfolio.shared["segment"]}
        places: dict[str, tuple[set[str], set[str]]] = {}
        for series in subject.measures.series:
            span = series.points[0].span
            yield from self._unknown("journey", series.where.journey, known, span)
            if segments:
                yield from self._unknown("segment", series.where.segment, segments, span)
            home = series.where.journey or series.metric.journey or ""
            if home not in journeys and (home or subject.portfolio.unread):
                continue  # whose phases and steps these are cannot be told
            if home not in places:
                among = [journeys[home]] if home else list(journeys.values())
                phases = {phase.key for journey in among for phase in journey.phases}
                places[home] = phases, {step.key for journey in among for step in journey.steps}
            phases, steps = places[home]
            yield from self._unknown("phase", series.where.phase, phases, span)
            yield from self._unknown("step", series.where.step, steps, span)

    def _unknown(self, kind: str, name: str, known: set[str], span: Span) -> Iterator[Diagnostic]:
        if name and name not in known:
            near = closest(name, sorted(known))
            hint = f"did you mean `{near}`?" if near else f"no {kind} of this id was read"
            where = "of segments.yml" if kind == "segment" else "of the map"
            yield self.problem(span, f"`{name}` is not a {kind} {where}", hint)


class PlacesAreOfOneJourney(Rule):
    """A row is about a phase or step of several journeys.

    Ids of phases and steps are told apart by their journey. A row that names none, in a table of a metric that names
    none, stands on the map of each journey with such a phase or step.
    """

    id = "CX340"
    severity = Severity.WARNING

    def check(self, subject: Subject) -> Iterator[Diagnostic]:
        """Of every series the first row that names a place and no journey, where several journeys have the place."""
        homes: dict[tuple[str, str], set[str]] = defaultdict(set)
        for journey in (one for one in subject.portfolio.journeys if one.status != "retired"):
            for kind, entries in (("phase", journey.phases), ("step", journey.steps)):
                for entry in entries:
                    for name in (entry.key, *entry.formerly):
                        homes[kind, name].add(journey.key)
        for series in subject.measures.series:
            if series.where.journey or series.metric.journey:
                continue
            kind, name = ("step", series.where.step) if series.where.step else ("phase", series.where.phase)
            if name and len(found := sorted(homes[kind, name])) > 1:
                message = f"`{name}` is a {kind} of {' and '.join(f'`{key}`' for key in found)}"
                hint = "add a column `journey`, or give the metric its `journey:`"
                yield self.problem(series.points[0].span, message, hint)


class SmallNumbersStayOut(Rule):
    """A table holds a number about so few people that it must not be shown.

    Below `suppress_below` (10 unless cxsite.yml says otherwise) an answer could be somebody's. Pages do not show it,
    but the table is in the repository for ever: take the row out, or merge it with its neighbours.
    """

    id = "CX325"

    def check(self, subject: Subject) -> Iterator[Diagnostic]:
        """Every row with such an n."""
        least = subject.portfolio.settings.suppress_below
        for series in subject.measures.series:
            for point in series.points:
                if point.suppressed and not point.withheld:
                    message = f"`{series.metric.key}` for {point.period.label} rests on fewer than {least} answers"
                    yield self.problem(point.span, message, "take the row out, or merge it with its neighbours")
