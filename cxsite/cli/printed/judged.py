"""What actions did to the numbers they named: before, expected, after, and the test."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass

from cxsite.cli.printed.series import point_as_json
from cxsite.cli.printed.shapes import Json, day, estimate_as_json, estimate_cells, period_as_json, table
from cxsite.derive.atlas import Atlas
from cxsite.derive.links.things import Thing, all_actions
from cxsite.derive.work.effects import Effect, Trial
from cxsite.measure.pool import Pooled
from cxsite.model.action import Action
from cxsite.model.metric import Metric
from cxsite.model.period import Period

SIDES = ("before", "after", "beside before", "beside after")


@dataclass(frozen=True)
class Shown:
    """One result with the action, or the pilot of it, that it is about."""

    thing: Thing
    action: Action
    trial: Trial
    effect: Effect

    @property
    def sides(self) -> Iterator[tuple[str, Pooled, Period | None]]:
        """Each side that was compared, with the time it is about."""
        window = self.effect.result.window
        times = (window.before, window.after) if window else (None, None)
        yield from zip(SIDES, self.effect.result.waves, times * 2, strict=False)


def judged(atlas: Atlas, metrics: Iterable[Metric] | None = None) -> Iterator[Shown]:
    """Every result, those of the repository's actions first; with metrics those about them."""
    wanted = None if metrics is None else {metric.key for metric in metrics}
    for thing, action in all_actions(atlas.portfolio):
        for trial in atlas.trials(thing):
            for effect in trial.effects:
                if wanted is None or (effect.metric and effect.metric.key in wanted):
                    yield Shown(thing, action, trial, effect)


def lines(shown: Shown) -> Iterator[str]:
    """A result for people."""
    effect, trial = shown.effect, shown.trial
    place = ", ".join(f"{kind} {name}" for kind, name in effect.where.named() if kind != "journey")
    since = f"{'since' if trial.pilot else 'shipped'} {trial.since.label}" if trial.since else ""
    pilot = f"pilot in {trial.pilot.segment}" if trial.pilot else ""
    number = (effect.metric.key if effect.metric else effect.ref) + (f", {place}" if place else "")
    yield f"{', '.join(filter(None, (shown.thing.ref, pilot, since)))}: {number}"
    yield f"  {effect.verdict}" + (f": {effect.why}" if effect.why else "")
    reached = {True: ": reached", False: ": not reached", None: ""}[effect.reached]
    yield f"  expected {effect.expected}" + (f" by {effect.by}" if effect.by else "") + reached
    rows = [_row(effect.metric, *side) for side in shown.sides if effect.metric]
    if rows:
        yield from table([("", "period", "value", "interval", "n", "method", "rows"), *rows], frozenset({2, 4}))
    if effect.difference:
        yield f"  difference {effect.difference}"
    if effect.test:
        yield f"  {effect.test}"
    yield from (f"  {note}" for note in effect.notes)


def _row(metric: Metric, side: str, pooled: Pooled, period: Period | None) -> tuple[str, ...]:
    label, rows = period.label if period else "", ", ".join(_rows(pooled))
    if pooled.estimate is None:
        return side, label, "none", "", "", pooled.why_not, rows
    return side, label, *estimate_cells(metric, pooled.estimate), rows


def _rows(pooled: Pooled) -> list[str]:
    return [f"{point.span.file}:{point.span.line}" for point in pooled.points]


def as_json(shown: Shown) -> Json:
    """A result for machines."""
    effect, trial, change = shown.effect, shown.trial, shown.effect.result.change
    expectation, tested = effect.result.expectation, change.p is not None
    return {
        "action": shown.action.key,
        "journey": shown.thing.home,
        "name": shown.action.name,
        "pilot": trial.pilot.segment if trial.pilot else "",
        "since": day(trial.since.start) if trial.since else None,
        "metric": effect.metric.key if effect.metric else effect.ref,
        "where": asdict(effect.where),
        "source": effect.source,
        **{side.replace(" ", "_"): None for side in SIDES},
        **{side.replace(" ", "_"): _side_as_json(pooled, period) for side, pooled, period in shown.sides},
        "latest": point_as_json(effect.latest.point) if effect.latest else None,
        "expected": {
            "level": effect.level,
            "text": effect.expected,
            "by": day(expectation.by.end) if expectation.by else None,
        },
        "difference": change.difference,
        "low": change.low,
        "high": change.high,
        "level": change.level if tested else None,
        "p": change.p,
        "how": change.how,
        "verdict": effect.verdict,
        "why": effect.why,
        "reached": effect.reached,
        "notes": list(effect.notes),
    }


def _side_as_json(pooled: Pooled, period: Period | None) -> Json:
    made = {**period_as_json(period), **estimate_as_json(pooled.estimate)}
    return {**made, "missing": pooled.why_not, "rows": _rows(pooled)}
