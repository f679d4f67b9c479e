"""The metrics that are counted, over all journeys and over each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cxsite.cli.printed.shapes import Json, period_as_json, table
from cxsite.derive.atlas import Atlas
from cxsite.derive.figures.counted import Count


def counted(atlas: Atlas, metric: str = "") -> Iterator[Count]:
    """Each count, over all journeys first; that of one metric where it is given."""
    if atlas.journeys:
        for journey in ("", *(one.key for one in atlas.journeys)):
            yield from (one for one in atlas.counts(journey).values() if metric in ("", one.metric))


def lines(counts: Iterable[Count]) -> Iterator[str]:
    """Counts for people."""
    yield from table([(one.metric, one.journey or "all journeys", one.text, one.told) for one in counts])


def as_json(count: Count) -> Json:
    """A count for machines."""
    return {
        "metric": count.metric,
        "journey": count.journey,
        "value": count.value,
        "total": count.total,
        "known": count.known,
        "few": count.few,
        "disputed": count.disputed,
        "unit": count.unit,
        "n": count.n,
        "since": period_as_json(count.since),
        "until": period_as_json(count.until),
        "counted": [thing.ref for thing in count.counted],
    }
