"""What a build takes from the last one: all of it where nothing changed, and nothing where anything did."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from support import VA, copy_site

from cxsite.diagnostics import Diagnostic
from cxsite.ledger import COUNTERS
from cxsite.pages.earlier import FILE
from cxsite.pipeline import build, examine
from cxsite.project import Project
from cxsite.publish.made import Made, make, whole

HOME = "index.md"


def silent(_: tuple[Diagnostic, ...]) -> None:
    """Says nothing."""


def made(folder: Path, home: str = HOME) -> Made:
    return make(Project(folder), home, silent)


def kept(found: Made) -> int:
    assert found.site is not None
    return found.site.ledger.counts["pages kept"]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = copy_site(VA, tmp_path_factory.mktemp("kept") / "va")
    assert kept(made(folder)) == 0
    return folder


@pytest.fixture
def va(built: Path, tmp_path: Path) -> Path:
    return shutil.copytree(built, tmp_path / "va")


def test_where_nothing_changed_the_same_comes_back_and_nothing_is_done(built: Path) -> None:
    said: list[tuple[Diagnostic, ...]] = []
    found = make(Project(built), HOME, said.append)
    examined = examine(Project(built))
    site = build(examined, HOME)
    assert found.site is not None
    assert (found.site.pages, found.site.assets) == (tuple(map(whole, site.pages)), site.assets)
    assert said == [found.diagnostics] == [examined.diagnostics]
    assert found.site.ledger.counts == {**dict.fromkeys(COUNTERS, 0), "pages kept": 33}


@pytest.mark.parametrize("name", ["cxsite.yml", "journeys/outpatient/new.png", "metrics/post-visit-survey.csv"])
def test_where_a_file_changed_everything_is_made_anew(va: Path, name: str) -> None:
    with (va / name).open("a") as file:
        file.write("\n")
    assert kept(made(va)) == 0


def test_pages_with_another_front_page_are_others(va: Path) -> None:
    assert kept(made(va, "portfolio/index.md")) == 0


def test_a_project_with_an_error_is_not_kept(va: Path) -> None:
    (va / ".cxsite/cache" / FILE).unlink()
    (va / "journeys" / "broken.yml").write_text("name: [\n")
    assert made(va).site is None
    assert not (va / ".cxsite/cache" / FILE).exists()


def test_what_was_written_while_it_was_read_is_not_kept(va: Path) -> None:
    table = va / "metrics/post-visit-survey.csv"
    (va / ".cxsite/cache" / FILE).unlink()
    make(Project(va), HOME, lambda _: table.write_bytes(table.read_bytes()) and None)
    assert not (va / ".cxsite/cache" / FILE).exists()
    assert kept(made(va)) == 0
    assert kept(made(va)) == 33


def test_what_the_report_raises_stops_the_build_before_any_page(va: Path) -> None:
    (va / ".cxsite/cache" / FILE).unlink()

    def stop(_: tuple[Diagnostic, ...]) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        make(Project(va), HOME, stop)
    assert not (va / ".cxsite/cache" / FILE).exists()
