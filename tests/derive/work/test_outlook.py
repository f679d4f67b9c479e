"""Hotspots and actions in one sentence."""

from __future__ import annotations

from datetime import date

import pytest

from cxsite.derive.links.backlinks import BackLinks
from cxsite.derive.links.things import all_actions, all_hotspots
from cxsite.derive.work.outlook import Outlook, outlook_of
from cxsite.derive.work.worklist import worklist
from cxsite.measure.series import Measures
from derive.known import known

PHASES = "phases: [{id: p, name: P, steps: [{id: s, name: S}]}]\n"


def outlook(hotspots: str = "", actions: str = "") -> Outlook:
    text = PHASES + (f"hotspots: [{hotspots}]\n" if hotspots else "") + (f"actions: [{actions}]\n" if actions else "")
    portfolio = known(text).portfolio
    tasks = worklist(all_actions(portfolio), date(2026, 6, 1))
    return outlook_of(all_hotspots(portfolio), tasks, BackLinks(portfolio, Measures(())))


H = "{id: h, name: H, severity: critical}"
G = "{id: g, name: G, severity: low}"
BRIGHT = "{id: b, name: B, kind: bright-spot}"


@pytest.mark.parametrize(
    ("hotspots", "actions", "said"),
    [
        ("", "", ""),
        (BRIGHT, "", ""),
        (H, "", "Nobody acts on the one hotspot."),
        (f"{H}, {G}", "", "Nobody acts on any of the 2 hotspots, 1 of them critical."),
        (H, "{name: A, addresses: h}", "The one hotspot has an action; none of 1 open action is overdue or at risk."),
        (f"{H}, {G}", "{name: A, addresses: [h, g], shipped: 2026-01-01}", "Every hotspot has an action."),
        (
            f"{H}, {G}",
            "{name: A, addresses: h, due: 2026-01-01}, {name: B, risk: R}, {name: C, addresses: g, status: dropped}",
            "Nobody acts on 1 of 2 hotspots; 1 overdue and 1 at risk of 2 open actions.",
        ),
    ],
)
def test_the_finding_is_one_sentence_of_facts_with_their_numbers(hotspots: str, actions: str, said: str) -> None:
    assert outlook(hotspots, actions).finding == said


def test_what_needs_a_look_stands_first() -> None:
    found = outlook(f"{G}, {H}, {{id: o, name: O}}, {BRIGHT}", "{name: A, risk: R}, {name: B}, {name: C, due: 2026-01}")
    assert found.severities == (("critical", 1), ("low", 1), ("", 1))
    assert found.states == (("overdue", 1), ("at risk", 1), ("not said", 1))
    assert [task.action.name for task in found.late] == ["C", "A"]
