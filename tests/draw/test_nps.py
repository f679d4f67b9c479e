"""Who is behind a score, as rows and as a chart."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from cxsite.draw.cache import Cache
from cxsite.draw.charts import Studio
from cxsite.draw.charts.nps import Group, Nps, datasets, nps_chart, twin

from .drawn import assert_fit_for_a_page, assert_golden, texts
from .examples_charts import reading


def group(
    name: str, detractors: float, passives: float, promoters: float, spread: float | None, n: float | None
) -> Group:
    score = reading(100 * (promoters - detractors), spread, n, "nps", low_base=n is not None and n < 30)
    return Group(name, detractors, passives, promoters, score)


NPS = Nps(
    "all joiners",
    (
        group("All joiners", 0.32, 0.30, 0.38, 4.6, 1212),
        group("People who moved house and <took> their old contract with them to another part of the country, in long words", 0.02, 0.03, 0.95, 6, 418),
        group("Everybody unhappy", 1, 0, 0, None, 12),
        group("Only passives", 0, 1, 0, 2, None),
    ),
)  # fmt: skip


def test_the_chart_is_fit_for_a_page_and_is_the_kept_one(tmp_path: Path) -> None:
    chart = nps_chart(NPS, Studio(Cache(tmp_path)))
    for name, svg in (("wide", chart.wide), ("narrow", chart.narrow)):
        drawn = texts(assert_fit_for_a_page(svg, twin(NPS)))
        word = (lambda text: text) if name == "wide" else (lambda text: text.split(" ", 1)[1])
        assert {word("Detractors 32 %"), word("Passives 30 %"), word("Promoters 38 %"), "+6"} <= set(drawn)
        assert_golden(f"nps-{name}", svg)


def test_bars_of_a_group_follow_each_other_with_the_passives_around_the_middle() -> None:
    first = datasets(NPS)["bars"][:3]
    assert [bar["to"] - bar["from"] for bar in first] == pytest.approx([32, 30, 38])
    assert first[0]["to"] == first[1]["from"] == -first[1]["to"] == -first[2]["from"]


@pytest.mark.parametrize(
    ("share", "wide", "narrow"), [(0.38, "Promoters 38 %", "38 %"), (0.2, "20 %", ""), (0.04, "", "")]
)
def test_a_bar_says_as_much_as_it_has_room_for(share: float, wide: str, narrow: str) -> None:
    bar = datasets(Nps("x", (group("A", 0, 1 - share, share, None, 900),)))["bars"][2]
    assert (bar["text_wide"], bar["text_narrow"]) == (wide, narrow)


def test_rows_have_shares_score_interval_n_method_and_period() -> None:
    assert twin(NPS).rows[0] == (
        "All joiners", "32 %", "30 %", "38 %", "+6", "95 % interval +1 to +11", "n 1,212", "How nps is made", "Sep 2026",
    )  # fmt: skip
    assert twin(NPS).rows[2][5:7] == ("no interval", "n 12, low base")
    assert twin(NPS).rows[3][6] == "n not published"
    assert twin(Nps("x", ())).description == "no answers."


def test_a_score_without_interval_has_none_in_the_chart() -> None:
    assert [row["low"] is None for row in datasets(NPS)["rows"]] == [False, False, True, False]


@pytest.mark.parametrize("shares", [(0.5, 0.5, 0.5), (-0.1, 0.7, 0.4), (0.3, 0.3, 0.4)])
def test_shares_that_do_not_fit_the_score_are_refused(shares: tuple[float, float, float]) -> None:
    with pytest.raises(ValueError, match=r"do not make one|not promoters less"):
        replace(NPS.groups[0], detractors=shares[0], passives=shares[1], promoters=shares[2], score=reading(50, 1))
