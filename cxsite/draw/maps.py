"""A current map as the values of its marks: the emotion curve, the effort of each step, the line of work."""

from __future__ import annotations

from collections.abc import Iterable

from cxsite.derive.atlas import Atlas
from cxsite.derive.effort.chain import Chain, Link
from cxsite.derive.effort.effort import StepEffort
from cxsite.derive.maps.columns import counts_of
from cxsite.derive.maps.journeys import JourneyView
from cxsite.derive.places.readings import Feeling, Reading, Readings, on_emotion_scale
from cxsite.derive.stepviews import MapDetail, Mood, StepDetail
from cxsite.derive.written.numbers import write_interval, write_n
from cxsite.draw.charts.blocks import Reading as PhaseReading
from cxsite.draw.charts.phases import Phase, Phases
from cxsite.draw.marks.columns import Columns, layout_of, weighted
from cxsite.draw.marks.effort import Effort, Taken, largest
from cxsite.draw.marks.emotion import DASHES, Curve, Emotion, Felt
from cxsite.draw.marks.handoffs import Box, Doer, Handed, Handoffs, Track


def columns_of(made: MapDetail) -> Columns:
    """The columns of a map: those of short phases are wider."""
    return weighted(layout_of(counts_of(made.view)))


def names_of(made: MapDetail) -> tuple[str, ...]:
    """The names of the steps by column, empty where a column has no customer's step."""
    return tuple(detail.step.name if detail else "" for _, detail in made.columns)


def emotion_of(made: MapDetail, atlas: Atlas) -> Emotion | None:
    """The curve of all customers, and that of each segment with feelings of its own, as far as they can be told apart.

    None where nobody has assessed any step.
    """
    steps = [(index, detail) for index, (_, detail) in enumerate(made.columns) if detail]
    if all(mood.feeling is None for _, detail in steps for mood in detail.moods):
        return None
    curves = (
        Curve(
            atlas.portfolio.name_of("segment", segment),
            tuple((index, felt_of(_mood_of(detail, segment))) for index, detail in steps),
            number=number,
        )
        for number, segment in enumerate(made.segments[: len(DASHES)], start=1)
    )
    return Emotion(
        made.view.journey.name,
        names_of(made),
        columns_of(made),
        Curve("All customers", tuple((index, felt_of(detail.mood)) for index, detail in steps)),
        segments=tuple(one for one in curves if any(felt.value is not None for _, felt in one.points)),
    )


def outline_of(view: JourneyView, readings: Readings) -> Emotion | None:
    """The curve of all customers over the steps of a map, all of one width: the map in small, beside other maps.

    None where nobody has assessed any step.
    """
    steps = [one.step for one in view.steps]
    points = tuple((i, felt_of(Mood("", readings.feeling(view.journey, step), ""))) for i, step in enumerate(steps))
    if all(felt.value is None for _, felt in points):
        return None
    names = tuple(step.name for step in steps)
    return Emotion(view.journey.name, names, weighted([1.0] * len(steps)), Curve("All customers", points))


def _mood_of(detail: StepDetail, segment: str) -> Mood:
    return next((mood for mood in detail.moods if mood.segment == segment), Mood(segment, None, ""))


def felt_of(mood: Mood) -> Felt:
    """A feeling as a point of the curve."""
    feeling = mood.feeling
    if feeling is None:
        return Felt(None, mood.word)
    low, high = feeling.ends or (None, None)
    return Felt(feeling.value, mood.word, low, high, known_by(feeling))


def known_by(feeling: Feeling) -> str:
    """How a feeling is known, in words."""
    if feeling.reading is None:
        return "assessed" if feeling.origin == "assessed" else "looked at, and there is none"
    return read_from(feeling.reading)


def read_from(reading: Reading) -> str:
    """n, interval, method and period of a measured feeling."""
    metric, estimate = reading.metric, reading.estimate
    scale = "" if on_emotion_scale(metric, reading.value) == reading.value else ", stretched to −2..2"
    told = (write_n(estimate), write_interval(metric, estimate), reading.point.period.label)
    return f"measured as {metric.name}{scale}, {', '.join(told)}"


def efforts_of(made: MapDetail, atlas: Atlas) -> dict[str, Effort]:
    """The effort of each step of the customer that has any part assessed, each time it happens.

    The current map and all targets of a journey have one scale: what a target takes off is seen from page to page.
    """
    taken = {detail.step.key: _taken(detail.effort) for _, detail in made.columns if detail}
    scale = largest(*(_taken(effort) for effort in atlas.efforts(made.view.journey)))
    currency = atlas.settings.currency
    return {
        detail.step.key: Effort(detail.step.name, taken[detail.step.key], scale, currency=currency)
        for _, detail in made.columns
        if detail and taken[detail.step.key] != Taken()
    }


def _taken(effort: StepEffort) -> Taken:
    money = effort.money if effort.money is None or effort.money >= 0 else None  # what gives back is no bar
    return Taken(effort.minutes, money, effort.emotion)


def work_of(made: MapDetail, atlas: Atlas) -> Handoffs | None:
    """The line of work along the main path; None where nobody has said who works, or in which office."""
    doers = [_doer(detail, atlas) if detail and detail.on_path else None for _, detail in made.columns]
    if not (made.handed.assessed and any(doer and doer.track for doer in doers)):
        return None
    steps = (detail if detail and detail.on_path and detail.doers else None for _, detail in made.columns)
    names = tuple(detail.step.name if detail else "" for detail in steps)
    return Handoffs(
        made.view.journey.name,
        names,
        columns_of(made),
        tuple(doer if name else None for doer, name in zip(doers, names, strict=True)),
        tuple(_handed(made, atlas)),
    )


def _handed(made: MapDetail, atlas: Atlas) -> Iterable[Handed]:
    places = {detail.step.key: index for index, (_, detail) in enumerate(made.columns) if detail}
    for one in made.handed.passings:
        abroad = one.reach == "outside"
        yield Handed(places[one.after.key], _named(one.givers, atlas), _named(one.takers, atlas), abroad)


def _doer(detail: StepDetail, atlas: Atlas) -> Doer | None:
    return _named(detail.doers, atlas) if detail.doers else None


def _named(parties: tuple[str, ...], atlas: Atlas) -> Doer:
    """Several who do a step stand on the track of the first whose office is known."""
    offices = (atlas.parties.office(party) for party in parties)
    track: Track | None = next((office for office in offices if office), None)
    return Doer(", ".join(map(atlas.parties.name, parties)), track)


def boxes_of(made: MapDetail, work: Handoffs) -> dict[str, Box]:
    """The boxes of those who work, by the first step in each; steps within a box are not among them.

    Neighbours in one phase that the same people do in the same office have one box, as a blueprint draws them.
    """
    details, tracks = [detail for _, detail in made.columns], [doer.track if doer else None for doer in work.doers]
    phases = [number for number, count in enumerate(counts_of(made.view)) for _ in range(count)]

    def goes_on(at: int) -> bool:
        before, now = details[at - 1], details[at]
        if not (at and before and now and tracks[at - 1] == tracks[at]) or now.passing:
            return False
        return phases[at - 1] == phases[at] and before.doers == now.doers

    found = {}
    starts = [at for at, track in enumerate(tracks) if track and not goes_on(at)]
    for at in starts:
        end = next((i for i in range(at + 1, len(tracks)) if not (tracks[i] and goes_on(i))), len(tracks))
        if detail := details[at]:
            ahead, behind = at > 0 and tracks[at - 1] != tracks[at], end < len(tracks) and tracks[end] != tracks[at]
            found[detail.step.key] = Box(end - at, ahead, behind)
    return found


def links_of(chain: Chain) -> Phases | None:
    """The links of a chain as one measure across phases; None where none is measured."""
    if not chain.measured:
        return None
    return Phases(chain.metric, tuple(Phase(link.phase.name, _measured(link), link.target) for link in chain.links))


def _measured(link: Link) -> PhaseReading | None:
    reading = link.reading
    if reading is None:
        return None
    return PhaseReading(reading.metric, reading.estimate, reading.point.period.label, link.disputed)
