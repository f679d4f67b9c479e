"""What a build says of itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cxsite.diagnostics import Diagnostic, Severity, Span
from cxsite.ledger import Ledger
from cxsite.publish.report import keep_ledger, one_line, read_ledger


def test_the_ledger_comes_back_as_it_was_kept(tmp_path: Path) -> None:
    keep_ledger(tmp_path / "work", Ledger({"pages rendered": 2}, {"load": 0.25}))
    assert read_ledger(tmp_path / "work") == Ledger({"pages rendered": 2}, {"load": 0.25})


def test_the_ledger_is_plain_json_for_whoever_asks(tmp_path: Path) -> None:
    keep_ledger(tmp_path, Ledger({"files parsed": 3}, {"draw": 1 / 3}))
    assert json.loads((tmp_path / "build.json").read_text()) == {
        "counts": {"files parsed": 3},
        "seconds": {"draw": 0.3333},
    }


@pytest.mark.parametrize("content", [None, b"", b"{", b"\xff"])
def test_a_ledger_that_cannot_be_read_is_none(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "build.json").write_bytes(content)
    assert read_ledger(tmp_path) is None


@pytest.mark.parametrize("content", ["{}", "[]", "null"])
def test_json_that_is_no_ledger_is_none(tmp_path: Path, content: str) -> None:
    (tmp_path / "build.json").write_text(content)
    assert read_ledger(tmp_path) is None


@pytest.mark.parametrize(
    ("hint", "expected"),
    [
        ("", "journeys/join.yml:3:5: CX101 this is wrong"),
        ("did you mean `a`?", "journeys/join.yml:3:5: CX101 this is wrong (did you mean `a`?)"),
    ],
)
def test_a_diagnostic_is_one_line_of_a_log(hint: str, expected: str) -> None:
    made = Diagnostic("CX101", Severity.ERROR, "this is wrong", Span("journeys/join.yml", 3, 5), hint)
    assert one_line(made) == expected


def test_times_of_a_step_add_up() -> None:
    ledger = Ledger()
    for _ in range(2):
        with ledger.step("load"):
            pass
    assert list(ledger.seconds) == ["load"]
    assert 0 <= ledger.seconds["load"] < 1


def test_the_time_of_a_step_is_taken_even_if_it_fails() -> None:
    ledger = Ledger()
    with pytest.raises(ValueError, match="no"), ledger.step("load"):
        raise ValueError("no")
    assert "load" in ledger.seconds
