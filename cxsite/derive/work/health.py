"""Whether a journey's page still tells the truth: its review, its numbers, its hotspots, the actions that run late."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from cxsite.derive.links.things import Thing
from cxsite.derive.places.readings import Feeling, Readings
from cxsite.derive.work.progress import Review, progress_of, review_of
from cxsite.measure.fresh import Freshness, freshness
from cxsite.measure.series import Series, newest
from cxsite.model.action import Action
from cxsite.model.hotspot import Hotspot
from cxsite.model.journey import Journey
from cxsite.model.metric import Metric
from cxsite.model.settings import Settings
from cxsite.model.step import Step

SEVERITIES = ("critical", "high", "medium", "low")
NOT_RATED = "not rated"
SOON = timedelta(days=30)
"""A review is due this long before the last one ceases to hold."""


@dataclass(frozen=True)
class Late:
    """An action that is overdue or at risk, and the words beside it."""

    thing: Thing
    action: Action
    state: str
    words: str


@dataclass(frozen=True)
class Health:
    """The state of a journey on a day.

    `severities` holds only those that occur, the worst first. `lowest` is the step that feels worst, None where no
    feeling is known. Of the metrics, `fresh` are; `stale` are not any more; `empty` have no number yet.
    """

    journey: Journey
    review: Review
    review_soon: bool
    fresh: int
    stale: tuple[tuple[Metric, Freshness], ...]
    empty: tuple[Metric, ...]
    severities: tuple[tuple[str, int], ...]
    bright: int
    lowest: tuple[Step, Feeling] | None
    late: tuple[Late, ...]

    @property
    def state(self) -> str:
        """A word for all of it: `stale`, `review due`, `up to date`, or `not assessed` where nothing tells."""
        if self.review.over or (self.stale and not self.fresh):
            return "stale"
        if self.review_soon:
            return "review due"
        return "up to date" if self.review.last else "not assessed"


def health_of(
    journey: Journey,
    metrics: Iterable[Metric],
    spots: Iterable[tuple[Thing, Hotspot]],
    actions: Iterable[tuple[Thing, Action]],
    readings: Readings,
    today: date,
) -> Health:
    """The state of a journey, with the metrics, hotspots and actions that have to do with it."""
    settings = readings.portfolio.settings
    review = review_of(journey, settings, today)
    states = [
        (metric, newest_state(readings.series_of(metric.key, journey.key), settings, today)) for metric in metrics
    ]
    hotspots = [hotspot for _, hotspot in spots]
    rated = Counter(spot.severity or NOT_RATED for spot in hotspots if spot.kind != "bright-spot")
    return Health(
        journey,
        review,
        bool(review.until and not review.over and review.until - today <= SOON),
        sum(state.state == "fresh" for _, state in states),
        tuple((metric, state) for metric, state in states if state.state == "stale"),
        tuple(metric for metric, state in states if state.state == "empty"),
        tuple((severity, rated[severity]) for severity in (*SEVERITIES, NOT_RATED) if rated[severity]),
        sum(spot.kind == "bright-spot" for spot in hotspots),
        _lowest(journey, readings),
        late_actions(actions, today),
    )


def late_actions(actions: Iterable[tuple[Thing, Action]], today: date) -> tuple[Late, ...]:
    """The actions that are overdue, then those at risk."""
    states = [(thing, action, progress_of(action, today)) for thing, action in actions]
    found = [Late(thing, action, one.state, one.words) for thing, action, one in states]
    wanted = [late for late in found if late.state in ("overdue", "at risk")]
    return tuple(sorted(wanted, key=lambda late: late.state == "at risk"))


def newest_state(series: Iterable[Series], settings: Settings, today: date) -> Freshness:
    """The freshness of the newest number of several series."""
    found = newest(series)
    return freshness(found[0], settings, today) if found else Freshness("empty")


def _lowest(journey: Journey, readings: Readings) -> tuple[Step, Feeling] | None:
    felt = [(step, feeling) for step in journey.steps if (feeling := readings.feeling(journey, step))]
    return min(felt, key=lambda pair: pair[1].value, default=None)
