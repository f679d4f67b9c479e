"""What changed, on the pages: with the map, with each step and hotspot, and lately on the first page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from load.test_revision import commit, git
from support import JOURNEY

from cxsite.pages.plan import Page
from cxsite.pipeline import build, examine
from cxsite.project import Project

SPOTS = JOURNEY + "hotspots:\n  - {id: queue, name: The queue, steps: [ask], severity: high}\n"
STATES = [
    SPOTS,
    SPOTS.replace("emotion: -1", "emotion: -2"),
    SPOTS.replace("severity: high", "severity: low").replace("{id: ask,", "{id: ask-clerk, formerly: ask,").replace("[ask]", "[ask-clerk]"),
    SPOTS.replace("Buy a ticket", "Buy <i>it</i>").replace("severity: high", "severity: low").replace("{id: ask,", "{id: ask-clerk, formerly: ask,").replace("[ask]", "[ask-clerk]"),
]  # fmt: skip


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("changed")
    for text in STATES:
        commit(root, {"journeys/ticket.yml": text, ".gitignore": ".cxsite\n"})
    return root


def pages(root: Path) -> dict[str, Page]:
    return {page.path: page for page in build(examine(Project(root))).pages}


@pytest.fixture(scope="module")
def made(repository: Path) -> dict[str, Page]:
    return pages(repository)


def html(page: Page, part: str) -> str:
    return next((one.html for one in page.parts if one.id == part), "")


def plain(text: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", text).split())


def test_the_map_tells_its_changes_with_the_newest_in_sight(made: dict[str, Page]) -> None:
    page = made["ticket/index.md"]
    told, _, folded = html(page, "history").partition("<details")
    assert told.count('<li id="change-') == 3 and folded.count('<li id="change-') == 1
    assert "1 earlier change" in folded and "2026-03-04 A change" in plain(told)
    assert "Hotspot “The queue” : severity eased from high to low (better for the customer)" in plain(told)
    assert next(one.search for one in page.parts if one.id == "history") == "", "search has the map itself"


def test_a_step_tells_what_changed_about_it_also_under_its_old_id(made: dict[str, Page]) -> None:
    details = html(made["ticket/index.md"], "details")
    own = details[details.index('id="detail-ask-clerk"') :]
    assert "Changed twice, last on 2026-03-04" in own
    assert "emotion from −1.0 to −2.0" in own and "id from" in own
    before = details[: details.index('id="detail-ask-clerk"')]
    assert "Changed" not in before, "the other step did not change"


def test_a_hotspot_tells_what_changed_about_it_alone(made: dict[str, Page]) -> None:
    told = plain(html(made["ticket/hotspots/queue/index.md"], "history"))
    assert "severity eased from high to low" in told and "emotion" not in told


def test_the_first_page_tells_what_changed_lately_with_links_to_where_it_stands_now(made: dict[str, Page]) -> None:
    told = html(made["index.md"], "lately")
    assert told.count('<li id="change-') == 4
    assert 'href="cx:ticket/index.md#step-ask-clerk">Step “Asks at the desk”' in told
    assert "<i>" not in told
    assert re.search(r'<a class="cx-sha" href="cxcommit:[0-9a-f]{40}">[0-9a-f]{8}</a>', told)


def test_nobody_who_made_a_commit_is_named(made: dict[str, Page]) -> None:
    assert not [page.path for page in made.values() for part in page.parts if "test@example.org" in part.html]


def test_a_shallow_clone_says_where_its_history_begins_and_how_to_get_the_rest(
    repository: Path, tmp_path: Path
) -> None:
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{repository}", "c")
    told = pages(tmp_path / "c")
    last = git(repository, "rev-parse", "HEAD")[:8]
    assert (
        f"No change of a map is known here. What people wrote, commit by commit; each map tells its own. The history "
        f"begins at commit {last} of 2026-03-04: this clone is shallow; git fetch --unshallow fetches what was before."
    ) in plain(html(told["index.md"], "lately"))
    assert html(told["ticket/index.md"], "history") == ""


def test_a_limit_is_said_where_the_history_ends(repository: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", f"file://{repository}", "c")
    (tmp_path / "c/cxsite.yml").write_text("history: 1\n")
    told = pages(tmp_path / "c")["ticket/index.md"]
    assert ": the latest 1 are told, as history: in cxsite.yml says" in plain(html(told, "history"))


def test_without_git_nothing_is_told(tmp_path: Path) -> None:
    (tmp_path / "journeys").mkdir()
    (tmp_path / "journeys/ticket.yml").write_text(SPOTS)
    for page in pages(tmp_path).values():
        assert not {"history", "lately"} & {part.id for part in page.parts if part.html}
        assert not any("cx-past" in part.html for part in page.parts)
