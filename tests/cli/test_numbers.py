"""`cxsite numbers`: every number with its interval, n, method and row."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from support import JOURNEY, TESTS, python, small_project

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
        "  Target 90.0 % by 2026-12-31: 40.0 points to go\n"
        "  break: the wording changed with Feb 2026\n"
        "  period     value  interval                            n  method                             row\n"
        "  Jan 2026  60.0 %  95 %: 50.2 % to 69.1 %            100  share, Wilson interval             metrics/t.csv:2\n"
        "  Feb 2026  60.0 %  95 %: 38.7 % to 78.1 %             20  share, Wilson interval, low base   metrics/t.csv:3\n"
        "  Mar 2026    none                                         withheld: too few answers to show  metrics/t.csv:4\n"
        "  Apr 2026  50.0 %  none                    not published  published figure                   metrics/t.csv:5\n"
        "  May 2026    none                                         not given                          metrics/t.csv:6\n"
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
    assert "t.csv, stale, was fresh until 2026-06-29\n  Target 40.0 % by 2026-12-31: reached\n" in out


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
    *("period", "start", "end", "value", "low", "high", "level", "n", "n_effective", "low_base", "how", "why_open"),
    *("missing", "suppressed", "file", "line"),
}


def test_the_json_keeps_its_shape(run, project: Path) -> None:
    code, out, err = run(project, "--format", "json")
    assert (code, err) == (0, "")
    whole: dict[str, Any] = json.loads(out)
    assert whole.keys() == {"today", "tests", "series", "judged", "chains", "counted", "effort"}
    assert whole["today"] == "2026-06-15"
    first, north = whole["series"]
    assert {key: value for key, value in first.items() if key != "points"} == {
        "metric": "easy",
        "name": "It was easy",
        "method": "share",
        "better": "up",
        "unit": None,
        "per": None,
        "source": "t.csv",
        "where": {"journey": "", "phase": "", "step": "", "segment": ""},
        "freshness": {"state": "fresh", "last": "Apr 2026", "until": "2026-06-29"},
        "breaks": [{"at": "Feb 2026", "start": "2026-02-01", "why": "wording"}],
        "targets": [
            {
                "goal": "up",
                "journey": "ticket",
                "level": 0.9,
                "by": "2026-12-31",
                "distance": 0.4,
                "reached": False,
                "unsure": False,
                "disputed": False,
                "needed": None,
            }
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
        "n_effective": None,
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
    assert (small["suppressed"], small["missing"]) == (True, "withheld: too few answers to show")
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


PHASES = """\
name: Buy a ticket
owner: sales
without_a_hitch: easy
phases:
  - {id: choose, name: Choose, steps: [{id: look, name: Looks, emotion: -1, effort: {time: 90min, money: 4 EUR}}]}
  - {id: ride, name: Ride, steps: [{id: sit, name: Sits}]}
actions:
  - id: signs
    name: Better signs
    shipped: 2026-04-01
    judge: {window: 90d}
    expects: [{metric: easy, phase: choose, value: 70%, by: 2026-12}]
target:
  steps: [{change: look, effort: {time: 30min}}]
"""
TRIED = """\
metric,period,phase,numerator,denominator
easy,2026-01,choose,60,100
easy,2026-02,choose,65,100
easy,2026-03,choose,55,100
easy,2026-05,choose,90,100
easy,2026-06,choose,85,100
easy,2026-07,choose,95,100
easy,2026-07,ride,80,100
"""


@pytest.fixture
def tried(tmp_path: Path) -> Path:
    """A project with an action that shipped, a chain of two phases, and a target."""
    metric = METRICS.replace(",\n     breaks: [{at: 2026-02, why: wording}]", "")
    files: dict[str, str | bytes] = {"metrics/m.yml": metric, "metrics/t.csv": TRIED, "journeys/ticket.yml": PHASES}
    return small_project(tmp_path, files | {"cxsite.yml": "today: 2026-09-15\ncurrency: EUR\n"})


def test_what_an_action_did_is_printed_with_the_rows_on_both_sides(run, tried: Path) -> None:
    found = json.loads(run(tried, "--format", "json")[1])["judged"]
    assert [(one["journey"], one["action"], one["pilot"], one["since"]) for one in found] == [
        ("ticket", "signs", "", "2026-04-01")
    ]
    (one,) = found
    assert (one["metric"], one["where"]["phase"], one["verdict"], one["reached"]) == (
        "easy",
        "choose",
        "improved",
        True,
    )
    assert one["before"]["rows"] == [f"metrics/t.csv:{line}" for line in (2, 3, 4)]
    assert one["after"]["rows"] == [f"metrics/t.csv:{line}" for line in (5, 6, 7)]
    assert (one["before"]["value"], one["before"]["n"], one["after"]["value"]) == (0.6, 300, 0.9)
    assert (one["before"]["start"], one["after"]["end"]) == ("2026-01-01", "2026-07-31")
    assert one["expected"] == {"level": 0.7, "text": "70.0 %", "by": "2026-12-31"}
    assert one["difference"] == pytest.approx(0.3)
    assert one["low"] < 0.3 < one["high"]
    assert (one["level"], one["p"] < 0.001, one["beside_before"]) == (0.95, True, None)


def test_a_chain_that_lacks_a_phase_says_through_how_many_it_is(run, tried: Path) -> None:
    table = (tried / "metrics/t.csv").read_text()
    (tried / "metrics/t.csv").write_text("".join(line for line in table.splitlines(True) if ",ride," not in line))
    _, out, _ = run(tried)
    assert "through 1 of 2 phases only: with ride it could only be lower" in out


def test_a_chain_is_printed_with_its_links_and_how_it_was_made(run, tried: Path) -> None:
    (chain,) = json.loads(run(tried, "--format", "json")[1])["chains"]
    assert (chain["journey"], chain["metric"], chain["value"]) == ("ticket", "easy", pytest.approx(0.95 * 0.8))
    assert chain["low"] < chain["value"] < chain["high"]
    assert (chain["level"], chain["draws"], chain["seed"]) == (0.95, 4000, 20010101)
    assert [(one["phase"], one["share"], one["counts"], one["row"]) for one in chain["links"]] == [
        ("choose", 0.95, [95, 100], "metrics/t.csv:7"),
        ("ride", 0.8, [80, 100], "metrics/t.csv:8"),
    ]
    assert (chain["weakest"], chain["missing"], chain["repair"]) == (["ride"], [], None)


def test_what_is_counted_is_printed_over_all_and_over_each_journey(run, tried: Path) -> None:
    found = json.loads(run(tried, "--format", "json")[1])["counted"]
    assert [(one["journey"], one["metric"], one["value"], one["total"], one["known"]) for one in found] == [
        (journey, *count)
        for journey in ("", "ticket")
        for count in (("cx-easy-phases", None, 2, 0), ("cx-measured-interactions", 0, 2, 2))
    ]
    _, out, _ = run(tried, "cx-easy-phases")
    assert out.splitlines()[2:] == [
        "  cx-easy-phases  all journeys  not assessed  2 without a number to show",
        "  cx-easy-phases  ticket        not assessed  2 without a number to show",
    ]


def test_effort_is_printed_for_each_map_with_what_is_removed_and_what_is_not_known(run, tried: Path) -> None:
    today, target = json.loads(run(tried, "--format", "json")[1])["effort"]
    assert (today["map"], today["from"], today["removed"], today["currency"]) == ("current", None, None, "EUR")
    assert today["minutes"] == {
        **{"expected": 90, "every": 90, "assessed": 1},
        **{"open": 1, "unweighed": 0, "elsewhere": 0},
    }
    assert (target["map"], target["from"], target["minutes"]["expected"]) == ("target", "current", 30)
    assert target["removed"]["expected"]["minutes"] == target["removed"]["every"]["minutes"] == 60
    assert [(one["phase"], one["minutes"]["every"]) for one in target["phases"]] == [("choose", 30), ("ride", None)]


def test_the_sections_follow_the_series_and_a_metric_has_only_its_own(run, tried: Path) -> None:
    _, whole, _ = run(tried)
    headings = [line for line in whole.splitlines() if line.startswith("# ")]
    assert headings == [
        "# What actions did, by a test said beforehand",
        "# Through the phases without a hitch",
        "# Counted",
        "# Effort of one customer",
    ]
    assert "ticket/signs, shipped 2026-04-01: easy, phase choose\n  improved\n" in whole
    _, own, _ = run(tried, "easy")
    assert [line for line in own.splitlines() if line.startswith("# ")] == headings[:2]
    assert run(tried, "never") == (0, "There is no number.\n", "")


def test_printing_numbers_imports_no_chart_library_and_no_tables() -> None:
    """Pages need them; whoever asks for numbers must not wait for them."""
    code = (
        "import sys; from cxsite.cli.main import app; "
        f"app(['--project', {str(SITES / 'example')!r}, 'numbers'], standalone_mode=False); "
        "print([name for name in ('altair', 'pandas', 'mkdocs', 'cxsite.draw') if name in sys.modules])"
    )
    assert python(SITES, "-c", code).output.splitlines()[-1] == "[]"
