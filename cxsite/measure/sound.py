"""Whether the numbers of one row can be right together: whole counts, parts that add up, a value that follows."""

from __future__ import annotations

import math

from cxsite.measure.methods import Method, WrongCellError
from cxsite.measure.series import Cells, Estimate
from cxsite.model.values import Scale

_PART = 1e-9
"""How far floating point may be off."""


def sound(method: Method, numbers: Cells) -> None:
    """Refuses counts that are no counts of answers; those of a weighted survey are no whole numbers.

    Raises:
        WrongCellError: with the end of a sentence.
    """
    if "n_effective" in numbers:
        return
    for name in dict.fromkeys((*method.counts, *(("n",) if "n" in numbers else ()))):
        if numbers[name] != int(numbers[name]):
            raise WrongCellError(
                name,
                f"`{name}` is {numbers[name]:.12g}, and a count is a whole number; the counts of weighted answers "
                "have an `n_effective` beside them",
            )
    if "denominator" in method.counts and "n" in numbers and numbers["denominator"] > numbers["n"]:
        raise WrongCellError(
            "denominator",
            f"the denominator is {numbers['denominator']:.12g}, and only {numbers['n']:.12g} answered (`n`)",
        )
    total = sum(numbers[name] for name in method.counts)
    if method.adds_to_n and "n" in numbers and total != numbers["n"]:
        said = " and ".join(f"{numbers[name]:.12g} {name}" for name in method.counts)
        raise WrongCellError("n", f"{said} are {total:.12g} answers, and `n` says {numbers['n']:.12g}")


def spread(scale: Scale, estimate: Estimate, numbers: Cells) -> None:
    """Refuses a standard deviation that answers on this scale cannot have beside their mean.

    At most (m - low)(high - m) n / (n - 1) is the variance of answers between low and high with the mean m (Bhatia and
    Davis 2000, American Mathematical Monthly 107:353). Both may be rounded, to whole numbers even: half of that is
    allowed for.

    Raises:
        WrongCellError: with the end of a sentence.
    """
    if "sd" not in numbers:
        return
    whole = all(number == int(number) for number in (estimate.value, numbers["sd"]))
    slack = 0.5 if whole else max(0.05, (scale.high - scale.low) / 200)
    middle = (scale.low + scale.high) / 2
    mean = min(max(middle, estimate.value - slack), estimate.value + slack)
    n = estimate.n or 0
    most = math.sqrt(max(0.0, (mean - scale.low) * (scale.high - mean)) * (n / (n - 1) if n > 1 else 2)) + slack
    if numbers["sd"] > most:
        raise WrongCellError(
            "sd",
            f"`sd` is {numbers['sd']:.12g}, and answers on {scale} with a mean of {estimate.value:.12g} differ by at "
            f"most {most:.3g}",
        )


def effective(numbers: Cells, estimate: Estimate) -> float | None:
    """How many answers the weighting of a survey leaves: more than there are it cannot (Kish 1965, *Survey Sampling*).

    Raises:
        WrongCellError: with the end of a sentence.
    """
    left, n = numbers.get("n_effective"), estimate.n
    if left is None:
        return None
    if left <= 0 or (n is not None and left > n * (1 + _PART)):
        most = f", which is {n:.12g}" if n is not None else ""
        raise WrongCellError(
            "n_effective", f"`n_effective` is {left:.12g}, and has to be above zero and at most n{most}"
        )
    return left


def follows(said: float, unit: float, estimate: Estimate) -> None:
    """Refuses a `value` that counts beside it contradict. `unit` is that of its last digit: it may be rounded.

    Raises:
        WrongCellError: with the end of a sentence.
    """
    if abs(said - estimate.value) > unit * (1 - _PART):
        digits = max(1, math.ceil(math.log10(max(1.0, abs(estimate.value)) / unit)) + 2)
        raise WrongCellError(
            "value",
            f"`value` is {said:.12g}, and the numbers beside it make {estimate.value:.{min(12, digits)}g}; "
            "keep what is right, and leave the other empty",
        )
