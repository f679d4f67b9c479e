"""Every code there is, each explained."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support import ROOT

from cxsite.check.catalogue import Problem, firm_codes, problems


def test_no_code_means_two_things() -> None:
    found = [problem.code for problem in problems()]
    assert found == sorted(set(found))


def test_every_code_in_the_source_is_in_the_catalogue() -> None:
    written = set()
    for path in (ROOT / "cxsite").rglob("*.py"):
        written |= set(re.findall(r'(?:Code\(\s*|id = |code = )"(CX\d{3})"', path.read_text(encoding="utf-8")))
    assert written - {problem.code for problem in problems()} == {"CX900"}  # the base of the tree


@pytest.mark.parametrize("problem", problems(), ids=lambda problem: problem.code)
def test_every_code_has_a_title_and_an_explanation(problem: Problem) -> None:
    assert problem.title.endswith(".")
    assert problem.title[0].isupper()
    assert len(problem.about) > 30 or problem.code.startswith(("CX2", "CX3", "CX9"))


def test_what_keeps_a_journey_from_having_a_shape_is_firm() -> None:
    assert {"CX010", "CX101", "CX201", "CX901"} <= firm_codes()
    assert not {"CX210", "CX252", "CX017"} & firm_codes()


def test_the_catalogue_names_no_file_of_this_machine() -> None:
    assert not any(str(Path.home()) in problem.about for problem in problems())
