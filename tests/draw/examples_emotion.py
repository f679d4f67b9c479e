"""Emotion curves that the tests draw."""

from __future__ import annotations

from cxsite.draw.marks.columns import weighted
from cxsite.draw.marks.emotion import Curve, Emotion, Felt

STEPS = ("Looks", "Orders", 'Waits <long> & "long"', "Calls", "Gets it", "Pays", "Is asked", "Stays")
NOW = (1.1, 0.2, None, -1.7, -0.4, 0.5, 0.0, 0.3)
GOAL = (1.1, 0.7, None, 1.1, 0.1, 0.2, 0.6, 2.0)
NORTH = (0.9, 0.1, -0.5, -2.0, -1.0, None, 0.4, 0.5)


def line(label: str, values: tuple[float | None, ...], without: frozenset[int] = frozenset()) -> Curve:
    return Curve(label, tuple((i, Felt(v, "")) for i, v in enumerate(values) if i not in without))


def emotion(target: bool = False, segments: bool = False) -> Emotion:
    now = line("Current", NOW)
    measured = Felt(-1.7, "Angry", -1.9, -1.5, "n 412, mean, Sep 2026, 95 % interval −1.9 to −1.5")
    now = Curve(now.label, tuple((i, measured if i == 3 else felt) for i, felt in now.points))
    goal = line("Target", GOAL, frozenset({2, 4})) if target else None
    return Emotion(
        "Get connected",
        STEPS,
        weighted([1, 1, 1.3, 1, 1, 0.82, 1, 2.2]),
        now,
        goal,
        (line("North", NORTH),) if segments else (),
    )
