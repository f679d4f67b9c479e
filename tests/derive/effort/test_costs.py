"""What a phase costs to serve."""

from __future__ import annotations

from cxsite.derive.effort.costs import PhaseCost, cost_of
from cxsite.derive.effort.effort import map_effort
from cxsite.model.values import Money
from derive.known import known

SITE = {"cxsite.yml": "currency: GBP\n"}
FILES = {
    **SITE,
    "metrics/m.yml": "metrics: [{id: each, name: Each, method: mean, source: t.csv}]\n",
    "metrics/t.csv": "period,journey,step,mean,sd,n\n2026,a,d,4,1,50\n",
}


def cost(steps: str, phase: str = "", files: dict[str, str] | None = None) -> PhaseCost:
    made = known(f"phases: [{{name: P, {phase} steps: [{steps}]}}]\n", files or SITE)
    effort = map_effort(made.journey, made.readings)
    return cost_of(made.journey, made.journey.phases[0], effort, made.readings)


def test_its_own_amount_goes_before_the_sum_of_its_steps() -> None:
    assert cost("{name: A, cost_to_serve: 3}", "cost_to_serve: 9,") == PhaseCost(Money(9))


def test_the_sum_weighs_each_step_by_how_many_take_it() -> None:
    made = cost("{name: A, cost_to_serve: 3}, {name: B, cost_to_serve: 10, optional: true, share: 20%}")
    assert (made.expected, made.every, made.known) == (5, 13, 2)


def test_a_step_that_names_a_metric_has_its_latest_number() -> None:
    assert cost("{name: D, id: d, cost_to_serve: each}", files=FILES).every == 4


def test_what_is_not_known_is_counted_and_never_a_zero() -> None:
    steps = "{name: A, cost_to_serve: 3}, {name: B}, {name: C, optional: true, cost_to_serve: 5}, "
    made = cost(steps + "{name: E, cost_to_serve: 7 EUR}")
    assert (made.expected, made.every) == (3, 8)
    assert (made.known, made.open, made.unweighed, made.elsewhere) == (2, 1, 1, 1)


def test_a_phase_of_which_nobody_says_a_cost_has_none() -> None:
    assert cost("{name: A}") == PhaseCost(None, open=1)
