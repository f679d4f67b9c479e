"""`cxsite explain`: what a code means."""

from __future__ import annotations

from click.testing import CliRunner

from cxsite.check.catalogue import problems
from cxsite.cli.main import app


def explain(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["explain", *arguments])
    return done.exit_code, done.output


def test_a_code_is_explained_with_its_weight_and_how_to_change_it() -> None:
    code, out = explain("CX252")
    assert code == 0
    assert out.startswith("CX252 (warning): An action is overdue.\n\n")
    assert "`rules: {CX252: note}`" in out


def test_a_code_can_be_written_in_lower_case() -> None:
    assert explain("cx101") == explain("CX101")


def test_a_fixed_weight_is_said_to_be_so() -> None:
    assert "Its weight cannot be changed." in explain("CX101")[1]


def test_what_stops_the_program_has_no_weight_to_change() -> None:
    assert "Its weight" not in explain("CX901")[1]


def test_without_a_code_all_are_listed() -> None:
    lines = explain()[1].splitlines()
    assert [line[:5] for line in lines] == [problem.code for problem in problems()]


def test_an_unknown_code_is_answered_with_the_nearest() -> None:
    code, out = explain("CX2522")
    assert code == 2
    assert "did you mean CX252?" in out
