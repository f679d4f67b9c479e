"""Whether two segments are made of other people, so that one can be judged beside the other."""

from __future__ import annotations

from cxsite.measure.find import dimensions
from cxsite.measure.groups import Within
from cxsite.measure.series import Where
from cxsite.model.portfolio import Portfolio


def not_apart(portfolio: Portfolio, segment: str, beside: str) -> str:
    """Why the one may hold people of the other, as the end of a sentence; empty where it does not, or there is none."""
    if not beside:
        return ""
    if beside == segment:
        return f"`{beside}` would be compared with itself"
    if not segment:
        return f"the whole holds `{beside}`, with which it would be compared"
    within = Within(portfolio)
    lines = [
        [one, *(place.segment for place in within.above(Where(segment=one)) if place.segment)]
        for one in (segment, beside)
    ]
    for (part, *above), whole in zip(lines, (beside, segment), strict=True):
        if whole in above:
            return f"`{whole}` holds `{part}`, with which it would be compared"
    known = dimensions(portfolio)
    groups = [{name for name, all_ in known.items() if any(one in all_ for one in line)} for line in lines]
    if all(groups) and not groups[0] & groups[1]:
        return f"`{segment}` and `{beside}` are of two dimensions, so that some people may be in both"
    return ""
