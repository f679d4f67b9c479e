"""Actions along time."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxsite.derive.links.things import Thing
from cxsite.derive.work.roadmap import Roadmap, days_first, roadmap
from cxsite.derive.work.worklist import Task, worklist
from cxsite.model.action import Action

TODAY = date(2026, 5, 15)


def tasks(*actions: dict[str, object]) -> tuple[Task, ...]:
    made = [Action.model_validate({"name": f"N{i}", "id": f"n{i}", **one}) for i, one in enumerate(actions)]
    return worklist([(Thing("action", "a", one.key), one) for one in made], TODAY)


def drawn(*actions: dict[str, object]) -> Roadmap:
    found = roadmap(tasks(*actions), TODAY)
    assert found
    return found


def labels(*actions: dict[str, object]) -> list[str]:
    return [tick.label for tick in drawn(*actions).scale.ticks]


def test_without_any_day_there_is_no_roadmap() -> None:
    assert roadmap(tasks({}, {"status": "planned"}), TODAY) is None
    assert roadmap((), TODAY) is None


def test_an_action_without_a_day_has_no_bar_beside_those_that_have() -> None:
    found = drawn({"due": "2026-06"}, {})
    assert [thing.key for thing in found.bars] == ["n0"]


def test_today_is_always_on_the_scale_and_said() -> None:
    found = drawn({"start": "2024-01-01", "due": "2024-03-01"}).scale
    assert 0 <= found.today <= 1
    assert found.label == "Today 2026-05-15"


@pytest.mark.parametrize(
    ("until", "said"),
    [
        ("2026-07-10", ["May 2026", "Jun 2026", "Jul 2026", "Aug 2026"]),
        ("2027-03-31", ["2026 Q2", "2026 Q3", "2026 Q4", "2027 Q1", "2027 Q2"]),
        (
            "2029-01-01",
            ["Jan 2026", "Jul 2026", "Jan 2027", "Jul 2027", "Jan 2028", "Jul 2028", "Jan 2029", "Jul 2029"],
        ),
        ("2032", ["2026", "2027", "2028", "2029", "2030", "2031", "2032", "2033"]),
    ],
)
def test_the_scale_is_as_fine_as_there_is_room_for(until: str, said: list[str]) -> None:
    assert labels({"due": until}) == said


def test_a_bar_runs_from_the_first_day_to_the_end_of_the_last() -> None:
    bar = drawn({"start": "2026-05-01", "due": "2026-05-31"}).bars[Thing("action", "a", "n0")]
    assert (bar.start, bar.end) == (0.0, 1.0)


def test_what_shipped_ends_on_that_day_and_keeps_the_one_it_was_due() -> None:
    found = drawn({"start": "2026-05-01", "due": "2026-05-10", "shipped": "2026-05-12"})
    bar = found.bars[Thing("action", "a", "n0")]
    assert bar.state == "shipped"
    assert bar.end and bar.due and bar.due < bar.end
    same = drawn({"due": "2026-05-12", "shipped": "2026-05-12"})
    assert same.bars[Thing("action", "a", "n0")].due is None


def test_what_is_overdue_runs_on_to_today() -> None:
    found = drawn({"due": "2026-05-10"})
    bar = found.bars[Thing("action", "a", "n0")]
    assert bar.late == found.scale.today
    assert bar.end and bar.end < bar.late


def test_pilots_stand_where_they_began() -> None:
    found = drawn({"pilots": [{"segment": "n", "since": "2026-05-01"}]})
    assert found.bars[Thing("action", "a", "n0")].pilots == (0.0,)


def test_actions_follow_one_another_in_time_and_those_without_a_day_stand_last() -> None:
    found = tasks({"value": "5", "ease": "5"}, {"due": "2027"}, {"start": "2026-01-01", "due": "2028"})
    assert [task.action.key for task in sorted(found, key=days_first)] == ["n2", "n1", "n0"]


DAYS = st.dates(date(1, 1, 1), date.max)


@given(st.lists(st.tuples(DAYS, DAYS), min_size=1, max_size=6))
def test_any_days_find_their_place(spans: list[tuple[date, date]]) -> None:
    found = drawn(*({"start": min(span).isoformat(), "due": max(span).isoformat()} for span in spans))
    ticks = found.scale.ticks
    assert 2 <= len(ticks) <= 9
    assert (ticks[0].at, ticks[-1].at) == (0, 1)
    for bar in found.bars.values():
        assert bar.start is not None and bar.end is not None
        assert 0 <= bar.start < bar.end <= 1 + 1e-9


def test_the_last_day_of_the_calendar_has_a_place() -> None:
    assert drawn({"due": (date.max - timedelta(days=1)).isoformat()}).scale.ticks[-1].at == 1
