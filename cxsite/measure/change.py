"""Two waves compared, with a verdict in words.

A verdict that something improved or worsened takes both: a p below the level, and an interval without zero. Test and
interval of shares and of rates are made differently, so at the very edge they may differ; then no change is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from cxsite.measure.breaks import crossed
from cxsite.measure.families import Family, Tested, Wave
from cxsite.measure.intervals import LEVEL
from cxsite.measure.methods import Method, find_method
from cxsite.measure.pool import TOO_FEW, Pooled
from cxsite.measure.series import Estimate
from cxsite.model.metric import Metric
from cxsite.model.settings import Settings

Verdict = Literal[
    "improved",
    "worsened",
    "no change shown",
    "too early",
    "too few responses",
    "not comparable",
    "not shipped yet",
    "stale",
]


TESTED: frozenset[Verdict] = frozenset({"improved", "worsened", "no change shown"})
"""What a test says; the other words say why there is none."""


@dataclass(frozen=True)
class Change:
    """What two waves show. Where nothing was tested, the numbers of the test are None and `why` says why.

    `difference`, `low` and `high` are in the unit of the metric: points, shares as 0..1. The interval is at `level`.
    `statistic` is a z; with `df`, a t.
    """

    verdict: Verdict
    why: str = ""
    """The end of a sentence; empty where the numbers say it all."""
    difference: float | None = None
    low: float | None = None
    high: float | None = None
    level: float = LEVEL
    p: float | None = None
    statistic: float | None = None
    df: float | None = None
    how: str = ""
    before: Estimate | None = None
    after: Estimate | None = None

    @property
    def n_before(self) -> float | None:
        """The number of answers or cases before; None where it was not published."""
        return self.before.n if self.before else None

    @property
    def n_after(self) -> float | None:
        """The number of answers or cases after."""
        return self.after.n if self.after else None


def compare(metric: Metric, before: Pooled, after: Pooled, settings: Settings, level: float = LEVEL) -> Change:
    """The test of two waves of one series."""

    def test(family: Family, waves: Sequence[Wave]) -> tuple[Tested, str]:
        return family.compare(waves[0], waves[1], level), family.how

    return _change(metric, (before, after), settings, level, test)


def compare_beside(
    metric: Metric, waves: tuple[Pooled, Pooled, Pooled, Pooled], settings: Settings, level: float = LEVEL
) -> Change:
    """A difference in differences: before and after, and before and after of a segment that was left alone."""

    def test(family: Family, four: Sequence[Wave]) -> tuple[Tested, str]:
        return family.contrast((four[0], four[1], four[2], four[3]), level), family.how_contrast

    return _change(metric, waves, settings, level, test)


def _change(
    metric: Metric,
    waves: Sequence[Pooled],
    settings: Settings,
    level: float,
    test: Callable[[Family, Sequence[Wave]], tuple[Tested, str]],
) -> Change:
    before, after = waves[0].estimate, waves[1].estimate
    method = find_method(metric.method)
    refused = _refused(metric, method, waves, settings)
    if refused:
        return Change(*refused, level=level, before=before, after=after)
    assert method is not None and method.family is not None and method.wave is not None
    read = [method.wave(pooled.numbers) for pooled in waves]
    ready = [wave for wave in read if wave is not None]
    try:
        tested, how = test(method.family, ready)
    except ValueError as problem:
        return Change("not comparable", str(problem), level=level, before=before, after=after)
    verdict, why = _verdict(metric, tested, level)
    return Change(
        *(verdict, why, tested.difference, tested.low, tested.high, level, tested.p),
        *(tested.statistic, tested.df, how, before, after),
    )


def _refused(
    metric: Metric, method: Method | None, waves: Sequence[Pooled], settings: Settings
) -> tuple[Verdict, str] | None:
    """Why these waves are not tested."""
    unknown = next((pooled for pooled in waves if pooled.estimate is None), None)
    if unknown is not None:
        return ("too few responses" if unknown.why_not == TOO_FEW else "not comparable"), unknown.why_not
    broken = crossed(metric, (point.period for pooled in waves for point in pooled.points), settings)
    if broken is not None:
        return "not comparable", f"the {broken[1]} changed with {broken[0].label}"
    if method is None or method.family is None or method.wave is None:
        return "not comparable", f"a {metric.method} cannot be tested without the answers themselves"
    read = [method.wave(pooled.numbers) if pooled.numbers else None for pooled in waves]
    if None in read:
        bare = waves[read.index(None)]
        open_ = bare.estimate.why_open if bare.numbers and bare.estimate else ""
        return "not comparable", open_ or "published without the counts or the spread that a test needs"
    few = next((one.estimate for one in waves if one.estimate and _below(one.estimate.base, settings.min_n)), None)
    if few is not None:
        which = "n" if few.n_effective is None else "effective n"
        return "too few responses", f"{which} {few.base:.4g} is below {settings.min_n}"
    short = next(filter(None, (method.family.too_few(wave) for wave in read if wave)), "")
    return ("too few responses", short) if short else None


def _below(n: float | None, least: float) -> bool:
    return n is not None and n < least


def _verdict(metric: Metric, tested: Tested, level: float) -> tuple[Verdict, str]:
    if tested.p >= 1 - level or tested.low <= 0 <= tested.high:
        return "no change shown", ""
    if metric.better == "neither":
        return "not comparable", "it changed, and the metric does not say which way is better"
    return ("improved" if (tested.difference > 0) == (metric.better == "up") else "worsened"), ""


def holm_levels(ps: Sequence[float | None], level: float = LEVEL) -> tuple[float, ...]:
    """The level at which each of several tests is decided, so that chance gives any of them at most as often as one.

    Holm 1979, Scandinavian Journal of Statistics 6:65: the smallest p at alpha / k, the next at alpha / (k - 1), until
    one fails; those behind it are decided as it was, and fail too. A None counts as a test that is still to come.
    """
    alpha, count = 1 - level, len(ps)
    order = sorted(range(count), key=lambda index: (1.0 if ps[index] is None else ps[index], index))
    levels, share, failed = [level] * count, 0.0, False
    for rank, index in enumerate(order):
        share = share if failed else alpha / (count - rank)
        levels[index] = 1 - share
        p = ps[index]
        failed = failed or p is None or p >= share
    return tuple(levels)
