"""What a number was a year before."""

from __future__ import annotations

from pathlib import Path

import pytest
from draw.trends import figure

from cxsite.derive.figures.ago import year_before


def table(*periods: str) -> dict[str, str]:
    return {"a.csv": "period,value\n" + "".join(f"{period},{4 + i}\n" for i, period in enumerate(periods))}


@pytest.mark.parametrize(
    ("periods", "ago"),
    [
        (("2025-03", "2025-04", "2026-03"), "Mar 2025"),
        (("2025-Q1", "2026-Q1"), "2025 Q1"),
        (("2025", "2026"), "2025"),
        (("2025-02", "2026-03"), None),
        (("2026-03",), None),
        ((), None),
    ],
)
def test_it_is_the_same_part_of_the_year_before(tmp_path: Path, periods: tuple[str, ...], ago: str | None) -> None:
    found = year_before(figure(tmp_path, table(*periods)))
    assert (found.point.period.label if found else None) == ago


def test_across_a_break_it_is_said_not_to_be_comparable(tmp_path: Path) -> None:
    made = figure(tmp_path, table("2025-03", "2026-01", "2026-03"), more=", breaks: [{at: 2026-01, why: scale}]")
    found = year_before(made)
    assert found is not None
    assert found.why_not == "not comparable: scale changed since"


def test_a_value_that_nobody_knows_is_none(tmp_path: Path) -> None:
    tables = {"a.csv": "period,value\n2025-03,No Data\n2026-03,4\n"}
    assert year_before(figure(tmp_path, tables, source="{file: a.csv, missing: [No Data]}")) is None
