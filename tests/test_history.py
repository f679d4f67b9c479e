"""The history of a project from its commits: each is compared once, each file parsed once, and nothing is lost."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
import yaml
from compare.test_random_edits import HOTSPOTS, ON_HOTSPOTS, ON_STEPS, STEPS, parsed
from load.test_revision import TICKET, commit, git
from support import JOURNEY, write

from cxsite.history import Read, read_history
from cxsite.load.files import WorkTree
from cxsite.load.memory import Memory
from cxsite.load.snapshot import two_snapshots
from cxsite.model.portfolio import Portfolio
from cxsite.model.settings import Settings
from cxsite.pipeline import build, compare_states, examine
from cxsite.project import Project

T = "journeys/ticket.yml"


def read(folder: Path, settings: Settings | None = None) -> Read:
    """The history of a project, with what earlier calls kept."""
    return read_history(folder, folder / ".cxsite", Portfolio(settings or Settings()), Memory())


def said(found: Read) -> list[str]:
    return [change.sentence for one in found.history.entries for line in one.lines for change in line.changes]


def emotion(value: str) -> dict[str, str | bytes]:
    return {T: JOURNEY.replace("emotion: -1", f"emotion: {value}")}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    commit(tmp_path, {**TICKET, ".gitignore": ".cxsite\n"})
    return tmp_path


def test_each_commit_is_compared_once_and_only_new_ones_later(root: Path) -> None:
    for value in ("-2", "0", "1"):
        commit(root, emotion(value))
    first, second = read(root), read(root)
    assert (first.compared, second.compared, second.parsed) == (4, 0, 0)
    assert said(second) == said(first)
    commit(root, emotion("2"))
    third = read(root)
    assert (third.compared, len(third.history.entries)) == (1, 5)


def test_each_file_is_parsed_once_however_many_commits_hold_it(root: Path) -> None:
    """The same text under the same name: it is in commits 1, 3 and 5."""
    commit(root, {"journeys/leave.yml": JOURNEY})
    for value in ("-2", "-1", "-2", "-1"):
        commit(root, emotion(value))
    assert read(root).parsed == 3
    memory = Memory()
    memory.tree(WorkTree(root).text(T))
    shared = read_history(root, root / ".other", Portfolio(Settings()), memory)
    assert shared.parsed == 2, "what the build has parsed is not parsed again"


def test_a_change_that_is_not_committed_is_no_history(root: Path) -> None:
    before = said(read(root))
    (root / T).write_text(JOURNEY.replace("emotion: -1", "emotion: -2"))
    assert said(read(root)) == before


def test_a_commit_that_cannot_be_read_is_told_and_the_next_one_is_compared_with_the_last_that_could(root: Path) -> None:
    commit(root, {T: "name: [\n", "journeys/leave.yml": JOURNEY.replace("Buy a ticket", "Leave")})
    commit(root, {"journeys/leave.yml": JOURNEY.replace("Buy a ticket", "Go")})
    commit(root, emotion("-2"))
    found = read(root)
    assert said(found) == [
        "Step “Asks at the desk”: emotion from −1.0 to −2.0",
        "Journey “Go”: renamed from “Leave”",
        "`journeys/ticket.yml`: could not be read in this commit, so nothing in it is told: "
        "this is not YAML: did not find expected node content (CX010)",
        "Journey “Leave”: new, with 1 phase, 2 steps",
        "Journey “Buy a ticket”: new, with 1 phase, 2 steps",
    ]
    assert [entry.lines[0].changes[0].kind for entry in found.history.of_journey("ticket")] == [
        "emotion", "unreadable", "journey-added",
    ]  # fmt: skip
    assert (said(read(root)), read(root).compared) == (said(found), 0)


def test_a_target_that_cannot_be_read_in_a_commit_is_compared_with_the_last_that_could(tmp_path: Path) -> None:
    target, name = "finding: Nobody asks\nsteps:\n  - {remove: ask}\n", "journeys/ticket/target.yml"
    commit(tmp_path, {"journeys/ticket/journey.yml": JOURNEY, name: target})
    commit(tmp_path, {name: target + "name: Vision\n"})
    commit(tmp_path, {name: target.replace("Nobody asks", "All are told")})
    assert said(read(tmp_path))[:-1] == [
        "Target map: finding from “Nobody asks” to “All are told”",
        f"`{name}`: could not be read in this commit, so nothing in it is told: `name` is not a key that can stand here (CX101)",
    ]


def test_what_could_never_be_read_is_new_once_it_can_be(tmp_path: Path) -> None:
    commit(tmp_path, {T: "name: [\n", "cxsite.yml": "currency: [\n"})
    commit(tmp_path, {T: JOURNEY, "cxsite.yml": "currency: EUR\n"})
    assert "Journey “Buy a ticket”: new, with 1 phase, 2 steps" in said(read(tmp_path))


def test_what_could_not_be_read_where_the_history_begins_is_not_new(root: Path) -> None:
    commit(root, {T: "name: [\n"})
    commit(root, emotion("-2"))
    commit(root, emotion("1"))
    found = read(root, Settings.model_validate({"history": "2"}))
    assert said(found) == ["Step “Asks at the desk”: emotion from −2.0 to +1.0"]


def test_the_ground_is_not_told_only_what_came_after_it(root: Path) -> None:
    for value in ("-2", "0", "1"):
        commit(root, emotion(value))
    found = read(root, Settings(history="2"))
    assert said(found) == [
        "Step “Asks at the desk”: emotion from 0.0 to +1.0",
        "Step “Asks at the desk”: emotion from −2.0 to 0.0",
    ]
    assert found.history.past.cut == "limit"


def test_without_git_and_where_nobody_wants_one_there_is_no_history(root: Path, tmp_path_factory) -> None:
    assert said(read(tmp_path_factory.mktemp("alone"))) == []
    assert said(read(root, Settings(history="0"))) == []
    assert said(read(root, Settings(audience="public"))) == []
    assert said(read(root, Settings(audience="public", history="9"))) != []


def test_a_merge_is_told_once_with_all_that_it_brought(root: Path) -> None:
    git(root, "switch", "-q", "-c", "topic")
    for value in ("-2", "1"):
        commit(root, emotion(value))
    git(root, "switch", "-q", "main")
    git(root, "merge", "-q", "--no-ff", "-m", "Both", "topic")
    found = read(root)
    assert [entry.commit.subject for entry in found.history.entries] == ["Both", "A change"]
    assert said(found)[0] == "Step “Asks at the desk”: emotion from −1.0 to +1.0"


def test_links_between_folders_are_followed_in_each_commit(root: Path) -> None:
    whole = {
        f"journeys/{key}/journey.yml": f"name: {key.title()}\nowner: sales\nphases: [wait]\n"
        for key in ("join", "other")
    }
    write(root, {**whole, "journeys/other/current/wait.yml": "name: Wait\n"})
    (root / "journeys/join/current").symlink_to("../other/current")
    for name in ("Wait", "Wait long"):
        commit(root, {"journeys/other/current/wait.yml": f"name: {name}\n"})
    assert said(read(root))[:2] == ["Phase “Wait long”: renamed from “Wait”"] * 2


@pytest.mark.parametrize("seed", range(3))
def test_the_history_of_any_commits_is_the_differences_of_each_in_a_row(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    data, steps, spots = parsed(), list(STEPS), list(HOTSPOTS)
    commit(tmp_path, {T: yaml.dump(data, allow_unicode=True), "journeys/leave.yml": JOURNEY, ".gitignore": ".cxsite\n"})
    for _ in range(6):
        if chance.random() < 0.3 and spots:
            chance.choice(ON_HOTSPOTS)(data, spots.pop())
        elif steps:
            chance.choice(ON_STEPS)(data, steps.pop(chance.randrange(len(steps))))
        other = JOURNEY.replace("emotion: -1", f"emotion: {chance.choice('012')}")
        commit(tmp_path, {T: yaml.dump(data, allow_unicode=True), "journeys/leave.yml": other})
    found, project = read(tmp_path), Project(tmp_path)
    expected = []
    for entry in found.history.entries[:-1]:
        one = compare_states(*two_snapshots(project, (f"{entry.commit.id}~1..{entry.commit.id}",)))
        expected.append(sorted(change.sentence for change in one.edits))
    told = [sorted(c.sentence for line in one.lines for c in line.changes) for one in found.history.entries]
    assert told[:-1] == expected


def test_a_build_counts_what_it_compared_and_the_same_commit_gives_the_same_pages(root: Path) -> None:
    commit(root, emotion("-2"))
    first = build(examine(Project(root)))
    second = build(examine(Project(root)))
    assert (first.ledger.counts["commits compared"], second.ledger.counts["commits compared"]) == (2, 0)
    assert first.pages == second.pages
    assert {asset.path for asset in first.assets} >= {"feed.xml"}
