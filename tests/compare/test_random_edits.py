"""Whatever is edited, each edit is told once and nothing else; whatever is only written otherwise is not told."""

from __future__ import annotations

import random
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from support import times

from compare.states import FILES, JOURNEY, told

T = "journeys/ticket.yml"
Data = dict[str, Any]
Expected = tuple[str, str]


def parsed() -> Data:
    """The journey as data, every value a text, with more steps and hotspots to edit."""
    data: Data = yaml.load(JOURNEY, Loader=yaml.BaseLoader)
    data.pop("target")
    for place, phase in enumerate(data["phases"]):
        phase["steps"] += [{"id": f"more-{place}-{n}", "name": f"Does a thing {place} {n}"} for n in range(4)]
    data["hotspots"] += [
        {"id": f"spot-{n}", "name": f"A place {n}", "steps": ["look"], "severity": "low"} for n in range(4)
    ]
    return data


def step(data: Data, key: str) -> tuple[Data, Data]:
    return next((phase, one) for phase in data["phases"] for one in phase["steps"] if one["id"] == key)


def entry(data: Data, part: str, key: str) -> Data:
    return next(one for one in data[part] if one["id"] == key)


def rename_step(data: Data, key: str) -> Expected:
    step(data, key)[1]["name"] = f"Called {key} now"
    return "renamed", key


def feel(data: Data, key: str) -> Expected:
    step(data, key)[1]["emotion"] = "1.5"
    return "emotion", key


def say(data: Data, key: str) -> Expected:
    step(data, key)[1].setdefault("quotes", []).append({"text": "It took all morning."})
    return "quote", key


def move(data: Data, key: str) -> Expected:
    phase, one = step(data, key)
    phase["steps"].remove(one)
    next(other for other in data["phases"] if other is not phase)["steps"].append(one)
    return "step-moved", key


def remove(data: Data, key: str) -> Expected:
    phase, one = step(data, key)
    phase["steps"].remove(one)
    return "step-removed", key


def add_behind(data: Data, key: str) -> Expected:
    phase, one = step(data, key)
    new = {"id": f"new-{key}", "name": f"Something new behind {key}", "emotion": "-0.5", "interaction": "is told"}
    phase["steps"].insert(phase["steps"].index(one) + 1, new)
    return "step-added", f"new-{key}"


def other_id(data: Data, key: str) -> Expected:
    one = step(data, key)[1]
    one["id"], one["formerly"] = f"{key}-2", key
    return "id-changed", f"{key}-2"


def take(data: Data, key: str) -> Expected:
    step(data, key)[1]["effort"] = {"time": "55min"}
    return "effort", key


def severity(data: Data, key: str) -> Expected:
    entry(data, "hotspots", key)["severity"] = "critical"
    return "severity", key


def rename_hotspot(data: Data, key: str) -> Expected:
    entry(data, "hotspots", key)["name"] = f"Called {key} now"
    return "renamed", key


def remove_hotspot(data: Data, key: str) -> Expected:
    data["hotspots"].remove(entry(data, "hotspots", key))
    return "hotspot-removed", key


ON_STEPS: list[Callable[[Data, str], Expected]] = [rename_step, feel, say, move, remove, add_behind, other_id, take]
ON_HOTSPOTS: list[Callable[[Data, str], Expected]] = [severity, rename_hotspot, remove_hotspot]
STEPS = [f"more-{place}-{n}" for place in range(2) for n in range(4)]
HOTSPOTS = [f"spot-{n}" for n in range(4)]


def otherwise_written(data: Data, seed: int) -> str:
    """The same as other text: keys in another order, lists whose order has no meaning too, other quotes, comments."""
    chance = random.Random(seed)

    def shuffled(value: Any, key: str = "") -> Any:
        if isinstance(value, dict):
            items = [(name, shuffled(one, name)) for name, one in value.items()]
            chance.shuffle(items)
            return dict(items)
        if isinstance(value, list):
            items = [shuffled(one) for one in value]
            if key in ("hotspots", "ideas", "actions", "quotes", "evidence", "addresses", "expects"):
                chance.shuffle(items)
            return items
        return value

    style = chance.choice([None, '"', "'"])
    flow = chance.choice([None, False])
    text = yaml.dump(shuffled(data), default_style=style, default_flow_style=flow, allow_unicode=True, sort_keys=False)
    lines = [
        f"{line}  # remark {n}" if n % 7 == 0 and line.endswith(":") else line
        for n, line in enumerate(text.splitlines())
    ]
    return "\n".join(["# written anew", *lines, ""])


@settings(max_examples=times(120), deadline=None)
@given(
    chosen=st.lists(
        st.tuples(st.sampled_from(STEPS), st.sampled_from(ON_STEPS)), max_size=6, unique_by=lambda one: one[0]
    ),
    spots=st.lists(
        st.tuples(st.sampled_from(HOTSPOTS), st.sampled_from(ON_HOTSPOTS)), max_size=3, unique_by=lambda one: one[0]
    ),
    seed=st.integers(0, 10_000),
)
def test_each_edit_is_told_once_and_nothing_else_is(
    chosen: list[tuple[str, Callable[[Data, str], Expected]]],
    spots: list[tuple[str, Callable[[Data, str], Expected]]],
    seed: int,
) -> None:
    before = parsed()
    after = deepcopy(before)
    expected = [edit(after, key) for key, edit in (*chosen, *spots)]
    found = told(
        {**FILES, T: yaml.dump(before, allow_unicode=True, sort_keys=False)},
        {**FILES, T: otherwise_written(after, seed)},
    )
    assert sorted((change.kind, change.subject.id) for change in found.edits) == sorted(expected)


@settings(max_examples=times(60), deadline=None)
@given(seed=st.integers(0, 10_000), other=st.integers(0, 10_000))
def test_what_is_only_written_otherwise_has_not_changed(seed: int, other: int) -> None:
    data = parsed()
    found = told({**FILES, T: otherwise_written(data, seed)}, {**FILES, T: otherwise_written(data, other)})
    assert found.difference.same_meaning
    assert found.verdict in ("Nothing changed.", "No meaning changed (order and format only).")
