"""What got better by a test: each win with the course of its number and the people behind it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from cxsite.derive.links.things import Thing
from cxsite.derive.people.voices import Voice, voices
from cxsite.derive.work.effects import Effect, effect_of
from cxsite.draw.figure import spark_of
from cxsite.measure.judge import Judgement, Result
from cxsite.measure.series import Series
from cxsite.pages.desk import Desk


@dataclass(frozen=True)
class Win:
    """What an action improved, the people behind it, and what a customer says of it."""

    thing: Thing
    judgement: Judgement
    result: Result
    series: Series | None
    spark: Markup
    effect: Effect
    people: tuple[str, ...]
    voice: Voice | None


def wins(desk: Desk) -> Iterator[Win]:
    """What was tested and improved, in the order in which it was judged."""
    for judgement, result in desk.atlas.judged.wins:
        action = judgement.action
        people = tuple(dict.fromkeys(filter(None, (action.owner, *action.done_by))))
        thing = Thing("action", judgement.journey, action.key)
        metric = desk.atlas.readings.metric(result.expectation.metric)
        found = desk.atlas.measures.of(metric.key) if metric else ()
        series = next((one for one in found if one.source == result.source and _same(one, result)), None)
        effect = effect_of(judgement, result, desk.atlas.readings)
        said = voices(action.quotes, desk.atlas.portfolio, judgement.journey).shown
        spark = _course(desk, judgement, series)
        yield Win(thing, judgement, result, series, spark, effect, people, said[0] if said else None)


def _course(desk: Desk, judgement: Judgement, series: Series | None) -> Markup:
    """The number over time, and where the action shipped in it."""
    figure = desk.atlas.figure(series.metric, series.where) if series else None
    since = judgement.since.start if judgement.since else None
    return spark_of(figure, since=since, source=series.source) if figure and series else Markup()


def _same(series: Series, result: Result) -> bool:
    where, asked = series.where, result.where
    return (where.phase, where.step, where.segment) == (asked.phase, asked.step, asked.segment)
