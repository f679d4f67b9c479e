"""How many of one thing for so many of another, from `numerator` and `denominator`: calls per 100 bills.

A metric that says `per:` counts events per unit: whole events have the score interval of a Poisson rate, weighted ones
have it on `n_effective`. Without `per:` nothing says that one is counted on the other, and there is no interval. Where
the one is part of the other, the method is `share`.
"""

from __future__ import annotations

from collections.abc import Sequence

from cxsite.measure.families import Wave, rates
from cxsite.measure.intervals import poisson_rate
from cxsite.measure.methods import Method, WrongCellError, add_up, need_positive_n, weight
from cxsite.measure.series import Cells, Estimate

_NOT_PART = "without `per:` one count need not be counted on the other, so there is no rate to put an interval around"
_NOT_WHOLE = "the numerator is no whole number of events, so there is no rate to put an interval around"


def _estimate(cells: Cells) -> Estimate:
    events, n, per = cells["numerator"], cells["denominator"], cells.get("per", 1)
    need_positive_n(n, "denominator")
    if events < 0:
        raise WrongCellError("numerator", "a count cannot be below zero")
    value, counts = per * events / n, weight(cells, n)
    if "per" not in cells or not _is_counted(cells):
        return Estimate(value, n, how="ratio", why_open=_NOT_WHOLE if "per" in cells else _NOT_PART)
    low, high = (per * end for end in poisson_rate(events * counts, n * counts))
    return Estimate(value, n, low, high, how=f"events per {per:g}, score interval of a Poisson rate")


def _add(rows: Sequence[Cells]) -> Cells:
    return add_up(rows, _COLUMNS, lambda row: row["denominator"])


def _wave(cells: Cells) -> Wave | None:
    counts = weight(cells, cells["denominator"])
    events, units = cells["numerator"] * counts, cells["denominator"] * counts
    return (events, units, cells["per"]) if "per" in cells and _is_counted(cells) else None


def _is_counted(cells: Cells) -> bool:
    """True of whole events, and of weighted ones, which are none."""
    return "n_effective" in cells or cells["numerator"] == int(cells["numerator"])


_COLUMNS = ("numerator", "denominator")
METHOD = Method("ratio", _COLUMNS, _estimate, 0, add=_add, family=rates.FAMILY, wave=_wave)
