"""How a full target is computed: the six rules of the authoring guide."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support import times

from cxsite.load.files import Text
from cxsite.load.nodes import read_tree
from cxsite.load.shape import shape
from cxsite.model.journey import Journey
from cxsite.model.resolve import resolve, resolve_target
from cxsite.model.step import Step
from cxsite.model.target import Target
from cxsite.model.targetmap import TargetMap, TargetStep


def journey(current: str, target: str = "", **further: str) -> Journey:
    """A journey from a map like `p: a b | q: c` (phases with steps), and its targets."""
    phases = []
    for part in current.split("|"):
        name, steps = part.split(":")
        phases.append(
            {"id": name.strip(), "name": name.strip(), "steps": [{"id": s, "name": s} for s in steps.split()]}
        )
    return from_yaml(yaml.safe_dump({"phases": phases}), target, **further)


def from_yaml(phases: str, target: str = "", **further: str) -> Journey:
    made = shaped(Journey, "name: J\nowner: o\n" + phases)
    texts = {"target": target, **further} if target else further
    return made.with_files("j", {key: shaped(Target, text) for key, text in texts.items()})


def shaped(model, text: str):
    node, found = read_tree(Text("t.yml", text))
    assert node is not None, found
    entry, wrong = shape(model, node)
    assert entry is not None, wrong
    return entry


def steps(*entries: str) -> str:
    return "steps:\n" + "".join(f"  - {{{entry}}}\n" for entry in entries)


def phases(*entries: str) -> str:
    return "phases:\n" + "".join(f"  - {{{entry}}}\n" for entry in entries)


def drawn(resolved: TargetMap) -> str:
    """`p: a (b) <c> +d | -q:`; a removed step in `()`, the mark of a moved one in `<>`, an added one with `+`."""
    return " | ".join(
        " ".join([f"{'-' if phase.state == 'removed' else ''}{phase.id}:", *map(sign, phase.steps)])
        for phase in resolved.phases
    )


def sign(step: TargetStep) -> str:
    if step.mark:
        return f"({step.id})" if step.state == "removed" else f"<{step.id}>"
    return {"added": "+", "changed": "~", "same": "", "removed": "?"}[step.state] + step.id


def result(current: str, target: str) -> TargetMap:
    return resolve_target(journey(current, target), "target")


def only(resolved: TargetMap, key: str) -> Step:
    (found,) = [step.step for step in resolved.steps if step.id == key]
    return found


def kinds(resolved: TargetMap) -> list[str]:
    return [trouble.kind for trouble in resolved.troubles]


# 1: what no entry names


def test_what_no_entry_names_stays_as_it_is_where_it_is() -> None:
    whole = journey("p: a b | q: c", steps("change: b, name: B"))
    resolved = resolve_target(whole, "target")
    assert drawn(resolved) == "p: a ~b | q: c"
    assert only(resolved, "a") is whole.phases[0].steps[0]
    assert [phase.state for phase in resolved.phases] == ["same", "same"]


def test_a_target_without_entries_is_the_map_it_starts_from() -> None:
    assert drawn(result("p: a b | q: c", "by: 2027")) == "p: a b | q: c"


# 2: phases

PLACES = [
    ("p: a | q: b | r: c", ("change: p, after: r",), "q: b | r: c | p: a"),
    ("p: a | q: b | r: c", ("change: r, before: p",), "r: c | p: a | q: b"),
    ("p: a | q: b", ("add: n, name: N",), "p: a | q: b | n:"),
    ("p: a | q: b", ("add: n, name: N, before: q",), "p: a | n: | q: b"),
    ("p: a | q: b", ("add: n, name: N, after: p",), "p: a | n: | q: b"),
    ("p: a | q: b c | r: d", ("remove: q, into: p",), "p: a b c | -q: | r: d"),
    ("p: a | q: b c | r: d", ("remove: q, into: r",), "p: a | -q: | r: b c d"),
    ("p: a | q: b | r: c", ("remove: q, into: p", "remove: r, into: p"), "p: a b c | -q: | -r:"),
    ("p: a | q: b | r: c", ("remove: p, into: q", "remove: q, into: r"), "-p: | -q: | r: a b c"),
]


@pytest.mark.parametrize(("current", "entries", "wanted"), PLACES)
def test_phases_move_with_their_steps_and_join(current: str, entries: tuple[str, ...], wanted: str) -> None:
    resolved = result(current, phases(*entries))
    assert drawn(resolved) == wanted
    assert kinds(resolved) == []


def test_two_phases_that_join_a_later_one_keep_their_order() -> None:
    resolved = result("p: a | q: b | r: c", phases("remove: p, into: r", "remove: q, into: r"))
    assert drawn(resolved) == "-p: | -q: | r: a b c"


def test_a_chain_of_joins_holds_in_either_direction() -> None:
    resolved = result("p: a | q: b | r: c", phases("remove: r, into: q", "remove: q, into: p"))
    assert (drawn(resolved), kinds(resolved)) == ("p: a b c | -q: | -r:", [])


def test_a_changed_phase_keeps_what_is_not_written() -> None:
    whole = from_yaml("phases: [{id: p, name: P, owner: x, summary: s}]\n", phases("change: p, name: New"))
    (phase,) = resolve_target(whole, "target").phases
    assert (phase.state, phase.phase.name, phase.phase.owner, phase.phase.summary) == ("changed", "New", "x", "s")


def test_a_phase_that_only_moves_is_the_same_and_moved() -> None:
    resolved = result("p: a | q: b", phases("change: p, after: q"))
    assert [(phase.id, phase.state, phase.moved) for phase in resolved.phases] == [
        ("q", "same", False),
        ("p", "same", True),
    ]


@pytest.mark.parametrize(
    ("entries", "stranded"),
    [
        ((), True),
        (("remove: b",), True),
        (("remove: b", "remove: c"), False),
        (("remove: b", "change: c, after: a"), False),
    ],
)
def test_a_phase_removed_without_into_leaves_no_step_behind(entries: tuple[str, ...], stranded: bool) -> None:
    resolved = result("p: a | q: b c", phases("remove: q") + (steps(*entries) if entries else ""))
    assert kinds(resolved) == ["stranded"] * stranded


def test_a_step_can_stand_in_a_new_phase() -> None:
    target = phases("add: n, name: N, before: q") + steps("add: x, name: X, phase: n", "change: b, phase: n")
    assert drawn(result("p: a | q: b", target)) == "p: a | n: +x b | q: <b>"


# 3: laying over

TODAY = """\
phases:
  - id: p
    name: P
    steps:
      - id: a
        name: A
        channel: [sms, web]
        emotion: {all: -1.7, movers: -2}
        feeling: Angry
        effort: {time: 12min, money: 24}
        bounce: {share: 7%, to: cancel}
        handoff: {what: Order, loses: Date}
        quotes: [{text: I took the day off.}]
"""


def over(fields: str) -> TargetStep:
    (step,) = resolve_target(from_yaml(TODAY, steps(f"change: a, {fields}")), "target").steps
    return step


def test_a_field_replaces_the_whole_field() -> None:
    assert over("channel: app").step.channel == ("app",)
    bounce = over("bounce: {share: 2%}").step.bounce
    assert bounce is not None
    assert (bounce.share, bounce.to) == (0.02, None)


def test_effort_goes_key_by_key() -> None:
    effort = over("effort: {time: 2min}").step.effort
    assert effort is not None and effort.time is not None and effort.money is not None
    assert (effort.time.minutes, effort.money.amount) == (2, 24)
    gone = over("effort: {money: none}").step.effort
    assert gone is not None and gone.time is not None
    assert (gone.time.minutes, gone.money) == (12, None)
    assert over("effort: none").step.effort is None


def test_none_of_an_effort_is_remembered_as_such() -> None:
    effort = over("effort: {money: none}").step.effort
    assert effort is not None
    assert effort.nothing == {"money"}


@pytest.mark.parametrize(("field", "empty"), [("handoff", None), ("bounce", None), ("channel", ()), ("effort", None)])
def test_none_takes_away_and_is_said(field: str, empty: object) -> None:
    step = over(f"{field}: none")
    assert getattr(step.step, field) == empty
    assert field in step.step.nothing
    assert step.state == "changed"


def test_a_field_that_was_none_and_gets_a_value_is_none_no_more() -> None:
    whole = from_yaml(
        "phases: [{id: p, name: P, steps: [{id: a, name: A, bounce: none}]}]\n", steps("change: a, bounce: {to: x}")
    )
    (step,) = resolve_target(whole, "target").steps
    assert step.step.nothing == frozenset()


def test_emotion_and_feeling_are_replaced_together() -> None:
    assert over("emotion: 0.1").step.feeling is None
    assert over("feeling: Calm").step.emotion is None
    both = over("emotion: 0.1, feeling: Calm").step
    assert (both.emotion, both.feeling) == ({"all": 0.1}, {"all": "Calm"})
    neither = over("channel: app").step
    assert (neither.overall_emotion, neither.overall_feeling) == (-1.7, "Angry")


def test_quotes_stay_with_today_and_bounce_does_not() -> None:
    step = over("name: B").step
    assert step.quotes == ()
    assert step.bounce is not None and step.handoff is not None
    assert [quote.text for quote in over("name: B, quotes: [{text: Nice}]").step.quotes] == ["Nice"]


def test_a_change_leaves_the_map_it_starts_from_alone() -> None:
    whole = from_yaml(TODAY, steps("change: a, name: B, emotion: 1, effort: none"))
    before = whole.phases[0].steps[0].model_copy(deep=True)
    (step,) = resolve_target(whole, "target").steps
    assert whole.phases[0].steps[0] == before
    assert step.origin is whole.phases[0].steps[0]


def test_a_former_id_of_the_entry_is_not_the_steps() -> None:
    assert over("name: B, formerly: old").step.formerly == ()


def test_own_fields_are_laid_over_like_any() -> None:
    assert over("x-legal: approved").step.own == {"x-legal": "approved"}


def test_own_fields_of_a_new_step_are_kept() -> None:
    resolved = result("p: a", steps("add: n, name: N, after: a, x-legal: approved"))
    assert only(resolved, "n").own == {"x-legal": "approved"}


def test_what_is_said_to_be_the_same_is_the_same() -> None:
    step = over("emotion: {all: -1.7, movers: -2}")
    assert (step.state == "changed") or step.step == step.origin


@pytest.mark.parametrize(
    "fields", ["name: A", "effort: {time: 12min}", "channel: [sms, web]", "what: soon", "follows: x"]
)
def test_an_entry_that_no_longer_differs_is_done(fields: str) -> None:
    resolved = resolve_target(from_yaml(TODAY, steps(f"change: a, {fields}")), "target")
    assert kinds(resolved) == ["done"]
    assert "no longer differs" in resolved.troubles[0].message
    (step,) = resolved.steps
    assert step.state == "same"
    assert step.step == step.origin


def test_a_phase_that_no_longer_differs_is_done() -> None:
    assert kinds(result("p: a", phases("change: p, name: p"))) == ["done"]


# 4: marks and branches


def branching(next_: str, *entries: str) -> TargetMap:
    text = f"phases: [{{id: p, name: P, steps: [{{id: a, name: A, next: {next_}}}, {{id: b, name: B}}, {{id: c, name: C}}, {{id: d, name: D}}]}}]\n"
    return resolve_target(from_yaml(text, steps(*entries)), "target")


BRANCHES = [
    (("remove: b, into: c",), ["c"]),
    (("remove: b, into: c", "remove: c, into: d"), ["d"]),
    (("remove: c, into: d", "remove: b, into: c"), ["d"]),
    (("remove: b",), []),
    (("remove: b, into: c", "remove: c"), []),
    (("remove: b, into: c", "remove: c, into: b"), []),
    (("change: b, after: d",), ["b"]),
]


@pytest.mark.parametrize(("entries", "ways"), BRANCHES)
def test_a_branch_to_a_removed_step_goes_to_its_into_or_ends(entries: tuple[str, ...], ways: list[str]) -> None:
    ahead = branching("[{step: b, when: x}, {step: other/b}]", *entries)
    branches = only(ahead, "a").next
    assert branches is not None
    assert [branch.step for branch in branches] == [*ways, "other/b"]
    assert all(branch.when == "x" for branch in branches if branch.step in ways)


def test_a_branch_of_a_new_step_is_followed_too() -> None:
    resolved = result("p: a b c", steps("remove: b, into: c", "add: n, name: N, after: a, next: {step: b}"))
    branches = only(resolved, "n").next
    assert branches is not None
    assert [branch.step for branch in branches] == ["c"]


def test_the_mark_of_a_removed_step_holds_what_it_was() -> None:
    resolved = result("p: a b c", steps("remove: b, what: gone"))
    (mark,) = resolved.marks
    assert (mark.id, mark.state, mark.mark, mark.moved, mark.step.name) == ("b", "removed", True, False, "b")
    assert mark.difference is not None and mark.difference.what == "gone"
    assert [step.key for step in resolved.phases[0].phase.steps] == ["a", "c"]


def test_a_moved_step_leaves_one_mark_with_what_it_was() -> None:
    resolved = result("p: a b | q: c", steps("change: a, name: New, after: c"))
    assert drawn(resolved) == "p: <a> b | q: c ~a"
    (mark,) = resolved.marks
    assert (mark.moved, mark.step.name) == (True, "a")
    assert only(resolved, "a").name == "New"


# 5: places

ORDERS = [
    (
        "p: a b",
        ("add: x, name: X, after: a", "add: y, name: Y, after: a", "add: z, name: Z, after: a"),
        "p: a +x +y +z b",
    ),
    ("p: a b", ("add: x, name: X, before: b", "add: y, name: Y, before: b"), "p: a +x +y b"),
    ("p: a b", ("add: x, name: X, before: a", "add: y, name: Y, before: x"), "p: +y +x a b"),
    (
        "p: a b",
        ("add: x, name: X, after: a", "add: y, name: Y, after: x", "add: z, name: Z, after: a"),
        "p: a +x +y +z b",
    ),
    (
        "p: a b",
        ("add: x, name: X, after: a", "add: y, name: Y, before: b", "add: z, name: Z, after: a"),
        "p: a +x +z +y b",
    ),
    (
        "p: a b",
        ("add: x, name: X, after: a", "add: y, name: Y, before: x", "add: z, name: Z, after: a"),
        "p: a +y +x +z b",
    ),
    ("p: a | q: b", ("add: x, name: X, phase: p", "add: y, name: Y, phase: p"), "p: a +x +y | q: b"),
    (
        "p: a | q: b",
        ("add: x, name: X, after: a", "add: y, name: Y, phase: p", "add: z, name: Z, after: a"),
        "p: a +x +z +y | q: b",
    ),
    ("p: a | q: b", ("add: x, name: X, after: a",), "p: a +x | q: b"),
    ("p: a | q: b", ("add: x, name: X, before: b",), "p: a | q: +x b"),
    ("p: a b c", ("remove: b", "add: x, name: X, after: b"), "p: a (b) +x c"),
    ("p: a b c", ("remove: b", "add: x, name: X, before: b"), "p: a +x (b) c"),
    ("p: a b c", ("add: x, name: X, after: b", "remove: b"), "p: a (b) +x c"),
    ("p: a b c", ("change: a, after: c", "add: x, name: X, after: a"), "p: <a> b c a +x"),
    ("p: a b c", ("change: a, after: b", "add: x, name: X, after: b"), "p: <a> b a +x c"),
    ("p: a b c", ("change: c, before: a",), "p: c a b <c>"),
    ("p: a b | q: c", ("change: a, phase: p",), "p: <a> b a | q: c"),
    ("p: a b | q: c", ("change: a, phase: q", "change: b, phase: q"), "p: <a> <b> | q: c a b"),
    ("p: | q: c", ("change: c, phase: p",), "p: c | q: <c>"),
]


@pytest.mark.parametrize(("current", "entries", "wanted"), ORDERS)
def test_steps_are_placed_in_the_order_written(current: str, entries: tuple[str, ...], wanted: str) -> None:
    resolved = result(current, steps(*entries))
    assert drawn(resolved) == wanted
    assert kinds(resolved) == []


def test_phases_come_first_wherever_they_are_written() -> None:
    target = steps("add: x, name: X, after: b") + phases("remove: q, into: p")
    assert drawn(result("p: a | q: b", target)) == "p: a b +x | -q:"


# 6: what is wrong

WRONG = [
    (steps("change: bb1, name: B"), ["unknown"], "change", "bbb"),
    (steps("remove: bb1"), ["unknown"], "remove", "bbb"),
    (steps("remove: aaa, into: bb1"), ["unknown"], "into", "bbb"),
    (steps("remove: aaa, into: aaa"), ["unknown"], "into", ""),
    (steps("change: zzz, name: Z"), ["unknown"], "change", ""),
    (steps("add: aaa, name: N, after: bbb"), ["in-use"], "add", ""),
    (steps("add: n, name: N, after: bbb", "add: n, name: N, after: aaa"), ["in-use"], "add", ""),
    (steps("remove: aaa", "add: aaa, name: N, after: bbb"), ["in-use"], "add", ""),
    (steps("add: n, name: N"), ["no-place"], "add", ""),
    (steps("add: n, name: N, after: bb1"), ["no-anchor"], "after", "bbb"),
    (steps("add: n, name: N, before: bb1"), ["no-anchor"], "before", "bbb"),
    (steps("add: n, name: N, phase: ppq"), ["no-anchor"], "phase", "ppp"),
    (steps("add: n, name: N, after: later", "add: later, name: L, after: aaa"), ["no-anchor"], "after", ""),
    (steps("add: n, name: N, after: n"), ["no-anchor"], "after", ""),
    (steps("change: aaa, after: aaa"), ["no-anchor"], "after", ""),
    (steps("change: aaa, name: X", "change: aaa, after: bbb"), ["twice"], "change", ""),
    (steps("change: aaa, name: X", "remove: aaa"), ["twice"], "remove", ""),
    (steps("add: new, name: N, after: aaa", "change: new, name: M"), ["unknown"], "change", ""),
    (phases("change: ppq, name: X"), ["unknown"], "change", "ppp"),
    (phases("add: ppp, name: X"), ["in-use"], "add", ""),
    (phases("add: nnn, name: X, after: ppq"), ["no-anchor"], "after", "ppp"),
    (phases("change: ppp, name: X", "change: ppp, name: Y"), ["twice"], "change", ""),
    (phases("remove: ppp, into: qqr"), ["unknown", "stranded"], "into", "qqq"),
]


@pytest.mark.parametrize(("target", "wanted", "field", "near"), WRONG)
def test_what_does_not_fit_is_said_with_a_did_you_mean(target: str, wanted: list[str], field: str, near: str) -> None:
    resolved = result("ppp: aaa bbb | qqq: c", target)
    assert kinds(resolved) == wanted
    trouble = resolved.troubles[0]
    assert (trouble.field, trouble.suggestion) == (field, near)
    assert trouble.hint
    assert (trouble.hint == f"did you mean `{near}`?") is bool(near)


def test_a_move_to_nowhere_leaves_the_step_where_it_was() -> None:
    resolved = result("p: a b", steps("change: a, name: New, after: zzz"))
    assert drawn(resolved) == "p: ~a b"
    assert not any(step.moved for step in resolved.steps)


@pytest.mark.parametrize("place", ["after: zzz", "before: p"])
def test_a_move_to_nowhere_leaves_the_phase_where_it_was(place: str) -> None:
    resolved = result("p: a | q: b", phases(f"change: p, {place}"))
    assert (drawn(resolved), [phase.moved for phase in resolved.phases]) == ("p: a | q: b", [False, False])


def test_the_rest_is_resolved_all_the_same() -> None:
    resolved = result("p: a b", steps("change: zzz, name: Z", "change: b, name: New"))
    assert drawn(resolved) == "p: a ~b"


def test_a_step_is_found_by_a_former_id() -> None:
    whole = from_yaml(
        "phases: [{id: p, name: P, steps: [{id: a, name: A, formerly: old}]}]\n", steps("change: old, name: New")
    )
    assert kinds(resolve_target(whole, "target")) == []


# several targets


def test_a_target_that_starts_from_another_sees_that_one() -> None:
    whole = journey(
        "p: a b | q: c",
        phases("remove: q, into: p") + steps("change: a, name: A1", "remove: b", "add: n, name: N, after: a"),
        vision="from: target\n" + steps("change: n, name: N1", "change: a, after: c"),
    )
    resolved = resolve_target(whole, "vision")
    assert drawn(resolved) == "p: <a> ~n c a"
    assert (resolved.id, only(resolved, "a").name) == ("vision", "A1")
    assert kinds(resolved) == []


def test_what_an_earlier_target_removed_is_unknown_to_the_next() -> None:
    whole = journey("p: a bbb", steps("remove: bbb"), vision="from: target\n" + steps("change: bbb, name: B"))
    assert kinds(resolve_target(whole, "vision")) == ["unknown"]


def test_a_target_that_starts_from_itself_is_said_to() -> None:
    resolved = resolve_target(journey("p: a b", one="from: one\n"), "one")
    assert (kinds(resolved), drawn(resolved)) == (["from"], "p: a b")


CIRCLES = [
    {"one": "from: two\n", "two": "from: one\n"},
    {"one": "from: two\n", "two": "from: six\n", "six": "from: two\n"},
]


@pytest.mark.parametrize("circle", CIRCLES)
def test_targets_in_a_circle_come_to_an_end(circle: dict[str, str]) -> None:
    whole = journey("p: a b", **circle)
    assert {drawn(resolve_target(whole, key)) for key in circle} == {"p: a b"}


@pytest.mark.parametrize("circle", CIRCLES)
def test_targets_in_a_circle_are_said_to_be(circle: dict[str, str]) -> None:
    whole = journey("p: a b", **circle)
    assert any("from" in kinds(resolve_target(whole, key)) for key in circle)


@pytest.mark.parametrize(("start", "near"), [("targt", "target"), ("curent", "current"), ("zzzz", "")])
def test_an_unknown_start_is_said_with_a_did_you_mean(start: str, near: str) -> None:
    whole = journey("p: a", "by: 2027\n", vision=f"from: {start}\n")
    resolved = resolve_target(whole, "vision")
    assert [(t.kind, t.field, t.suggestion) for t in resolved.troubles] == [("from", "from", near)]
    assert drawn(resolved) == "p: a"


@pytest.mark.parametrize("entry", ["add: n, name: N", "add: n, name: N, after: zzz"])
def test_a_target_that_removed_everything_can_be_started_from(entry: str) -> None:
    whole = journey("p: a", phases("remove: p") + steps("remove: a"), vision="from: target\n" + steps(entry))
    assert kinds(resolve_target(whole, "vision"))[0] in ("no-place", "no-anchor")


def test_a_step_without_an_id_keeps_its_made_one_along_a_chain() -> None:
    whole = from_yaml(
        "phases: [{name: P, steps: [{name: Asks}]}]\n",
        steps("change: asks, name: Writes"),
        vision="from: target\n" + steps("change: asks, emotion: 1"),
    )
    assert kinds(resolve_target(whole, "vision")) == []


# whatever is written

ids = st.sampled_from([*"abcdefgh", "x", "y", "z"])
phase_ids = st.sampled_from(["p", "q", "r", "s"])


@st.composite
def maps(draw) -> Journey:
    names = draw(st.lists(st.sampled_from("abcdefgh"), unique=True, max_size=8))
    cuts = sorted(draw(st.lists(st.integers(0, len(names)), min_size=0, max_size=2)))
    ends = [0, *cuts, len(names)]
    parts = [names[low:high] for low, high in pairwise(ends)]
    return journey(" | ".join(f"{key}: {' '.join(part)}" for key, part in zip("pqr", parts, strict=False)))


@st.composite
def differences(draw, refs, more: tuple[str, ...]) -> dict[str, str]:
    verb = draw(st.sampled_from(["change", "add", "remove"]))
    entry = {verb: draw(refs)}
    if verb == "remove":
        return entry | ({"into": draw(refs)} if draw(st.booleans()) else {})
    if verb == "add" or draw(st.booleans()):
        entry["name"] = draw(st.sampled_from(["N", "a"]))
    place = draw(st.sampled_from([*more, "", "before", "after"]))
    return entry | ({place: draw(phase_ids if place == "phase" else refs)} if place else {})


targets = st.builds(
    lambda s, p: Target.model_validate({"steps": s, "phases": p}),
    st.lists(differences(ids, ("phase",)), max_size=8),
    st.lists(differences(phase_ids, ()), max_size=3),
)


@settings(max_examples=times(300), deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(maps(), targets)
def test_whatever_is_written_every_step_is_accounted_for_once(whole: Journey, target: Target) -> None:
    resolved = resolve(whole.phases, target)
    living = Counter(step.id for step in resolved.steps)
    removed = Counter(mark.id for mark in resolved.marks if mark.state == "removed")
    moved = Counter(mark.id for mark in resolved.marks if mark.state != "removed")
    assert set(living.values()) <= {1}
    for step in whole.steps:
        assert living[step.key] + removed[step.key] == 1
    assert moved == Counter(step.id for step in resolved.steps if step.moved)
    assert set(living) - {step.key for step in whole.steps} == {
        step.id for step in resolved.steps if step.state == "added"
    }

    named = {entry.ref for entry in target.steps}
    for phase in whole.phases:
        still = [step.key for step in phase.steps if step.key not in named]
        assert [step.id for step in resolved.steps if step.id in still] == still
    for step in resolved.steps:
        if step.id not in named:
            assert (step.step, step.state, step.moved) == (step.origin, "same", False)


@settings(max_examples=times(100), deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(maps(), targets)
def test_whatever_is_written_resolving_twice_gives_the_same(whole: Journey, target: Target) -> None:
    assert drawn(resolve(whole.phases, target)) == drawn(resolve(whole.phases, target))


def test_a_step_can_be_taken_over_by_one_that_is_added_below() -> None:
    resolved = result("p: a b c", steps("remove: b, into: n", "add: n, name: N, after: a"))
    assert resolved.troubles == ()


def test_a_step_whose_every_way_is_gone_leads_nowhere() -> None:
    resolved = branching("[{step: c}, {step: d}]", "remove: c", "remove: d")
    assert only(resolved, "a").next == ()


def test_who_takes_over_a_step_has_to_be_there_in_the_end() -> None:
    resolved = result("p: a b c", steps("remove: b, into: nn", "add: n, name: N, after: a"))
    assert [trouble.suggestion for trouble in resolved.troubles] == ["n"]
