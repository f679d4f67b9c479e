"""What is said of a number whose rows, or whose settings, changed."""

from __future__ import annotations

import pytest

from compare.states import FILES, Edit, edited, told

TABLE = "metrics/ease.csv"
FEW = edited((TABLE, "2026-09,640,1000", "2026-09,12,20"))
STRICTER = ("cxsite.yml", "currency: EUR\n", "currency: EUR\nsuppress_below: 25\n")


def said(*edits: Edit, before: dict[str, str] = FILES) -> list[str]:
    """What is told of the numbers."""
    report = told(before, edited(*edits, files=before))
    return [change.what for change in report.changes if change.kind == "number"]


@pytest.mark.parametrize(
    ("edit", "what"),
    [
        ((TABLE, "2026-10,660,1000", "2026-10,690,1000"), "latest value from 66.0 % in Oct 2026 to 69.0 % in Oct 2026"),
        (
            (TABLE, "ease,2026-09,640,1000", "ease,2026-09,630,1000"),
            "earlier periods were corrected; the latest value is as before",
        ),
    ],
)
def test_a_row_that_says_something_else_was_corrected(edit: Edit, what: str) -> None:
    assert said(edit) == [what]


def test_rows_that_the_settings_hide_were_not_corrected() -> None:
    assert said(STRICTER, before=FEW) == ["1 period withheld now; the latest value is as before"]


def test_rows_that_the_settings_show_again_were_not_corrected() -> None:
    stricter = edited(STRICTER, files=FEW)
    looser = ("cxsite.yml", "suppress_below: 25", "suppress_below: 15")
    assert said(looser, before=stricter) == ["1 period no longer withheld; the latest value is as before"]


def test_a_latest_row_that_is_hidden_leaves_the_one_before_it() -> None:
    last = edited((TABLE, "2026-10,660,1000", "2026-10,13,20"))
    assert said(STRICTER, before=last) == [
        "latest value from 65.0 % in Oct 2026 to 64.0 % in Sep 2026; 1 period withheld now"
    ]


def test_how_many_make_a_low_base_changes_no_number() -> None:
    assert said(("cxsite.yml", "currency: EUR\n", "currency: EUR\nmin_n: 50\n"), before=FEW) == []


def test_rows_that_came_and_rows_that_were_corrected_are_told_apart() -> None:
    come = (TABLE, "ease,2026-08,600,1000\n", "ease,2026-07,590,1000\nease,2026-08,600,1000\n")
    assert said(come) == ["earlier periods were added; the latest value is as before"]
    assert said(come, (TABLE, "2026-09,640,", "2026-09,641,")) == [
        "earlier periods were corrected; the latest value is as before"
    ]


def test_rows_that_went_were_taken_out_and_not_corrected() -> None:
    gone = (TABLE, "ease,2026-08,600,1000\n", "")
    assert said(gone) == ["earlier periods were taken out; the latest value is as before"]
    assert said(gone, (TABLE, "2026-09,640,", "2026-09,641,")) == [
        "earlier periods were corrected; earlier periods were taken out; the latest value is as before"
    ]
    assert said((TABLE, "ease,2026-10,660,1000\n", "")) == [
        "latest value from 66.0 % in Oct 2026 to 64.0 % in Sep 2026"
    ]


def test_a_table_with_another_name_tells_of_no_number() -> None:
    files = dict(FILES)
    files["metrics/easy.csv"] = files.pop(TABLE)
    files = {name: text.replace("source: ease.csv", "source: easy.csv") for name, text in files.items()}
    report = told(FILES, files)
    assert [change.kind for change in report.changes if change.kind == "number"] == []
    corrected = {**files, "metrics/easy.csv": files["metrics/easy.csv"].replace("2026-10,660,", "2026-10,690,")}
    report = told(FILES, corrected)
    said = [change.what for change in report.changes if change.kind == "number"]
    assert said == ["latest value from 66.0 % in Oct 2026 to 69.0 % in Oct 2026"]
