"""`cxsite numbers`: every number with its interval, n, method and row."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from support import JOURNEY, TESTS, small_project

from cxsite.cli.main import main

SITES = TESTS / "sites"
METRICS = """\
metrics:
  - {id: easy, name: It was easy, formerly: ease, method: share, better: up, source: t.csv,
     breaks: [{at: 2026-02, why: wording}]}
  - {id: never, name: Never measured, method: mean}
"""
TABLE = """\
metric,period,segment,numerator,denominator,value,n
easy,2026-01,,60,100,,
easy,2026-02,,12,20,,
easy,2026-03,,4,8,,
easy,2026-04,,,,0.5,
easy,2026-05,,,,,
easy,2026-05,north,60,100,,
"""
GOALS = "goals: [{id: up, metric: easy, target: 90%, by: 2026-12-31}]\n"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    """Runs `cxsite numbers` over a project; gives exit code, output and errors."""

    def go(folder: Path, *arguments: str) -> tuple[object, str, str]:
        monkeypatch.setattr(sys, "argv", ["cxsite", "--project", str(folder), "numbers", *arguments])
        with pytest.raises(SystemExit) as left:
            main()
        said = capsys.readouterr()
        return left.value.code or 0, said.out, said.err

    return go


@pytest.fixture
def project(tmp_path: Path) -> Path:
    files: dict[str, str | bytes] = {"metrics/m.yml": METRICS, "metrics/t.csv": TABLE}
    files |= {"journeys/ticket.yml": JOURNEY + GOALS, "cxsite.yml": "today: 2026-06-15\n"}
    return small_project(tmp_path, files)


@pytest.mark.parametrize("site", ["example", "va-outpatient"])
def test_the_numbers_of_a_site_are_printed_as_they_stand(run, site: str) -> None:
    """To write the file anew: `cxsite --project tests/sites/NAME numbers > tests/sites/NAME_numbers.txt`."""
    code, out, err = run(SITES / site)
    assert (code, err) == (0, "")
    assert out == (SITES / f"{site}_numbers.txt").read_text(encoding="utf-8")


def test_each_number_stands_with_what_belongs_to_it(run, project: Path) -> None:
    code, out, err = run(project, "easy")
    assert (code, err) == (0, "")
    assert out == (
        "easy: It was easy\n"
        "  t.csv, fresh until 2026-06-29\n"
        "  target 90.0 % by 2026-12-31: 40.0 points away\n"
        "  break: the wording changed with Feb 2026\n"
        "  period     value  interval                            n  method                            row\n"
        "  Jan 2026  60.0 %  95 %: 50.2 % to 69.1 %            100  share, Wilson interval            metrics/t.csv:2\n"
        "  Feb 2026  60.0 %  95 %: 38.7 % to 78.1 %             20  share, Wilson interval, low base  metrics/t.csv:3\n"
        "  Mar 2026    none                                         too few answers to show           metrics/t.csv:4\n"
        "  Apr 2026  50.0 %  none                    not published  published figure                  metrics/t.csv:5\n"
        "  May 2026    none                                         not given                         metrics/t.csv:6\n"
        "  no interval: published without the counts or the spread that an interval needs\n"
        "\n"
        "easy: It was easy, segment north\n"
        "  t.csv, fresh until 2026-07-30\n"
        "  break: the wording changed with Feb 2026\n"
        "  period     value  interval                  n  method                  row\n"
        "  May 2026  60.0 %  95 %: 50.2 % to 69.1 %  100  share, Wilson interval  metrics/t.csv:7\n"
    )


def test_a_metric_without_a_number_is_named_at_the_end(run, project: Path) -> None:
    assert run(project)[1].endswith("\n\nWithout a number: never\n")
    assert run(project, "never") == (0, "There is no number.\n", "")


def test_what_is_stale_and_what_is_reached_say_so(run, project: Path) -> None:
    small_project(
        project,
        {"cxsite.yml": "today: 2027-06-15\n", "journeys/ticket.yml": JOURNEY + GOALS.replace("90%", "40%")},
    )
    _, out, _ = run(project, "easy")
    assert "t.csv, stale, was fresh until 2026-06-29\n  target 40.0 % by 2026-12-31: reached\n" in out


def test_a_metric_may_be_asked_for_by_the_id_it_had(run, project: Path) -> None:
    assert run(project, "ease") == run(project, "easy")


@pytest.mark.parametrize(("name", "says"), [("esay", "did you mean `easy`?"), ("zzzz", "there is `easy`, `never`")])
def test_an_unknown_metric_is_told_which_there_are(run, project: Path, name: str, says: str) -> None:
    code, out, err = run(project, name)
    assert (code, out) == (2, "")
    assert f"there is no metric `{name}`" in err
    assert says in err


def test_what_could_not_be_read_is_said_beside_the_numbers(run, project: Path) -> None:
    small_project(project, {"metrics/t.csv": TABLE.replace("60,100", "600,100", 1)})
    code, out, err = run(project)
    assert code == 0
    assert "metrics/t.csv:3" in out
    assert err == "something could not be read, and is not among these; `cxsite check` says what\n"


POINT_KEYS = {
    *("period", "start", "end", "value", "low", "high", "level", "n", "low_base", "how", "why_open"),
    *("missing", "suppressed", "file", "line"),
}


def test_the_json_keeps_its_shape(run, project: Path) -> None:
    code, out, err = run(project, "--format", "json")
    assert (code, err) == (0, "")
    whole: dict[str, Any] = json.loads(out)
    assert whole.keys() == {"today", "series"}
    assert whole["today"] == "2026-06-15"
    first, north = whole["series"]
    assert {key: value for key, value in first.items() if key != "points"} == {
        "metric": "easy",
        "name": "It was easy",
        "method": "share",
        "better": "up",
        "unit": None,
        "source": "t.csv",
        "where": {"journey": "", "phase": "", "step": "", "segment": ""},
        "freshness": {"state": "fresh", "last": "Apr 2026", "until": "2026-06-29"},
        "breaks": [{"at": "Feb 2026", "start": "2026-02-01", "why": "wording"}],
        "targets": [
            {"goal": "up", "journey": "ticket", "level": 0.9, "by": "2026-12-31", "distance": 0.4, "reached": False}
        ],
    }
    assert north["where"]["segment"] == "north"
    assert all(point.keys() == POINT_KEYS for point in first["points"])
    assert first["points"][0] == {
        "period": "Jan 2026",
        "start": "2026-01-01",
        "end": "2026-01-31",
        "value": 0.6,
        "low": pytest.approx(0.502, abs=1e-3),
        "high": pytest.approx(0.6906, abs=1e-3),
        "level": 0.95,
        "n": 100,
        "low_base": False,
        "how": "share, Wilson interval",
        "why_open": "",
        "missing": "",
        "suppressed": False,
        "file": "metrics/t.csv",
        "line": 2,
    }


def test_what_is_not_shown_is_not_in_the_json_either(run, project: Path) -> None:
    points = json.loads(run(project, "--format", "json")[1])["series"][0]["points"]
    small = points[2]
    assert (small["suppressed"], small["missing"]) == (True, "too few answers to show")
    assert [small[key] for key in ("value", "low", "high", "level", "n")] == [None] * 5
    assert (points[4]["value"], points[4]["missing"]) == (None, "not given")


@pytest.mark.parametrize("site", ["example", "va-outpatient", "example-sfo"])
def test_the_json_of_a_site_is_whole_and_names_rows_that_are_there(run, site: str) -> None:
    whole = json.loads(run(SITES / site, "--format", "json")[1])
    assert whole["series"]
    for series in whole["series"]:
        for point in series["points"]:
            assert point.keys() == POINT_KEYS
            assert len((SITES / site / point["file"]).read_text().splitlines()) >= point["line"] > 1
            assert (point["low"] is None) is (point["high"] is None) is (point["level"] is None)
            assert point["value"] is None or point["low"] is not None or point["why_open"]
