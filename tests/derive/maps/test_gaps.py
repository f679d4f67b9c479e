"""The gap ledger."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from strategies import contents, files_of
from support import write

from cxsite.derive.effort.effort import PARTS
from cxsite.derive.links.things import Thing
from cxsite.derive.maps.gaps import Ledger, base_phases, gap_ledger
from cxsite.derive.maps.removed import Removed, one_sided
from derive.known import every, example, known, moderate, one_phase

STEPS = (
    "id: s1, name: One, effort: {time: 10min}, channel: web",
    "id: s2, name: Two, effort: {time: 20min}, share: 50%",
    "id: s3, name: Three, effort: {time: 4min}, emotion: -1",
)
MORE = """\
hotspots:
  - {id: h1, name: H1, steps: s1}
  - {id: h2, name: H2, steps: s2}
  - {id: h3, name: H3, steps: s3}
  - {id: bright, name: Bright, kind: bright-spot, steps: s3}
actions:
  - {id: a1, name: A1, addresses: h1, follows: plain}
  - {id: a2, name: A2}
  - {id: gone, name: Gone, addresses: h2, status: dropped}
"""


def ledger(*entries: str, more: str = MORE, head: str = "") -> Ledger:
    target = f"target:\n{head}  steps:\n" + "".join(f"    - {{{entry}}}\n" for entry in entries)
    made = known(one_phase(*STEPS) + more + (target if entries or head else ""))
    return gap_ledger(made.journey, "target", made.readings)


def of_example() -> Ledger:
    made = example()
    return gap_ledger(made.journey, "target", made.readings)


def test_the_example_gives_the_figures_it_is_known_for() -> None:
    made = of_example()
    before, after = made.before.total, made.after.total
    assert (before.minutes.every, after.minutes.every) == (330, 172)
    assert (before.money.every, after.money.every) == (61, 11)
    assert (before.emotion.every, after.emotion.every) == (pytest.approx(7.3), pytest.approx(0.3))
    assert made.every.minutes == 158
    assert before.minutes.expected == pytest.approx(280, abs=0.5)
    assert made.expected.minutes == pytest.approx(107.86)
    assert [(len(one.passings), one.outside) for one in made.handoffs] == [(14, 5), (13, 3)]


def test_every_difference_of_the_example_is_carried_and_every_hotspot_addressed() -> None:
    made = of_example()
    assert (made.uncarried, made.uncarried_phases, made.unaddressed) == ((), (), ())
    assert [gap.id for gap in made.gaps if gap.state == "removed"] == ["ring-speed", "chase", "bill-call"]
    assert len(made.gaps) == 19


def test_what_several_actions_carry_counts_for_them_together_and_once() -> None:
    made = of_example()
    assert sum(one.removed.minutes or 0 for one in made.carried) == pytest.approx(107.86)
    bill = made.of_action(Thing("action", "join", "one-month-bill"))
    assert [[action.key for action in one.actions] for one in bill] == [
        ["one-month-bill"],
        ["explain-first-bill", "one-month-bill"],
        ["advisers-credit", "explain-first-bill", "one-month-bill"],
    ]
    assert [one.removed.minutes for one in bill] == [-2, 2, pytest.approx(8.68)]


def test_a_step_before_and_after_has_owner_channel_doers_and_hand_off() -> None:
    (moved,) = [gap for gap in of_example().gaps if gap.id == "moved"]
    assert moved.before is not None
    assert moved.after is not None
    assert (moved.before.owner, moved.before.doers, moved.before.channels) == ("provisioning", ("northspan",), ("sms",))
    assert moved.after.doers == ("moved-date-desk",)
    assert (moved.before.passing and moved.before.passing.reach) == "outside"
    assert (moved.after.passing and moved.after.passing.reach) == "inside"
    assert moved.why is not None
    assert [hot.key for hot in moved.why.hotspots] == ["moved-date"]
    assert moved.why.principles == ("keep-our-word",)
    assert moved.what == "One owner; told 3 days ahead, with a choice"


@pytest.mark.parametrize(
    ("entries", "states"),
    [
        (["change: s1, name: New"], {"s1": "changed"}),
        (["remove: s1"], {"s1": "removed"}),
        (["add: s9, name: New, before: s1"], {"s9": "added"}),
        (["change: s1, after: s3"], {"s1": "moved"}),
        (["change: s1, after: s3, name: New"], {"s1": "changed"}),
    ],
)
def test_each_difference_has_its_state(entries: list[str], states: dict[str, str]) -> None:
    made = ledger(*entries)
    assert {gap.id: gap.state for gap in made.gaps if gap.differs} == states
    (gap,) = [gap for gap in made.gaps if gap.differs]
    assert gap.moved == ("after" in entries[0])
    assert (gap.before is None, gap.after is None) == (gap.state == "added", gap.state == "removed")


def test_a_step_is_one_row_wherever_it_stands() -> None:
    assert [gap.id for gap in ledger("change: s1, after: s3", "remove: s2").gaps] == ["s2", "s3", "s1"]


def test_what_is_removed_is_the_difference_of_what_is_expected() -> None:
    made = ledger("change: s2, effort: {time: 6min}, share: 100%", "remove: s1")
    assert {gap.id: gap.removed("minutes") for gap in made.gaps} == {"s1": 10, "s2": 4, "s3": 0}
    assert (made.expected.minutes, made.every.minutes) == (14, 24)


@pytest.mark.parametrize("entry", ["change: s1, optional: true", "change: s1, unplanned: true"])
def test_not_knowing_any_more_saves_nobody_anything(entry: str) -> None:
    made = ledger(entry, "change: s2, effort: {time: 6min}, share: 100%")
    gaps = {gap.id: (gap.removed("minutes"), gap.unknown("minutes")) for gap in made.gaps}
    assert gaps["s1"] == (0, True)
    assert made.expected.minutes == gaps["s2"][0] == 4
    assert one_sided(made.before, made.after, "minutes") == 1


def test_what_changes_is_known_where_nothing_else_is() -> None:
    steps = ("id: s1, name: One, effort: {time: 30min}", "id: s2, name: Two")
    made = known(one_phase(*steps) + "target: {steps: [{remove: s1, into: s2}]}\n")
    found = gap_ledger(made.journey, "target", made.readings)
    assert (found.expected.minutes, found.expected.money) == (30, None)


def test_a_step_that_is_not_written_about_has_no_why() -> None:
    gaps = {gap.id: gap for gap in ledger("change: s1, name: New").gaps}
    assert gaps["s2"].why is None
    assert gaps["s1"].why is not None


def test_reasons_are_the_entrys_and_those_of_the_actions_that_carry_it() -> None:
    (gap,) = [one for one in ledger("remove: s2, addresses: h2, follows: own, carried_by: a1").gaps if one.differs]
    assert gap.why is not None
    assert [thing.ref for thing in gap.why.hotspots] == ["a/h2", "a/h1"]
    assert gap.why.principles == ("own", "plain")


def test_a_dropped_action_carries_nothing() -> None:
    made = ledger("remove: s2, carried_by: gone", "change: s1, name: New, carried_by: a2")
    assert [gap.id for gap in made.uncarried] == ["s2"]
    gap = made.uncarried[0]
    assert gap.why is not None
    assert ([one.key for one in gap.why.dropped], gap.why.hotspots) == (["gone"], ())
    assert [(one.actions, one.removed.minutes) for one in made.carried if not one.actions] == [((), 10)]


def test_steps_that_stay_the_same_on_another_way_are_summed_apart_from_what_is_carried() -> None:
    steps = [
        "id: a, name: A, effort: {time: 1min}, next: [{step: b, share: 60%}, {step: c, share: 40%}]",
        "id: b, name: B, effort: {time: 10min}, next: [{step: c, share: 100%}]",
        "id: c, name: C, effort: {time: 5min}",
    ]
    change = "{change: a, next: [{step: b, share: 5%}, {step: c, share: 95%}], carried_by: go}"
    text = one_phase(*steps) + f"actions: [{{id: go, name: Go}}]\ntarget: {{steps: [{change}]}}\n"
    made = known(text)
    found = gap_ledger(made.journey, "target", made.readings)
    assert found.shifted
    assert [gap.id for gap in found.shifted.gaps] == ["b"]
    assert [[one.key for one in group.actions] for group in found.carried] == [["go"]]
    minutes = [group.removed.minutes or 0 for group in (*found.carried, found.shifted)]
    assert sum(minutes) == pytest.approx(found.expected.minutes)
    assert ledger("change: s1, name: New, carried_by: a1").shifted is None


def test_hotspots_that_no_change_and_no_action_addresses_are_named() -> None:
    assert [hot.key for hot in ledger("remove: s1").unaddressed] == ["h2", "h3"]
    assert [hot.key for hot in ledger("remove: s3, addresses: h3").unaddressed] == ["h2"]


def test_a_hotspot_of_several_journeys_is_one_of_this_journey_where_it_stands_on_it() -> None:
    files = {"journeys/hotspots.yml": "hotspots: [{id: wide, name: Wide, steps: [a/s1]}, {id: far, name: Far}]\n"}
    made = known(one_phase(*STEPS) + "target: {}\n", files)
    assert [hot.ref for hot in gap_ledger(made.journey, "target", made.readings).unaddressed] == ["wide"]


def test_effort_that_nobody_assessed_is_counted_beside_what_is_removed() -> None:
    made = ledger("add: s9, name: New, after: s3, carried_by: a1", "remove: s1, carried_by: a1")
    (group,) = made.carried
    assert (group.removed.minutes, group.unknown) == (10, 2)  # the money and feelings of both
    assert {gap.id: gap.unknown("minutes") for gap in made.gaps if gap.differs} == {"s1": False, "s9": True}


def test_without_a_value_on_one_of_the_maps_nothing_is_known_to_be_removed() -> None:
    made = ledger("remove: s1")
    assert made.expected == Removed(10, None, 0)


def test_a_map_without_steps_takes_nothing() -> None:
    made = ledger("remove: s1", "remove: s2", "remove: s3")
    assert (made.expected.minutes, made.expected.emotion) == (24, 1)


def test_phases_have_their_own_rows() -> None:
    made = known(
        one_phase(*STEPS)
        + "  - {id: q, name: Q, owner: desk}\n"
        + "target: {phases: [{change: p, name: New, owner: desk}, {remove: q}, {add: r, name: R}]}\n"
    )
    found = gap_ledger(made.journey, "target", made.readings)
    assert [(gap.id, gap.state, gap.owners) for gap in found.phases] == [
        ("p", "changed", ("sales", "desk")),
        ("q", "removed", ("desk", "")),
        ("r", "added", ("", "sales")),
    ]
    assert len(found.uncarried_phases) == 3
    assert [gap.after.owner for gap in found.gaps if gap.after] == ["desk"] * 3


def test_a_target_that_starts_from_another_is_measured_against_that() -> None:
    text = one_phase(*STEPS) + "target: {steps: [{remove: s1, what: gone}]}\n"
    files = {f"journeys/a/{name}": part for name, part in _parts(text).items()}
    files["journeys/a/target-vision.yml"] = "from: target\nsteps: [{remove: s2, what: gone}]\n"
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), files)
        (made,) = every(Path(folder))
    found = gap_ledger(made.journey, "vision", made.readings)
    assert [gap.id for gap in found.gaps] == ["s2", "s3"]
    assert found.expected.minutes == 10
    assert [step.key for phase in base_phases(made.journey, "vision") for step in phase.steps] == ["s2", "s3"]


def _parts(text: str) -> dict[str, str]:
    current, target = text.split("target: ", 1)
    return {"journey.yml": "name: A\nowner: sales\n", "current.yml": current, "target.yml": target.strip("\n ")}


def test_channels_come_through_touchpoints_too() -> None:
    library = "channels: [{id: web, name: Web}, {id: sms, name: Text}]\ntouchpoints: [{id: t, name: T, channel: sms}]\n"
    text = one_phase("id: s1, name: One, channel: web, touchpoint: t") + "target: {}\n"
    made = known(text, {"journeys/touchpoints.yml": library})
    (gap,) = gap_ledger(made.journey, "target", made.readings).gaps
    assert gap.before is not None
    assert gap.before.channels == ("web", "sms")


@moderate
@given(contents())
def test_the_rows_add_up_to_the_difference_of_the_sums(content: dict[str, object]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), files_of(content))
        for made in every(Path(folder)):
            for key in made.journey.targets:
                found = gap_ledger(made.journey, key, made.readings)
                ids = [gap.id for gap in found.gaps]
                assert len(ids) == len(set(ids))
                grouped = [gap for one in found.carried for gap in one.gaps]
                assert sorted(gap.id for gap in grouped) == sorted(gap.id for gap in found.gaps if gap.differs)
                for name in PARTS:
                    total = getattr(found.expected, name)
                    assert total is None or total == pytest.approx(sum(gap.removed(name) for gap in found.gaps))
                    groups = [*found.carried, *([found.shifted] if found.shifted else [])]
                    assert total is None or total == pytest.approx(sum(getattr(one.removed, name) for one in groups))


def test_effort_that_is_known_of_none_of_the_changes_is_not_known_together() -> None:
    (known_of_one,) = ledger("change: s1, name: A, effort: {time: 1min}", "add: new, after: s1, name: B").carried
    assert (known_of_one.knows("minutes"), known_of_one.knows("money")) == (True, False)
