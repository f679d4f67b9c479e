"""`cxsite build`: the site, the exit code, and what is said on the way."""

from __future__ import annotations

import json
import re
import shutil
import sys
from pathlib import Path

import pytest
from support import JOURNEY, MKDOCS, chiefly, cxsite, small_project, write

from cxsite.cli.main import main
from cxsite.publish import engines

BROKEN = JOURNEY.replace("owner: sales", "ownr: sales")
METRICS = {
    "journeys/ticket.yml": JOURNEY.replace("owner: sales", "owner: sales\nmetrics: [m]"),
    "metrics/m.yml": "metrics:\n  - {id: m, name: M, method: mean, source: a.csv}\n",
    "metrics/a.csv": "period,value\n2026-01,4.1\n2026-02,4.2\n",
}


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_site_is_built_and_docs_are_left_alone(tmp_path: Path) -> None:
    small_project(tmp_path)
    ran = cxsite(tmp_path, "build", "--strict")
    assert "WARNING" not in ran.output
    assert {"index.html", "ticket/index.html", "about/index.html", "assets/cxsite/cx.css"} <= set(
        files(tmp_path / "site")
    )
    assert list(files(tmp_path / "docs")) == ["about.md"]


@pytest.mark.long
def test_timings_say_what_was_done_counted_and_timed(tmp_path: Path) -> None:
    small_project(tmp_path, METRICS)
    first = cxsite(tmp_path, "build", "--timings").output
    second = cxsite(tmp_path, "build", "--timings").output
    for name, cold, warm in (
        ("files parsed", 3, 0),
        ("series computed", 1, 0),
        ("charts drawn", 2, 0),
        ("pages rendered", 5, 0),
        ("pages kept", 0, 5),
    ):
        assert re.search(rf"^{name} +{cold}$", first, re.M)
        assert re.search(rf"^{name} +{warm}$", second, re.M)
    for step in ("load", "measure", "check", "pages", "of it drawing"):
        assert re.search(rf"^{step} +[\d,.]+ ms$", first, re.M)
    clean = cxsite(tmp_path, "build", "--timings", "--clean").output
    assert re.search(r"^charts drawn +2$", clean, re.M)


@pytest.mark.long
@pytest.mark.parametrize("engine", chiefly(["mkdocs", "zensical"], "mkdocs", mark=pytest.mark.engines))
def test_against_a_folder_the_site_shows_what_changed_and_without_it_does_not(tmp_path: Path, engine: str) -> None:
    write(tmp_path / "before", {"journeys/ticket.yml": JOURNEY.replace("emotion: -1", "emotion: -2")})
    small_project(tmp_path / "now")
    options = ("--engine", engine)
    cxsite(tmp_path / "now", "build", *options, "--against", "../before", "--offline")
    page = (tmp_path / "now/site/ticket/changes/index.html").read_text()
    assert "−2.0</del>" in page
    assert "−1.0</ins>" in page
    assert 'href="../../changes/index.html"' in page
    assert "emotion from −2.0 to −1.0" in (tmp_path / "now/site/changes/index.html").read_text()
    cxsite(tmp_path / "now", "build", *options)
    assert not (tmp_path / "now/site/ticket/changes").exists()
    assert "Changes" not in (tmp_path / "now/site/ticket/index.html").read_text()


def test_a_state_that_is_not_there_ends_with_2_and_the_next_step(tmp_path: Path) -> None:
    small_project(tmp_path)
    ran = cxsite(tmp_path, "build", "--against", "gone", code=2)
    assert "CX909" in ran.output
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_content_with_an_error_is_not_built_and_exits_with_1(tmp_path: Path, engine: str) -> None:
    small_project(tmp_path, {"journeys/ticket.yml": BROKEN})
    ran = cxsite(tmp_path, "build", "--engine", engine, code=1)
    assert "journeys/ticket.yml:2:1: CX" in ran.output
    assert "Traceback" not in ran.output
    assert not (tmp_path / "site" / "ticket").exists()


@pytest.mark.parametrize("engine", chiefly(["mkdocs", "zensical"], "mkdocs", mark=pytest.mark.engines))
def test_a_project_without_mkdocs_yml_says_so(tmp_path: Path, engine: str) -> None:
    small_project(tmp_path)
    (tmp_path / "mkdocs.yml").unlink()
    ran = cxsite(tmp_path, "build", "--engine", engine, code=None)
    assert ran.code in (1, 2)
    assert "mkdocs.yml" in ran.output
    assert "Traceback" not in ran.output


def test_an_engine_that_is_not_installed_is_named_with_how_to_get_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    small_project(tmp_path)
    monkeypatch.setattr(engines, "find_spec", lambda name: None)
    monkeypatch.setattr(sys, "argv", ["cxsite", "--project", str(tmp_path), "build", "--engine", "zensical"])
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code
    said = capsys.readouterr().err
    assert "CX907 the engine zensical is not installed" in said
    assert "pip install 'cxsite[zensical]'" in said


def test_an_engine_that_is_not_installed_exits_with_2(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    small_project(tmp_path)
    monkeypatch.setattr(engines, "find_spec", lambda name: None)
    monkeypatch.setattr(sys, "argv", ["cxsite", "--project", str(tmp_path), "build", "--engine", "zensical"])
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == 2


@pytest.mark.parametrize(
    "engine",
    [
        "mkdocs",
        pytest.param("zensical", marks=pytest.mark.engines),
    ],
)
def test_a_page_where_a_journey_is_published_exits_with_1_on_every_engine(tmp_path: Path, engine: str) -> None:
    small_project(tmp_path, {"docs/ticket.md": "# Ticket\n"})
    ran = cxsite(tmp_path, "build", "--engine", engine, code=None)
    assert "CX905 `docs/ticket.md` stands where the page `ticket/index.md` is published" in ran.output
    assert ran.code == 1


@pytest.mark.parametrize("engine", chiefly(["mkdocs", "zensical"], "mkdocs", mark=pytest.mark.engines))
def test_a_warning_of_the_engine_fails_a_strict_build_alone(tmp_path: Path, engine: str) -> None:
    small_project(tmp_path, {"docs/about.md": "# About\n\n[gone](gone.md)\n"})
    assert cxsite(tmp_path, "build", "--engine", engine, code=0)
    assert cxsite(tmp_path, "build", "--engine", engine, "--strict", code=1)


@pytest.mark.engines
def test_zensical_names_the_plugins_it_leaves_out(tmp_path: Path) -> None:
    small_project(tmp_path, {"mkdocs.yml": MKDOCS.replace("[search, cxsite]", "[search, cxsite, tags]")})
    ran = cxsite(tmp_path, "build", "--engine", "zensical")
    assert "note: zensical runs no MkDocs plugin; `tags` works only where zensical knows it itself" in ran.output
    assert "`search`" not in ran.output


def test_the_ledger_of_a_build_is_on_disk(tmp_path: Path) -> None:
    small_project(tmp_path)
    cxsite(tmp_path, "build", "--engine", "zensical")
    kept = json.loads((tmp_path / ".cxsite" / "build.json").read_text())
    counts = {"files parsed": 1, "series computed": 0, "charts drawn": 0, "pages rendered": 2, "pages kept": 0}
    counts |= {"commits compared": 0, "old files parsed": 0}
    assert kept["counts"] == counts


@pytest.mark.engines
def test_zensical_brings_a_changed_number_to_the_site_and_takes_a_journey_away(tmp_path: Path) -> None:
    small_project(tmp_path, {**METRICS, "journeys/gone.yml": JOURNEY.replace("look", "l2").replace("ask", "a2")})
    cxsite(tmp_path, "build", "--engine", "zensical")
    assert "M: 4.20" in (tmp_path / "site/metrics/m/index.html").read_text()
    assert (tmp_path / "site/gone/index.html").is_file()
    (tmp_path / "metrics/a.csv").write_text("period,value\n2026-01,4.1\n2026-02,4.3\n")
    (tmp_path / "journeys/gone.yml").unlink()
    cxsite(tmp_path, "build", "--engine", "zensical")
    assert "M: 4.30" in (tmp_path / "site/metrics/m/index.html").read_text()
    assert "M: 4.20" not in (tmp_path / "site/metrics/m/index.html").read_text()
    assert not (tmp_path / "site/gone").exists()


def test_zensical_never_deletes_the_project(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project", {"mkdocs.yml": f"{MKDOCS}site_dir: .\n"})
    before = files(project)
    cxsite(project, "build", "--engine", "zensical", code=None)
    assert before.items() <= files(project).items()


@pytest.mark.parametrize("name", ["docs", "journeys"])
def test_zensical_never_deletes_a_folder_of_the_project(tmp_path: Path, name: str) -> None:
    project = small_project(tmp_path / "project", {"mkdocs.yml": f"{MKDOCS}site_dir: {name}\n"})
    before = files(project / name)
    cxsite(project, "build", "--engine", "zensical", code=None)
    assert before.items() <= files(project / name).items()


@pytest.mark.long
@pytest.mark.parametrize("engine", chiefly(["mkdocs", "zensical"], "mkdocs", mark=pytest.mark.engines))
def test_hidden_files_in_the_site_stay(tmp_path: Path, engine: str) -> None:
    small_project(tmp_path, {"site/.git/HEAD": "ref: refs/heads/pages\n"})
    cxsite(tmp_path, "build", "--engine", engine)
    assert (tmp_path / "site/.git/HEAD").is_file()
    assert (tmp_path / "site/ticket/index.html").is_file()


@pytest.mark.long
@pytest.mark.parametrize(
    "engine",
    [
        "mkdocs",
        pytest.param("zensical", marks=pytest.mark.engines),
    ],
)
def test_a_clean_build_leaves_no_page_of_a_journey_that_is_gone(tmp_path: Path, engine: str) -> None:
    small_project(tmp_path, {"journeys/gone.yml": JOURNEY.replace("look", "l2").replace("ask", "a2")})
    cxsite(tmp_path, "build", "--engine", engine)
    (tmp_path / "journeys/gone.yml").unlink()
    cxsite(tmp_path, "build", "--engine", engine, "--clean")
    assert not (tmp_path / "site/gone/index.html").exists()


@pytest.mark.long
@pytest.mark.parametrize("engine", chiefly(["mkdocs", "zensical"], "mkdocs", mark=pytest.mark.engines))
def test_folders_can_come_from_the_environment(tmp_path: Path, engine: str) -> None:
    config = f"{MKDOCS}site_dir: !ENV [SITE_FOLDER, public]\ndocs_dir: !ENV [DOCS_FOLDER, pages]\n"
    small_project(tmp_path, {"mkdocs.yml": config, "pages/help.md": "# Help\n"})
    shutil.rmtree(tmp_path / "docs")
    cxsite(tmp_path, "build", "--engine", engine, SITE_FOLDER="out")
    assert (tmp_path / "out/help/index.html").is_file()


@pytest.mark.parametrize("engine", ["mkdocs", "properdocs"])
def test_a_configuration_without_the_plugin_is_refused(tmp_path: Path, engine: str) -> None:
    small_project(tmp_path, {"mkdocs.yml": MKDOCS.replace(", cxsite", "")})
    ran = cxsite(tmp_path, "build", "--engine", engine, code=2)
    assert "CX901 mkdocs.yml does not name the plugin" in ran.output
    assert not (tmp_path / "site").exists()


@pytest.mark.long
def test_the_work_folder_can_be_deleted_at_any_time(tmp_path: Path) -> None:
    small_project(tmp_path, METRICS)
    cxsite(tmp_path, "build")
    before = (tmp_path / "site/ticket/index.html").read_bytes()
    shutil.rmtree(tmp_path / ".cxsite")
    cxsite(tmp_path, "build")
    assert (tmp_path / "site/ticket/index.html").read_bytes() == before
