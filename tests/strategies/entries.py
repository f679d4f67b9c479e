"""Entries from the table of the format: required keys always, a few of the others, references that lead somewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from strategies.fields import OWN, Field, Keyed, Measure, Part, Ref, Texts, keys_of, required
from strategies.words import ADDRESSES, VALUES, texts
from strategies.world import Scope, World, worlds
from strategies.writing import NONE

Fields = dict[str, Any]
NOT_ANY = frozenset(
    {"bounce", "handoff", "systems", "unplanned", "next", "support", "backstage", "metrics", "evidence"}
)
"""Keys of a step of which people say that there is none."""

_LINKS = st.sampled_from(
    [ADDRESSES[0], [ADDRESSES[1]], {"url": ADDRESSES[2], "name": "No. 7"}, [{"url": ADDRESSES[0]}]]
)
_OWN_FIELDS = st.sampled_from([("x-legal", "§ 5: yes"), ("x-list", ["a", "b"]), ("x-map", {"any key": "any value"})])
_BACKING = st.sampled_from(["process", ["objectives"], ["job-descriptions", "power-to-decide"]])


class Maker:
    """Makes entries of one world. Strategies are made once for each shape and place they stand in."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._by_key: dict[tuple[str, str], SearchStrategy[Fields]] = {}

    def entry(self, shape: str, scope: Scope | None, **given: SearchStrategy[Any]) -> SearchStrategy[Fields]:
        """Entries of this shape, without id; `given` are the strategies of keys that depend on their surroundings."""
        if given:
            return self._entry(shape, scope, given)
        key = (shape, scope.key if scope else "")
        if key not in self._by_key:
            self._by_key[key] = self._entry(shape, scope, {})
        return self._by_key[key]

    def _entry(self, shape: str, scope: Scope | None, given: dict[str, SearchStrategy[Any]]) -> SearchStrategy[Fields]:
        must = required(shape)
        fields = {key: self.value(field, scope) for key, field in keys_of(shape).items() if field is not OWN}
        if "links" in keys_of(shape):
            fields["links"] = _LINKS
        if shape in ("step", "step difference"):
            fields |= {key: st.one_of(fields[key], st.just(NONE)) for key in NOT_ANY}
        if shape == "action":
            fields["backing"] = _BACKING
        if shape == "image":
            fields["file"] = st.just("a.svg")
        fields |= given
        basis = st.fixed_dictionaries(
            {key: value for key, value in fields.items() if key in must},
            optional={key: value for key, value in fields.items() if key not in must},
        )
        own = st.one_of(st.none(), st.none(), st.none(), _OWN_FIELDS)
        return st.tuples(basis, own).map(lambda pair: self.honest(shape, scope, _with_own(*pair)))

    def value(self, field: Field, scope: Scope | None) -> SearchStrategy[Any]:
        """The strategy of one key, `nothing` where it would have to refer to what is not there."""
        if isinstance(field, str):
            return VALUES[field]
        if isinstance(field, tuple):
            return st.sampled_from(field)
        if isinstance(field, Texts):
            return st.one_of(texts(), st.lists(texts(), min_size=1, max_size=3))
        if isinstance(field, Ref):
            return self.refs(self.world.pool(field.kind, scope), field.many)
        if isinstance(field, Measure):
            return _either(VALUES[field.value], self.refs(self.world.made_by(field.methods, scope)))
        if isinstance(field, Keyed):
            return self._keyed(field, scope)
        assert isinstance(field, Part)
        part = self.entry(field.shape, scope)
        return st.lists(part, min_size=1, max_size=2) if field.many else part

    def refs(self, pool: Iterable[str], many: bool = False) -> SearchStrategy[Any]:
        """One of these ids; with `many` also a list of some."""
        keys = tuple(pool)
        if not keys:
            return st.nothing()
        one = st.sampled_from(keys)
        runs = st.tuples(st.integers(0, len(keys) - 1), st.integers(1, 2))
        some = runs.map(lambda run: list(dict.fromkeys(keys[(run[0] + i) % len(keys)] for i in range(run[1]))))
        return st.one_of(one, some) if many else one

    def _keyed(self, field: Keyed, scope: Scope | None) -> SearchStrategy[Any]:
        keys = field.keys if isinstance(field.keys, tuple) else self.world.pool(field.keys, scope)
        value = self.value(field.value, scope)
        if field.single:
            several = st.fixed_dictionaries({"all": value}, optional=dict.fromkeys(keys, value))
            return st.one_of(value, several)
        if not keys:
            return st.nothing()
        return st.fixed_dictionaries({keys[0]: value}, optional=dict.fromkeys(keys[1:], value))

    def honest(self, shape: str, scope: Scope | None, entry: Fields) -> Fields:
        """The entry without what contradicts itself."""
        mend = _MEND.get(shape)
        return mend(self.world, scope, dict(entry)) if mend else entry


def _either(*options: SearchStrategy[Any]) -> SearchStrategy[Any]:
    return st.one_of(*(option for option in options if not option.is_empty))


def _with_own(entry: Fields, own: tuple[str, Any] | None) -> Fields:
    return {**entry, own[0]: own[1]} if own else entry


def _quote(world: World, scope: Scope | None, quote: Fields) -> Fields:
    """Without consent there is a summary in our words; otherwise there are words."""
    consent = quote.get("consent") or world.consent(scope, quote.get("evidence", ""))
    if consent == "none":
        quote.pop("text", None)
        quote.setdefault("summary", "They waited in vain.")
    elif "summary" not in quote:
        quote.setdefault("text", "Nobody told me!")
    if "group" not in quote:
        quote.pop("share", None)
    return quote


def _hotspot(world: World, scope: Scope | None, hotspot: Fields) -> Fields:
    if hotspot.get("kind") == "bright-spot":
        hotspot.pop("severity", None)
    return hotspot


def _action(world: World, scope: Scope | None, action: Fields) -> Fields:
    """One that shipped has no status; each pilot has its own segment, and each number is expected once."""
    if "shipped" in action:
        action.pop("status", None)
    if "pilots" in action:
        action["pilots"] = list({pilot["segment"]: pilot for pilot in action["pilots"]}.values())
    if "expects" in action:
        places = ("metric", "phase", "step", "segment")
        action["expects"] = list({tuple(map(str, map(one.get, places))): one for one in action["expects"]}.values())
    return action


def _evidence(world: World, scope: Scope | None, evidence: Fields) -> Fields:
    if evidence.get("kind") != "workshop":
        evidence.pop("participants", None)
    return evidence


def _participant(world: World, scope: Scope | None, participant: Fields) -> Fields:
    if "person" in participant:
        participant.pop("role", None)
    elif "role" not in participant:
        participant["role"] = "A planner"
    return participant


def _level(key: str) -> Callable[[World, Scope | None, Fields], Fields]:
    def mend(world: World, scope: Scope | None, entry: Fields) -> Fields:
        """The level fits the metric's method, and the place is one that its table has."""
        if entry["metric"].startswith("cx-"):
            place = ""
            entry[key] = str(entry[key])
        else:
            metric = world.metric(entry["metric"])
            place = metric.place
            entry[key] = metric.level(entry[key])
        for name in {"phase", "step", "segment"} - {place}:
            entry.pop(name, None)
        return entry

    return mend


def _branches(world: World, scope: Scope | None, step: Fields) -> Fields:
    """Each branch leads somewhere else, and one at most says how many take it: together no more than all."""
    if isinstance(step.get("next"), list):
        branches = {branch["step"]: branch for branch in step["next"]}.values()
        step["next"] = [
            {key: value for key, value in branch.items() if key != "share" or not place}
            for place, branch in enumerate(branches)
        ]
    return step


_MEND: dict[str, Callable[[World, Scope | None, Fields], Fields]] = {
    "quote": _quote,
    "hotspot": _hotspot,
    "action": _action,
    "evidence": _evidence,
    "participant": _participant,
    "goal": _level("target"),
    "expectation": _level("value"),
    "step": _branches,
    "step difference": _branches,
}


@st.composite
def steps(draw: DrawFn, world: World | None = None) -> Fields:
    """One step of the world's first journey, with an id of its own."""
    world = world or draw(worlds())
    return {"id": "a-step", **draw(Maker(world).entry("step", world.journeys[0]))}
