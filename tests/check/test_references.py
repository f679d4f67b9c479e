"""What is named has to be there."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import examined_project, small_project

from cxsite.diagnostics import Diagnostic

METRICS = "metrics:\n  - {id: ease, name: Ease, method: mean}\n  - {id: trust, name: Trust, method: mean}\n"
HEAD = "name: A\nowner: b\n"
MAP = "phases:\n  - {name: Wait, id: wait, steps: [{name: Looks, id: look}, {name: Asks, id: ask}]}\n"
SURVEY = "evidence: [{id: survey, kind: survey}]\n"


def found(folder: Path, text: str, **files: str) -> list[Diagnostic]:
    whole: dict[str, str | bytes] = {"journeys/a.yml": text, "metrics/m.yml": METRICS, **files}
    return list(examined_project(small_project(folder, whole)).diagnostics)


def check(folder: Path, text: str, code: str, ref: str, near: str) -> Diagnostic:
    """One complaint, that stands exactly at the reference and knows what was meant."""
    (problem,) = found(folder, text)
    span = problem.span
    assert problem.code == code
    assert text.split("\n")[span.line - 1][span.column - 1 : span.end_column - 1] == ref
    assert f"`{ref}`" in problem.message
    assert problem.suggestion == near
    assert (problem.hint == f"did you mean `{near}`?") is bool(near)
    return problem


@pytest.mark.parametrize(
    "line",
    ["metrics: easse\n" + MAP, "metrics: [trust, easse]\n" + MAP, "phases:\n  - {name: P, metrics: [ease, easse]}\n"],
    ids=["one", "list", "phase"],
)
def test_a_metric_that_nobody_defines_is_found_in_its_place(tmp_path: Path, line: str) -> None:
    check(tmp_path, HEAD + line, "CX210", "easse", "ease")


@pytest.mark.parametrize(
    "line",
    [
        SURVEY + "phases:\n  - {name: P, steps: [{name: S, evidence: survy}]}\n",
        SURVEY + "phases:\n  - {name: P, steps: [{name: S, evidence: [survey, survy]}]}\n",
        SURVEY + "phases: [{name: P, id: p}]\nhotspots:\n  - {name: H, phases: p, evidence: survy}\n",
    ],
    ids=["step", "list", "hotspot"],
)
def test_a_source_that_the_journey_does_not_list_is_found_in_its_place(tmp_path: Path, line: str) -> None:
    check(tmp_path, HEAD + line, "CX210", "survy", "survey")


@pytest.mark.parametrize(
    ("field", "ref", "near"),
    [("steps: lok", "lok", "look"), ("steps: [ask, lok]", "lok", "look"), ("phases: wiat", "wiat", "wait")],
)
def test_a_hotspot_off_the_map_is_found_in_its_place(tmp_path: Path, field: str, ref: str, near: str) -> None:
    check(tmp_path, HEAD + MAP + f"hotspots:\n  - {{name: H, {field}}}\n", "CX210", ref, near)


def test_a_step_is_no_phase(tmp_path: Path) -> None:
    problem = check(tmp_path, HEAD + MAP + "hotspots:\n  - {name: H, phases: look}\n", "CX210", "look", "")
    assert problem.hint == "known here: `wait`"


def test_a_reference_to_nothing_like_it_gets_the_list(tmp_path: Path) -> None:
    problem = check(tmp_path, HEAD + "metrics: zzzz\n" + MAP, "CX210", "zzzz", "")
    assert problem.hint == "known here: `ease`, `trust`"


def test_a_reference_into_an_empty_library_says_that_it_is_empty(tmp_path: Path) -> None:
    (problem,) = found(tmp_path, HEAD + "phases:\n  - {name: P, steps: [{name: S, evidence: survey}]}\n")
    assert problem.hint == "nothing of this kind is defined yet"


@pytest.mark.parametrize(
    "text",
    [
        "metrics: [ease, trust]\n" + MAP,
        MAP + "hotspots:\n  - {name: H, steps: [look, ask], phases: wait}\n",
        SURVEY + MAP.replace("id: ask", "id: ask, evidence: survey"),
    ],
    ids=["metrics", "places", "evidence"],
)
def test_what_is_there_is_no_complaint(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, HEAD + text) == []


def test_a_reference_reaches_no_other_journey(tmp_path: Path) -> None:
    problems = found(
        tmp_path,
        HEAD + "phases: [{name: P}]\nhotspots:\n  - {name: H, steps: look}\n",
        **{"journeys/c.yml": HEAD + MAP},
    )
    assert [(problem.code, problem.span.file) for problem in problems] == [("CX210", "journeys/a.yml")]


def test_one_mistake_in_the_metrics_is_one_complaint(tmp_path: Path) -> None:
    broken = METRICS.replace("method: mean}\n  - {id: trust", "method: meen}\n  - {id: trust")
    problems = found(tmp_path, HEAD + "metrics: [ease, trust]\n" + MAP, **{"metrics/m.yml": broken})
    assert [problem.code for problem in problems] == ["CX103"]


def test_a_hotspot_without_a_place_is_a_warning(tmp_path: Path) -> None:
    (problem,) = found(tmp_path, HEAD + MAP + "hotspots:\n  - {name: H, id: h}\n")
    assert (problem.code, problem.severity.word) == ("CX213", "warning")
    assert "`h`" in problem.message


def test_an_id_that_only_a_name_makes_is_no_id_to_refer_to(tmp_path: Path) -> None:
    text = HEAD + MAP.replace(", id: look", "") + "hotspots:\n  - {name: H, steps: looks}\n"
    (problem,) = found(tmp_path, text)
    assert (problem.code, problem.severity.word, problem.span.line) == ("CX211", "error", 6)
    assert problem.hint == "write `id: looks` where it is defined"
    assert str(problem.related[0].span).startswith("journeys/a.yml:4:")


def test_a_former_id_still_works_and_the_new_one_is_offered(tmp_path: Path) -> None:
    text = HEAD + MAP.replace("id: look", "id: look, formerly: peek") + "hotspots:\n  - {name: H, steps: peek}\n"
    (problem,) = found(tmp_path, text)
    assert (problem.code, problem.severity.word, problem.span.line) == ("CX203", "warning", 6)
    assert (problem.message, problem.suggestion) == ("`peek` is called `look` now", "look")


OWNED = HEAD.replace("owner: b", "owner: biling") + MAP


def test_a_library_that_is_not_there_is_not_checked(tmp_path: Path) -> None:
    assert found(tmp_path, OWNED) == []


def test_a_library_that_is_there_has_to_hold_every_reference(tmp_path: Path) -> None:
    library = "departments: [{id: billing, name: Billing}, {id: b, name: B}, {id: sales, name: Sales}]\n"
    (problem,) = found(tmp_path, OWNED, **{"journeys/organisation.yml": library})
    assert (problem.code, problem.span.line, problem.suggestion) == ("CX210", 2, "billing")
    assert str(problem.related[0].span) == "journeys/organisation.yml:1:20"


@pytest.mark.parametrize("ref", ["c/look", "c/lok"])
def test_a_step_of_another_journey_is_named_with_it(tmp_path: Path, ref: str) -> None:
    other = HEAD + MAP
    text = HEAD + f"phases: [{{name: P}}]\nhotspots:\n  - {{name: H, steps: {ref}}}\n"
    problems = found(tmp_path, text, **{"journeys/c.yml": other})
    assert [(p.code, p.suggestion) for p in problems] == ([] if ref == "c/look" else [("CX210", "c/look")])


def test_a_target_that_uses_a_former_id_is_offered_the_new_one(tmp_path: Path) -> None:
    steps = "phases: [{name: P, id: p, steps: [{name: Looks, id: look, formerly: see}, {name: Asks, id: ask}]}]\n"
    target = "target: {steps: [{change: see, name: X, carried_by: a}, {change: ask, after: see, carried_by: a}]}\n"
    problems = found(tmp_path, HEAD + steps + target + "actions: [{id: a, name: A}]\n")
    assert [(one.code, one.suggestion) for one in problems] == [("CX203", "look"), ("CX203", "look")]


def test_evidence_of_a_metric_is_looked_for_in_its_journey(tmp_path: Path) -> None:
    metrics = METRICS.replace("name: Ease,", "name: Ease, journey: a, evidence: survey,")
    assert found(tmp_path, HEAD + MAP + SURVEY, **{"metrics/m.yml": metrics}) == []
