"""Metrics in place of a value."""

from __future__ import annotations

from pathlib import Path

import pytest

from .broken import MAP, only, said

METRICS = """\
metrics:
  - {id: kept, name: Kept, owner: b, method: share, source: t.csv}
  - {id: calls, name: Calls, owner: b, method: ratio, per: 100, source: t.csv}
  - {id: many, name: Many, owner: b, method: count, source: t.csv}
  - {id: ease, name: Ease, owner: b, method: mean, formerly: easy, source: t.csv}
  - {id: nps, name: NPS, owner: b, method: nps, source: t.csv}
"""


def map_with(text: str) -> str:
    return MAP.replace("id: look}", f"id: look, {text}}}")


@pytest.mark.parametrize(
    "journey",
    [
        map_with("share: kept"),
        map_with("share: calls"),
        map_with("unplanned: kept"),
        map_with("unplanned: true"),
        map_with("share: 40%, cost_to_serve: 12 EUR, volume: 24"),
        map_with("volume: many"),
        map_with("cost_to_serve: ease"),
        "without_a_hitch: kept\n" + MAP,
    ],
)
def test_a_metric_of_the_right_kind_is_no_complaint(tmp_path: Path, journey: str) -> None:
    assert "CX341" not in [one.code for one in said(tmp_path, journey, metrics__m=METRICS)]


@pytest.mark.parametrize(
    ("journey", "column", "says", "hint"),
    [
        (
            map_with("share: ease"),
            "ease",
            "`ease` has the method `mean`, and here stands a share",
            "`ratio` or `share`",
        ),
        (
            map_with("share: easy"),
            "easy",
            "`ease` has the method `mean`, and here stands a share",
            "`ratio` or `share`",
        ),
        (map_with("unplanned: nps"), "nps", "`nps` has the method `nps`, and here stands a share", "`top-2`"),
        (map_with("bounce: {share: many, to: away}"), "many", "the method `count`, and here stands a share", "`share`"),
        (map_with("volume: kept"), "kept", "here stands a number of times or customers", "`count` or `sum`"),
        (map_with("cost_to_serve: nps"), "nps", "here stands an amount of money", "`mean`"),
        (
            "without_a_hitch: calls\n" + MAP,
            "calls",
            "`calls` has the method `ratio`, and here stands a share",
            "`share`",
        ),
        ("volume: ease\n" + MAP, "ease", "here stands a number of times or customers", "`count`"),
    ],
)
def test_a_metric_of_another_kind_is_told_where_it_is_named(
    tmp_path: Path, journey: str, column: str, says: str, hint: str
) -> None:
    problem = only(said(tmp_path, journey, metrics__m=METRICS), "CX341")
    line = (tmp_path / problem.span.file).read_text().splitlines()[problem.span.line - 1]
    assert line[problem.span.column - 1 : problem.span.end_column - 1] == column
    assert says in problem.message
    assert hint in problem.hint
