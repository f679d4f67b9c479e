"""One measure across phases, as rows and as a chart."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from cxsite.draw.cache import Cache
from cxsite.draw.charts import Studio
from cxsite.draw.charts.phases import Phase, Phases, datasets, phases_chart, twin

from .drawn import assert_fit_for_a_page, assert_golden, texts
from .examples_charts import metric, reading

PHASES = Phases(
    metric(),
    (
        Phase("Discover", reading(5.4, 0.11), 5.8),
        Phase("Wait for the day on which an engineer <comes> and hope that nobody moves it again", reading(3.1, 0.4, 12, low_base=True), 5.5),
        Phase("Connect", None, 5.6),
        Phase("First bill", None, 5.5, "withheld, as too few answered"),
        Phase("Settle in", reading(4.9, None, None)),
    ),
)  # fmt: skip


def test_the_chart_is_fit_for_a_page_and_is_the_kept_one(tmp_path: Path) -> None:
    chart = phases_chart(PHASES, Studio(Cache(tmp_path)))
    for name, svg in (("wide", chart.wide), ("narrow", chart.narrow)):
        drawn = texts(assert_fit_for_a_page(svg, twin(PHASES)))
        assert {"Discover", "5.40", "5.29 to 5.51 (95 %), n 1,212", "Connect", "not measured"} <= set(drawn)
        assert "withheld, as too few answered" in drawn
        assert_golden(f"phases-{name}", svg)


def test_rows_have_interval_n_method_period_and_target() -> None:
    assert twin(PHASES).rows[0] == (
        "Discover", "5.40", "95 % interval 5.29 to 5.51", "n 1,212", "How mean is made", "Sep 2026", "5.80",
    )  # fmt: skip
    assert twin(PHASES).rows[2] == ("Connect", "not measured", "", "", "", "", "5.60")
    assert twin(PHASES).rows[3] == ("First bill", "withheld, as too few answered", "", "", "", "", "5.50")
    assert "Settle in: 4.90, no interval, n not published." in twin(PHASES).description


def test_a_phase_without_a_value_has_no_place_on_the_axis() -> None:
    assert [row["value"] for row in datasets(PHASES)["rows"]] == [5.4, 3.1, None, None, 4.9]


def test_shares_and_their_targets_are_drawn_in_per_cent() -> None:
    share = Phases(metric("share"), (Phase("P", reading(0.5, 0.1, 90, "share"), 0.8),))
    (row,) = datasets(share)["rows"]
    assert (row["value"], row["low"], row["high"], row["target"]) == (50, 40, 60, 80)


def test_short_names_leave_no_room_for_a_second_line(tmp_path: Path) -> None:
    studio = Studio(Cache(tmp_path))
    one, two = PHASES.phases[:2]
    heights = [
        float(
            phases_chart(replace(PHASES, phases=phases), studio)
            .narrow.split('viewBox="0 0 ')[1]
            .split()[1]
            .split('"')[0]
        )
        for phases in ((one, one), (one, two))
    ]
    assert heights[0] < heights[1]


@pytest.mark.parametrize("phases", [(), PHASES.phases[2:3], PHASES.phases[:1] * 1])
def test_few_phases_are_drawn(tmp_path: Path, phases: tuple[Phase, ...]) -> None:
    few = replace(PHASES, phases=phases)
    assert_fit_for_a_page(phases_chart(few, Studio(Cache(tmp_path))).wide, twin(few))


def test_two_metrics_are_not_drawn_on_one_axis() -> None:
    with pytest.raises(ValueError, match="one metric"):
        Phases(metric("nps"), PHASES.phases)
