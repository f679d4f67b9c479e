"""What an action was to do and what it did, in words."""

from __future__ import annotations

from datetime import date

from cxsite.derive.links.things import all_actions
from cxsite.derive.work.effects import Trial, trials_of
from cxsite.measure.judge import judge
from derive.known import known

METRIC = "metrics: [{id: x, name: X, method: share, better: up, source: x.csv}]\n"
HEADER = "period,segment,numerator,denominator\n"
BEFORE = "".join(f"2026-{month},,350,500\n" for month in ("03", "04", "05"))
AFTER = "".join(f"2026-{month},,400,500\n" for month in ("07", "08", "09"))
RISEN = HEADER + BEFORE + AFTER


def trials(action: str, table: str = RISEN, today: date = date(2026, 10, 1)) -> tuple[Trial, ...]:
    text = f"phases: [{{id: p, name: P, steps: [{{id: s, name: S}}]}}]\nactions: [{{id: a, name: A, {action}}}]\n"
    made = known(text, {"metrics/m.yml": METRIC, "metrics/x.csv": table})
    ((thing, found),) = all_actions(made.portfolio)
    return trials_of(judge(found, thing.home, made.portfolio, made.measures, today), made.readings)


def test_a_verdict_has_both_sides_with_their_periods_and_the_difference_with_its_interval() -> None:
    (trial,) = trials("shipped: 2026-06-08, expects: [{metric: x, value: 75%, by: 2026-12}]")
    (one,) = trial.effects
    assert (one.verdict, one.expected, one.by, one.reached) == ("improved", "75.0 %", "Dec 2026", True)
    assert one.before and one.before.estimate and one.before.estimate.n == 1500
    assert one.after
    assert (one.before.period, one.after.period) == ("Mar 2026 to May 2026", "Jul 2026 to Sep 2026")
    assert one.difference == "+10.0 percentage points, 95 % interval +6.9 to +13.1 percentage points"
    assert one.test.startswith("p < 0.001, ")
    assert one.window == "Mar 2026 to May 2026, and Jul 2026 to Sep 2026"
    assert (one.source, trial.length) == ("x.csv", 90)


def test_before_it_ships_the_latest_number_stands_beside_the_level() -> None:
    (trial,) = trials("expects: [{metric: x, value: 75%}]")
    (one,) = trial.effects
    assert (one.verdict, one.before, one.after, one.difference, one.test) == ("not shipped yet", None, None, "", "")
    assert one.latest and one.latest.point.period.label == "Sep 2026"


def test_an_open_window_says_when_it_closes_and_gives_no_difference() -> None:
    (trial,) = trials("shipped: 2026-06-08, expects: [{metric: x, value: 75%}]", today=date(2026, 9, 1))
    (one,) = trial.effects
    assert (one.verdict, one.why, one.difference) == ("too early", "its window closes with 2026-09-30", "")


def test_a_metric_that_nobody_defined_keeps_the_level_as_it_was_written() -> None:
    text = "phases: [{id: p, name: P, steps: [{id: s, name: S}]}]\n"
    text += "actions: [{id: a, name: A, expects: [{metric: y, value: 12min, step: s}]}]\n"
    made = known(text, errors=True)
    ((thing, action),) = all_actions(made.portfolio)
    judged = judge(action, thing.home, made.portfolio, made.measures, date(2026, 1, 1))
    (one,) = trials_of(judged, made.readings)[0].effects
    assert (one.ref, one.metric, one.expected, one.place, one.latest) == ("y", None, "12 min", "S", None)


def test_pilots_follow_with_their_segment_and_a_window_of_ones_own() -> None:
    whole, pilot = trials(
        "pilots: [{segment: n, since: 2026-06-08}], judge: {window: 30d}, expects: [{metric: x, value: 1%}]"
    )
    assert (whole.pilot, whole.since) == (None, None)
    assert pilot.pilot and pilot.pilot.segment == "n"
    assert pilot.effects[0].verdict == "not comparable"
    assert pilot.length == 30


def test_what_expects_nothing_says_why_there_is_nothing_to_judge() -> None:
    (trial,) = trials("shipped: 2026-06-08")
    assert trial.effects == ()
    assert trial.why == "no number was named beforehand that it would move"


def test_the_segment_left_alone_stands_beside() -> None:
    rows = [f"2026-{m},{s},{v},500\n" for s, v in (("n", 350), ("o", 350)) for m in ("03", "04", "05")]
    rows += [f"2026-{m},{s},{v},500\n" for s, v in (("n", 420), ("o", 350)) for m in ("07", "08", "09")]
    action = "shipped: 2026-06-08, judge: {compare_with: o}, expects: [{metric: x, value: 75%, segment: n}]"
    (trial,) = trials(action, HEADER + "".join(rows))
    (one,) = trial.effects
    assert one.verdict == "improved"
    assert [side.period for side in one.beside] == ["Mar 2026 to May 2026", "Jul 2026 to Sep 2026"]
