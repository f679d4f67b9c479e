"""Pages of two processes are the pages of one, in the same order, and what was drawn is counted once."""

from __future__ import annotations

import pytest
from support import ROOT

from cxsite.pages import kinds
from cxsite.pipeline import build, examine
from cxsite.project import Project


@pytest.mark.long
def test_two_processes_make_the_pages_of_one(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    from shutil import copytree

    for name in ("journeys", "metrics"):
        copytree(ROOT / name, tmp_path / name)
    (tmp_path / "cxsite.yml").write_bytes((ROOT / "cxsite.yml").read_bytes())
    monkeypatch.setattr(kinds, "may_fork", lambda: False)
    one = build(examine(Project(tmp_path)))
    monkeypatch.setattr(kinds, "may_fork", lambda: True)
    monkeypatch.setattr(kinds, "LARGE", 1)
    two = build(examine(Project(tmp_path)))
    assert two.pages == one.pages
    assert two.ledger.counts["charts drawn"] == 0
