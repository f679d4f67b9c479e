"""Nothing without somebody who answers for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from check.broken import codes, only, said

ORGANISATION = "departments: [{id: b, name: B, office: front}, {id: partner, name: Partner, office: outside}]\n"


def test_an_action_without_an_owner_is_a_warning(tmp_path: Path) -> None:
    problem = only(said(tmp_path, "actions: [{id: desk, name: Desk}]\n"), "CX240")
    assert problem.severity.word == "warning"
    assert codes(said(tmp_path, "actions: [{id: desk, name: Desk, status: dropped}]\n")) == []


def test_an_action_of_several_journeys_needs_one_too(tmp_path: Path) -> None:
    assert codes(said(tmp_path, journeys__actions="actions: [{id: desk, name: Desk}]\n")) == ["CX240"]


def test_a_metric_without_an_owner_is_a_note(tmp_path: Path) -> None:
    found = said(tmp_path, metrics__m="metrics: [{id: ease, name: Ease, method: mean, source: e.csv}]\n",
                 metrics__e_csv="period,value\n2026-01,4\n")  # fmt: skip
    assert codes(found) == ["CX310"]


@pytest.mark.parametrize(
    "text",
    [
        "actions: [{id: desk, name: Desk, owner: partner}]\n",
        "hotspots: [{name: H, steps: look, owner: partner}]\n",
        "phases: [{name: P, owner: partner}]\n",
    ],
)
def test_a_partner_cannot_be_held_to_account(tmp_path: Path, text: str) -> None:
    assert codes(said(tmp_path, text, journeys__organisation=ORGANISATION)) == ["CX242"]


def test_a_partner_can_do_the_work(tmp_path: Path) -> None:
    text = "actions: [{id: desk, name: Desk, owner: b, done_by: partner}]\n"
    assert codes(said(tmp_path, text, journeys__organisation=ORGANISATION)) == []
