"""Which printed figure a text on a page is, in one word made of what its entry names: pages mark it, `cxsite numbers`
prints it, and a test compares the two. The word of a number that a table gives is `mark_of` in `figures.py`.
"""

from __future__ import annotations

from collections.abc import Iterable

from cxsite.measure.judge import Judgement, Result
from cxsite.model.metric import Metric
from cxsite.model.resolve import CURRENT


def judged_mark(judgement: Judgement, result: Result, metric: Metric | None) -> str:
    """What an action did to a number: `join|explain-bill|movers|2026-06-01|ease|wait||movers`."""
    where, since = result.where, judgement.since
    return "|".join(
        [
            judgement.journey,
            judgement.action.key,
            judgement.pilot.segment if judgement.pilot else "",
            since.start.isoformat() if since else "",
            metric.key if metric else result.expectation.metric,
            *(where.phase, where.step, where.segment),
        ]
    )


def count_mark(journey: str, metric: str) -> str:
    """A metric that is counted, over one journey or over all: `join|cx-easy-phases`."""
    return f"{journey}|{metric}"


def effort_mark(journey: str, name: str = CURRENT, segment: str = "", phase: str = "", step: str = "") -> str:
    """The effort of the current map or of a target, of a segment or all customers, of a phase or a step of it:
    `join|current|||`, `join|target|||moved`.
    """
    return "|".join([journey, name, segment, phase, step])


def carried_mark(journey: str, target: str, actions: Iterable[str], same: bool = False) -> str:
    """The effort that actions take away together, without any that nobody carries: `join|target|billing,move-desk`;
    that of steps that stay the `same`: `join|target|=`.
    """
    return "|".join([journey, target, "=" if same else ",".join(actions)])
