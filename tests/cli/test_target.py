"""`cxsite target`: the full target map in the terminal."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from support import JOURNEY, small_project

from cxsite.cli.main import main

TARGET = """\
target:
  steps:
    - {change: look, name: Sees the map, after: ask}
    - {add: pay, name: Pays, phase: choose}
    - {remove: ask}
"""


@pytest.fixture
def target(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """Runs `cxsite target` over a small project with these files on top; gives exit code, output and errors."""

    def run(files: dict[str, str | bytes], *arguments: str) -> tuple[object, str, str]:
        small_project(tmp_path, files)
        monkeypatch.setattr(sys, "argv", ["cxsite", "--project", str(tmp_path), "target", *arguments])
        with pytest.raises(SystemExit) as left:
            main()
        said = capsys.readouterr()
        return left.value.code or 0, said.out, said.err

    return run


def test_each_step_has_its_sign(target) -> None:
    code, out, err = target({"journeys/ticket.yml": JOURNEY + TARGET}, "ticket")
    assert (code, err) == (0, "")
    assert out == (
        "Buy a ticket: target\n\n= Choose [choose]\n"
        "  · Looks at the map [look] (moved away)\n"
        "  − Asks at the desk [ask]\n"
        "  Δ Sees the map [look] (moved here)\n"
        "  + Pays [pay]\n"
    )


def test_another_target_is_asked_for_by_its_id(target) -> None:
    files = {
        "journeys/ticket.yml": "",
        "journeys/t/journey.yml": JOURNEY,
        "journeys/t/target-vision.yml": "steps: [{remove: ask}]\n",
    }
    code, out, _ = target(files, "t", "--id", "vision")
    assert code == 0
    assert out.startswith("Buy a ticket: vision\n")


def test_what_cannot_be_resolved_is_said_with_its_place_beside_the_map(target) -> None:
    text = JOURNEY + "target:\n  steps:\n    - {change: loook, name: X}\n"
    _, out, err = target({"journeys/ticket.yml": text}, "ticket")
    line = text.split("\n").index("    - {change: loook, name: X}") + 1
    assert err.startswith(f"journeys/ticket.yml:{line}:16: the map it starts from has no step `loook`")
    assert "= Looks at the map [look]" in out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["tiket"], "did you mean `ticket`?"),
        (["zzzz"], "there is `ticket`"),
        (["ticket"], "there is none"),
        (["ticket", "--id", "vision"], "there is none"),
    ],
)
def test_what_is_not_there_is_said_with_what_is(target, arguments: list[str], says: str) -> None:
    code, out, err = target({}, *arguments)
    assert code == 2
    assert (out, says in err) == ("", True)
    assert "Traceback" not in err
