"""The example's numbers: made by the script, in agreement with each other, and honest about what was achieved."""

from __future__ import annotations

import csv
import math
import os
import subprocess
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import make_numbers
import pytest
from make_numbers import FIRM_MONTHS, LAST, MONTHS, QUARTERS, YEAR
from scipy.stats import ttest_ind_from_stats
from support import ROOT

from cxsite.load.content import load
from cxsite.model.action import Action
from cxsite.model.metric import Metric
from cxsite.model.portfolio import Portfolio
from cxsite.project import Project

METRICS = ROOT / "metrics"
SCRIPT = Path(make_numbers.__file__)
PLACES = ("journey", "phase", "step", "segment")
Cells = dict[str, str]


@pytest.mark.parametrize("seed", ["1", "2"])
def test_running_the_script_again_gives_the_bytes_of_every_table(tmp_path: Path, seed: str) -> None:
    subprocess.run([sys.executable, SCRIPT, tmp_path], check=True, env={**os.environ, "PYTHONHASHSEED": seed})
    written = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert written == {path.name: path.read_bytes() for path in METRICS.glob("*.csv")}


@cache
def portfolio() -> Portfolio:
    return load(Project(ROOT)).portfolio


def rows(metric: str, table: str, **place: str) -> dict[str, Cells]:
    """Period to the row of a metric about one place."""
    wanted = {"metric": metric} | dict.fromkeys(PLACES, "") | place
    with (METRICS / table).open(newline="", encoding="utf-8") as file:
        found = [row for row in csv.DictReader(file) if all(row.get(k, "") == v for k, v in wanted.items())]
    made = {row["period"]: row for row in found}
    assert len(made) == len(found) > 0, (metric, place)
    return made


def numbers(metric: str, table: str, *columns: str, **place: str) -> dict[str, tuple[float, ...]]:
    """Period to some columns."""
    return {period: tuple(float(row[name]) for name in columns) for period, row in rows(metric, table, **place).items()}


def counts(metric: str, table: str, **place: str) -> dict[str, tuple[float, ...]]:
    """Period to numerator and denominator."""
    return numbers(metric, table, "numerator", "denominator", **place)


def every_row() -> Iterable[tuple[str, Cells]]:
    """Table and row, of the tables with a column `metric`."""
    for path in sorted(METRICS.glob("*.csv")):
        with path.open(newline="", encoding="utf-8") as file:
            yield from ((path.name, row) for row in csv.DictReader(file) if "metric" in row)


# --- complete


def test_each_series_has_two_years_of_months_up_to_october_2026() -> None:
    short = {"feeling-score", "clv"}
    series: dict[tuple[str, ...], list[str]] = {}
    for table, row in every_row():
        if row["metric"] not in short and row.get("journey") != "small-firm":
            key = (table, row["metric"], *(row.get(place, "") for place in PLACES))
            series.setdefault(key, []).append(row["period"])
    assert {key for key, periods in series.items() if tuple(periods) != MONTHS} == set()
    assert (len(MONTHS), LAST) == (24, "2026-10")


def test_feelings_are_known_for_every_step_of_a_year_and_for_home_movers_of_three_months() -> None:
    (journey,) = (one for one in portfolio().journeys if one.key == "join")
    for step in journey.steps:
        assert tuple(rows("feeling-score", "feeling.csv", step=step.key)) == YEAR
        assert tuple(rows("feeling-score", "feeling.csv", step=step.key, segment="home-movers")) == YEAR[-3:]


def test_the_numbers_of_small_firms_are_old_and_rest_on_few() -> None:
    asked = rows("ease", "ease.csv", journey="small-firm", phase="use")
    assert tuple(asked) == FIRM_MONTHS
    assert all(10 <= int(row["n"]) < 30 for row in asked.values())


# --- in agreement


@pytest.mark.parametrize(
    ("metric", "table", "segments"),
    [
        ("dates-kept", "joining.csv", ("north", "south", "west")),
        ("left-when-moving", "moving.csv", ("north", "south", "west")),
        ("upgrade-at-renewal", "renewals.csv", ("north", "south", "west")),
    ],
)
def test_regions_add_up_to_the_whole(metric: str, table: str, segments: tuple[str, ...]) -> None:
    parts = [counts(metric, table, segment=segment) for segment in segments]
    for period, whole in counts(metric, table).items():
        assert tuple(map(sum, zip(*(part[period] for part in parts), strict=True))) == whole


def test_promoters_passives_and_detractors_add_up_over_the_segments() -> None:
    groups = ("promoters", "passives", "detractors")
    parts = [numbers("joining-nps", "joining-nps.csv", *groups, segment=name) for name in make_numbers.NPS_GROUPS]
    for period, whole in numbers("joining-nps", "joining-nps.csv", *groups).items():
        assert tuple(map(sum, zip(*(part[period] for part in parts), strict=True))) == whole


def test_quarters_are_the_sums_of_their_months() -> None:
    months = numbers("fault-calls", "faults.csv", "value")
    with (METRICS / "quarterly-return.csv").open(newline="", encoding="utf-8") as file:
        returned = {row["quarter"]: float(row["calls"]) for row in csv.DictReader(file)}
    assert returned == {quarter: sum(months[month][0] for month in inside) for quarter, inside in QUARTERS.items()}


def test_the_joiners_of_a_year_are_the_volume_of_the_journey() -> None:
    (journey,) = (one for one in portfolio().journeys if one.key == "join")
    finished = counts("orders-finished", "joining.csv")
    assert sum(finished[month][0] for month in YEAR) == journey.volume == 24600


def test_every_finished_order_gets_a_date_and_every_moved_date_is_counted_once() -> None:
    dates, finished = counts("dates-kept", "joining.csv"), counts("orders-finished", "joining.csv")
    moved = counts("gave-up", "paths.csv", journey="join", step="moved")
    for period, (kept, given) in dates.items():
        assert given == finished[period][0]
        assert moved[period][1] == given - kept


def test_who_passes_the_credit_check_has_finished_the_order() -> None:
    finished = counts("orders-finished", "joining.csv")
    for period, (stopped, reached) in counts("gave-up", "paths.csv", journey="join", step="order").items():
        assert reached - stopped == finished[period][0]
        assert reached <= finished[period][1]


def test_calls_about_first_bills_are_the_same_in_both_tables() -> None:
    calls = counts("bill-calls", "joining.csv")
    assert counts("took-this-path", "paths.csv", journey="join", step="bill-call") == calls
    quit_after = counts("gave-up", "paths.csv", journey="join", step="bill-call")
    assert {period: asked for period, (_, asked) in quit_after.items()} == {
        p: called for p, (called, _) in calls.items()
    }


def test_those_who_ring_and_those_who_need_no_call_are_not_more_than_all() -> None:
    rang = counts("took-this-path", "paths.csv", journey="fix-a-fault", step="ring")
    helped, calls = counts("fixed-without-call", "faults.csv"), numbers("fault-calls", "faults.csv", "value")
    for period in MONTHS:
        assert rang[period][0] / rang[period][1] + helped[period][0] / helped[period][1] <= 1
        assert calls[period][0] >= rang[period][0] * 0.95  # some ring twice; samples of the same month


def test_no_number_rests_on_so_few_that_it_must_not_be_shown() -> None:
    sizes = [int(row[name]) for _, row in every_row() for name in ("n", "denominator") if row.get(name)]
    assert min(sizes) >= 10


def test_every_table_belongs_to_a_metric_and_every_metric_but_the_wanted_one_to_a_table() -> None:
    metrics = portfolio().metrics
    assert {source.file for metric in metrics for source in metric.source} == {p.name for p in METRICS.glob("*.csv")}
    assert [metric.key for metric in metrics if not metric.source] == ["neighbours-brought"]


def test_there_are_metrics_of_every_method_but_one() -> None:
    methods = {metric.method for metric in portfolio().metrics}
    assert methods == {"nps", "mean", "top-2", "net-easy", "share", "ratio", "median", "count", "sum", "clv"}


def fits(metric: Metric, value: float, unit: str) -> bool:
    """True where a goal's level can be a level of this metric."""
    if metric.method in ("share", "top-2"):
        return unit == "%" and 0 <= value <= 1
    if metric.method in ("nps", "net-easy"):
        return unit == "" and -100 <= value <= 100
    return unit == "" and (metric.method != "mean" or metric.scale is None or value in metric.scale)


def test_goals_and_expectations_are_levels_that_their_metrics_can_have() -> None:
    by_id = portfolio().metric_by_id
    wrong = []
    for journey in portfolio().journeys:
        levels = [(goal.metric, goal.target) for goal in journey.goals]
        levels += [(e.metric, e.value) for action in journey.actions for e in action.expects]
        wrong += [(key, level) for key, level in levels if not fits(by_id[key], level.value, level.unit)]
    assert wrong == []


# --- honest: what was shipped is judged by a test of the three whole months on either side


def window(day: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The months before and after the month that holds this day."""
    month = MONTHS.index(day[:7])
    return MONTHS[month - 3 : month], MONTHS[month + 1 : month + 4]


def z_of_shares(found: dict[str, tuple[float, ...]], day: str) -> float:
    """The N-1 two-proportion test, counts of each side summed (Campbell 2007)."""
    (x1, n1), (x2, n2) = (tuple(map(sum, zip(*(found[m] for m in side), strict=True))) for side in window(day))
    pooled, n = (x1 + x2) / (n1 + n2), n1 + n2
    return (x2 / n2 - x1 / n1) * math.sqrt((n - 1) / n) / math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2))


def z_of_net(found: dict[str, tuple[float, ...]], day: str) -> float:
    """The difference of two net scores, each adjusted (Rocks 2016), from those for, those against, n."""
    sides = []
    for side in window(day):
        up, down, n = map(sum, zip(*(found[m] for m in side), strict=True))
        p, d = (up + 0.75) / (n + 3), (down + 0.75) / (n + 3)
        sides.append((p - d, (p + d - (p - d) ** 2) / (n + 3)))
    return (sides[1][0] - sides[0][0]) / math.sqrt(sides[0][1] + sides[1][1])


def p_of_means(found: dict[str, tuple[float, ...]], day: str) -> tuple[float, float]:
    """Difference and p of Welch's test, the months of each side pooled."""
    sides = []
    for side in window(day):
        parts = [found[month] for month in side]
        n = sum(size for *_, size in parts)
        mean = sum(m * size for m, _, size in parts) / n
        spread = sum((size - 1) * sd**2 + size * (m - mean) ** 2 for m, sd, size in parts) / (n - 1)
        sides.append((mean, math.sqrt(spread), n))
    return sides[1][0] - sides[0][0], ttest_ind_from_stats(*sides[1], *sides[0], equal_var=False).pvalue


def action(place: str) -> Action:
    """An action, as `join/pick-date`."""
    journey, _, key = place.partition("/")
    (found,) = (one for j in portfolio().journeys if j.key == journey for one in j.actions if one.key == key)
    return found


SURE = 1.96


@pytest.mark.parametrize(
    ("place", "metric", "table", "better"),
    [
        ("fix-a-fault/restart-guide", "fixed-without-call", "faults.csv", 1),
        ("join/explain-first-bill", "bill-calls", "joining.csv", -1),
        ("renew/same-price", "upgrade-at-renewal", "renewals.csv", 1),
    ],
)
def test_a_win_is_a_win_by_the_test(place: str, metric: str, table: str, better: int) -> None:
    shipped = action(place)
    assert metric in [one.metric for one in shipped.expects]
    assert better * z_of_shares(counts(metric, table), str(shipped.shipped.start)) > 2.24  # Holm, of two metrics


def test_the_first_bill_became_easier_by_the_test() -> None:
    found = numbers("ease", "ease.csv", "mean", "sd", "n", journey="join", phase="bill")
    change, p = p_of_means(found, str(action("join/explain-first-bill").shipped.start))
    assert change > 0
    assert p < 0.025


def test_the_pilot_in_the_north_is_a_win_and_the_south_beside_it_did_not_change() -> None:
    piloted = action("join/pick-date")
    since = str(piloted.pilots[0].since.start)
    assert z_of_shares(counts("dates-kept", "joining.csv", segment="north"), since) > SURE
    assert abs(z_of_shares(counts("dates-kept", "joining.csv", segment=piloted.judge.compare_with), since)) < SURE


def test_texts_about_faults_changed_nothing_that_the_test_can_see() -> None:
    found = numbers("fault-ease", "faults.csv", "easy", "hard", "n")
    assert abs(z_of_net(found, str(action("fix-a-fault/status-texts").shipped.start))) < SURE


def test_shorter_slots_did_harm() -> None:
    found = counts("second-visits", "faults.csv")
    assert z_of_shares(found, str(action("fix-a-fault/shorter-slots").shipped.start)) > SURE


@pytest.mark.parametrize("day", [("fix-a-fault/test-in-the-app", "shipped"), ("move-home/router-on-loan", "pilot")])
def test_a_window_that_has_not_closed_is_not_judged(day: tuple[str, str]) -> None:
    found = action(day[0])
    since = found.shipped if day[1] == "shipped" else found.pilots[0].since
    assert len(window(str(since.start))[1]) < 3


def test_what_was_published_without_counts_cannot_be_compared() -> None:
    (expected,) = action("small-firm/price-list").expects
    (metric,) = (one for one in portfolio().metrics if one.key == expected.metric)
    assert (METRICS / metric.source[0].file).read_text().splitlines()[0] == "month,share"
