"""Two revisions of 300 journeys beside one check of them, in turn; what is the same is parsed once."""

from __future__ import annotations

import re
import time
from pathlib import Path
from shutil import copytree

import pytest

from bench.portfolio import write_portfolio
from cxsite.load.snapshot import of_folder
from cxsite.pipeline import compare_states, examine
from cxsite.project import Project

pytestmark = pytest.mark.bench
JOURNEYS, EDITED, ROUNDS = 300, 10, 3


def test_two_revisions_of_300_journeys_take_at_most_half_as_much_again_as_one_check(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = write_portfolio(tmp_path / "before", JOURNEYS)
    after = copytree(before, tmp_path / "after")
    files = [path for path in sorted((after / "journeys").rglob("*.yml")) if "emotion: " in path.read_text()]
    chosen = files[:: len(files) // EDITED][:EDITED]
    for path in chosen:
        path.write_text(re.sub(r"emotion: -?[\d.]+", "emotion: 1.95", path.read_text(), count=1))
    times: dict[str, list[float]] = {"check": [], "diff": []}
    for _ in range(ROUNDS):
        began = time.perf_counter()
        examine(Project(before))
        times["check"].append(time.perf_counter() - began)
        began = time.perf_counter()
        found = compare_states(of_folder(Project(before)), of_folder(Project(after)))
        times["diff"].append(time.perf_counter() - began)
    assert [change.kind for change in found.edits] == ["emotion"] * EDITED
    assert found.after.content.files_parsed == EDITED
    ratio = min(times["diff"]) / min(times["check"])
    with capsys.disabled():
        print(
            f"\ntwo revisions of {JOURNEYS} journeys: {ratio:.2f} x one check (at most 1.5 x), {min(times['diff']):.1f} s"
        )
