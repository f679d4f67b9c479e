"""How large the letters of a map are on paper, so that it fits on one page A3 across.

The page knows no height before it is printed, so it is estimated: lines of text in each lane at each size, the largest
size that fits is taken. All lengths of a map are in rem, so one size scales all of it.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from cxsite.derive.maps.columns import counts_of
from cxsite.derive.maps.journeys import Pin
from cxsite.derive.maps.opportunities import Opportunities
from cxsite.derive.stepviews import MapDetail, PhaseDetail, StepDetail
from cxsite.draw.marks.columns import layout_of
from cxsite.pages.lanes import LABEL, OF_PHASES, Lanes

SIZES = tuple(range(100, 35, -4))
"""Per cent of the page's own size, from the largest down; below the last nobody could read it."""
_REM = 20.0
_WIDTH, _HEIGHT = 1510.0, 995.0
"""Pixels of a page A3 across, less its edges and the heading of the map."""
_LETTER, _LINE = 0.33, 0.9
"""Rem: the width of a letter and the height of a line in a cell."""
_ABOVE, _GAP = 1.1, 0.5
"""Rem: a line of a text above the lanes, and what is left between two of them."""
_NAMED, _CARD, _NUMBER = 3.3, 1.0, 2.65
"""Rem: the name of a lane with what it holds, the edges of a card, and the number of a phase with its edges."""
_ACTION = "x" * 40
"""What is being done about a hotspot takes about so much."""
Cells = tuple[tuple[int, ...], ...]
"""The letters of each text in each cell."""
_FIXED = {"emotion": 16.0, "felt": 12.0, "work": 7.6, "effort": 5.6, "images": 4.6}
"""Rem: lanes that are drawn."""


@dataclass(frozen=True)
class _Filled:
    """What a phase has for the lanes with one cell a phase."""

    phase: PhaseDetail
    pins: tuple[Pin, ...]
    could: Opportunities


def _filled(made: MapDetail, phase: PhaseDetail, could: dict[str, Opportunities]) -> _Filled:
    key = phase.view.phase.key
    return _Filled(phase, made.view.pins_by_phase[key], could.get(key, Opportunities()))


def print_size(made: MapDetail, lanes: Lanes, could: dict[str, Opportunities], above: Sequence[int] = ()) -> int:
    """The size of letters for this map, in per cent, below texts of these lengths."""
    filled = [(lane.key, cells_of(lane.key, made, could)) for lane in lanes.shown]
    return size_of([("phase", heads_of(made)), *filled], counts_of(made.view), above=above)


def size_of(
    filled: Sequence[tuple[str, Cells]],
    counts: Sequence[int],
    weights: Sequence[float] = (),
    above: Sequence[int] = (),
) -> int:
    """The largest size at which lanes with these texts fit, over phases of so many columns.

    `weights` says how wide each column is, where that does not follow from the counts. `above` are the lengths of the
    texts between the heading and the lanes.
    """

    def fits(size: int) -> bool:
        rem = _REM * size / 100
        texts = math.fsum(_GAP + _ABOVE * _lines((length,), _WIDTH / rem) for length in above)
        return rem * texts + _height(filled, counts, size, weights) <= _HEIGHT

    at = bisect_left(SIZES, True, key=fits)  # the smaller, the lower
    return SIZES[min(at, len(SIZES) - 1)]


def _height(filled: Sequence[tuple[str, Cells]], counts: Sequence[int], size: int, weights: Sequence[float]) -> float:
    """Pixels that the map takes at this size."""
    rem = _REM * size / 100
    unit = (_WIDTH / rem - LABEL) / sum(weights or layout_of(counts))
    widths = tuple(unit * math.fsum(layout_of([count])) for count in counts)
    steps = [unit * weight for weight in weights] or [unit] * sum(counts)
    return rem * math.fsum(_lane(key, cells, steps, widths) for key, cells in filled)


def lengths(cells: Iterable[Iterable[str]]) -> Cells:
    """How long each text in each cell is."""
    return tuple(tuple(map(len, texts)) for texts in cells)


def heads_of(made: MapDetail) -> Cells:
    """The lengths of what stands at the head of each phase."""
    return lengths(head_of(phase.view.phase.name, phase.owner, " " * 8 * len(phase.view.pins)) for phase in made.phases)


def head_of(name: str, *further: str) -> tuple[str, ...]:
    """What a phase begins with: its name in larger letters, and who answers for it, hotspots, what becomes of it."""
    return (name + " " * (len(name) // 4), *further)


def cells_of(key: str, made: MapDetail, could: dict[str, Opportunities]) -> Cells:
    """The lengths of the texts of each cell of a lane, phase by phase or step by step; none of a lane that is drawn."""
    if key in _FIXED:
        return ()
    if key in _OF_PHASES:
        return lengths(_OF_PHASES[key](_filled(made, phase, could)) for phase in made.phases)
    return lengths(_of_step(key, one) for phase in made.phases for one in phase.steps)


def _lane(key: str, cells: Cells, steps: Sequence[float], widths: Sequence[float]) -> float:
    """Rem that a lane takes: that of its fullest cell. Some lanes have one cell a phase."""
    if key in _FIXED:
        return _FIXED[key]
    columns = steps if len(steps) == len(cells) else [min(steps)] * len(cells)  # ours stand below those of customers
    room = [width - 1 for width in widths] if key in OF_PHASES else [step - 0.4 for step in columns]
    if key == "phase":
        room = [width - _NUMBER for width in widths]
    lines = max((_lines(texts, one) for texts, one in zip(cells, room, strict=True)), default=0)
    return max(_NAMED, 0.9 + _LINE * lines + _CARD * (key == "steps"))


def _lines(texts: Iterable[int], width: float) -> int:
    letters = max(4.0, width / _LETTER)
    return sum(math.ceil(length / letters) for length in texts)


def _of_step(key: str, detail: StepDetail) -> Iterable[str]:
    step = detail.step
    if key == "steps":
        tags = [step.unplanned, step.bounce, step.share, step.moment_of_truth, step.optional, step.repeats]
        pins = " " * 8 * math.ceil(len(detail.view.pins) / 1.5)
        return (" ".join(detail.view.channels), step.name + "   ", "moment of truth " * sum(map(bool, tags)), pins)
    said = {"thinks": (step.thinks, step.expectation), "physical_evidence": step.physical_evidence}
    return tuple(text or "" for text in said.get(key, getattr(step, key, None) or ()))


def _quotes(of: _Filled) -> Iterable[str]:
    shown = [*of.phase.voices.shown, *(voice for one in of.phase.steps for voice in one.voices.shown)]
    return tuple(text for voice in shown for text in (f"{voice.words}{' ' * 16}", voice.quote.who or "step"))


def _metrics(of: _Filled) -> Iterable[str]:
    known = [*of.phase.figures, *([of.phase.link] if of.phase.link else [])]
    return (
        "x",
        *(text for _ in known for text in ("name", "1.00, n 1,000, 95 % interval 1.00 to 1.00, Oct 2026", "aim" * 12)),
    )


def _goals(of: _Filled) -> Iterable[str]:
    return ("stage", of.phase.view.phase.customer_goal or "")


def _hotspots(of: _Filled) -> Iterable[str]:
    spots = (pin.hotspot for pin in of.pins)
    rows = ((f"H1 {one.severity}, {one.category}", f"{one.name} ", _ACTION, " ") for one in spots)
    return tuple(text for texts in rows for text in texts)


def _causes(of: _Filled) -> Iterable[str]:
    hotspots = [pin.hotspot for pin in of.pins]
    return tuple(
        text for one in hotspots if one.root_cause for text in (one.root_cause[-1], "x" * 24 * len(one.blocked_by), "")
    )


def _ideas(of: _Filled) -> Iterable[str]:
    ideas = (f"{idea.name} {idea.role or ''} and who had it" for _, idea in of.could.ideas)
    return (*(pin.hotspot.opportunity or "" for pin in of.could.spots), *ideas)


_OF_PHASES: dict[str, Callable[[_Filled], Iterable[str]]] = {
    **{"goal": _goals, "quotes": _quotes, "metrics": _metrics, "hotspots": _hotspots, "causes": _causes},
    "ideas": _ideas,
}
