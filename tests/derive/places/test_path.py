"""The main path through a map."""

from __future__ import annotations

import tempfile
from pathlib import Path as Folder

import pytest
from hypothesis import given
from strategies import contents, files_of
from support import write

from cxsite.derive.places.path import Path, customer_stops, main_path, phases_of
from cxsite.measure.latest import branch_shares
from cxsite.model.resolve import resolve_target
from derive.known import every, example, known, moderate, one_phase

METRICS = """\
metrics:
  - {id: went, name: Went, method: share, journey: a, source: went.csv}
  - {id: calls, name: Calls, method: ratio, per: 100, journey: a, source: calls.csv}
  - {id: mood, name: Mood, method: mean, scale: 1..5, journey: a, source: mood.csv}
"""
NUMBERS = {
    "metrics/m.yml": METRICS,
    "metrics/went.csv": "period,step,numerator,denominator\n2026-01,s1,10,100\n2026-02,s1,70,100\n",
    "metrics/calls.csv": "period,step,numerator,denominator\n2026-01,s1,31,100\n",
    "metrics/mood.csv": "period,step,mean,n\n2026-01,s1,4,100\n",
}
S = ("id: s1, name: One", "id: s2, name: Two", "id: s3, name: Three", "id: s4, name: Four")


def path(*steps: str, files: dict[str, str] | None = None, errors: bool = False) -> Path:
    made = known(one_phase(*steps), files, errors)
    return main_path(made.journey, made.readings)


def ids(made: Path) -> list[str]:
    return [stop.key for stop in made.stops]


def first(next_: str) -> tuple[str, ...]:
    return (f"{S[0]}, next: {next_}", *S[1:])


def test_without_branches_the_path_is_the_map_from_top_to_bottom() -> None:
    made = path(*S)
    assert (ids(made), made.aside, made.end, made.onward) == (["s1", "s2", "s3", "s4"], (), "end", "")


def test_a_branch_skips_what_stands_between() -> None:
    made = path(*first("{step: s3}"))
    assert ids(made) == ["s1", "s3", "s4"]
    assert [stop.key for stop in made.aside] == ["s2"]


@pytest.mark.parametrize(
    ("ways", "second"),
    [
        ("[{step: s3, share: 40%}, {step: s4, share: 60%}]", "s4"),
        ("[{step: s3}, {step: s4}]", "s3"),
        ("[{step: s4, share: 11%}, {step: s2}]", "s2"),
        ("[{step: s2}, {step: s4, share: 51%}]", "s4"),
        ("[{step: s2, share: 50%}, {step: s4, share: 50%}]", "s2"),
        ("[{step: s4, share: 30%}, {step: s2}, {step: s3}]", "s2"),
        ("[{step: s4, share: 40%}, {step: s2}, {step: s3}]", "s4"),
        ("[{step: s2, share: 80%}, {step: s3, share: 20%}, {step: s4}]", "s2"),
    ],
)
def test_of_several_ways_the_path_takes_the_one_that_most_take(ways: str, second: str) -> None:
    assert ids(path(*first(ways)))[1] == second


def test_what_the_others_leave_is_divided_among_the_ways_without_a_share() -> None:
    made = known(one_phase(*first("[{step: s4, share: 40%}, {step: s2}, {step: s3}]")))
    step = made.journey.steps[0]
    assert branch_shares(step.next or (), "a", "s1", made.readings) == pytest.approx((0.4, 0.3, 0.3))


@pytest.mark.parametrize(
    ("share", "second"),
    [
        ("went", "s4"),  # 70 % by its latest number
        ("calls", "s2"),  # 31 per 100
        ("mood", "s2"),  # a mean says nothing of how many
    ],
)
def test_a_share_that_names_a_metric_is_its_latest_number_at_the_step(share: str, second: str) -> None:
    made = path(*first(f"[{{step: s2}}, {{step: s4, share: {share}}}]"), files=NUMBERS, errors=share == "mood")
    assert ids(made)[1] == second


def test_a_loop_ends_the_path_where_it_would_come_by_again() -> None:
    made = path(S[0], S[1], f"{S[2]}, next: {{step: s2}}", S[3])
    assert (ids(made), made.end, made.onward) == (["s1", "s2", "s3"], "loop", "s2")
    assert [stop.key for stop in made.aside] == ["s4"]


def test_a_step_that_leads_to_itself_ends_the_path() -> None:
    assert ids(path(*first("{step: s1}"))) == ["s1"]


def test_a_way_to_another_journey_leaves_the_map() -> None:
    other = {"journeys/b.yml": f"name: B\nowner: sales\n{one_phase('id: x, name: X')}"}
    made = path(*first("{step: b/x}"), files=other)
    assert (ids(made), made.end, made.onward) == (["s1"], "left", "b/x")


def test_a_way_that_names_its_own_journey_stays_on_the_map() -> None:
    assert ids(path(*first("{step: a/s4}"))) == ["s1", "s4"]


def test_a_way_that_names_its_own_journey_by_a_former_id_stays_on_the_map() -> None:
    made = known(f"formerly: b\n{one_phase(*first('{step: b/s4}'))}", errors=True)
    assert ids(main_path(made.journey, made.readings)) == ["s1", "s4"]


def test_nothing_follows_where_next_is_none() -> None:
    made = path(*first("none"))
    assert (ids(made), made.end) == (["s1"], "end")


def test_a_way_to_a_step_that_is_not_there_ends_the_path() -> None:
    made = path(*first("{step: nowhere}"), errors=True)
    assert (ids(made), made.end, made.onward) == (["s1"], "end", "")


def test_a_way_by_a_former_id_is_followed() -> None:
    assert ids(path(*first("{step: old}")[:3], f"{S[3]}, formerly: old")) == ["s1", "s4"]


@pytest.mark.parametrize("lane", ["frontstage", "backstage", "support"])
def test_our_own_steps_are_outside_the_path(lane: str) -> None:
    made = path(S[0], f"{S[1]}, lane: {lane}", S[2])
    assert (ids(made), made.aside) == (["s1", "s3"], ())


def test_a_way_to_a_step_of_ours_goes_on_at_the_customers_next_below() -> None:
    assert ids(path(f"{S[0]}, next: {{step: s3}}", S[1], f"{S[2]}, lane: backstage", S[3])) == ["s1", "s4"]
    assert ids(path(f"{S[0]}, next: {{step: s3}}", S[1], f"{S[2]}, lane: backstage")) == ["s1"]


def test_a_map_without_steps_has_an_empty_path() -> None:
    made = known("phases:\n  - {name: P}\n")
    assert main_path(made.journey, made.readings) == Path(())


def test_each_stop_knows_its_phase() -> None:
    made = example()
    stops = main_path(made.journey, made.readings).stops
    assert len(stops) == 16
    assert (stops[0].phase.key, stops[-1].phase.key) == ("discover", "settle")


def test_a_target_ends_where_the_step_it_led_to_is_removed() -> None:
    text = one_phase(f"{S[0]}, next: {{step: s3}}", *S[1:]) + "target:\n  steps:\n    - {remove: s3, what: gone}\n"
    made = known(text)
    phases = phases_of(resolve_target(made.journey, "target"))
    assert ids(main_path(made.journey, made.readings, phases)) == ["s1"]


@moderate
@given(contents())
def test_a_path_holds_each_customers_step_once_on_it_or_beside_it(content: dict[str, object]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        write(Folder(folder), files_of(content))
        for made in every(Folder(folder)):
            maps = [made.journey.phases]
            maps += [phases_of(resolve_target(made.journey, key)) for key in made.journey.targets]
            for phases in maps:
                found = main_path(made.journey, made.readings, phases)
                keys = [stop.key for stop in (*found.stops, *found.aside)]
                assert sorted(keys) == sorted(stop.key for stop in customer_stops(phases))
                assert found == main_path(made.journey, made.readings, phases)
                assert bool(found.onward) == (found.end != "end")
