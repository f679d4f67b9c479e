"""One journey of a generated portfolio: as full as real ones, or as bare as a first draft."""

from __future__ import annotations

from random import Random
from typing import Any

from bench.libraries import (
    CAPABILITIES,
    CHANNELS,
    DEPARTMENTS,
    OFFICES,
    OUTSIDE,
    PEOPLE,
    PRINCIPLES,
    SEGMENTS,
    STAGES,
    SYSTEMS,
    TOUCHPOINTS,
    Data,
    inside,
)
from bench.words import DEEDS, FEELINGS, PAINS, PHASES, STEPS, quote, text

EVIDENCE = (("survey", "survey"), ("talks", "interviews"), ("logs", "logs"), ("room", "workshop"))
CATEGORIES = ("proposition-and-policy", "process", "people", "technology", "organisation")


def sparse(key: str, name: str, random: Random) -> Data:
    """A journey of which nearly nothing is assessed yet."""
    phases = [
        {"id": f"p{p}", "name": title, "steps": [{"id": f"s{p}-{s}", "name": random.choice(STEPS)} for s in range(3)]}
        for p, title in enumerate(random.sample(PHASES, 4))
    ]
    return {"name": name, "owner": random.choice(PEOPLE)[0], "status": "draft", "phases": phases}


def full(key: str, name: str, random: Random) -> Data:
    """A journey with everything: map, hotspots, ideas, actions, goals, evidence and, for two of three, a target."""
    phases = _phases(random)
    steps = [step for phase in phases for step in phase["steps"]]
    hotspots = [_hotspot(number, steps, random) for number in range(random.randint(3, 8))]
    spots = [hotspot["id"] for hotspot in hotspots if hotspot["kind"] != "bright-spot"]
    ideas = [_idea(number, spots, random) for number in range(random.randint(2, 6))]
    actions = [_action(number, key, spots, ideas, phases, random) for number in range(random.randint(3, 8))]
    journey: Data = {
        "name": name,
        "owner": random.choice(PEOPLE)[0],
        "summary": text(random, 1, 2),
        "status": "draft" if random.random() < 0.15 else "live",
        "outcome": "I know what comes next, and it comes.",
        "segments": ["switchers", "first-timers"],
        "volume": random.randrange(800, 90_000, 100),
        "reviewed": "2025-11-05" if random.random() < 0.2 else f"2026-0{random.randint(4, 9)}-12",
        "metrics": [f"{key}-nps", f"{key}-asked"],
        "goals": _goals(key, phases, random),
        "evidence": [_evidence(*pair, random) for pair in EVIDENCE],
        "nps_groups": {
            "promoters": {"need": "Thank them.", "actions": [actions[0]["id"]]},
            "detractors": {"need": text(random, 1, 1)},
        },
        "quotes": [{"text": quote(random), "group": "detractors", "share": "31%", "evidence": "survey"}],
        "as_of": "2026-08-31",
        "finding": text(random, 1, 1),
        "emotion_from": [f"{key}-feeling"],
        "without_a_hitch": f"{key}-through",
        "phases": phases,
        "hotspots": hotspots,
        "ideas": ideas,
        "actions": actions,
    }
    if random.random() < 2 / 3:
        journey["target"] = _target(key, phases, actions, random)
    return journey


def _phases(random: Random) -> list[Data]:
    count = random.randint(4, 7)
    steps = [_step(number, name, random) for number, name in enumerate(random.sample(STEPS, random.randint(8, 20)))]
    cuts = [0, *sorted(random.sample(range(1, len(steps)), count - 1)), len(steps)]
    titles = sorted(random.sample(PHASES, count), key=PHASES.index)
    return [
        {
            "id": f"p{number}",
            "name": title,
            "owner": inside(random)[0],
            "customer_goal": text(random, 1, 1),
            "life_cycle": random.choice(STAGES),
            "cost_to_serve": random.randint(1, 30),
            "steps": steps[cuts[number] : cuts[number + 1]],
        }
        for number, title in enumerate(titles)
    ]


def _step(number: int, name: str, random: Random) -> Data:
    step: Data = {"id": f"s{number}", "name": name}

    def maybe(odds: float, /, **fields: Any) -> None:
        step.update(fields if random.random() < odds else {})

    level = random.randint(-20, 20) / 10
    if random.random() < 0.7:
        step["channel"] = random.choice(CHANNELS)
    else:
        step["touchpoint"] = random.choice(TOUCHPOINTS)
    maybe(0.8, interaction=random.choice(("looks up", "asks", "is told", "pays")))
    maybe(0.6, done_by=random.choice([*inside(random, 3), random.choice(OUTSIDE)[0]]))
    maybe(0.85, emotion=level, feeling=FEELINGS[min(9, int((level + 2) * 2.5))])
    maybe(0.8, effort={"time": f"{random.randint(1, 60)}min", "money": random.choice((0, 0, 3, 12.5))})
    maybe(0.4, summary=text(random, 1, 3))
    maybe(0.3, thinks=quote(random))
    maybe(0.15, unplanned=f"{random.randint(4, 50)}%")
    maybe(0.15, bounce={"share": f"{random.randint(1, 20)}%", "to": "give up"})
    maybe(0.1, moment_of_truth=True)
    maybe(0.1, optional=True, share=f"{random.randint(20, 90)}%")
    maybe(0.15, elapsed=f"{random.randint(1, 20)}d")
    maybe(0.1, handoff={"what": "The case", "loses": "The notes"})
    maybe(0.2, systems=random.sample(SYSTEMS, 2))
    maybe(0.3, evidence=[random.choice(EVIDENCE)[0]])
    maybe(0.1, backstage=[text(random, 1, 1)], support=["The nightly run"])
    maybe(
        0.3, quotes=[{"text": quote(random), "evidence": "talks", "who": f"Interview {number}", "segment": "switchers"}]
    )
    return step


def _hotspot(number: int, steps: list[Data], random: Random) -> Data:
    kind = random.choice(("pain", "pain", "pressure", "bounce", "handoff", "bright-spot"))
    hotspot: Data = {
        "id": f"h{number}",
        "name": random.choice(PAINS) if kind != "bright-spot" else "Somebody calls before it is due",
        "steps": [step["id"] for step in random.sample(steps, random.randint(1, 2))],
        "kind": kind,
        "category": random.choice(CATEGORIES),
        "summary": text(random, 1, 3),
        "evidence": [random.choice(EVIDENCE)[0]],
    }
    if kind != "bright-spot":
        hotspot["severity"] = random.choice(("low", "medium", "high", "critical"))
        hotspot["root_cause"] = [text(random, 1, 1) for _ in range(random.randint(1, 3))]
        hotspot["blocked_by"] = [random.choice(CAPABILITIES)]
        hotspot["cost"] = {"each": 6.2, "a_year": random.randrange(500, 20_000, 100)}
    return hotspot


def _idea(number: int, spots: list[str], random: Random) -> Data:
    idea: Data = {"id": f"i{number}", "name": random.choice(DEEDS), "proposed_by": inside(random)[0], "role": "Planner"}
    return idea | ({"addresses": [random.choice(spots)]} if spots else {"phases": ["p0"]})


def _action(number: int, key: str, spots: list[str], ideas: list[Data], phases: list[Data], random: Random) -> Data:
    action: Data = {
        "id": f"a{number}",
        "name": DEEDS[number],
        "summary": text(random, 1, 2),
        "ideas": [random.choice(ideas)["id"]],
        "goal": "recommend",
        "owner": random.choice(PEOPLE)[0],
        "done_by": inside(random, 2),
        "consulted": inside(random),
        "informed": inside(random),
        "backing": random.sample(("job-descriptions", "objectives", "process", "power-to-decide"), 2),
        "kind": random.choice(("innovation", "improvement", "operational")),
        "delivery": random.choice(("in-house", "upskill", "outsource")),
        "value": random.randint(10, 50) / 10,
        "ease": random.randint(10, 50) / 10,
        "reach": random.randrange(500, 20_000, 100),
        "confidence": f"{random.randint(3, 9)}0%",
        "resources": {"people_days": random.randint(5, 140), "it_days": random.randint(0, 90), "budget": 10_000},
        "expects": [
            {"metric": f"{key}-nps", "value": random.randint(10, 40), "by": "2027-03-31"},
            {"metric": f"{key}-ease", "phase": random.choice(phases)["id"], "value": 5.5, "by": "2027-03-31"},
        ],
        "judge": {"window": "90d"},
    }
    action |= {"addresses": [random.choice(spots)]} if spots else {"category": "process", "follows": [PRINCIPLES[0]]}
    if random.random() < 0.4:
        return action | {"start": "2025-09-01", "shipped": f"2026-0{random.randint(1, 8)}-15"}
    action |= random.choice(
        (
            {"status": "planned", "start": "2027-01-01", "due": "2027-06-30"},
            {"status": "in-progress", "start": "2026-03-01", "due": "2026-12-31", "risk": text(random, 1, 1)},
            {"status": "dropped"},
        )
    )
    if action["status"] == "in-progress":
        action["pilots"] = [{"segment": "north", "since": f"2026-0{random.randint(2, 5)}-01"}]
    return action


def _goals(key: str, phases: list[Data], random: Random) -> list[Data]:
    first = {"id": "recommend", "name": "More people who recommend us", "kind": "increase-nps", "metric": f"{key}-nps"}
    goals: list[Data] = [{**first, "target": random.randint(15, 50), "by": "2027-06-30"}]
    goals += [{"metric": f"{key}-ease", "phase": phase["id"], "target": 5.6} for phase in phases[::2]]
    goals += [{"metric": f"{key}-through", "phase": phase["id"], "target": "95%"} for phase in phases[1::2]]
    return goals


def _evidence(key: str, kind: str, random: Random) -> Data:
    source: Data = {"id": key, "name": f"{key.capitalize()} of this year", "kind": kind, "when": "2026-07"}
    if kind != "workshop":
        return source | {
            "sample": f"{random.randint(12, 900)} answers",
            "consent": random.choice(("public", "internal")),
        }
    rooms = [random.choice([d for d, _, at in DEPARTMENTS if at == office]) for office in OFFICES]
    return source | {"participants": [{"role": "Planner", "department": room} for room in rooms]}


def _target(key: str, phases: list[Data], actions: list[Data], random: Random) -> Data:
    """Of four steps one is changed and one of eight removed, never the last of its phase; two are new, one moves."""
    steps = [step["id"] for phase in phases for step in phase["steps"]]
    kept = [phase["steps"][0]["id"] for phase in phases]
    chosen = random.sample(steps, max(3, len(steps) // 3))
    gone = [step for step in chosen if step not in kept][: max(1, len(steps) // 8)]

    def why() -> Data:
        carried = [action["id"] for action in actions if action.get("status") != "dropped"] or [actions[0]["id"]]
        return {
            "what": text(random, 1, 1),
            "follows": [random.choice(PRINCIPLES)],
            "carried_by": [random.choice(carried)],
        }

    entries: list[Data] = []
    for step in chosen:
        if step in gone:
            entries.append({"remove": step, **why()})
        else:
            new = {"name": f"Gets it done at once, {step}", "emotion": random.randint(3, 19) / 10, "feeling": "Sure"}
            entries.append({"change": step, **new, "effort": {"time": "2min"}, **why()})
    for number in range(2):
        new = {"name": random.choice(DEEDS), "channel": random.choice(CHANNELS), "emotion": 1.2, "feeling": "Informed"}
        effort = {"effort": {"time": "1min", "money": 0}}
        entries.append({"add": f"n{number}", "before": random.choice(kept), **new, **effort, **why()})
    movable = [step for step in steps if step not in chosen and step not in kept]
    if movable:
        entries.append({"change": movable[0], "after": kept[-1], **why()})
    return {"by": "2027-06-30", "finding": text(random, 1, 1), "status": "agreed", "steps": entries}


SEGMENT_ROWS = tuple(key for key, _ in SEGMENTS)
