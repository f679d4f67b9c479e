"""Scales and the answers that a method counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from .broken import MAP, only, said


def metric(method: str, scale: str) -> str:
    return f"metrics:\n  - {{id: m, name: M, owner: b, method: {method}, scale: {scale}}}\n"


@pytest.mark.parametrize(
    ("method", "scale", "message"),
    [
        ("nps", "1..5", "`m` is an NPS, and its scale is 1 to 5"),
        ("top-2", "0..1", "all answers from 0 to 1 are among the 2 best"),
        ("top-3", "1..3", "all answers from 1 to 3 are among the 3 best"),
    ],
)
def test_a_scale_without_the_answers_that_are_counted_is_told(
    tmp_path: Path, method: str, scale: str, message: str
) -> None:
    problem = only(said(tmp_path, MAP, metrics__m=metric(method, scale)), "CX342")
    assert (problem.message, problem.span.line) == (message, 2)
    assert problem.hint


@pytest.mark.parametrize(
    ("method", "scale"), [("nps", "0..10"), ("top-2", "1..5"), ("top-3", "1..4"), ("mean", "1..3")]
)
def test_a_scale_that_fits_is_not(tmp_path: Path, method: str, scale: str) -> None:
    assert "CX342" not in [one.code for one in said(tmp_path, MAP, metrics__m=metric(method, scale))]
