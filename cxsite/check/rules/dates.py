"""Dates: what is overdue, what cannot be, and what nobody has looked at for long."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from cxsite.check.rule import Rule, Subject
from cxsite.diagnostics import Diagnostic, Severity
from cxsite.model.base import Entry
from cxsite.model.goal import Goal
from cxsite.model.library import Maturity, Strategy
from cxsite.model.period import Period, later
from cxsite.model.walk import inside


def _written(day: date) -> str:
    return day.isoformat()


class ReviewIsDue(Rule):
    """A journey's review is overdue.

    A map holds as long as somebody looks at it. `reviewed:` says when that was, `review_every:` how long it holds
    (6 months unless the journey or cxsite.yml says otherwise). Look through the map, and write the day.
    """

    id = "CX250"
    severity = Severity.WARNING

    def check(self, subject: Subject) -> Iterator[Diagnostic]:
        """Every journey in use whose last review is too long ago."""
        for journey in subject.portfolio.journeys:
            if journey.reviewed is None or journey.status == "retired":
                continue
            every = journey.review_every or subject.portfolio.settings.review_every
            due = later(journey.reviewed, every.days)
            if due < subject.today:
                message = f"the review of `{journey.key}` was due on {_written(due)}"
                yield self.problem(journey.span("reviewed"), message, "look through the map, and write today's date")


class JourneysAreReviewed(Rule):
    """A journey does not say when it was reviewed."""

    id = "CX251"
    severity = Severity.NOTE

    def check(self, subject: Subject) -> Iterator[Diagnostic]:
        """Every live journey without a date."""
        for journey in subject.portfolio.journeys:
            if journey.reviewed is None and journey.status == "live":
                message = f"`{journey.key}` does not say when somebody last looked at the whole of it"
                yield self.problem(journey.span("name"), message, "say `reviewed:` with the day")


class ActionsAreOnTime(Rule):
    """An action is overdue.

    Its `due:` has passed and it has no `shipped:`. Write the day it reached customers, a new date, or
    `status: dropped`.
    """

    id = "CX252"
    severity = Severity.WARNING

    def check(self, subject: Subject) -> Iterator[Diagnostic]:
        """Every open action whose due date has passed."""
        for action in subject.actions:
            open_ = action.shipped is None and action.status != "dropped"
            if open_ and action.due is not None and action.due.end < subject.today:
                message = f"the action `{action.key}` was due on {_written(action.due.end)}"
                hint = "say `shipped:` with the day, a new `due:`, or `status: dropped`"
                yield self.problem(action.span("due"), message, hint)


class PlannedActionsStart(Rule):
    """A planned action should have started.

    Its `start:` has passed and its status is still `planned`.
    """

    id = "CX253"
    severity = Severity.WARNING

    def check(self, subject: Subject) -> Iterator[Diagnostic]:
        """Every planned action whose start has passed."""
        for action in subject.actions:
            late = action.status == "planned" and action.start is not None and action.start.end < subject.today
            if late and not action.shipped and action.start:
                message = f"`{action.key}` was to start on {_written(action.start.start)} and is still planned"
                yield self.problem(action.span("start"), message, "say `status: in-progress`, or a new `start:`")


class DatesAreInOrder(Rule):
    """Two dates of an action are in the wrong order.

    An action starts, is due, and ships, in this order; it may ship early, but not before it starts.
    """

    id = "CX254"

    def check(self, subject: Subject) -> Iterator[Diagnostic]:
        """Every action that is due or ships before it starts."""
        for action in subject.actions:
            for name, day in (("due", action.due), ("shipped", action.shipped)):
                if action.start and day and day.end < action.start.start:
                    message = f"`{name}:` is {_written(day.end)}, before the start on {_written(action.start.start)}"
                    yield self.problem(action.span(name), message, "correct one of the two dates")


class ShippedHasNoStatus(Rule):
    """An action has both a status and a day on which it shipped.

    That it has shipped is its status: the date says all.
    """

    id = "CX255"

    def check(self, subject: Subject) -> Iterator[Diagnostic]:
        """Every action with both."""
        for action in subject.actions:
            if action.shipped and action.status:
                message = f"`{action.key}` has shipped, and says `status: {action.status}` as well"
                yield self.problem(action.span("status"), message, "take out the one that is not true")


class NothingFromTheFuture(Rule):
    """Something that has happened is dated in the future.

    `shipped:`, `reviewed:`, `as_of:` and the `when:` of quotes and evidence say when something took place.
    """

    id = "CX256"
    severity = Severity.WARNING
    fields = ("shipped", "reviewed", "as_of", "when")

    def check(self, subject: Subject) -> Iterator[Diagnostic]:
        """Every such date that begins after today."""
        for entry in subject.entries:
            for field in self.fields:
                begins = _first_day(getattr(entry, field, None))
                if begins and begins > subject.today:
                    message = f"`{field}:` is {_written(begins)}, and today is {_written(subject.today)}"
                    yield self.problem(entry.span(field), message, "write the day it took place")


def _first_day(value: object) -> date | None:
    if isinstance(value, Period):
        return value.start
    return value if isinstance(value, date) else None


class GoalsAreDated(Rule):
    """A goal's date has passed.

    Say whether it was reached, and set the next one; git keeps the old one.
    """

    id = "CX257"
    severity = Severity.NOTE

    def check(self, subject: Subject) -> Iterator[Diagnostic]:
        """Every goal whose `by:` lies behind."""
        for entry in subject.entries:
            if isinstance(entry, Goal) and entry.by and entry.by.end < subject.today:
                message = f"the goal `{entry.key}` was to be reached by {_written(entry.by.end)}"
                yield self.problem(entry.span("by"), message, "set the next level and date, or take it out")


class MaturityIsReviewed(Rule):
    """A dimension of maturity does not say when it was reviewed."""

    id = "CX258"
    severity = Severity.WARNING

    def check(self, subject: Subject) -> Iterator[Diagnostic]:
        """Every dimension without a date."""
        strategy: Entry = subject.portfolio.libraries.get("strategy", Strategy())
        for dimension in inside(strategy, Maturity):
            if dimension.reviewed is None:
                message = f"nobody says when `{dimension.name}` was assessed"
                yield self.problem(dimension.span("name"), message, "say `reviewed:` with the month")
