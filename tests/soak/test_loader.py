"""Long runs by hand: whatever is thrown at the loader comes back as diagnostics with a place. `make soak`."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from support import TESTS, VA, copy_site

from cxsite.pipeline import examine
from cxsite.project import Project

pytestmark = pytest.mark.soak

PIECES = [
    "",
    " ",
    "\t",
    "\n",
    ":",
    "- ",
    "[",
    "]",
    "{",
    "}",
    "&a",
    "*a",
    "!x",
    "<<: ",
    "'",
    '"',
    "#",
    "%",
    "\0",
    "é",
    "\ud83d",
    "0",
]


@pytest.mark.parametrize("site", [VA, TESTS / "sites" / "example"], ids=["va", "example"])
@pytest.mark.parametrize("seed", range(300))
def test_a_damaged_project_is_examined_to_the_end(tmp_path, seed: int, site: Path) -> None:
    chance = random.Random(seed)
    folder = copy_site(site, tmp_path / "site")
    files = sorted([*folder.rglob("*.yml"), *folder.rglob("*.csv")])
    for _ in range(chance.randint(1, 12)):
        path = chance.choice(files)
        raw = path.read_bytes()
        at = chance.randrange(len(raw) + 1)
        piece = chance.choice(PIECES).encode("utf-8", "surrogatepass")
        path.write_bytes(raw[:at] + piece + raw[at + chance.randint(0, 40) :])
    for diagnostic in examine(Project(folder)).diagnostics:
        assert diagnostic.span.line >= 1
        assert diagnostic.span.column >= 1
        assert (folder / diagnostic.span.file).exists()
