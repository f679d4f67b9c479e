"""A journey in a few figures."""

from __future__ import annotations

from cxsite.derive.atlas import Atlas
from cxsite.derive.glance import OpenHotspots, open_hotspots
from derive.known import known

MAP = """\
phases: [{name: P, steps: [{name: S, id: s}]}]
hotspots:
  - {name: A, id: a, steps: s, severity: low}
  - {name: B, id: b, steps: s, severity: critical}
  - {name: C, id: c, steps: s}
  - {name: D, id: d, steps: s, kind: bright-spot}
actions:
  - {name: One, id: one, owner: x, addresses: a, shipped: 2026-03-01}
  - {name: Two, id: two, owner: x, addresses: b, status: planned}
  - {name: Three, id: three, owner: x, addresses: c, status: dropped}
"""


def found(text: str, today: str = "2026-05-01") -> OpenHotspots:
    made = known(text, {"cxsite.yml": f"today: {today}\n"})
    return open_hotspots(Atlas(made.portfolio, made.measures, made.whole.content.today), made.journey)


def test_open_hotspots_are_counted_by_severity_and_bright_spots_are_none() -> None:
    assert found(MAP).severities == (("critical", 1), ("low", 1), ("", 1))


def test_a_dropped_action_acts_on_nothing_and_one_that_shipped_counts_from_its_day() -> None:
    assert (found(MAP).acted_on, found(MAP).shipped) == (2, 1)
    assert found(MAP, "2026-02-01").shipped == 0


def test_a_journey_without_hotspots_has_none() -> None:
    assert found("phases: [{name: P}]\n") == OpenHotspots((), (), 0, 0)
