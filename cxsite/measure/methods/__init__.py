"""How a row becomes an estimate: one method a module, found by its id.

A method reads the columns it names from a row of numbers. What only has `value` (and maybe `n`) is a published
figure: it is taken as it is, and has no interval.
"""

from __future__ import annotations

import importlib
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from cxsite.measure.series import Estimate

Cells = Mapping[str, float]


@dataclass(frozen=True)
class Method:
    """A method: the columns it needs together, and how it makes an estimate of them.

    `estimate` raises ValueError with the end of a sentence when the numbers contradict each other.
    """

    id: str
    columns: tuple[str, ...]
    estimate: Callable[[Cells], Estimate]
    low: float = -math.inf
    high: float = math.inf
    """What a value of this method can be at the least and at the most."""


@cache
def find_method(method: str) -> Method | None:
    """The method with this id, or None where this version only takes its published figures."""
    name = f"cxsite.measure.methods.{method.replace('-', '_')}"
    try:
        return getattr(importlib.import_module(name), "METHOD")  # type: ignore[no-any-return]  # noqa: B009
    except ModuleNotFoundError as problem:
        if problem.name != name:
            raise
        return None


def published(cells: Cells) -> Estimate:
    """A figure taken as it was published: `value`, with `n`, or `low` and `high`, where they were given."""
    if cells.get("n") is not None:
        need_positive_n(cells["n"])
    if "low" in cells and "high" in cells:
        if not cells["low"] <= cells["value"] <= cells["high"]:
            raise ValueError("the value is not between `low` and `high`")
        return Estimate(cells["value"], cells.get("n"), cells["low"], cells["high"], how="estimate, interval as given")
    return Estimate(
        cells["value"],
        cells.get("n"),
        how="published figure",
        why_open="published without the counts or the spread that an interval needs",
    )


def need_positive_n(n: float) -> None:
    """Refuses an n that nothing can be said about."""
    if n <= 0:
        raise ValueError("n has to be above zero; leave the row out where nobody answered")
