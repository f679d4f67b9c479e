"""What became of each thing, commit by commit, by whatever id it went."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from compare.states import FILES, JOURNEY, edited, snapshot, told
from cxsite.compare.history import History, Told, from_data, history_of, tell, to_data
from cxsite.load.content import read_content
from cxsite.load.memory import Memory
from cxsite.load.past import Commit, Past
from cxsite.model.portfolio import Portfolio
from cxsite.model.settings import Settings

T = "journeys/ticket.yml"


def history(*states: Mapping[str, str], settings: Settings | None = None) -> History:
    """The history of a project that held these texts one after the other; the first is the ground."""
    memory = Memory()
    contents = [read_content(one.tree, memory, one.day) for one in (snapshot(files, "") for files in states)]
    each = [tell(*pair) for pair in pairwise(contents)]
    commits = tuple(Commit(f"{n:040x}", n * 86_400, f"Commit {n}") for n in range(1, len(states)))
    return history_of(Past(commits), each, Portfolio(settings or Settings()))


def said(entries) -> list[str]:
    return [change.sentence for entry in entries for line in entry.lines for change in line.changes]


def test_a_thing_has_the_changes_of_all_commits_the_newest_first() -> None:
    one = edited((T, "emotion: -1\n", "emotion: -2\n"))
    two = edited((T, "emotion: -2\n", "emotion: 0\n"), (T, "severity: high", "severity: low"), files=one)
    found = history(FILES, one, two)
    assert said(found.of("step", "ticket", "ask")) == [
        "Step “Asks at the desk”: emotion from −2.0 to 0.0",
        "Step “Asks at the desk”: emotion from −1.0 to −2.0",
    ]
    assert [entry.commit.subject for entry in found.of_journey("ticket")] == ["Commit 2", "Commit 1"]
    assert said(found.of("hotspot", "ticket", "queue")) == [
        "Hotspot “The queue at the desk”: severity eased from high to low"
    ]
    assert found.of("step", "ticket", "look") == ()


def test_what_was_renamed_keeps_what_it_was_told_under_its_old_id() -> None:
    one = edited((T, "emotion: -1\n", "emotion: -2\n"))
    two = edited((T, "id: ask\n", "id: ask-clerk\n        formerly: ask\n"), files=one)
    three = {**two, "journeys/buy.yml": f"formerly: ticket\n{two[T]}"}
    del three[T]
    found = history(FILES, one, two, three)
    assert [entry.commit.subject for entry in found.of("step", "buy", "ask-clerk")] == ["Commit 2", "Commit 1"]
    assert "Step “Asks at the desk”: emotion from −1.0 to −2.0" in said(found.of_journey("buy"))
    assert (found.of("step", "ticket", "ask"), found.of_journey("ticket")) == ((), ())


def test_a_name_that_was_given_to_something_else_brings_no_history_along() -> None:
    """The step `price` changes and goes; then `card` takes its id."""
    one = edited((T, "name: Sees the price, emotion: -0.5", "name: Sees the price, emotion: 1"))
    price = "      - {id: price, name: Sees the price, emotion: 1, effort: {time: 2min}}\n"
    two = edited((T, price, ""), files=one)
    three = edited((T, "{id: card, name", "{id: price, formerly: card, name"), files=two)
    found = history(FILES, one, two, three)
    assert [entry.commit.subject for entry in found.of("step", "ticket", "price")] == ["Commit 3"]
    assert [entry.commit.subject for entry in found.entries] == ["Commit 3", "Commit 2", "Commit 1"]


def test_a_commit_in_which_no_meaning_changed_is_not_told() -> None:
    found = history(FILES, {**FILES, T: f"# a remark\n{JOURNEY}"}, edited((T, "severity: high", "severity: low")))
    assert [entry.commit.subject for entry in found.entries] == ["Commit 2"]


def test_a_project_weighs_what_is_told_as_it_does_today() -> None:
    later = edited((T, "severity: high", "severity: low"), (T, "emotion: -1\n", "emotion: -2\n"))
    plain = history(FILES, later)
    weighed = history(FILES, later, settings=Settings(changes={"severity": "off"}))
    assert [line.subject.id for line in plain.entries[0].lines] == ["queue", "ask"]
    assert [line.subject.id for line in weighed.entries[0].lines] == ["ask"]


def test_a_public_site_says_nothing_of_quotes() -> None:
    later = edited((T, "Nobody was there.", "Nobody came."), (T, "emotion: -1\n", "emotion: -2\n"))
    assert "Nobody came" in str(said(history(FILES, later).entries))
    assert "Nobody" not in str(said(history(FILES, later, settings=Settings(audience="public")).entries))


def test_what_is_told_of_a_commit_is_what_a_difference_says() -> None:
    """Also of what refers to a journey that is the same on both sides, by its own id or a former one."""
    files = edited(("journeys/leave.yml", "name: Leave\n", "name: Leave\nformerly: [gone, left]\n"))
    later = edited(
        (T, "        x-legal: none needed\n", "        x-legal: none needed\n        zoom: leave\n"),
        (T, "steps: [card], severity: low", "steps: [card, leave/writes-a-letter], severity: low"),
        ("journeys/organisation.yml", "id: desk, name: The desk", "id: front-desk, formerly: desk, name: The desk"),
        ("cxsite.yml", "currency: EUR", "currency: USD"),
        files=files,
    )
    expected = [change.sentence for change in told(files, later).edits]
    contents = [read_content(one.tree, MEMORY, one.day) for one in (snapshot(files, ""), snapshot(later, ""))]
    assert [change.sentence for change in tell(*contents).changes] == expected
    assert any("Leave" in sentence for sentence in expected) and len(expected) > 3


MEMORY = Memory()


def test_a_reference_that_means_something_else_now_is_told_though_its_text_is_the_same() -> None:
    files = edited((T, "done_by: desk", "done_by: counter"))
    desk = "id: desk, name: The desk", "id: desk, formerly: counter, name: The desk"
    later = edited(("journeys/organisation.yml", *desk), (T, "severity: high", "severity: low"), files=files)
    sentences = [change.sentence for change in told(files, later).edits]
    assert any(sentence.startswith("Step “Asks at the desk”: ") for sentence in sentences), sentences


def test_what_is_told_is_kept_as_data() -> None:
    later = edited((T, "id: ask\n", "id: ask-clerk\n        formerly: ask\n"), (T, "severity: high", "severity: low"))
    contents = [read_content(one.tree, MEMORY, one.day) for one in (snapshot(FILES, ""), snapshot(later, ""))]
    one = tell(*contents)
    again = from_data(to_data(one))
    assert isinstance(again, Told) and again.renamed == one.renamed
    assert [(c.sentence, c.level, c.direction, c.subject) for c in again.changes] == [
        (c.sentence, c.level, c.direction, c.subject) for c in one.changes
    ]
