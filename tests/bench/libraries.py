"""What all journeys of a generated portfolio share: who there is, what things are called, what is to be kept."""

from __future__ import annotations

from random import Random
from typing import Any

Data = dict[str, Any]

OFFICES = ("front", "middle", "back")
DEPARTMENTS = tuple(
    (name.lower().replace(" ", "-"), name, OFFICES[index % 3])
    for index, name in enumerate(
        (
            "Marketing", "Credit risk", "Billing", "Online sales", "Provisioning", "Network", "Service desk", "Insight",
            "Warehouse", "Field service", "Complaints", "Accounting", "Retail", "Pricing", "Data centre", "Social media",
            "Legal", "Archive",
        )
    )
)  # fmt: skip
OUTSIDE = (("carrier", "Carrier"), ("partner-network", "Partner network"))
_FIRST = ("Aurelia", "Bogdan", "Cosima", "Dmitri", "Eleni", "Fumiko", "Gudrun", "Haruto", "Ines", "Joaquín")
PEOPLE = tuple(
    (f"{first}-{last}".lower().replace("í", "i"), f"{first} {last}")
    for first, last in (
        (_FIRST[index % 10], ("Abernathy", "Bjornstad", "Celikkol", "Dvoracek")[index // 10]) for index in range(40)
    )
)
CHANNELS = ("web", "phone", "email", "sms", "post", "visit", "app", "chat", "shop")
SEGMENTS = (("switchers", "joining"), ("first-timers", "joining"), ("north", "region"), ("south", "region"))
PRINCIPLES = ("keep-our-word", "act-first", "straight-answers", "one-company")
STAGES = ("prospect", "buying", "customer", "leaving")
TOUCHPOINTS = tuple(f"{channel}-{what}" for channel in CHANNELS for what in ("answer", "reminder", "form"))
SYSTEMS = ("order-book", "bill-run", "slot-mailbox", "address-register", "case-file", "tariff-engine")
CAPABILITIES = tuple(f"{verb}-{system}" for system in SYSTEMS for verb in ("read", "change"))
SHARED = ("contacts", "complaints", "satisfaction")
"""Metrics whose one table holds rows of all journeys."""


def inside(random: Random, count: int = 1) -> list[str]:
    """Departments of the organisation itself."""
    return random.sample([key for key, _, _ in DEPARTMENTS], count)


def libraries(homes: list[tuple[str, list[str], list[str]]], random: Random) -> dict[str, Data]:
    """The library files by name. `homes`: id, steps and hotspots of the journeys that shared hotspots stand on."""
    return {
        "organisation": _organisation(),
        "segments": {
            "segments": [{"id": key, "name": _named(key), "dimension": dimension} for key, dimension in SEGMENTS],
            "personas": [{"id": f"persona-{key}", "name": f"One of {_named(key)}", "segment": key} for key, _ in SEGMENTS],
        },
        "strategy": {
            "vision": "Everybody knows what comes next, and it comes.",
            "principles": [{"id": key, "name": _named(key), "summary": f"{_named(key)}."} for key in PRINCIPLES],
            "life_cycle": [{"id": key, "name": _named(key)} for key in STAGES],
            "goals": [{"id": "fewer-contacts", "metric": "contacts", "target": 20, "by": "2027-12-31"}],
            "maturity": [{"name": "Shared accountability", "now": 2, "target": 4, "reviewed": "2026-06"}],
        },
        "value": {
            "summary": "Effort is time, money and negative emotion.",
            "weights": {"time": 1, "money": 1, "emotion": 10},
            "hour": 18,
            "segments": {"switchers": {"time": 2}},
        },
        "touchpoints": {
            "channels": [{"id": key, "name": _named(key)} for key in CHANNELS],
            "touchpoints": [
                {"id": key, "name": _named(key), "channel": key.partition("-")[0], "owner": DEPARTMENTS[i % 18][0]}
                for i, key in enumerate(TOUCHPOINTS)
            ],
        },
        "technology": {
            "systems": [
                {"id": key, "name": _named(key), "since": str(2004 + 3 * i), "owner": DEPARTMENTS[i][0]}
                for i, key in enumerate(SYSTEMS)
            ],
            "capabilities": [
                {"id": key, "name": _named(key), "kind": "know" if key.startswith("read") else "do",
                 "system": key.partition("-")[2], "now": i % 3, "target": 4}
                for i, key in enumerate(CAPABILITIES)
            ],
        },
        **_of_several(homes, random),
    }  # fmt: skip


def _organisation() -> Data:
    departments: list[Data] = []
    for index, (key, name, office) in enumerate(DEPARTMENTS):
        departments.append({"id": key, "name": name, "office": office, "lead": PEOPLE[index][0]})
    departments += [{"id": key, "name": name, "office": "outside"} for key, name in OUTSIDE]
    people: list[Data] = []
    for index, (key, name) in enumerate(PEOPLE):
        belongs = {} if index < len(DEPARTMENTS) else {"department": DEPARTMENTS[index % len(DEPARTMENTS)][0]}
        people.append({"id": key, "name": name, "role": f"Role {index}", **belongs})
    return {"departments": departments, "people": people}


def _of_several(homes: list[tuple[str, list[str], list[str]]], random: Random) -> dict[str, Data]:
    """A shared hotspot for each eight journeys, an action on it, and an action on hotspots of three journeys."""
    hotspots: list[Data] = []
    actions: list[Data] = []
    for number, start in enumerate(range(0, len(homes) - 2, 8)):
        group = homes[start : start + 3]
        hotspots.append(
            {
                "id": f"shared-{number}",
                "name": f"The same question is asked at every desk ({number})",
                "steps": [f"{key}/{random.choice(steps)}" for key, steps, _ in group],
                "kind": "pain",
                "severity": random.choice(("medium", "high")),
                "category": "organisation",
                "owner": inside(random)[0],
            }
        )
        own = [f"{key}/{spots[0]}" for key, _, spots in group if spots]
        actions.append(
            {
                "id": f"across-{number}",
                "name": f"One file for all desks ({number})",
                "addresses": [f"shared-{number}", *own],
                "owner": random.choice(PEOPLE)[0],
                "done_by": inside(random, 2),
                "kind": "improvement",
                "value": 3.5,
                "ease": 2.5,
                "status": "in-progress",
                "start": "2026-05-01",
                "due": "2027-05-31",
            }
        )
    return {"hotspots": {"hotspots": hotspots}, "actions": {"actions": actions}} if hotspots else {}


def _named(key: str) -> str:
    return key.replace("-", " ").capitalize()
