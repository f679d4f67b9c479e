"""How a row becomes an estimate, several rows one, and two of them a change: one method a module, found by its id.

A method reads the columns it names from a row of numbers. What only has `value` (and maybe `n`) is a published
figure: it is taken as it is, and has no interval. With `low` and `high` it is an estimate made from the answers
themselves: its interval is kept.
"""

from __future__ import annotations

import importlib
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from cxsite.measure.families import Family, Wave
from cxsite.measure.series import Cells, Estimate


@dataclass(frozen=True)
class Method:
    """A method: the columns it needs together, and how it makes an estimate of them.

    `estimate` raises WrongCellError with the end of a sentence when the numbers contradict each other.
    """

    id: str
    columns: tuple[str, ...]
    estimate: Callable[[Cells], Estimate]
    low: float = -math.inf
    high: float = math.inf
    """What a value of this method can be at the least and at the most."""
    add: Callable[[Sequence[Cells]], Cells] | None = None
    """The numbers of several rows as those of one, from which `estimate` goes on; None where they do not add up.

    Raises ValueError with the end of a sentence when a row lacks what it takes.
    """
    family: Family | None = None
    """How two waves are compared; None where that takes the answers themselves."""
    wave: Callable[[Cells], Wave | None] | None = None
    """What the family reads of a row; None where the row lacks it."""
    counts: tuple[str, ...] = ()
    """The columns that count answers or cases."""
    adds_to_n: bool = False
    """True where these counts together are all answers."""


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


class WrongCellError(ValueError):
    """A number that cannot be right beside the others of its row. The message is the end of a sentence."""

    def __init__(self, column: str, message: str) -> None:
        super().__init__(message)
        self.column = column
        """The column, by our name, that is most likely wrong."""


OPEN = "published without the counts or the spread that an interval needs"


def published(cells: Cells, why_open: str = OPEN, how: str = "published figure") -> Estimate:
    """A figure taken as it stands: `value`, with `n`, or `low` and `high` at their `level`, where they were given."""
    value, n = cells["value"], cells.get("n")
    if n is not None:
        need_positive_n(n)
    if ("low" in cells) != ("high" in cells):
        raise WrongCellError(
            "low" if "low" in cells else "high", "an interval has both `low` and `high`, and here stands one of them"
        )
    if "low" not in cells:
        return Estimate(value, n, how=how, why_open=why_open)
    if not cells["low"] <= value <= cells["high"]:
        raise WrongCellError("value", "the value is not between `low` and `high`")
    level = cells.get("level", 0.95)
    if not 0 < level < 1:
        raise WrongCellError("level", f"a level of {level:g} is not between 0 and 1; write 0.95 or 95%")
    return Estimate(value, n, cells["low"], cells["high"], how="estimate, interval as given", level=level)


def need_positive_n(n: float, column: str = "n") -> None:
    """Refuses an n, in this column, that nothing can be said about."""
    if n <= 0:
        raise WrongCellError(column, "n has to be above zero; leave the row out where nobody answered")


def weight(cells: Cells, n: float) -> float:
    """What an answer of a weighted survey counts for an interval: `n_effective` / n, and 1 where it is not weighted."""
    size = cells.get("n_effective", n)
    if size <= 0:
        raise WrongCellError("n_effective", f"`n_effective` is {size:.12g}, and has to be above zero and at most n")
    return size / n


def add_up(rows: Sequence[Cells], names: Sequence[str], size: Callable[[Cells], float]) -> Cells:
    """Counts added up by name, and the effective n of weighted rows with them. `size` gives a row's n.

    A row counts by its n, whatever its weighting leaves. So the variance of the whole is that of its rows by the
    squares of their shares: N²/Σ(n²/e) answers, and not Σe (Kish 1965, *Survey Sampling*, on strata).
    """
    numbers = {name: math.fsum(row[name] for row in rows) for name in names}  # `sum` is a module here
    if any("n_effective" in row for row in rows):
        sizes = [size(row) for row in rows]
        spread = math.fsum(n**2 / row.get("n_effective", n) for n, row in zip(sizes, rows, strict=True) if n)
        numbers["n_effective"] = math.fsum(sizes) ** 2 / spread if spread else 0.0
    return numbers | {"per": rows[0]["per"]} if "per" in rows[0] else numbers


def add_values(rows: Sequence[Cells]) -> Cells:
    """Totals added up, with their n where every row has one."""
    return add_up(rows, ("value", "n") if all("n" in row for row in rows) else ("value",), lambda row: row.get("n", 0))
