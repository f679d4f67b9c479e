"""Where an action stands on a day, and when a journey's review is due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from cxsite.model.action import Action
from cxsite.model.journey import Journey
from cxsite.model.period import later
from cxsite.model.settings import Settings

State = Literal["dropped", "shipped", "overdue", "at risk", "in progress", "planned", "not said"]


@dataclass(frozen=True)
class Progress:
    """The state of an action in a word, and the words beside it."""

    state: State
    words: str = ""


def progress_of(action: Action, today: date) -> Progress:
    """An action's state: what a date already says goes before what its status says."""
    if action.status == "dropped":
        return Progress("dropped")
    if action.shipped and action.shipped.start <= today:
        return Progress("shipped", action.shipped.label)
    if action.due and action.due.end < today:
        return Progress("overdue", f"due {action.due.label}")
    if action.risk:
        return Progress("at risk", action.risk)
    if action.status == "in-progress" or (action.start and action.start.start <= today):
        return Progress("in progress", f"due {action.due.label}" if action.due else "")
    return Progress("planned" if action.status or action.due or action.start or action.shipped else "not said")


@dataclass(frozen=True)
class Review:
    """When a journey was last looked at as a whole, until when that holds, and whether it is over."""

    last: date | None
    until: date | None = None
    over: bool = False


def review_of(journey: Journey, settings: Settings, today: date) -> Review:
    """A review holds as long as the journey says, or else the site."""
    if journey.reviewed is None:
        return Review(None)
    length = journey.review_every or settings.review_every
    until = later(journey.reviewed, length.days)
    return Review(journey.reviewed, until, today > until)
