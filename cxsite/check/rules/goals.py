"""Goals: a level that the metric can reach, said once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import TypeVar

from cxsite.check.rule import Rule, Subject
from cxsite.diagnostics import Diagnostic, Related
from cxsite.measure.find import level_in
from cxsite.model.action import Action, Expectation
from cxsite.model.goal import Goal
from cxsite.model.meant import share
from cxsite.model.metric import Metric
from cxsite.model.period import Period
from cxsite.model.step import Step
from cxsite.model.values import Quantity
from cxsite.model.walk import inside

Said = TypeVar("Said", Goal, Expectation)
_SHARES = ("share", "top-2", "top-3")
_SCORES = ("nps", "net-easy")


class LevelsFitTheMetric(Rule):
    """A level is none that its metric can have.

    The target of a share carries its sign (`90%`), that of an NPS or a net score lies between -100 and 100, that of a
    mean within the metric's scale; an amount or a time is in the metric's unit. The same holds for what an action
    expects.
    """

    id = "CX330"

    def check(self, subject: Subject) -> Iterator[Diagnostic]:
        """Every target and expected value that cannot be."""
        metrics = subject.portfolio.metric_by_id
        for entry in subject.entries:
            if isinstance(entry, Goal | Expectation) and entry.metric in metrics:
                field = "target" if isinstance(entry, Goal) else "value"
                level: Quantity = getattr(entry, field)
                if trouble := _misfit(metrics[entry.metric], level):
                    yield self.problem(entry.span(field), *trouble)


def _misfit(metric: Metric, level: Quantity) -> tuple[str, str] | None:
    if metric.method in _SHARES and level.unit != "%":
        likely, _ = share(f"{level.value:g}") if not level.unit else ("", False)
        return f"`{metric.key}` is a share, so its level carries a sign", f"write it like {likely or '63%'}"
    if metric.method in _SCORES and (level.unit or not -100 <= level.value <= 100):
        return f"`{metric.key}` is a score between -100 and 100", "write a plain number, like 25"
    if metric.method == "mean" and metric.scale and (level.unit or level.value not in metric.scale):
        return f"`{metric.key}` is a mean on the scale {metric.scale}", "write a number within it"
    if level.unit == "%" and metric.method not in (*_SHARES, "ratio"):
        return f"`{metric.key}` is a {metric.method}, not a share", "write it without the sign"
    if level_in(metric, level) is None:
        return _other_unit(metric, level)
    return None


def _other_unit(metric: Metric, level: Quantity) -> tuple[str, str]:
    what = "minutes" if level.unit == "min" else level.currency
    if not metric.unit:
        return (
            f"`{metric.key}` has no unit, and its level is in {what}",
            "give the metric its `unit:`, or write a number",
        )
    return f"`{metric.key}` is in {metric.unit}, and its level in {what}", f"write a plain number of {metric.unit}"


class OneTargetEach(Rule):
    """Two goals set a target for the same number.

    A metric, place, segment and date have one target, in one place.
    """

    id = "CX331"

    def check(self, subject: Subject) -> Iterator[Diagnostic]:
        """Every further goal for the same number, each with the place of the first."""
        for journey in subject.portfolio.journeys:
            for goals in (journey.goals, *(target.goals for target in journey.targets.values())):
                yield from self._twice(goals, _end(journey.goals[0].by) if journey.goals else None)
        yield from self._twice(tuple(g for g in subject.portfolio.shared["goal"] if isinstance(g, Goal)), None)

    def _twice(self, goals: tuple[Goal, ...], default: object) -> Iterator[Diagnostic]:
        for goal, earlier in _said_before(goals, lambda goal: (*_number(goal), _end(goal.by) or default)):
            related = (Related(earlier.span("target"), "the other target"),)
            message = f"two goals set a target for `{goal.metric}` at the same place and date"
            yield self.problem(goal.span("target"), message, "keep one of the two", related=related)


class OneExpectationEach(Rule):
    """An action says twice what it will do to the same number.

    Each number that it names is tested once; named twice it would count as two tests, and each would be harder to pass.
    """

    id = "CX333"

    def check(self, subject: Subject) -> Iterator[Diagnostic]:
        """Every further expectation of the same metric, place and segment, with the place of the first."""
        for entry in (one for one in subject.entries if isinstance(one, Action)):
            for one, earlier in _said_before(entry.expects, _number):
                related = (Related(earlier.span("metric"), "said first here"),)
                message = f"`{entry.key}` says twice what it will do to `{one.metric}` at the same place"
                yield self.problem(one.span("metric"), message, "keep one of the two", related=related)


def _said_before(entries: Iterable[Said], key: Callable[[Said], object]) -> Iterator[tuple[Said, Said]]:
    """Each entry whose key an earlier one has already, with that one."""
    first: dict[object, Said] = {}
    for entry in entries:
        if (earlier := first.setdefault(key(entry), entry)) is not entry:
            yield entry, earlier


def _number(entry: Goal | Expectation) -> tuple[object, ...]:
    """The number that is meant: its metric and place."""
    return entry.metric, entry.phase, entry.step, entry.segment


def _end(by: Period | None) -> date | None:
    """The day by which: `2027` and `2027-12-31` are one."""
    return by.end if by else None


class BranchesAddUp(Rule):
    """The branches of a step take more than all customers."""

    id = "CX332"

    def check(self, subject: Subject) -> Iterator[Diagnostic]:
        """Every step whose branches' shares add up to more than 100 %."""
        for journey in subject.portfolio.journeys:
            for step in inside(journey, Step):
                total = sum(branch.share for branch in step.next or () if isinstance(branch.share, float))
                if total > 1.0005:
                    message = f"the branches of `{step.key}` take {total:.0%} of the customers"
                    yield self.problem(step.span("next"), message, "let the shares add up to 100% or less")
