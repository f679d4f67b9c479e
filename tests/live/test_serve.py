"""`serve` while people write: changes appear, mistakes are shown on the pages, and it recovers by itself."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest
from live_support import Server, command_of, serving
from support import ENGINES, JOURNEY, small_project, write

MKDOCS_ALONE = ("-m", "mkdocs", "serve", "-a")
BROKEN = JOURNEY.replace("emotion: -1", "emotion: -9")
WRONG = ("journeys/ticket.yml:8:", "CX1", "outside -2..2")
BANNER = 'role="alert"'
METRIC = {
    "metrics/metrics.yml": "metrics:\n  - {id: easy, name: Easy to buy, method: share, better: up, source: easy.csv}\n",
    "metrics/easy.csv": "period,numerator,denominator\n2026-07,412,530\n",
}


def edit(folder: Path, text: str) -> None:
    write(folder, {"journeys/ticket.yml": text})


def gone_through(server: Server, folder: Path) -> None:
    """An edit appears; a mistake is shown above the last good map on every page; mended, it is gone."""
    server.until("ticket/", "Asks at the desk", without=BANNER)
    edit(folder, JOURNEY.replace("Asks at the desk", "Asks the clerk"))
    server.until("ticket/", "Asks the clerk", without="Asks at the desk")
    edit(folder, BROKEN)
    for page in ("ticket/", "", "about/"):
        server.until(page, BANNER, *WRONG)
    assert "Asks the clerk" in server.page("ticket/")
    server.until_said("CX1")
    edit(folder, JOURNEY)
    for page in ("ticket/", "", "about/"):
        server.until(page, without=BANNER)
    assert "Asks at the desk" in server.page("ticket/")


def test_a_mistake_made_while_mkdocs_serves_is_shown_on_the_pages_until_it_is_mended(tmp_path: Path) -> None:
    folder = small_project(tmp_path / "p")
    with serving(folder, *MKDOCS_ALONE) as server:
        gone_through(server, folder)
        assert server.stop() == 0


@pytest.mark.long
def test_a_server_started_clean_outlives_a_mistake_made_while_it_serves(tmp_path: Path) -> None:
    folder = small_project(tmp_path / "p")
    with serving(folder, "-m", "mkdocs", "serve", "--clean", "-a") as server:
        gone_through(server, folder)
        assert server.stop() == 0


@pytest.mark.long
def test_a_server_that_starts_with_a_mistake_says_so_and_recovers(tmp_path: Path) -> None:
    folder = small_project(tmp_path / "p", {"journeys/ticket.yml": BROKEN})
    with serving(folder, *command_of("mkdocs")) as server:
        assert "No journeys to show yet" in server.until("", BANNER, *WRONG)
        server.until("about/", BANNER, *WRONG)
        server.until("ticket/", BANNER, *WRONG)  # no page yet, so this is the one for addresses that are none
        edit(folder, JOURNEY)
        server.until("ticket/", "Asks at the desk", without=BANNER)
        assert server.stop() == 0


@pytest.mark.long
def test_metrics_and_settings_may_come_later_and_go_again(tmp_path: Path) -> None:
    folder = small_project(tmp_path / "p")
    with serving(folder, *MKDOCS_ALONE) as server:
        server.until("ticket/", "Asks at the desk")
        write(folder, {**METRIC, "journeys/ticket.yml": f"{JOURNEY}metrics: [easy]\n"})
        server.until("ticket/", "77.7")
        write(folder, {"metrics/easy.csv": "period,numerator,denominator\n2026-07,212,530\n"})
        server.until("ticket/", "40.0", without="77.7")
        write(folder, {"cxsite.yml": "format: 1\nlanguages: 7\n"})
        server.until("ticket/", BANNER, "cxsite.yml:2:")
        (folder / "cxsite.yml").unlink()
        server.until("ticket/", "40.0", without=BANNER)
        (folder / "journeys").rename(folder / "away")
        server.until("", BANNER, "CX901")
        (folder / "away").rename(folder / "journeys")
        server.until("ticket/", "40.0", without=BANNER)


@pytest.mark.long
def test_a_page_that_takes_the_place_of_a_map_is_named_and_shown(tmp_path: Path) -> None:
    folder = small_project(tmp_path / "p")
    with serving(folder, *MKDOCS_ALONE) as server:
        server.until("ticket/", "Asks at the desk")
        write(folder, {"docs/ticket.md": "# Mine\n"})
        server.until("ticket/", BANNER, "CX905", "Mine</h1>")
        (folder / "docs/ticket.md").unlink()
        server.until("ticket/", "Asks at the desk", without=BANNER)


@pytest.mark.long
def test_a_strict_site_is_served_with_mistakes_too(tmp_path: Path) -> None:
    folder = small_project(tmp_path / "p", {"journeys/ticket.yml": BROKEN})
    with serving(folder, "-m", "mkdocs", "serve", "--strict", "-a") as server:
        server.until("", BANNER, *WRONG)
        server.until_said("error: journeys/ticket.yml:8:")


@pytest.mark.engines
@pytest.mark.parametrize("engine", ENGINES[1:])
def test_a_mistake_is_shown_on_every_engine(tmp_path: Path, engine: str) -> None:
    folder = small_project(tmp_path / "p", METRIC)
    with serving(folder, *command_of(engine)) as server:
        gone_through(server, folder)
        edit(folder, f"{JOURNEY}metrics: [easy]\n")
        server.until("ticket/", "77.7")
        write(folder, {"metrics/easy.csv": "period,numerator,denominator\n2026-07,212,530\n"})
        server.until("ticket/", "40.0", without="77.7")


@pytest.mark.engines
@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_nobody_answers_once_it_is_stopped(tmp_path: Path, engine: str, number: signal.Signals) -> None:
    with serving(small_project(tmp_path / "p"), *command_of(engine)) as server:
        server.until("", "Buy a ticket")
        assert server.stop(number) == (0 if number == signal.SIGINT else 128 + number)
        assert server.page() == ""


@pytest.mark.engines
def test_zensical_starts_with_a_mistake_and_shows_a_broken_configuration(tmp_path: Path) -> None:
    folder = small_project(tmp_path / "p", {"journeys/ticket.yml": BROKEN})
    config = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    with serving(folder, *command_of("zensical")) as server:
        assert "No journeys to show yet" in server.until("", BANNER, *WRONG)
        server.until("ticket/", "404", "says what is wrong")
        edit(folder, JOURNEY)
        server.until("ticket/", "Asks at the desk", without=BANNER)
        write(folder, {"mkdocs.yml": f"{config}nav: [\n"})
        server.until("ticket/", BANNER, "CX901", "Asks at the desk")
        write(folder, {"mkdocs.yml": config.replace("site_name: Test", "site_name: Other")})
        server.until("ticket/", "Other", without=BANNER)
        write(folder, {"docs/new.md": "---\ntitle: Fresh\n---\n# Text\n"})
        server.until("new/", "Fresh")
        edit(folder, BROKEN)
        assert "Fresh" in server.until("new/", BANNER)


@pytest.mark.engines
def test_zensical_is_started_again_when_an_extension_of_somebody_else_ended_it(tmp_path: Path) -> None:
    config = "markdown_extensions:\n  - pymdownx.snippets: {check_paths: true}\n"
    folder = small_project(tmp_path / "p")
    write(folder, {"mkdocs.yml": (folder / "mkdocs.yml").read_text(encoding="utf-8") + config})
    with serving(folder, *command_of("zensical")) as server:
        server.until("about/", "About")
        write(folder, {"docs/about.md": "# About\n\n--8<-- 'none.md'\n"})
        server.until_said("SnippetMissingError")
        write(folder, {"docs/about.md": "# Mended\n"})
        server.until("about/", "Mended")
