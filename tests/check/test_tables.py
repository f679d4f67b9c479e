"""Each metric has a table, and each table a metric."""

from __future__ import annotations

from pathlib import Path

from check.broken import codes, only, said

METRIC = "metrics: [{{id: ease, name: Ease, method: mean, owner: b, {}}}]\n"
TABLE = "metric,period,value\nease,2026-01,4\n"


def test_a_metric_without_a_table_is_a_warning(tmp_path: Path) -> None:
    problem = only(said(tmp_path, metrics__m="metrics: [{id: ease, name: Ease, method: mean, owner: b}]\n"), "CX326")
    assert problem.severity.word == "warning"


def test_a_table_that_no_metric_names_is_a_warning(tmp_path: Path) -> None:
    files = {"metrics__m": METRIC.format("source: e.csv"), "metrics__e_csv": TABLE, "metrics__old_csv": TABLE}
    problem = only(said(tmp_path, **files), "CX327")
    assert problem.span.file == "metrics/old.csv"


def test_a_table_is_not_called_lonely_while_metrics_cannot_be_read(tmp_path: Path) -> None:
    assert codes(said(tmp_path, metrics__m="metrics: [\n", metrics__e_csv=TABLE)) == ["CX010"]


def test_rows_about_an_unknown_metric_are_pointed_out_once_each(tmp_path: Path) -> None:
    table = TABLE + "eese,2026-01,4\neese,2026-02,4\nzzz,2026-01,4\n"
    found = said(tmp_path, metrics__m=METRIC.format("source: e.csv"), metrics__e_csv=table)
    assert [(one.code, one.span.line, one.suggestion) for one in found] == [("CX328", 3, "ease"), ("CX328", 5, "")]


def test_a_column_called_metric_means_nothing_where_rows_are_chosen_otherwise(tmp_path: Path) -> None:
    source = "source: {file: e.csv, where: {metric: eese}}"
    assert codes(said(tmp_path, metrics__m=METRIC.format(source), metrics__e_csv=TABLE.replace("ease", "eese"))) == []


def test_a_former_id_in_the_column_is_known(tmp_path: Path) -> None:
    found = said(tmp_path, metrics__m=METRIC.format("formerly: ces, source: e.csv"),
                 metrics__e_csv=TABLE + "ces,2026-02,4\n")  # fmt: skip
    assert "CX328" not in codes(found)


def test_a_number_about_a_time_to_come_is_a_warning(tmp_path: Path) -> None:
    table = TABLE + "ease,2026-11,4\nease,2026-12,4\nease,2027-01,4\n"
    problem = only(said(tmp_path, metrics__m=METRIC.format("source: e.csv"), metrics__e_csv=table), "CX329")
    assert problem.span.line == 4
