"""Actions that shipped, judged once."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from support import JOURNEY, small_project

from cxsite.load.content import load
from cxsite.measure.change import Verdict
from cxsite.measure.families import scores
from cxsite.measure.judge import Judgement, Result, judge
from cxsite.measure.measures import measure
from cxsite.measure.wins import Judgements, all_actions, judge_each
from cxsite.project import Project

DONE = date(2026, 10, 1)
HEADER = "period,phase,segment,numerator,denominator,value,n\n"
BEFORE = "2026-03,,,350,500,,\n2026-04,,,350,500,,\n2026-05,,,350,500,,\n"
AFTER = "2026-07,,,400,500,,\n2026-08,,,400,500,,\n2026-09,,,400,500,,\n"
RISEN = HEADER + BEFORE + "2026-06,,,1,500,,\n" + AFTER


@pytest.fixture
def judged(tmp_path: Path):  # type: ignore[no-untyped-def]
    """Judges one action, `a`, of a small project, from the text of its fields and the tables of its metrics."""

    def run(
        action: str,
        today: date = DONE,
        metric: str = "",
        method: str = "share",
        settings: str = "",
        shared: str = "",
        source: str = "",
        library: str = "",
        **tables: str,
    ) -> tuple[Judgement, ...]:
        metrics = "".join(
            f"  - {{id: {name}, name: N, method: {method}, better: up, source: {source or name + '.csv'}{metric}}}\n"
            for name in tables
        )
        files: dict[str, str | bytes] = {f"metrics/{name}.csv": text for name, text in tables.items()}
        files["metrics/m.yml"] = f"metrics:\n{metrics}"
        files["cxsite.yml"] = settings or "fresh_for: 60d\n"
        files["journeys/ticket.yml"] = JOURNEY + (f"actions:\n  - {{id: a, name: A, {action}}}\n" if action else "")
        if library:
            files["journeys/segments.yml"] = library
        if shared:
            files["journeys/actions.yml"] = f"actions:\n  - {{id: s, name: S, {shared}}}\n"
        content = load(Project(small_project(tmp_path, files)))
        assert [d for d in content.diagnostics if "actions" not in d.span.file] == []
        measures, found = measure(content)
        assert found == ()
        ((home, one),) = list(all_actions(content.portfolio))
        return judge(one, home, content.portfolio, measures, today)

    return run


def only(judgements: tuple[Judgement, ...]) -> Result:
    (judgement,) = judgements
    (result,) = judgement.results
    return result


SINCE = date(2026, 6, 8)
SHIPPED = "shipped: 2026-06-08, expects: [{metric: x, value: 75%}]"


def test_months_on_either_side_are_pooled_and_that_of_the_date_is_in_neither(judged) -> None:
    made = only(judged(SHIPPED, x=RISEN))
    assert made.change.verdict == "improved"
    before, after = made.waves
    assert [point.period.label for point in before.points] == ["Mar 2026", "Apr 2026", "May 2026"]
    assert [point.period.label for point in after.points] == ["Jul 2026", "Aug 2026", "Sep 2026"]
    assert (made.change.n_before, made.change.n_after) == (1500, 1500)
    assert made.change.difference == pytest.approx(0.1)
    assert (made.source, made.reached, made.notes) == ("x.csv", True, ())


def test_more_rows_on_either_side_do_not_count(judged) -> None:
    more = RISEN + "2026-02,,,499,500,,\n2026-10,,,1,500,,\n2026-11,,,1,500,,\n"
    assert only(judged(SHIPPED, today=date(2027, 5, 1), x=more)).change == only(judged(SHIPPED, x=RISEN)).change


@pytest.mark.parametrize(
    ("today", "verdict"),
    [
        (date(2026, 6, 7), "not shipped yet"),
        (date(2026, 6, 8), "too early"),
        (date(2026, 9, 30), "too early"),
        (date(2026, 10, 1), "improved"),
        (date(2029, 1, 1), "improved"),
    ],
)
def test_there_is_one_test_and_it_comes_when_the_window_closes(judged, today: date, verdict: Verdict) -> None:
    made = only(judged(SHIPPED, today=today, x=RISEN))
    assert made.change.verdict == verdict
    assert (made.change.p is not None) is (verdict == "improved")
    if verdict == "too early":
        assert made.change.why == "its window closes with 2026-09-30"


def test_an_action_that_did_not_ship_is_not_shipped_yet(judged) -> None:
    made = judged("status: planned, expects: [{metric: x, value: 75%}]", x=RISEN)
    assert only(made).change.verdict == "not shipped yet"
    assert made[0].since is None


def test_an_action_that_named_no_number_cannot_be_judged(judged) -> None:
    (made,) = judged("shipped: 2026-06-08", x=RISEN)
    assert (made.results, made.why) == ((), "no number was named beforehand that it would move")


@pytest.mark.parametrize(
    ("today", "verdict"),
    [(date(2026, 10, 1), "too early"), (date(2026, 10, 30), "too early"), (date(2026, 10, 31), "stale")],
)
def test_rows_that_have_not_come_are_waited_for_as_long_as_the_series_is_fresh(
    judged, today: date, verdict: Verdict
) -> None:
    made = only(judged(SHIPPED, today=today, x=RISEN.replace("2026-09,,,400,500,,\n", "")))
    assert (made.change.verdict, made.change.why) == (verdict, "the numbers up to 2026-09-30 are not all there")


def test_a_row_without_a_number_is_there_and_is_left_out(judged) -> None:
    unknown = RISEN.replace("2026-09,,,400,500,,", "2026-09,,,No Data,,,")
    made = only(judged(SHIPPED, source="{file: x.csv, missing: [No Data]}", x=unknown))
    assert (made.change.verdict, made.change.n_after) == ("improved", 1000)
    assert made.notes == ("after holds 2 of 3 rows",)


@pytest.mark.parametrize(
    ("table", "verdict", "why"),
    [
        (HEADER + AFTER, "not comparable", "there is no row in Mar 2026 to May 2026, before"),
        (HEADER + BEFORE + "2026-10,,,9,500,,\n", "not comparable", "there is no row in Jul 2026 to Sep 2026, after"),
        (RISEN.replace("350,500,,", ",,0.7,500"), "not comparable", "published figures and estimates cannot be pooled"),
        (
            HEADER + "2026-05,,,,,0.7,500\n2026-09,,,,,0.8,500\n",
            "not comparable",
            "published without the counts or the spread",
        ),
        (
            RISEN.replace("350,500", "5,9").replace("400,500", "5,9"),
            "too few responses",
            "one of them rests on too few answers to show",
        ),
        (HEADER + "2026-05,,,7,14,,\n2026-09,,,8,15,,\n", "too few responses", "n 14 is below 30"),
        (HEADER + "2025,,,7,14,,\n2024,,,8,15,,\n", "not comparable", "no whole row fits into 90 days"),
        (HEADER + "2026-05,choose,,7,14,,\n", "not comparable", "`x` has no rows"),
    ],
    ids=["no before", "no after", "published pooled", "published", "suppressed", "few", "years", "elsewhere"],
)
def test_what_cannot_be_judged_says_why(judged, table: str, verdict: Verdict, why: str) -> None:
    made = only(judged(SHIPPED, x=table))
    assert made.change.verdict == verdict
    assert why in made.change.why
    assert made.change.p is None


def test_a_metric_without_rows_about_the_place_waits_for_the_days_of_its_window(judged) -> None:
    early = only(judged(SHIPPED, today=date(2026, 9, 6), x=HEADER))
    assert (early.change.verdict, early.change.why) == ("too early", "its window closes with 2026-09-06")
    assert only(judged(SHIPPED, today=date(2026, 9, 7), x=HEADER)).change.verdict == "not comparable"


def test_an_unknown_metric_is_not_comparable(judged) -> None:
    made = only(judged("shipped: 2026-06-08, expects: [{metric: nps-of-nobody, value: 75}]", x=RISEN))
    assert (made.change.verdict, made.change.why) == ("not comparable", "there are no rows for `nps-of-nobody`")


def test_the_window_is_the_one_that_was_said(judged) -> None:
    made = only(judged(SHIPPED + ", judge: {window: 30d}", today=date(2026, 8, 1), x=RISEN))
    assert (made.change.verdict, made.change.n_before) == ("improved", 500)


def test_nothing_is_tested_across_a_break(judged) -> None:
    breaks = ", breaks: [{at: 2026-08, why: channel}]"
    made = only(judged(SHIPPED, metric=breaks, x=RISEN))
    assert (made.change.verdict, made.change.why) == ("not comparable", "the channel changed with Aug 2026")


def test_the_place_of_the_expectation_is_the_one_that_is_judged(judged) -> None:
    table = RISEN + RISEN.removeprefix(HEADER).replace(",,,", ",choose,,").replace("400,500", "300,500")
    action = "shipped: 2026-06-08, expects: [{metric: x, phase: choose, value: 75%}]"
    made = only(judged(action, x=table))
    assert (made.change.verdict, made.reached) == ("worsened", False)


def test_two_metrics_share_their_chance_of_a_false_alarm(judged) -> None:
    """Alone, .04 or so would do; with a second one that shows nothing it takes .025."""
    slight = RISEN.replace("400,500", "367,500")
    two = "shipped: 2026-06-08, expects: [{metric: x, value: 75%}, {metric: y, value: 75%}]"
    alone = only(judged(SHIPPED, x=slight)).change
    assert (alone.verdict, alone.level) == ("improved", 0.95)
    assert alone.p is not None
    assert 0.025 < alone.p < 0.05
    (both,) = judged(two, x=slight, y=RISEN.replace("400,500", "352,500"))
    assert [(r.change.verdict, r.change.level) for r in both.results] == [("no change shown", 0.975)] * 2
    (helped,) = judged(two, x=slight, y=RISEN)
    assert [(r.change.verdict, r.change.level) for r in helped.results] == [("improved", 0.95), ("improved", 0.975)]


def test_metrics_are_judged_together_when_the_last_of_their_windows_closes(judged) -> None:
    weeks = HEADER + "".join(f"2026-W{week:02},,,{35 if week < 23 else 45},50,,\n" for week in range(1, 38))
    two = "shipped: 2026-06-08, expects: [{metric: x, value: 75%}, {metric: w, value: 75%}]"
    (early,) = judged(two, today=date(2026, 9, 15), x=RISEN, w=weeks)
    assert [r.change.verdict for r in early.results] == ["too early", "too early"]
    assert early.results[1].change.why == "judged together with `x`, which is too early"
    assert (
        only(
            judged("shipped: 2026-06-08, expects: [{metric: w, value: 75%}]", today=date(2026, 9, 15), w=weeks)
        ).change.verdict
        == "improved"
    )
    (late,) = judged(two, x=RISEN, w=weeks)
    assert [r.change.verdict for r in late.results] == ["improved", "improved"]


def test_a_metric_that_never_came_keeps_its_share_of_the_chance(judged) -> None:
    two = "shipped: 2026-06-08, expects: [{metric: x, value: 75%}, {metric: y, value: 75%}]"
    (made,) = judged(two, today=date(2027, 1, 1), x=RISEN, y=HEADER + BEFORE)
    assert [r.change.verdict for r in made.results] == ["improved", "stale"]
    assert made.results[0].change.level == 0.975


@pytest.mark.parametrize(
    ("earlier", "warned"),
    [
        ("2025-12,,,400,500,,\n2026-01,,,400,500,,\n2026-02,,,400,500,,\n", True),
        ("2025-12,,,400,500,,\n2026-01,,,340,500,,\n2026-02,,,400,500,,\n", False),
        ("2025-10,,,1,500,,\n2025-12,,,400,500,,\n2026-01,,,400,500,,\n2026-02,,,400,500,,\n", True),
        ("", False),
    ],
    ids=["the worst is before", "the worst is earlier", "the worst is too long ago", "nothing earlier is known"],
)
def test_before_being_the_worst_of_six_is_said(judged, earlier: str, warned: bool) -> None:
    made = only(judged(SHIPPED, x=RISEN + earlier))
    assert any("regression to the mean" in note for note in made.notes) is warned


def segments(south_after: int) -> str:
    rows = [(month, "north", 350 if month < 6 else 400) for month in (3, 4, 5, 7, 8, 9)]
    rows += [(month, "south", 350 if month < 6 else south_after) for month in (3, 4, 5, 7, 8, 9)]
    return HEADER + "".join(f"2026-{month:02},,{segment},{hits},500,,\n" for month, segment, hits in rows)


BESIDE = "shipped: 2026-06-08, expects: [{metric: x, segment: north, value: 75%}], judge: {compare_with: south}"


@pytest.mark.parametrize(("south", "verdict"), [(350, "improved"), (395, "no change shown"), (450, "worsened")])
def test_a_segment_left_alone_takes_its_own_change_off(judged, south: int, verdict: Verdict) -> None:
    made = only(judged(BESIDE, x=segments(south)))
    assert made.change.verdict == verdict
    assert made.change.how == "difference in differences of shares, Price and Bonett interval"
    assert made.change.difference == pytest.approx((400 - south) / 500)
    assert len(made.waves) == 4


def test_without_rows_of_the_segment_to_compare_with_nothing_is_judged(judged) -> None:
    made = only(judged(BESIDE, x=segments(350).replace("south", "west")))
    assert made.change.verdict == "not comparable"
    assert made.change.why == "`south` has no row in Mar 2026 to May 2026, before"


@pytest.mark.parametrize(("until", "verdict"), [(8, "too early"), (9, "improved")])
def test_nothing_is_judged_before_the_rows_of_the_segment_left_alone_are_there(
    judged, until: int, verdict: Verdict
) -> None:
    late = "".join(
        line for line in segments(350).splitlines(True) if not line.startswith("2026-09,,south") or until > 8
    )
    made = only(judged(BESIDE, x=late))
    assert made.change.verdict == verdict
    assert ("of `south`" in made.change.why) == (verdict == "too early")


def test_gaps_of_the_segment_left_alone_are_told_in_its_own_rows(judged) -> None:
    north = "".join(line for line in segments(350).splitlines(True) if ",,south" not in line)
    weeks = "".join(f"2026-W{week},,south,350,500,,\n" for week in range(10, 41) if week not in range(13, 19))
    made = only(judged(BESIDE, x=north + weeks))
    assert made.notes == ("before of `south` holds 7 of 13 rows",)


def test_rows_of_the_segment_left_alone_are_those_that_fit_the_window(judged) -> None:
    quarters = "".join(f"2026-Q{quarter},,south,1050,1500,,\n" for quarter in (1, 2, 3))
    made = only(judged(BESIDE, x=segments(350) + quarters))
    assert made.change == only(judged(BESIDE, x=segments(350))).change


def test_a_pilot_is_judged_in_its_segment_from_its_own_date(judged) -> None:
    pilot = "status: in-progress, expects: [{metric: x, value: 75%}], pilots: [{segment: north, since: 2026-06-08}]"
    whole, north = judged(pilot, x=segments(350))
    assert [r.change.verdict for r in whole.results] == ["not shipped yet"]
    assert (north.pilot is not None, [r.change.verdict for r in north.results]) == (True, ["improved"])
    assert north.results[0].where.segment == "north"


def test_a_pilot_is_not_judged_on_what_is_expected_of_another_segment(judged) -> None:
    pilot = "expects: [{metric: x, segment: south, value: 75%}], pilots: [{segment: north, since: 2026-06-08}]"
    _, north = judged(pilot, x=segments(350))
    assert north.results == ()


def test_a_shared_action_names_the_journey_with_the_place(judged) -> None:
    table = RISEN.replace(",,,", ",choose,,")
    shared = "shipped: 2026-06-08, expects: [{metric: x, phase: ticket/choose, value: 75%}]"
    (made,) = judged("", shared=shared, x=table)
    assert (made.journey, made.results[0].change.verdict) == ("", "improved")


def test_the_source_with_counts_is_the_one_that_is_judged_and_it_is_said(judged) -> None:
    header = HEADER.replace("n\n", "n,survey\n")
    counted = RISEN.removeprefix(HEADER).replace("\n", ",a\n")
    published = "".join(f"2026-{month:02},,,,,0.5,500,b\n" for month in (3, 4, 5, 7, 8, 9))
    source = "[{file: x.csv, where: {survey: b}}, {file: x.csv, where: {survey: a}}]"
    made = only(judged(SHIPPED, source=source, x=header + published + counted))
    assert (made.change.verdict, made.source) == ("improved", "x.csv (a)")
    assert made.notes == ("judged on x.csv (a), one of 2 sources",)


ACTIONS = """\
actions:
  - {id: won, name: A, shipped: 2026-06-08, expects: [{metric: x, value: 75%}]}
  - {id: lost, name: B, shipped: 2026-06-08, expects: [{metric: y, value: 75%}]}
  - {id: even, name: C, shipped: 2026-06-08, expects: [{metric: z, value: 75%}]}
  - {id: later, name: D, shipped: 2027-06-08, expects: [{metric: z, value: 75%}]}
  - {id: planned, name: E, status: planned, expects: [{metric: z, value: 75%}]}
  - {id: dropped, name: F, status: dropped, pilots: [{segment: north, since: 2026-01-01}], expects: [{metric: z, value: 75%}]}
"""


def everything(folder: Path, today: date) -> Judgements:
    tables = {"x": RISEN, "y": RISEN.replace("400,500", "300,500"), "z": RISEN.replace("400,500", "351,500")}
    files: dict[str, str | bytes] = {f"metrics/{name}.csv": text for name, text in tables.items()}
    one = "  - {{id: {0}, name: N, method: share, better: up, source: {0}.csv}}\n"
    files["metrics/m.yml"] = "metrics:\n" + "".join(one.format(name) for name in tables)
    files["journeys/ticket.yml"] = JOURNEY + ACTIONS
    files["journeys/actions.yml"] = (
        "actions: [{id: s, name: S, shipped: 2026-06-08, expects: [{metric: x, value: 75%}]}]\n"
    )
    content = load(Project(small_project(folder, files)))
    return Judgements.of(judge_each(content.portfolio, measure(content)[0], today))


def test_all_that_shipped_is_judged_with_what_chance_would_give(tmp_path: Path) -> None:
    made = everything(tmp_path, DONE)
    assert [(one.journey, one.action.key) for one in made.all] == [
        ("ticket", "won"),
        ("ticket", "lost"),
        ("ticket", "even"),
        ("ticket", "later"),
        ("", "s"),
    ]
    assert made.tests == 4
    assert [judgement.action.key for judgement, _ in made.wins] == ["won", "s"]
    assert made.false_wins == pytest.approx(0.1)
    assert made.explanation == "2 wins in 4 tests. Chance alone would show hardly any."
    assert made.reckoning == (
        "If no action had any effect, 4 tests would show up to 0.1 wins by chance: a test is wrong 5 times in 100, and half of those look like an improvement."
    )


def test_before_any_window_closed_nothing_has_been_tested(tmp_path: Path) -> None:
    made = everything(tmp_path, date(2026, 7, 1))
    assert (made.tests, made.wins, made.explanation) == (0, (), "Nothing has been tested yet.")
    assert made.reckoning == ""


def test_from_forty_tests_on_the_wins_that_chance_gives_are_counted(tmp_path: Path) -> None:
    made = everything(tmp_path, DONE)
    assert Judgements(10 * made.all).explanation == "20 wins in 40 tests. Chance alone would show up to 1."


def test_of_twenty_actions_four_in_ten_show_a_win_by_chance() -> None:
    assert round(100 * (1 - 0.975**20)) == 40


def answers(draw: random.Random) -> tuple[int, int, int]:
    """400 answers, promoters, passives and detractors 40 / 40 / 20."""
    drawn = [draw.random() for _ in range(400)]
    return sum(one < 0.4 for one in drawn), sum(one >= 0.8 for one in drawn), 400


def improved(before: tuple[int, int, int], after: tuple[int, int, int]) -> bool:
    made = scores.compare(before, after, 0.95)
    return made.low > 0 and made.p < 0.05


@pytest.mark.parametrize(
    ("looks", "least", "most"), [("every month", 12.5, 19.5), ("once", 1.3, 4.2), ("worst", 7.5, 13.5)]
)
def test_looking_often_or_from_the_worst_month_finds_what_is_not_there(looks: str, least: float, most: float) -> None:
    """Nothing changes here; the published shares of false improvements are 16 %, 2.5 % and 10.4 %."""
    draw = random.Random(11)
    find: dict[str, Callable[[], bool]] = {
        "every month": lambda: any(improved(first, answers(draw)) for first in [answers(draw)] for _ in range(12)),
        "once": lambda: improved(answers(draw), answers(draw)),
        "worst": lambda: improved(min((answers(draw) for _ in range(6)), key=lambda w: w[0] - w[1]), answers(draw)),
    }
    found = [find[looks]() for _ in range(800)]
    assert least < 100 * sum(found) / len(found) < most


def test_rows_that_overlap_are_not_added_up(judged) -> None:
    days = [date(2026, 5, 1) + timedelta(days=count) for count in range(80)]
    rows = "".join(f"{day},{day + timedelta(days=6)},{24 if day >= SINCE else 21},30\n" for day in days)
    action = "shipped: 2026-06-08, expects: [{metric: x, value: 80%}], judge: {window: 28d}"
    made = only(judged(action, x=f"from,to,numerator,denominator\n{rows}"))
    assert made.change.verdict == "not comparable"
    assert "overlap" in made.change.why


def test_nor_are_those_of_the_segment_that_it_is_compared_with(judged) -> None:
    rows = "".join(f"2026-{month:02}-01,2026-{month:02}-28,north,{60 + month},100\n" for month in (3, 4, 5, 7, 8, 9))
    theirs = "".join(f"2026-04-{day:02},2026-05-{day - 3:02},south,60,100\n" for day in (5, 9, 13))
    action = "shipped: 2026-06-08, expects: [{metric: x, segment: north, value: 75%}], judge: {compare_with: south}"
    made = only(judged(action, x=f"from,to,segment,numerator,denominator\n{rows}{theirs}"))
    assert (made.change.verdict, "overlap" in made.change.why) == ("not comparable", True)


def test_a_segment_is_not_compared_with_itself(judged) -> None:
    action = "shipped: 2026-06-08, expects: [{metric: x, value: 80%, segment: north}], judge: {compare_with: north}"
    rows = "".join(f"2026-{month:02},north,{80 if month > 6 else 60},100\n" for month in (3, 4, 5, 7, 8, 9))
    made = only(judged(action, x=f"period,segment,numerator,denominator\n{rows}"))
    assert (made.change.verdict, made.change.why) == ("not comparable", "`north` would be compared with itself")


def test_a_side_with_fewer_rows_than_its_name_says_is_told(judged) -> None:
    made = only(judged(SHIPPED, x="period,numerator,denominator\n2026-03,70,100\n2026-09,83,100\n"))
    assert made.notes[:2] == ("before holds 1 of 3 rows", "after holds 1 of 3 rows")


def test_of_months_and_quarters_those_are_judged_that_fill_the_time_before(judged) -> None:
    months = "2026-01,,,70,100,,\n2026-02,,,70,100,,\n2026-05,,,80,100,,\n2026-06,,,80,100,,\n2026-07,,,80,100,,\n"
    table = HEADER + "2026-Q1,,,240,300,,\n" + months
    shipped = "shipped: 2026-04-10, expects: [{metric: x, value: 90%}]"
    made = only(judged(shipped, x=table))
    assert made.window is not None
    assert (made.window.before.label, made.window.after.label) == ("Jan 2026 to Mar 2026", "May 2026 to Jul 2026")
    assert (made.change.verdict, made.change.n_before, made.change.n_after) == ("no change shown", 300, 300)
    quarters = table + "2026-Q3,,,240,300,,\n"
    assert only(judged(shipped, x=quarters)) == made


def test_what_is_withheld_to_protect_others_makes_no_verdict(judged) -> None:
    table = (
        HEADER + "2026-02,,,90,100,,\n2026-03,,,70,100,,\n2026-05,,,80,100,,\n2026-06,,,80,100,,\n2026-07,,,80,100,,\n"
    )
    shipped = "shipped: 2026-04-10, expects: [{metric: x, value: 90%}]"
    with_year = table + "2026,,,406,506,,\n"
    made = only(judged(shipped, x=with_year))
    assert made.change.verdict == "not comparable"
    assert "withheld, so that a smaller group cannot be worked out from it" in made.change.why


def surveys(order: str, **tables: str) -> dict[str, str]:
    """The rows of several surveys in one table, and the sources of the metric in this order of their names."""
    rows = [f"{line},{name}\n" for name, table in tables.items() for line in table.removeprefix(HEADER).split()]
    sources = ", ".join(f"{{file: x.csv, where: {{survey: {name}}}}}" for name in order)
    return {"source": f"[{sources}]", "x": HEADER.replace("n\n", "n,survey\n") + "".join(rows)}


@pytest.mark.parametrize("order", ["ab", "ba"])
def test_sources_that_say_the_opposite_give_no_verdict_whichever_stands_first(judged, order: str) -> None:
    fallen = RISEN.replace("350", "X").replace("400", "350").replace("X", "400")
    made = only(judged(SHIPPED, **surveys(order, a=RISEN, b=fallen)))
    assert made.change.verdict == "not comparable"
    assert "its sources contradict each other" in made.change.why
    assert "by x.csv (a): improved" in made.change.why
    assert "by x.csv (b): worsened" in made.change.why


@pytest.mark.parametrize("order", ["ab", "ba"])
def test_of_several_sources_the_one_with_most_answers_is_judged_and_what_the_others_say_is_told(
    judged, order: str
) -> None:
    few = RISEN.replace("500", "100").replace("350", "70").replace("400", "75")
    made = only(judged(SHIPPED, **surveys(order, a=RISEN, b=few)))
    assert (made.change.verdict, made.source) == ("improved", "x.csv (a)")
    assert made.notes == ("judged on x.csv (a), one of 2 sources", "by x.csv (b): no change shown")


def test_of_two_lengths_that_fill_the_time_the_commoner_is_judged(judged) -> None:
    months = "".join(f"2026-{month:02},,,{70 if month < 7 else 71},100,,\n" for month in range(1, 11))
    quarters = "2026-Q1,,,200,400,,\n2026-Q2,,,220,400,,\n2026-Q3,,,300,400,,\n"
    made = only(judged(SHIPPED, x=HEADER + months + quarters))
    assert (made.change.verdict, made.change.n_before) == ("no change shown", 300)


@pytest.mark.parametrize(
    ("place", "beside", "why"),
    [
        ("", "south", "the whole holds `south`"),
        (", segment: north", "young", "are of two dimensions"),
        (", segment: sam", "north", "`north` holds `sam`"),
        (", segment: north", "sam", "`north` holds `sam`"),
        (", segment: sam", "young", "are of two dimensions"),
    ],
)
def test_a_group_is_not_compared_with_one_that_may_hold_the_same_people(
    judged, place: str, beside: str, why: str
) -> None:
    row = "".join(f"2026-{month:02},,{{name}},350,500,,\n" for month in (3, 4, 5, 7, 8, 9))
    table = HEADER + "".join(row.format(name=name) for name in ("", "north", "south", "young", "sam"))
    action = f"shipped: 2026-06-08, expects: [{{metric: x, value: 75%{place}}}], judge: {{compare_with: {beside}}}"
    made = only(judged(action, library=SEGMENTS, x=table))
    assert made.change.verdict == "not comparable"
    assert why in made.change.why


SEGMENTS = """\
segments:
  - {id: north, name: North, dimension: region}
  - {id: south, name: South, dimension: region}
  - {id: young, name: Young, dimension: age}
personas:
  - {id: sam, name: Sam, segment: north}
"""


@pytest.mark.parametrize(
    ("counts", "met"), [((950, 920, 910), True), ((500, 500, 500), False), ((950, 500, 500), None)]
)
def test_totals_of_several_months_are_not_held_against_the_level_of_one(
    judged, counts: tuple[int, ...], met: bool
) -> None:
    rows = "".join(f"2026-{month:02},,,,,500,\n" for month in (3, 4, 5))
    rows += "".join(f"2026-{month:02},,,,,{n},\n" for month, n in zip((7, 8, 9), counts, strict=True))
    action = "shipped: 2026-06-08, expects: [{metric: x, value: 900}]"
    made = only(judged(action, method="count", x=HEADER + rows))
    assert made.reached is met


def test_no_level_is_reached_across_a_break(judged) -> None:
    made = only(judged(SHIPPED, metric=", breaks: [{at: 2026-08, why: wording}]", x=RISEN))
    assert (made.change.verdict, made.reached) == ("not comparable", None)


SPANS = "from,to,numerator,denominator\n"
FROM_THE_15TH = (
    "2026-02-15,2026-03-14,350,500\n2026-03-15,2026-04-14,350,500\n2026-04-15,2026-05-14,350,500\n"
    "2026-05-15,2026-06-14,1,500\n"
    "2026-06-15,2026-07-14,400,500\n2026-07-15,2026-08-14,400,500\n2026-08-15,2026-09-14,400,500\n"
)
FOUR_FOUR_FIVE = (
    "2026-03-29,2026-04-25,350,500\n2026-04-26,2026-05-30,350,500\n2026-05-31,2026-06-27,1,500\n"
    "2026-06-28,2026-07-25,400,500\n2026-07-26,2026-08-29,400,500\n2026-08-30,2026-09-26,400,500\n"
)


@pytest.mark.parametrize(
    ("table", "rows", "notes"),
    [(FROM_THE_15TH, 3, ()), (FOUR_FOUR_FIVE, 2, ("before holds 63 of 90 days", "after holds 63 of 90 days"))],
)
def test_months_of_a_companys_own_are_judged_on_all_that_lie_in_the_window(
    judged, table: str, rows: int, notes: tuple[str, ...]
) -> None:
    made = only(judged(SHIPPED, x=SPANS + table))
    assert (made.change.verdict, made.notes) == ("improved", notes)
    assert [len(wave.points) for wave in made.waves] == [rows, rows]


SEASON = (
    "2026-04-06,2026-05-31,700,1000\n2026-06-01,2026-07-04,700,1000\n"
    "2026-07-06,2026-08-30,760,1000\n2026-08-31,2026-10-03,500,1000\n2026-10-04,2026-11-28,700,1000\n"
)


def test_rows_of_several_lengths_that_lie_beside_one_another_all_count(judged) -> None:
    made = only(judged(SHIPPED.replace("06-08", "07-05"), today=date(2026, 11, 30), x=SPANS + SEASON))
    assert (made.change.verdict, made.notes) == ("worsened", ())
    assert (made.change.n_before, made.change.n_after) == (2000, 2000)


def test_two_months_in_one_row_count_as_two_months(judged) -> None:
    after = "2026-07-01,2026-08-31,300,600\n2026-09-01,2026-09-30,240,300\n"
    rows = "2026-03-01,2026-03-31,210,300\n2026-04-01,2026-04-30,210,300\n2026-05-01,2026-05-31,210,300\n" + after
    made = only(judged(SHIPPED, x=SPANS + rows))
    assert (made.change.verdict, made.notes, made.change.n_after) == ("worsened", (), 900)


@pytest.mark.parametrize("end", ["2026-05-31", "2026-05-30"])
def test_a_month_that_is_a_day_short_changes_no_verdict(judged, end: str) -> None:
    rows = "2026-03-01,2026-03-31,360,400\n2026-04-01,2026-04-30,280,400\n2026-05-01,{end},280,400\n"
    after = "2026-07-01,2026-07-31,310,400\n2026-08-01,2026-08-31,312,400\n2026-09-01,2026-09-30,250,400\n"
    made = only(judged(SHIPPED, x=SPANS + rows.replace("{end}", end) + after))
    assert made.change.verdict == "worsened"
    assert made.notes == (() if end == "2026-05-31" else ("before holds 91 of 92 days",))


def test_weeks_before_and_months_after_are_not_too_early(judged) -> None:
    weeks = "".join(f"2026-W{week},140,200\n" for week in range(10, 24))
    months = "2026-07,600,800\n2026-08,600,800\n2026-09,600,800\n"
    made = only(judged(SHIPPED, x=f"period,numerator,denominator\n{weeks}{months}"))
    assert made.change.verdict == "improved"


def test_rows_that_were_only_made_ready_are_still_to_come(judged) -> None:
    ready = RISEN.replace("2026-08,,,400,500,,\n2026-09,,,400,500,,\n", "2026-08,,,,,,\n2026-09,,,,,,\n2026-10,,,,,,\n")
    made = only(judged(SHIPPED, settings="fresh_for: 120d\n", x=ready))
    assert (made.change.verdict, made.change.why) == ("too early", "the numbers up to 2026-09-30 are not all there")


def test_no_level_is_reached_where_a_break_lies_between(judged) -> None:
    made = only(judged(SHIPPED, metric=", breaks: [{at: 2026-07, why: method}]", x=RISEN))
    assert (made.change.verdict, made.reached) == ("not comparable", None)


def test_who_counts_by_other_months_later_does_not_change_what_was_judged(judged) -> None:
    later = "2027-01-31,2027-02-27,1,500\n2027-02-28,2027-04-03,1,500\n"
    rows = [line.split(",") for line in (BEFORE + AFTER).splitlines()]
    months = "".join(f"{row[0]}-01,{row[0]}-{30 if row[0][-1] in '469' else 31},{row[3]},{row[4]}\n" for row in rows)
    made = only(judged(SHIPPED, x=SPANS + months))
    assert len(made.waves[0].points) == 3
    assert only(judged(SHIPPED, today=date(2027, 5, 1), x=SPANS + months + later)).change == made.change


LONG = "period,numerator,denominator\n2026-Q1,1200,1500\n2026-04,350,500\n2026-05,350,500\n" + "".join(
    f"2026-{month:02},400,500\n" for month in range(6, 11)
)


@pytest.mark.parametrize(
    "later", ["2026-Q3,1200,1500\n", "2026-Q2,1100,1500\n", "2026,4000,6000\n", "2026-W45,1,500\n"]
)
def test_a_row_that_sums_up_others_later_changes_no_verdict(judged, later: str) -> None:
    action = "shipped: 2026-05-10, judge: {window: 4 months}, expects: [{metric: x, value: 80%}]"
    made = only(judged(action, x=LONG))
    assert (made.change.n_before, made.change.n_after, made.change.verdict) == (2000, 2000, "no change shown")
    assert only(judged(action, today=date(2026, 11, 20), x=LONG + later)).change == made.change


def test_a_table_that_goes_over_to_weeks_is_judged_on_both(judged) -> None:
    months = BEFORE + "2026-06,,,1,500,,\n2026-07,,,400,500,,\n2026-08,,,400,500,,\n"
    rows = [line.split(",") for line in months.splitlines()]
    text = "".join(f"{row[0]}-01,{row[0]}-{30 if row[0][-1] in '46' else 31},{row[3]},{row[4]}\n" for row in rows)
    weeks = "".join(f"2026-09-{day:02},2026-09-{day + 6:02},100,125\n" for day in (1, 8, 15, 22))
    made = only(judged(SHIPPED, today=date(2026, 10, 6), x=f"{SPANS}{text}{weeks}2026-09-29,2026-10-05,1,125\n"))
    assert (made.change.verdict, made.change.n_after) == ("improved", 1500)
    assert made.notes == ("after holds 90 of 92 days",)


def test_nothing_is_judged_before_another_source_that_was_there_before_has_come(judged) -> None:
    fallen = RISEN.replace("400,500", "300,500")
    late = fallen.replace("2026-09,,,300,500,,\n", "")
    made = only(judged(SHIPPED, **surveys("ab", a=RISEN, b=late)))
    assert (made.change.verdict, made.notes) == ("too early", ())
    assert made.change.why == "the numbers up to 2026-09-30 are not all there, by x.csv (b)"


def test_what_other_sources_say_is_held_to_the_same_chance(judged) -> None:
    """A rise of which the p is between a half of 0.05 and all of it."""
    edge = RISEN.replace("400,500", "367,500")
    action = "shipped: 2026-06-08, expects: [{metric: x, value: 75%}, {metric: y, value: 75%}]"
    alone = only(judged(SHIPPED, x=edge))
    assert (alone.change.verdict, 0.025 < (alone.change.p or 0) < 0.05) == ("improved", True)
    two = "[{file: x.csv, where: {survey: a}}, {file: x.csv, where: {survey: b}}]"
    both = surveys("ab", a=RISEN, b=edge)
    y = HEADER.replace("n\n", "n,survey\n") + "".join(f"{line},a\n" for line in edge.removeprefix(HEADER).split())
    (made,) = judged(action, source=two, x=both["x"], y=y)
    assert "by x.csv (b): no change shown" in made.results[0].notes
