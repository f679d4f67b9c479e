"""Numbers whose rows changed, and what their tests say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from cxsite.compare.change import Change, Level, Subject
from cxsite.compare.effect import Effect, Worlds
from cxsite.compare.units import Unit
from cxsite.derive.atlas import Atlas
from cxsite.derive.links.things import Thing
from cxsite.derive.written.numbers import write_value
from cxsite.derive.written.quotes import in_quotes
from cxsite.diagnostics import Span, count_of
from cxsite.measure.change import TESTED
from cxsite.measure.series import Point, Series, Where
from cxsite.model.action import Action
from cxsite.model.base import NOWHERE

AS_BEFORE = "; the latest value is as before"


class NumberChanged(Effect):
    """The latest value of a metric is another one: its table, its definition or its place changed.

    Whether it is better is not said: two values alone are no test.
    """

    id, level = "number", Level.NOTICE

    def effects(self, worlds: Worlds) -> Iterator[Change]:
        if worlds.before.measures is worlds.after.measures:
            return
        old = {(_metric(worlds, one), _today(worlds, one), one.source): one for one in worlds.before.measures.series}
        new = {(one.metric.key, one.where, one.source): one for one in worlds.after.measures.series}
        called = _renamed(old, new)
        told = {*new, *called.values()}
        for place in (*new, *(place for place in old if place not in told)):
            was, now = old.get(called.get(place, place)), new.get(place)
            if _rows(was) != _rows(now):
                yield self._told(worlds, was, now)

    def _told(self, worlds: Worlds, was: Series | None, now: Series | None) -> Change:
        series = now or was
        assert series is not None
        world = worlds.after if now else worlds.before
        where = world.name_of(series.where, series.metric.journey or "")
        name = series.metric.name + (f", {where}" if where else "")
        subject = Subject(
            series.where.journey, str(series.where), "number", series.metric.key, name, f"Number {in_quotes(name)}"
        )
        texts = _latest(was), _latest(now)
        return self.made(subject, _said(was, now), texts, "neutral", series.source, (_span(was), _span(now)))


_Place = tuple[str, Where, str]
"""Metric, place, and source."""


def _renamed(old: Mapping[_Place, Series], new: Mapping[_Place, Series]) -> dict[_Place, _Place]:
    """Series of after that are one of before whose source was called otherwise: those with the same rows, or the only
    ones that are left.
    """
    left = _by_place(place for place in old if place not in new)
    found: dict[_Place, _Place] = {}
    for key, came in _by_place(place for place in new if place not in old).items():
        gone = left.get(key, [])
        for place in came:
            same = next((one for one in gone if _rows(old[one]) == _rows(new[place])), None)
            alone = gone[0] if len(gone) == len(came) == 1 else None
            if match := same or alone:
                found[place] = match
                gone = [one for one in gone if one != match]
    return found


def _by_place(places: Iterable[_Place]) -> dict[tuple[str, Where], list[_Place]]:
    groups: dict[tuple[str, Where], list[_Place]] = defaultdict(list)
    for place in places:
        groups[place[:2]].append(place)
    return groups


def _metric(worlds: Worlds, series: Series) -> str:
    """The id of today of a metric of before."""
    found = worlds.sides.find("before", "metric", series.metric.key, "")
    return worlds.sides.now("before", found).key if found else series.metric.key


def _today(worlds: Worlds, series: Series) -> Where:
    """A place of before by the ids of after."""
    ids = {}
    for kind, key in series.where.named():
        found = worlds.sides.find("before", kind, key, series.where.journey or series.metric.journey or "")
        ids[kind] = worlds.sides.now("before", found).key if found else key
    return Where(**ids)


def _rows(series: Series | None) -> object:
    return series and [(point.period, *_shown(point)) for point in series.points]


def _shown(point: Point) -> tuple[object, ...]:
    """What a reader sees of a row; of one that is withheld neither its number nor for which of the reasons."""
    return _value(point), "" if point.suppressed else point.missing, point.suppressed


def _value(point: Point) -> object:
    """The number itself: whether it counts as resting on few is a setting."""
    return point.estimate and (point.estimate.value, point.estimate.n, point.estimate.low, point.estimate.high)


def _said(was: Series | None, now: Series | None) -> str:
    old, new = _latest(was), _latest(now)
    if was is None or now is None:
        return f"first numbers, {new}" if now else f"no numbers any more; the last was {old}"
    moved = [f"latest value from {old} to {new}"] if old != new else []
    return "; ".join((*moved, *_earlier(was, now, new_latest=bool(moved)))) + ("" if moved else AS_BEFORE)


def _earlier(was: Series, now: Series, new_latest: bool) -> Iterator[str]:
    """What became of the other periods: rows that say something else, and rows that are withheld or no longer so."""
    before, after = ({point.period: point for point in one.points} for one in (was, now))
    both = [(before[period], after[period]) for period in before if period in after]
    apart = [(one, other) for one, other in both if not one.suppressed and not other.suppressed]
    told = {was.latest.period} if new_latest and was.latest else set()
    corrected = {one.period for one, other in apart if _shown(one) != _shown(other)} - told
    gone = before.keys() - after.keys() - told
    hidden = sum(other.suppressed and not one.suppressed for one, other in both)
    shown = sum(one.suppressed and not other.suppressed for one, other in both)
    if hidden:
        yield f"{count_of(hidden, 'period')} withheld now"
    if shown:
        yield f"{count_of(shown, 'period')} no longer withheld"
    if corrected:
        yield "earlier periods were corrected"
    if gone:
        yield "earlier periods were taken out"
    elif not (corrected or new_latest or hidden or shown):
        yield "earlier periods were added"


def _latest(series: Series | None) -> str:
    point = series.latest if series else None
    if series is None or point is None or point.estimate is None:
        return "no value"
    return f"{write_value(series.metric, point.estimate.value)} in {point.period.label}"


def _span(series: Series | None) -> Span:
    point = series.latest if series else None
    return point.span if point else NOWHERE


class VerdictChanged(Effect):
    """The test of an action says something else.

    Its table, its aim or its day changed. An action is judged once: a new verdict on the same window asks for a reason.
    """

    id, level = "verdict", Level.ATTENTION

    def effects(self, worlds: Worlds) -> Iterator[Change]:
        for pair in worlds.sides.pairing.pairs:
            if pair.unit.noun != "action" or pair.before is None or pair.after is None or worlds.is_settled(pair):
                continue
            old, new = list(_verdicts(worlds.before, pair.before)), list(_verdicts(worlds.after, pair.after))
            if len(old) != len(new):  # another aim, which is told as such
                continue
            for (_, was), (name, verdict) in zip(old, new, strict=True):
                if was != verdict and {was, verdict} & TESTED:
                    what = f"its test on {name} says “{verdict}”{f', no longer “{was}”' if was else ''}"
                    yield self.about(worlds, pair, what, (was, verdict), field=name)


def _verdicts(atlas: Atlas, unit: Unit) -> Iterator[tuple[str, str]]:
    """Metric and verdict of each expectation of an action and its pilots, in the order in which they are written."""
    action = unit.entry
    assert isinstance(action, Action)
    for trial in atlas.trials(Thing("action", unit.journey, unit.key)):
        for effect in trial.effects:
            name = effect.metric.name if effect.metric else effect.ref
            yield name, effect.verdict
