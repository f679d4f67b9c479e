"""Each edit is told once, as what it is."""

from __future__ import annotations

import pytest

from compare.states import FILES, JOURNEY, after, edited, kinds, told

T = "journeys/ticket.yml"


def test_nothing_is_told_where_nothing_changed() -> None:
    found = told(FILES, FILES)
    assert (found.changes, found.verdict) == ((), "Nothing changed.")


def test_a_phase_renamed_and_moved_a_target_set_and_a_severity_eased_are_exactly_three_things() -> None:
    first, second = JOURNEY.index("  - id: choose"), JOURNEY.index("  - id: pay")
    end = JOURNEY.index("hotspots:")
    swapped = JOURNEY[:first] + JOURNEY[second:end] + JOURNEY[first:second] + JOURNEY[end:]
    files = edited(
        (T, "    name: Pay\n", "    name: Settle up\n"),
        (
            T,
            "  - {id: speed, name: It is quick",
            "  - {id: calls, metric: through, target: 90%}\n  - {id: speed, name: It is quick",
        ),
        (T, "severity: high", "severity: medium"),
        files={**FILES, T: swapped},
    )
    found = told(FILES, files)
    assert [(subject.title, [one.what for one in changes]) for subject, changes in found.groups[0].subjects] == [
        ("Goal “Got through”", ["target set, Got through 90 %"]),
        ("Phase “Settle up”", ["moved, now at the front", "renamed from “Pay”"]),
        ("Hotspot “The queue at the desk”", ["severity eased from high to medium"]),
    ]
    assert found.verdict.startswith("3 things changed in 1 journey")
    assert [change.kind for change in found.effects + found.form] == []


STEPS = JOURNEY.replace("    - {remove: wait}\n", "")
TEA, SEAT = (f"    - {{add: {name}, name: Gets a {name}, after: ask}}\n" for name in ("tea", "seat"))
ASK = STEPS[STEPS.index("    - {change: ask") : STEPS.index("  goals:\n    - {id: calm")]


@pytest.mark.parametrize(
    ("before", "after", "moved"),
    [
        (TEA + SEAT, SEAT + TEA, ["seat"]),
        (TEA + SEAT, TEA + SEAT, []),
        (TEA + "    - {remove: wait}\n", "    - {remove: wait}\n" + TEA, []),
        (TEA + "    - {change: ask, after: price}\n", "    - {change: ask, after: price}\n" + TEA, ["tea"]),
        (
            TEA + "    - {add: map, name: Gets a map, after: ask}\n",
            "    - {add: map, name: Gets a map, after: ask}\n" + SEAT + TEA,
            ["map"],
        ),
    ],
    ids=["two at one place", "nothing", "one without a place", "one whose anchor moves", "with one more between"],
)
def test_entries_of_a_target_in_another_order_are_told_where_the_map_is_another(
    before: str, after: str, moved: list[str]
) -> None:
    first, second = (STEPS.replace(ASK, entries) for entries in (before, after))
    found = told({**FILES, T: first}, {**FILES, T: second})
    assert [subject for kind, subject in kinds(found) if kind == "target-order"] == moved
    assert {kind for kind, _ in kinds(found)} <= {"target-order", "target-change-added"}


def test_phases_that_a_target_adds_stand_in_the_order_in_which_they_are_written() -> None:
    tea, seat = (f"    - {{add: {name}, name: {name}, after: choose}}\n" for name in ("tea", "seat"))
    first, second = (
        STEPS.replace("  goals:\n    - {id: calm", f"  phases:\n{one}  goals:\n    - {{id: calm")
        for one in (tea + seat, seat + tea)
    )
    found = told({**FILES, T: first}, {**FILES, T: second})
    assert (kinds(found), found.edits[0].what) == ([("target-order", "tea")], "moved, now behind “Choose”")


def test_a_phase_in_front_of_the_others_is_one_phase_more() -> None:
    found = after((T, "phases:\n", "phases:\n  - {id: dream, name: Dream, steps: [{id: see, name: Sees an advert}]}\n"))
    assert kinds(found) == [("phase-added", "dream")]
    assert found.edits[0].what == "new, with 1 step, at the front"


def test_a_name_and_an_id_that_changed_together_are_probably_a_new_name_with_the_next_step_said() -> None:
    found = after((T, "  - id: pay\n    name: Pay\n", "  - id: settle\n    name: Settle up\n"))
    assert kinds(found) == [("probably-renamed", "settle")]
    assert "add `formerly: pay`" in found.edits[0].hint


def test_an_id_with_the_old_one_in_formerly_is_a_new_id_and_no_reference_to_it_is_told() -> None:
    found = after(
        (T, "      - id: ask\n", "      - id: question\n        formerly: ask\n"),
        (T, "steps: [ask]", "steps: [question]"),
        (T, "{change: ask,", "{change: question,"),
    )
    assert kinds(found) == [("id-changed", "question")]


def test_a_phase_without_an_id_keeps_its_steps_when_it_is_called_something_else() -> None:
    found = after(("journeys/leave.yml", "name: Tell us,", "name: Say goodbye,"))
    assert kinds(found) == [("probably-renamed", "say-goodbye")]


def test_a_step_that_goes_to_another_phase_has_moved() -> None:
    line = "      - {id: price, name: Sees the price, emotion: -0.5, effort: {time: 2min}}\n"
    found = after((T, line, ""), (T, "  - id: pay\n", f"{line}  - id: pay\n"))
    assert [(one.kind, one.subject.id, one.what) for one in found.edits] == [
        ("step-moved", "price", "moved to “Choose”, now behind “Asks at the desk”")
    ]


def test_what_stands_in_something_new_or_gone_is_told_with_it() -> None:
    assert kinds(after(("journeys/leave.yml", "*", ""))) == [("journey-removed", "leave")]
    new = after(
        ("journeys/join.yml", "", FILES["journeys/leave.yml"].replace("Leave", "Join").replace("letter", "form"))
    )
    assert kinds(new) == [("journey-added", "join")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("# at the end", "# a remark"),
        ("name: Buy a ticket\n", "name: 'Buy a ticket'\n"),
        (
            "owner: sales\nsummary: From the first look at the map to a seat.\n",
            "summary: From the first look at the map to a seat.\nowner: &who sales\n",
        ),
        (
            "root_cause: [One desk is open, Nobody plans for rain]",
            "root_cause:\n      - One desk is open\n      - Nobody plans for rain",
        ),
        ("segments: commuters\n", "segments: [commuters]\n"),
        ("effort: {time: 5min, money: 0}", "effort: {money: 0, time: 5 min}"),
        (
            "  - {id: fee, name: A fee nobody expects, steps: [card], severity: low}\n",
            "  - {severity: low, steps: card, name: A fee nobody expects, id: fee}\n",
        ),
        (
            "        quotes: [{text: Nobody was there., evidence: talks}]\n",
            "        quotes:\n        - evidence: talks\n          text: >-\n            Nobody was\n            there.\n",
        ),
    ],
    ids=[
        "comment",
        "quotes",
        "order and anchor",
        "style",
        "one for a list",
        "order in a mapping",
        "order of keys",
        "folded text",
    ],
)
def test_comments_quotes_anchors_and_order_have_no_meaning(old: str, new: str) -> None:
    before = {**FILES, T: JOURNEY + "# at the end\n"}
    found = told(before, edited((T, old, new), files=before))
    assert (found.edits, found.effects) == ((), ())
    assert found.verdict == "No meaning changed (order and format only)."
    assert [change.kind for change in found.form] in (["format-only"], ["order-only"])


def test_hotspots_in_another_order_are_the_same_hotspots() -> None:
    fee = "  - {id: fee, name: A fee nobody expects, steps: [card], severity: low}\n"
    found = after((T, fee, ""), (T, "hotspots:\n", f"hotspots:\n{fee}"))
    assert [change.kind for change in found.changes] == ["order-only"]


def test_a_journey_that_became_a_folder_has_not_changed() -> None:
    files = {**FILES, "journeys/leave/journey.yml": FILES["journeys/leave.yml"]}
    del files["journeys/leave.yml"]
    found = told(FILES, files)
    assert found.difference.same_meaning


def test_what_cannot_be_read_is_never_told_as_removed() -> None:
    found = after((T, "phases:\n", "phases: [\n"), ("journeys/organisation.yml", "departments:", "departments: ["))
    assert [(one.kind, one.subject.id) for one in found.changes] == [
        ("unreadable", "journeys/organisation.yml"),
        ("unreadable", "journeys/ticket.yml"),
    ]
    assert found.verdict == "2 files cannot be compared."


def test_places_of_both_sides_are_said() -> None:
    [change] = after(
        (T, "severity: high", "severity: low"), (T, "name: Buy a ticket\n", "name: Buy a ticket\n# a line\n")
    ).edits
    assert (change.was_at.line + 1, change.is_at.line) == (change.is_at.line, change.is_at.line)
    assert str(change.span).startswith("journeys/ticket.yml:")
    [gone] = after((T, "  - {id: fee, name: A fee nobody expects, steps: [card], severity: low}\n", "")).edits
    assert (gone.is_at.line, gone.was_at.line > 0, gone.near.line > 0) == (0, True, True)


def test_a_fingerprint_outlives_lines_and_other_changes() -> None:
    plain = after((T, "severity: high", "severity: low")).edits[0]
    later = after(
        (T, "severity: high", "severity: low"), (T, "name: Buy a ticket\n", "# x\n\nname: Buy tickets\n")
    ).edits
    assert [one.fingerprint for one in later if one.kind == "severity"] == [plain.fingerprint]
    assert after((T, "severity: high", "severity: critical")).edits[0].fingerprint != plain.fingerprint


def test_marks_of_quotation_in_a_name_become_single_ones() -> None:
    found = after((T, "name: Sees the price,", "name: Sees “the price”,"))
    assert found.edits[0].sentence == "Step “Sees ‘the price’”: renamed from “Sees the price”"


def test_a_hotspot_under_another_id_is_found_by_likeness() -> None:
    found = after(
        (T, "  - id: queue\n    name: The queue at the desk", "  - id: line\n    name: The long queue at the desk"),
        (T, "addresses: [queue], proposed_by", "addresses: [line], proposed_by"),
    )
    assert kinds(found) == [("probably-renamed", "line")]  # and what still says the old id is no second change


def test_while_a_table_a_definition_or_the_settings_cannot_be_read_no_figure_is_told_as_lost() -> None:
    for file, old, new in (
        ("metrics/ease.csv", "metric,period", 'metric,"period'),
        ("metrics/metrics.yml", "name: Ease, method: share", "name: Ease, method: shrae"),
        ("cxsite.yml", "currency: EUR", "currency: [EUR"),
    ):
        found = after((file, old, new))
        assert [(change.kind, change.subject.id) for change in found.changes] == [("unreadable", file)], file


def test_a_metric_and_a_step_under_a_new_id_have_the_numbers_they_had() -> None:
    metric = after(("metrics/metrics.yml", "{id: ease,", "{id: easiness, formerly: ease,"))
    assert [change.kind for change in metric.changes] == ["id-changed"]
    numbers = {**FILES, "metrics/mood.csv": "metric,period,step,mean,sd,n\nmood,2026-10,look,4.1,1,200\n"}
    numbers["metrics/metrics.yml"] = FILES["metrics/metrics.yml"].replace(
        "name: Mood, method: mean", "name: Mood, method: mean, source: mood.csv, journey: ticket"
    )
    files = edited((T, "      - id: look\n", "      - id: see\n        formerly: look\n"), files=numbers)
    assert [change.kind for change in told(numbers, files).changes] == ["id-changed"]


def test_a_target_that_still_says_a_former_id_has_not_changed() -> None:
    found = after(
        (T, "      - id: ask\n", "      - id: question\n        formerly: ask\n"),
        (T, "steps: [ask]", "steps: [question]"),
    )
    assert kinds(found) == [("id-changed", "question")]


def test_a_text_in_another_style_is_the_same_text() -> None:
    found = after(
        (
            T,
            "summary: From the first look at the map to a seat.\n",
            "summary: >\n  From the first look\n  at the map to a seat.\n",
        )
    )
    assert (found.edits, [change.kind for change in found.form]) == ((), ["format-only"])


def test_a_translated_name_is_a_translation() -> None:
    folder = {("journeys/ticket/journey.yml" if name == T else name): text for name, text in FILES.items()}
    before = {**folder, "journeys/ticket/lang/de.yml": "name: Karte kaufen\n"}
    found = told(before, {**before, "journeys/ticket/lang/de.yml": "name: Fahrkarte kaufen\n"})
    assert [(change.kind, change.what) for change in found.edits] == [("translated", "name written anew")]


def test_what_a_target_does_instead_is_told_alone() -> None:
    found = after(
        (
            T,
            "{change: ask, name: Asks once, emotion: 0.5, what: One question is enough, carried_by: second-desk, follows: fast}",
            "{remove: ask}",
        )
    )
    assert kinds(found) == [("target-verb", "ask")]


IN_FOLDER = {
    **{name: text for name, text in FILES.items() if name != T},
    "journeys/ticket/journey.yml": JOURNEY[: JOURNEY.index("target:\n")],
    "journeys/ticket/target.yml": "finding: Nobody asks twice\nsteps:\n  - {remove: wait}\n",
}


@pytest.mark.parametrize("line", ["name: Vision\n", "steps: [{change: nobody X}]\n", "by: [\n"])
@pytest.mark.parametrize("file", ["target", "target-vision", "lang/de"])
def test_a_target_or_translation_that_cannot_be_read_is_neither_gone_nor_new(file: str, line: str) -> None:
    name = f"journeys/ticket/{file}.yml"
    line = line.replace("name:", "naame:") if file.startswith("lang") else line
    broken = {**IN_FOLDER, name: IN_FOLDER.get(name, "") + line}
    for found in (told(IN_FOLDER, broken), told(broken, IN_FOLDER)):
        assert [(change.kind, change.subject.name) for change in found.changes] == [("unreadable", name)]


def test_what_else_changed_is_told_beside_a_target_that_cannot_be_read() -> None:
    name = "journeys/ticket/journey.yml"
    broken = {**IN_FOLDER, "journeys/ticket/target.yml": "name: Vision\n"}
    found = told(IN_FOLDER, {**broken, name: IN_FOLDER[name].replace("severity: high", "severity: medium")})
    assert sorted(change.kind for change in found.changes) == ["severity", "unreadable"]


EASE = JOURNEY[JOURNEY.index("  - {id: ease, name: It is easy") :].partition("\n")[0] + "\n"
CALLS = "  - {id: calls, metric: through, target: 90%}\n"


@pytest.mark.parametrize(
    ("old", "new", "another"),
    [(EASE, CALLS + EASE, True), (EASE, "", True), (EASE, EASE + CALLS, False)],
    ids=["a new one in front", "the first is gone", "a new one behind it"],
)
def test_another_first_goal_is_told_as_the_primary_goal_however_it_came(old: str, new: str, another: bool) -> None:
    found = after((T, old, new))
    assert [change.kind for change in found.edits].count("primary-goal") == another


def test_an_entry_of_a_target_that_goes_with_its_step_is_no_change_of_plan() -> None:
    waits = JOURNEY[JOURNEY.index("      - {id: wait") :].partition("\n")[0] + "\n"
    report = after((T, waits, ""), (T, "    - {remove: wait}\n", ""))
    assert [(change.kind, change.level.word, change.what) for change in report.edits] == [
        ("step-removed", "attention", "removed"),
        ("target-change-removed", "info", "gone with it from the map of today"),
    ]


def test_how_a_name_is_broken_into_lines_is_form() -> None:
    report = after((T, "name: A fee nobody expects", 'name: "A fee\\nnobody expects"'))
    assert (report.edits, report.verdict) == ((), "No meaning changed (order and format only).")


def test_what_the_business_wants_of_a_goal_is_told_in_the_words_of_the_pages() -> None:
    goal = "  - {id: speed, name: It is quick"
    was = edited((T, goal, "  - {id: speed, kind: increase-nps, name: It is quick"))
    now = edited((T, goal, "  - {id: speed, kind: capture-share, name: It is quick"))
    assert [one.what for one in told(was, now).edits] == ["kind from “Increase NPS” to “Gain market share”"]


def test_an_entry_that_says_nothing_is_told_in_words() -> None:
    talks = "- {id: talks, name: Talks at the desk, kind: interviews, "
    empty, full = (edited((T, talks, f"{talks}participants: [{{{one}}}], ")) for one in ("", "person: mara"))
    (change,) = (one for one in told(full, empty).changes if one.field == "participants")
    assert change.what.startswith("participants: added one that says nothing; removed")
