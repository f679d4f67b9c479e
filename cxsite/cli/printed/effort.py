"""Effort: what each map takes from a customer, and what a target takes away."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, replace

from cxsite.cli.printed.shapes import Json, table
from cxsite.derive.atlas import Atlas
from cxsite.derive.burden import Burden, burdens
from cxsite.derive.effort.costs import PhaseCost
from cxsite.derive.effort.effort import PARTS, Effort, StepEffort
from cxsite.derive.maps.gaps import Carried, Gap
from cxsite.derive.maps.targets import said_unknown
from cxsite.derive.written.amounts import write_minutes, write_points
from cxsite.derive.written.numbers import write_amount
from cxsite.model.settings import Settings

_COLUMNS = ("map", "segment", "part", "expected", "if every step happens", "removed", "not in it")


def efforts(atlas: Atlas) -> Iterator[Burden]:
    """Each map of each journey, for all customers and for the segments with weights of their own."""
    return (one for journey in atlas.journeys for one in burdens(atlas, journey))


def lines(found: Iterable[Burden], settings: Settings) -> Iterator[str]:
    """Effort for people."""
    rows = [row for one in found for row in _rows(one, settings)]
    if rows:
        yield from table([_COLUMNS, *rows], frozenset({3, 4, 5}))


def _rows(one: Burden, settings: Settings) -> Iterator[tuple[str, ...]]:
    def money(amount: float) -> str:
        return write_amount(amount, settings.currency)

    writers: dict[str, Callable[[float], str]] = {"minutes": write_minutes, "money": money, "emotion": write_points}
    place = f"{_journey(one)}, {one.name}", one.segment
    for part in PARTS:
        amount = getattr(one.effort.effort.total, part)
        less = getattr(one.taken.expected, part) if one.taken else None
        numbers = [_written(value, writers[part]) for value in (amount.expected, amount.every, less)]
        if amount.every is not None or less is not None:
            yield *place, part, *numbers, said_unknown(amount)
    points = one.effort.points
    if points:
        values = (points.expected, points.every, one.taken.points if one.taken else None)
        numbers = [_written(value, write_points) for value in values]
        yield *place, "points", *numbers, f"without {', '.join(points.without)}" if points.without else ""
    if one.worth:
        numbers = [_written(value, money) for value in (one.worth.total_expected, one.worth.total_every)]
        yield *place, "worth", *numbers, "", ""


def _written(value: float | None, write: Callable[[float], str]) -> str:
    return "" if value is None else write(value)


def _journey(one: Burden) -> str:
    return one.effort.effort.journey.key


def as_json(one: Burden, currency: str) -> Json:
    """Effort for machines."""
    whole, points, worth = one.effort.effort, one.effort.points, one.worth
    return {
        "journey": _journey(one),
        "map": one.name,
        "segment": one.segment,
        "from": one.base or None,
        "currency": currency,
        **_parts(whole.total),
        "not_summed": dict(whole.total.currencies),
        "counted_once": whole.total.words,
        "own_feelings": one.effort.own_feelings,
        "points": {"expected": points.expected, "every": points.every, "without": points.without} if points else None,
        "worth": {"hour": worth.hour, "expected": worth.total_expected, "every": worth.total_every} if worth else None,
        "removed": _removed(one),
        "phases": [{"phase": each.phase.key, **_parts(each.effort)} for each in whole.phases],
        "costs": [{"phase": phase, **_cost(cost)} for phase, cost in one.costs],
        "steps": [_step(each) for each in whole.steps],
        "changes": [_change(gap) for gap in one.ledger.gaps if gap.differs] if one.ledger else [],
        "carried": [_carried(each) for each in one.ledger.carried] if one.ledger else [],
        "shifted": _carried(one.ledger.shifted) if one.ledger and one.ledger.shifted else None,
    }


def _cost(cost: PhaseCost) -> Json:
    return asdict(replace(cost, own=None)) | {"own": cost.own if isinstance(cost.own, str) else None}


def _step(one: StepEffort) -> Json:
    each = {part: {"each": one.part(part), "expected": one.expected(part)} for part in PARTS}
    return {"step": one.stop.key, "phase": one.stop.phase.key, "weight": one.weight.value, **each}


def _change(gap: Gap) -> Json:
    removed = {part: {"removed": gap.removed(part), "known": not gap.unknown(part)} for part in PARTS}
    return {"step": gap.id, "state": gap.state, **removed}


def _carried(one: Carried) -> Json:
    removed = {part: getattr(one.removed, part) if one.knows(part) else None for part in PARTS}
    return {"actions": [act.ref for act in one.actions], "steps": [gap.id for gap in one.gaps], **removed}


def _parts(effort: Effort) -> Json:
    return {part: asdict(getattr(effort, part)) for part in PARTS}


def _removed(one: Burden) -> Json | None:
    taken = one.taken
    if taken is None:
        return None
    return {"points": taken.points, "expected": asdict(taken.expected), "every": asdict(taken.every)}
