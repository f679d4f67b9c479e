"""What a map shows, in one sentence: the author's finding, or the most telling fact with its number.

Facts are tried in this order, and the first that holds is told: a critical hotspot that nobody acts on, the weakest
link, a phase that takes far more than its part of the expected time, the deepest fall of feeling from one step to the
next, the lowest point, how much there is of a map at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from cxsite.derive.atlas import Atlas
from cxsite.derive.maps.journeys import is_customers
from cxsite.derive.places.readings import Feeling
from cxsite.derive.written.amounts import write_minutes, write_share
from cxsite.derive.written.numbers import write_emotion, write_n, write_number
from cxsite.derive.written.quotes import in_quotes
from cxsite.diagnostics import count_of
from cxsite.model.journey import Journey
from cxsite.model.step import Step

_WEAK, _FALL = 0.9, 1.0
"""A link that more get through is none to begin with; a fall of so many points is telling."""


def headline(atlas: Atlas, journey: Journey) -> str:
    """The heading of a journey's current map."""
    return journey.finding or next(_facts(atlas, journey))


def _facts(atlas: Atlas, journey: Journey) -> Iterator[str]:
    yield from _nobody_acts(atlas, journey)
    yield from _weakest(atlas, journey)
    yield from _most_time(atlas, journey)
    felt = [(step, atlas.readings.feeling(journey, step)) for step in journey.steps if is_customers(step)]
    known = [(step, feeling) for step, feeling in felt if feeling]
    yield from _deepest_fall(felt)
    if known and (low := min(known, key=lambda pair: pair[1].value))[1].value < 0:
        yield f"The lowest point is {in_quotes(low[0].name)} at {_written(low[1])}, on −2 to +2"
    counted = f"{count_of(len(felt), 'step')} in {count_of(len(journey.phases), 'phase')}"
    told = known or atlas.view(journey).pins or any(step.effort or "effort" in step.nothing for step, _ in felt)
    yield counted if told or not felt else f"{counted}, and nothing assessed yet"


def _nobody_acts(atlas: Atlas, journey: Journey) -> Iterator[str]:
    """The critical hotspots without an action; of several the first on the map is named."""
    pins = [pin for pin in atlas.view(journey).pins if pin.hotspot.severity == "critical" and not pin.bright]
    left = [pin for pin in pins if not atlas.back.actions_on(pin.thing)]
    if len(left) == 1:
        yield f"Nobody acts on {in_quotes(left[0].hotspot.name)}, 1 of {count_of(len(pins), 'critical hotspot')}"
    elif left:
        first = in_quotes(left[0].hotspot.name)
        yield f"Nobody acts on {len(left)} of {len(pins)} critical hotspots, {first} the first of them"


def _weakest(atlas: Atlas, journey: Journey) -> Iterator[str]:
    chain = atlas.chain(journey)
    weakest = chain.weakest if chain else ()
    if not weakest or (share := weakest[0].share) is None or share >= _WEAK:
        return
    names = " and ".join(in_quotes(link.phase.name) for link in weakest)
    if len(weakest) > 1:
        yield f"{names} are the weakest links: {write_share(share)} get through each of them without a hitch"
    elif reading := weakest[0].reading:
        n = write_n(reading.estimate)
        yield f"{names} is the weakest link: {write_share(share)} get through it without a hitch, {n}"


def _most_time(atlas: Atlas, journey: Journey) -> Iterator[str]:
    """The phase that takes most of the expected time, where every step on the way has its time."""
    effort = atlas.effort(journey)
    whole = effort.total.minutes
    phases = [(one.phase, one.effort.minutes.expected) for one in effort.phases if one.effort.minutes.expected]
    if not whole.expected or whole.open or whole.unweighed or len(phases) < 2:
        return
    phase, most = max(phases, key=lambda pair: pair[1] or 0.0)
    share = (most or 0.0) / whole.expected
    if share >= min(0.75, max(0.3, 2 / len(phases))):  # twice an even part, as far as there is room for it
        times = f"{write_minutes(most or 0.0)} of {write_minutes(whole.expected)}"
        name = in_quotes(phase.name)
        yield f"{name} takes {write_share(round(share, 2))} of the time that one customer can expect: {times}"


def _deepest_fall(felt: list[tuple[Step, Feeling | None]]) -> Iterator[str]:
    """The deepest fall between two steps in a row; measured feelings whose intervals meet are no fall."""
    falls = [
        (a.value - b.value, one, a, other, b)
        for (one, a), (other, b) in pairwise(felt)
        if a and b and b.value < 0 and _apart(a, b)
    ]
    if falls and (deep := max(falls, key=lambda fall: fall[0]))[0] >= _FALL:
        _, one, a, other, b = deep
        fall = write_number(a.value - b.value, 1)
        yield (
            f"Feeling falls by {fall} from {in_quotes(one.name)} ({_written(a)})"
            f" to {in_quotes(other.name)} ({_written(b)}), on −2 to +2"
        )


def _written(feeling: Feeling) -> str:
    """A feeling, with its n where it was measured."""
    n = f", {write_n(feeling.reading.estimate)}" if feeling.reading else ""
    return write_emotion(feeling.value) + n


def _apart(above: Feeling, below: Feeling) -> bool:
    """False where both were measured, and their intervals meet."""
    return not (above.ends and below.ends) or above.ends[0] > below.ends[1]
