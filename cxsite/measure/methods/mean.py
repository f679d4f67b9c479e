"""A mean of answers or times, from `mean`, `sd` and `n`, with Student's interval; weighted: on `n_effective`."""

from __future__ import annotations

import math
from collections.abc import Sequence

from cxsite.measure.families import Wave, means
from cxsite.measure.intervals import student_mean
from cxsite.measure.methods import Method, WrongCellError, add_up, need_positive_n, weight
from cxsite.measure.series import Cells, Estimate

_NO_SD = "published without a standard deviation"


def _estimate(cells: Cells) -> Estimate:
    mean, sd, n = cells["mean"], cells.get("sd"), cells.get("n")
    if n is not None:
        need_positive_n(n)
        weight(cells, n)  # refuses an effective n of none
    if sd is not None and sd < 0:
        raise WrongCellError("sd", "a standard deviation cannot be below zero")
    size = cells.get("n_effective", n)
    if sd is None or size is None or size < 2:
        return Estimate(mean, n, how="mean", why_open=_NO_SD if sd is None else "needs an n of 2 or more")
    low, high = student_mean(mean, sd, size)
    return Estimate(mean, n, low, high, how="mean, Student's t interval")


def _add(rows: Sequence[Cells]) -> Cells:
    """Means weighted by n; the spread is that of all answers together, within the rows and between them."""
    if any(row.get("n", 0) <= 0 for row in rows):
        raise ValueError("a row has no n to weigh its mean by")
    numbers = dict(add_up(rows, ("n",), lambda row: row["n"]))
    numbers["mean"] = mean = sum(row["mean"] * row["n"] for row in rows) / numbers["n"]
    if all("sd" in row for row in rows):
        squares = sum((row["n"] - 1) * row["sd"] ** 2 + row["n"] * (row["mean"] - mean) ** 2 for row in rows)
        numbers["sd"] = math.sqrt(max(0.0, squares) / max(1.0, numbers["n"] - 1))
    return numbers


def _wave(cells: Cells) -> Wave | None:
    size = cells.get("n_effective", cells.get("n"))
    return None if size is None or "sd" not in cells else (cells["mean"], cells["sd"], size)


METHOD = Method("mean", ("mean",), _estimate, add=_add, family=means.FAMILY, wave=_wave)
