"""How many get through without a hitch."""

from __future__ import annotations

import math
import random
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import times

from cxsite.derive.effort.chain import DRAWS, Chain, chain_of, simulated
from cxsite.model.settings import Settings
from derive.known import example, known

METRICS = "metrics: [{id: through, name: Through, method: %s, journey: a, source: t.csv}]\n"
PHASES = "phases: [{id: p, name: P}, {id: q, name: Q}, {id: r, name: R}]\n"
COUNTS = "period,phase,numerator,denominator\n2026-01,p,90,100\n2026-01,q,50,100\n2026-01,r,80,100\n"


def chain(
    more: str = "", table: str = COUNTS, method: str = "share", head: str = "without_a_hitch: through\n"
) -> Chain:
    made = known(
        head + PHASES + more,
        {"metrics/m.yml": METRICS % method, "metrics/t.csv": table, "cxsite.yml": "suppress_below: 0\n"},
    )
    found = chain_of(made.journey, made.readings)
    assert found is not None
    return found


def test_the_whole_is_the_product_of_the_links() -> None:
    made = chain()
    assert made.share == pytest.approx(0.9 * 0.5 * 0.8)
    assert [link.share for link in made.links] == [0.9, 0.5, 0.8]
    assert made.assumes == "an estimate that assumes independent links"


def test_the_example_lets_21_in_100_through_and_breaks_where_people_wait() -> None:
    made = example()
    found = chain_of(made.journey, made.readings)
    assert found is not None
    assert found.share == pytest.approx(0.2078, abs=0.0001)
    assert (found.low, found.high) == (pytest.approx(0.193, abs=0.003), pytest.approx(0.223, abs=0.003))
    assert [link.phase.key for link in found.weakest] == ["wait"]
    assert (found.repair, found.missing, found.one_period) == (None, (), True)


def test_two_runs_say_the_same_and_another_seed_nearly_so() -> None:
    counts = [(90.0, 100.0), (50.0, 100.0)]
    assert simulated(counts, 1) == simulated(counts, 1)
    assert simulated(counts, 1) != simulated(counts, 2)
    assert simulated(counts, 1) == pytest.approx(simulated(counts, 2), abs=0.01)


def test_the_interval_of_one_link_is_that_of_jeffreys() -> None:
    from scipy.stats import beta

    low, high = simulated([(70.0, 100.0)], draws=40_000)
    assert (low, high) == pytest.approx(beta.ppf([0.025, 0.975], 70.5, 30.5), abs=0.003)


def test_the_interval_of_a_product_is_near_that_of_the_delta_method() -> None:
    counts = [(900.0, 1000.0), (700.0, 1000.0), (800.0, 1000.0)]
    low, high = simulated(counts)
    spread = math.sqrt(sum((1 - x / n) / x for x, n in counts))
    middle = 0.9 * 0.7 * 0.8
    assert (low, high) == pytest.approx((middle * math.exp(-1.96 * spread), middle * math.exp(1.96 * spread)), abs=0.01)


@pytest.mark.parametrize(("links", "n", "share"), [(1, 40, 0.9), (3, 500, 0.9), (12, 40, 0.97), (12, 40, 0.99)])
def test_of_a_hundred_intervals_about_ninety_five_hold_the_truth(links: int, n: int, share: float) -> None:
    numbers = random.Random(7)
    held = 0
    for _ in range(200):
        hits = [sum(numbers.random() < share for _ in range(n)) for _ in range(links)]
        low, high = simulated([(float(hit), float(n)) for hit in hits], draws=1_000)
        product = math.prod(hit / n for hit in hits)
        held += min(low, product) <= share**links <= max(high, product)
    assert 180 <= held <= 199


def test_the_repair_worth_most_is_the_phase_whose_target_lifts_the_product_most() -> None:
    goals = "goals: [{metric: through, phase: p, target: 99%}, {metric: through, phase: q, target: 60%}]\n"
    made = chain(goals)
    assert [link.lift for link in made.links] == [pytest.approx(0.09 * 0.4), pytest.approx(0.1 * 0.72), None]
    assert made.repair is not None
    assert made.repair.phase.key == "q"


def test_a_target_that_is_reached_lifts_nothing() -> None:
    made = chain("goals: [{metric: through, phase: p, target: 90%}, {metric: through, phase: q, target: 40%}]\n")
    assert ([link.lift for link in made.links], made.repair) == ([None] * 3, None)


def test_a_goal_of_the_whole_journey_is_no_phases_target() -> None:
    table = COUNTS + "2026-01,,30,100\n"
    assert chain("goals: [{metric: through, target: 90%}]\n", table).repair is None


def test_a_phase_that_nobody_measured_is_missing_and_no_one() -> None:
    made = chain(table="period,phase,numerator,denominator\n2026-01,p,90,100\n2026-02,q,50,100\n")
    assert made.share == pytest.approx(0.45)
    assert [link.phase.key for link in made.missing] == ["r"]
    assert not made.one_period


def test_without_any_number_there_is_no_product() -> None:
    made = chain(table="period,phase,numerator,denominator\n")
    assert (made.share, made.low, made.weakest, made.why_open) == (None, None, (), "no phase has a number to show")


def test_a_share_that_rests_on_too_few_is_withheld_and_not_unmeasured() -> None:
    made = known(
        "without_a_hitch: through\n" + PHASES,
        {
            "metrics/m.yml": METRICS % "share",
            "metrics/t.csv": "period,phase,numerator,denominator\n2026-01,p,90,100\n2026-01,q,3,4\n",
            "cxsite.yml": "suppress_below: 10\nrules: {CX325: note}\n",
        },
    )
    found = chain_of(made.journey, made.readings)
    assert found is not None
    assert [link.why_not for link in found.links] == ["", "withheld: too few answers to show", "not measured"]
    assert [link.phase.key for link in found.missing] == ["q", "r"]


def test_published_shares_have_a_product_and_no_interval() -> None:
    made = chain(table="period,phase,value,n\n2026-01,p,0.9,100\n2026-01,q,0.5,100\n")
    assert made.share == pytest.approx(0.45)
    assert (made.low, made.high, made.why_open) == (None, None, "published without counts: P, Q")


def test_a_weighted_table_counts_its_effective_answers() -> None:
    made = chain(table="period,phase,numerator,denominator,n_effective\n2026-01,p,90,100,50\n")
    assert made.links[0].counts == (45, 50)


def test_the_numbers_of_a_segment_are_not_those_of_all() -> None:
    table = "period,phase,segment,numerator,denominator\n2026-01,p,north,90,100\n"
    assert chain(table=table).share is None


@pytest.mark.parametrize(
    ("head", "method", "table"), [("", "share", COUNTS), ("without_a_hitch: through\n", "ratio", COUNTS)]
)
def test_without_a_metric_that_is_a_share_there_is_no_chain(head: str, method: str, table: str) -> None:
    made = known(head + PHASES, {"metrics/m.yml": METRICS % method, "metrics/t.csv": table}, errors=True)
    assert chain_of(made.journey, made.readings) is None


def test_the_interval_holds_the_product_even_where_everybody_got_through() -> None:
    made = chain(table="period,phase,numerator,denominator\n2026-01,p,10,10\n2026-01,q,10,10\n")
    assert (made.share, made.high) == (1, 1)


@settings(max_examples=times(20), deadline=None)
@given(
    st.lists(st.integers(1, 200).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))), min_size=1, max_size=5)
)
def test_an_interval_is_within_nothing_and_all_and_narrows_with_n(counts: list[tuple[int, int]]) -> None:
    low, high = simulated([(float(x), float(n)) for x, n in counts], draws=DRAWS // 4)
    assert 0 <= low < high <= 1
    more = simulated([(100.0 * x, 100.0 * n) for x, n in counts], draws=DRAWS // 4)
    assert more[1] - more[0] < high - low


def test_all_links_that_just_as_few_get_through_are_the_weakest() -> None:
    made = chain(table=COUNTS.replace("p,90,100", "p,100,200"))
    assert [link.phase.key for link in made.weakest] == ["p", "q"]


def test_links_that_are_all_alike_have_no_weakest_and_neither_has_a_single_one() -> None:
    assert chain(table="period,phase,numerator,denominator\n2026-01,p,90,100\n2026-01,q,90,100\n").weakest == ()
    assert chain(table="period,phase,numerator,denominator\n2026-01,p,90,100\n").weakest == ()


def test_the_chain_says_of_when_its_numbers_are_and_which_are_stale() -> None:
    made = chain(table=COUNTS.replace("2026-01,q", "2026-03,q"))
    assert (made.periods, made.one_period) == ("Jan 2026 to Mar 2026", False)
    assert chain().periods == "Jan 2026"
    settings = Settings.model_validate({"fresh_for": "60d"})
    assert [link.phase.key for link in made.stale(date(2026, 4, 15), settings)] == ["p", "r"]
    assert made.stale(date(2026, 4, 1), settings) == ()


def test_nothing_is_concluded_from_a_link_on_a_low_base() -> None:
    made = chain(table=COUNTS.replace("q,50,100", "q,3,12"))
    assert [link.unsure for link in made.links] == ["", "low base", ""]
    assert [link.phase.key for link in made.weakest] == ["r"]
    assert made.share == pytest.approx(0.9 * 0.25 * 0.8)


def test_nothing_is_concluded_from_a_link_on_which_sources_disagree() -> None:
    metrics = METRICS.replace("source: t.csv", "source: [t.csv, u.csv]") % "share"
    other = "period,phase,numerator,denominator\n2026-01,q,90,100\n"
    files = {"metrics/m.yml": metrics, "metrics/t.csv": COUNTS, "metrics/u.csv": other}
    made = known(f"without_a_hitch: through\n{PHASES}", files)
    found = chain_of(made.journey, made.readings)
    assert found is not None
    assert [link.unsure for link in found.links] == ["", "sources disagree", ""]
    assert [link.phase.key for link in found.weakest] == ["r"]
