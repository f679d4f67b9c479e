"""Journeys from files and folders."""

from __future__ import annotations

import pytest

from cxsite.diagnostics import Diagnostic, Severity, Span
from cxsite.load.files import Text
from cxsite.load.journeys import build_journey, group_by_journey
from cxsite.load.nodes import read_tree
from cxsite.model.journey import Journey

WHO = "name: Buy a ticket\nowner: sales\n"
MAP = "phases:\n  - name: Choose\n    steps: [{name: Looks}]\n"


def built(key: str, files: dict[str, str]) -> tuple[Journey | None, tuple[Diagnostic, ...]]:
    nodes = {}
    for name, text in files.items():
        node, found = read_tree(Text(name, text))
        assert node is not None, found
        nodes[name] = node
    return build_journey(key, nodes)


def codes(found: tuple[Diagnostic, ...]) -> list[tuple[str, str]]:
    return [(problem.code, problem.span.file) for problem in found]


def test_a_file_and_a_folder_are_a_journey_each() -> None:
    names = [
        "journeys/ticket.yml",
        "journeys/join/current.yml",
        "journeys/join/journey.yml",
        "journeys/join/hotspots.yml",
    ]
    groups = group_by_journey(names)
    assert groups == {"join": tuple(sorted(names[1:])), "ticket": ("journeys/ticket.yml",)}


@pytest.mark.parametrize("library", ["strategy", "hotspots", "metrics"])
def test_a_folder_called_like_a_library_or_the_metrics_is_refused(library: str) -> None:
    name = f"journeys/{library}/journey.yml"
    _, found = built(library, {name: WHO + MAP})
    assert codes(found) == [("CX023", name)]
    assert found[0].hint == f"rename it, to `{library}-1/`"


FOLDERS = "folders with a part in them are `actions/`, `current/`, `hotspots/`, `ideas/`"


@pytest.mark.parametrize(
    ("file", "hint"),
    [
        ("hotspot.yml", "did you mean `hotspots.yml`?"),
        ("targets.yml", "did you mean `target.yml`?"),
        ("zzzz.yml", "known here: actions, current, evidence, goals, hotspots, ideas, journey, target"),
        ("hotspot/queue.yml", "did you mean `hotspots/`?"),
        ("language/de.yml", FOLDERS),
        ("current/more/wait.yml", FOLDERS),
    ],
)
def test_a_file_that_belongs_to_nothing_is_a_warning(file: str, hint: str) -> None:
    name = f"journeys/join/{file}"
    journey, (problem,) = built("join", {"journeys/join/journey.yml": WHO + MAP, name: "name: X\n"})
    assert journey is not None
    assert (problem.code, problem.severity, problem.span) == ("CX020", Severity.WARNING, Span(name))
    assert problem.hint == hint


SPLIT = WHO + "phases: [a, b]\n"


def test_phases_may_stand_in_files_of_their_own_in_the_order_of_the_list() -> None:
    journey, found = built(
        "join",
        {
            "journeys/join/journey.yml": WHO,
            "journeys/join/current.yml": "phases: [order, wait]\n",
            "journeys/join/current/wait.yml": "name: Wait\nsteps: [{name: Waits, id: waits}]\n",
            "journeys/join/current/order.yml": "name: Order\n",
        },
    )
    assert found == ()
    assert journey is not None
    assert [(phase.id, phase.name) for phase in journey.phases] == [("order", "Order"), ("wait", "Wait")]
    assert journey.steps[0].span("name") == Span("journeys/join/current/wait.yml", 2, 16, 2, 21)


def test_a_listed_phase_without_a_file_is_found_in_the_list() -> None:
    files = {"journeys/join/journey.yml": SPLIT, "journeys/join/current/a.yml": "name: A\n"}
    journey, (problem,) = built("join", files)
    assert journey is None
    assert (problem.code, problem.span) == ("CX026", Span("journeys/join/journey.yml", 3, 13, 3, 14))
    assert problem.hint == "write `journeys/join/current/b.yml`"


def test_a_file_of_a_phase_that_is_not_listed_is_a_warning() -> None:
    files = {f"journeys/join/current/{key}.yml": f"name: {key.upper()}\n" for key in "abc"}
    journey, (problem,) = built("join", {"journeys/join/journey.yml": SPLIT, **files})
    assert journey is not None
    assert [phase.key for phase in journey.phases] == ["a", "b"]
    assert (problem.code, problem.severity) == ("CX020", Severity.WARNING)
    assert problem.span == Span("journeys/join/current/c.yml")


@pytest.mark.parametrize("kind", ["hotspots", "ideas", "actions"])
def test_a_list_may_grow_into_a_folder(kind: str) -> None:
    journey, found = built(
        "join",
        {
            "journeys/join/journey.yml": WHO + MAP,
            f"journeys/join/{kind}.yml": f"{kind}: [{{id: first, name: First}}]\n",
            f"journeys/join/{kind}/desk.yml": f"{kind}:\n  - {{id: second, name: Second}}\n",
            f"journeys/join/{kind}/queue.yml": "name: Queue\n",
        },
    )
    assert found == ()
    made = [(entry.key, entry.name) for entry in getattr(journey, kind)]
    assert made == [("first", "First"), ("second", "Second"), ("queue", "Queue")]


def test_targets_are_called_after_their_files() -> None:
    journey, found = built(
        "join",
        {
            "journeys/join/journey.yml": WHO + MAP,
            "journeys/join/target.yml": "by: 2027-06-30\n",
            "journeys/join/target-vision.yml": "from: target\n",
        },
    )
    assert found == ()
    assert journey is not None
    assert {key: target.from_ for key, target in journey.targets.items()} == {"target": "current", "vision": "target"}


def test_one_target_stands_in_one_file() -> None:
    files = {"journeys/join/journey.yml": WHO + MAP + "target: {by: 2027}\n", "journeys/join/target.yml": "by: 2028\n"}
    journey, (problem,) = built("join", files)
    assert journey is None
    assert (problem.code, problem.span) == ("CX021", Span("journeys/join/target.yml"))


def test_a_target_whose_file_name_is_no_id_is_refused() -> None:
    name = "journeys/join/target-Big Plan.yml"
    _, (problem,) = built("join", {"journeys/join/journey.yml": WHO + MAP, name: "by: 2028\n"})
    assert (problem.code, problem.span.file, problem.hint) == ("CX023", name, "try `target-big-plan.yml`")


def test_a_journey_in_one_file_is_called_after_its_file() -> None:
    journey, found = built("ticket", {"journeys/ticket.yml": WHO + MAP})
    assert found == ()
    assert journey is not None
    assert (journey.key, journey.name, journey.steps[0].name) == ("ticket", "Buy a ticket", "Looks")
    assert journey.span("name") == Span("journeys/ticket.yml", 1, 7, 1, 19)


def test_a_folder_and_one_file_give_the_same_journey() -> None:
    one, _ = built("join", {"journeys/join.yml": WHO + MAP + "hotspots: [{name: H}]\n"})
    folder, found = built(
        "join",
        {
            "journeys/join/hotspots.yml": "hotspots: [{name: H}]\n",
            "journeys/join/current.yml": MAP,
            "journeys/join/journey.yml": WHO,
        },
    )
    assert found == ()
    assert one is not None
    assert folder is not None
    assert folder.model_dump() == one.model_dump()


def test_the_fields_of_a_folder_know_their_own_files() -> None:
    journey, _ = built("join", {"journeys/join/current.yml": MAP, "journeys/join/journey.yml": WHO})
    assert journey is not None
    assert journey.span("owner").file == "journeys/join/journey.yml"
    assert journey.phases[0].span("name") == Span("journeys/join/current.yml", 2, 11, 2, 17)


def test_a_key_missing_in_a_folder_is_asked_for_in_its_journey_yml() -> None:
    _, found = built("join", {"journeys/join/current.yml": MAP, "journeys/join/journey.yml": "name: A\n"})
    assert codes(found) == [("CX102", "journeys/join/journey.yml")]


def test_a_wrong_value_is_found_in_its_own_file() -> None:
    _, found = built(
        "join", {"journeys/join/journey.yml": WHO, "journeys/join/current.yml": "finding: X\nas_of: soon\n" + MAP}
    )
    assert [(p.code, p.span) for p in found] == [("CX103", Span("journeys/join/current.yml", 2, 8, 2, 12))]


def test_a_key_in_two_files_is_found_in_the_second_with_the_first_beside() -> None:
    journey, (problem,) = built(
        "join", {"journeys/join/journey.yml": WHO, "journeys/join/current.yml": MAP + "owner: other\n"}
    )
    assert journey is None
    assert (problem.code, problem.span) == ("CX021", Span("journeys/join/current.yml", 4, 1, 4, 6))
    assert problem.related[0].span == Span("journeys/join/journey.yml", 2, 1, 2, 6)
    assert "journeys/join/journey.yml" in problem.message


def test_a_file_and_a_folder_of_one_name_are_refused() -> None:
    _, found = built("join", {"journeys/join.yml": WHO + MAP, "journeys/join/hotspots.yml": "hotspots: [{name: H}]\n"})
    assert codes(found) == [("CX024", "journeys/join.yml")]


@pytest.mark.parametrize("text", ["- a\n- b\n", "just text\n"])
def test_a_file_without_keys_is_refused(text: str) -> None:
    journey, found = built("ticket", {"journeys/ticket.yml": text})
    assert (journey, codes(found)) == (None, [("CX022", "journeys/ticket.yml")])


@pytest.mark.parametrize(
    ("key", "works"), [("Library Card", "library-card"), ("3-days", "x-3-days"), ("none", "none-1"), ("a_b", "a-b")]
)
def test_a_file_name_that_is_no_id_is_refused_with_one_that_works(key: str, works: str) -> None:
    name = f"journeys/{key}.yml"
    _, found = built(key, {name: WHO + MAP})
    assert codes(found) == [("CX023", name)]
    assert found[0].hint == f"rename it, to `{works}.yml`"


def test_a_file_name_in_another_script_is_an_id() -> None:
    journey, _ = built("預約", {"journeys/預約.yml": WHO + MAP})
    assert journey is not None
    assert journey.key == "預約"


def test_an_id_written_in_a_journey_is_not_dropped_in_silence() -> None:
    journey, found = built("ticket", {"journeys/ticket.yml": WHO + "id: other\n" + MAP})
    assert found or (journey is not None and journey.key == "other")


def test_an_id_written_in_a_journey_is_an_error_at_its_key() -> None:
    journey, (problem,) = built("ticket", {"journeys/ticket.yml": WHO + "id: ticket\n" + MAP})
    assert journey is not None
    assert journey.key == "ticket"
    assert (problem.code, problem.severity) == ("CX027", Severity.ERROR)
    assert problem.span.line == WHO.count("\n") + 1
    assert "`ticket`" in problem.message
