"""What a map says about a step or a phase, field by field, as people read it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from cxsite.derive.people.parties import Parties
from cxsite.derive.places.path import Stop
from cxsite.derive.places.readings import Reading, Readings
from cxsite.derive.written.amounts import write_length, write_money, write_repeats, write_share
from cxsite.derive.written.numbers import write_emotion, write_interval, write_n, write_number, write_value
from cxsite.diagnostics import count_of
from cxsite.measure.rhythm import is_year
from cxsite.model.journey import Journey
from cxsite.model.step import Branch, Phase, Step
from cxsite.model.values import Money

NONE = "none"
"""What is said where somebody looked, and there is none."""
LABELS = {
    **{"name": "Name", "summary": "Summary", "thinks": "Thinks", "expectation": "Expects", "channel": "Channel"},
    **{"touchpoint": "Touchpoint", "interaction": "Contact", "lane": "Lane", "owner": "Answers for it"},
    **{
        "done_by": "Done by",
        "emotion": "Emotion",
        "feeling": "Feeling",
        "effort.time": "Time",
        "effort.money": "Money",
    },
    **{"elapsed": "On the calendar", "unplanned": "Unplanned", "optional": "Optional", "share": "Who does it"},
    **{"repeats": "Repeats", "moment_of_truth": "Moment of truth", "representative": "Stands for many"},
    **{"bounce.share": "Give up here", "bounce.to": "Do instead", "handoff.what": "Handed over"},
    **{"handoff.loses": "Lost on the way", "next": "Goes on to", "systems": "Systems", "frontstage": "Customers see"},
    **{"backstage": "Out of sight", "support": "Support", "physical_evidence": "To see or hold", "zoom": "From near"},
    **{"volume": "Customers a year", "cost_to_serve": "Cost to serve", "metrics": "Metrics", "evidence": "Sources"},
    **{"quotes": "Quotes", "images": "Pictures", "links": "Elsewhere", "formerly": "Ids before"},
    **{"customer_goal": "Customer's goal", "life_cycle": "Life cycle", "phase": "Phase"},
}
"""What each field is called on a page, in the order in which pages say them."""
_REFS = {
    **{"channel": "channel", "touchpoint": "touchpoint", "systems": "system", "metrics": "metric", "zoom": "journey"},
    **{"evidence": "evidence", "life_cycle": "life-cycle stage", "owner": "party", "done_by": "party"},
}
_MEASURED: dict[str, Literal["share", "count", "cost"]] = {
    **{"unplanned": "share", "share": "share", "volume": "count", "cost_to_serve": "cost"}
}
_GROUPS = {"effort": ("time", "money"), "bounce": ("share", "to"), "handoff": ("what", "loses")}
_ASSESSED = frozenset({"emotion", "feeling", "elapsed", "unplanned", "share", "volume", "cost_to_serve"})


@dataclass(frozen=True)
class Said:
    """One field. `text` says all of it in plain words, a number with n, method, interval and period.

    Where it names other things, `refs` has their ids and `kind` what they are; where it was measured, `reading` has
    the number.
    """

    field: str
    label: str
    text: str
    kind: str = ""
    refs: tuple[str, ...] = ()
    reading: Reading | None = None
    bare: str = ""
    """The value alone, where `reading` has one on another scale."""


def unsaid(field: str) -> str:
    """What stands where a field says nothing: it was not assessed, or nobody wrote it."""
    return "not assessed" if field in _ASSESSED or field.split(".", maxsplit=1)[0] in _GROUPS else "not said"


def label_of(field: str) -> str:
    """What a field is called; an own field by the words of its key."""
    return LABELS.get(field) or as_heading(field.removeprefix("x-").replace("-", " "))


def volume_label(reading: Reading | None) -> str:
    """What a number of customers is called: those of a year, or of the shorter time that its metric counted."""
    period = reading.point.period if reading else None
    return LABELS["volume"] if period is None or is_year(period) else f"Customers in {period.label}"


def as_heading(text: str) -> str:
    """Text with a capital in front, and the rest as it was written: `UK region` stays so."""
    return text[:1].upper() + text[1:]


Look = Callable[[str], Reading | str]
"""The number of a metric about a place, or why there is none."""


@dataclass(frozen=True)
class Sayer:
    """Says what stands on the maps of a journey."""

    journey: Journey
    readings: Readings
    parties: Parties

    def step(self, stop: Stop) -> tuple[Said, ...]:
        """All that is said about a step. Who answers for it and who does it is said even where it is the phase's."""
        found = dict(
            self._fields(stop.step, lambda ref: self.readings.about(ref, self.journey.key, step=stop.step.key))
        )
        found["owner"] = self._refs("owner", (self.parties.owner(self.journey, stop),))
        doers = self.parties.doers(self.journey, stop)
        found["done_by"] = self._refs("done_by", doers) if doers else self._text("done_by", NONE)
        found["phase"] = Said("phase", LABELS["phase"], stop.phase.name, "phase", (stop.phase.key,))
        feeling = self.readings.feeling(self.journey, stop.step)
        if feeling and feeling.origin != "none":
            others = self._emotions(stop.step, without="all")
            said = "; ".join([write_emotion(feeling.value), *others])
            known = f" (measured: {told(feeling.reading)})" if feeling.reading else ""
            found["emotion"] = Said("emotion", LABELS["emotion"], said + known, reading=feeling.reading, bare=said)
        return _in_order(found)

    def phase(self, phase: Phase) -> tuple[Said, ...]:
        """All that is said about a phase as a whole."""
        found = dict(self._fields(phase, lambda ref: self.readings.about(ref, self.journey.key, phase=phase.key)))
        found["owner"] = self._refs("owner", (self.parties.now(phase.owner or self.journey.owner),))
        return _in_order(found)

    def _fields(self, entry: Step | Phase, look: Look) -> Iterator[tuple[str, Said]]:
        for field in type(entry).model_fields:
            value = getattr(entry, field)
            if field in _GROUPS:
                yield from self._group(field, value, field in entry.nothing, look)
            elif field in entry.nothing:
                yield field, self._text(field, NONE)
            elif field not in ("id", "steps") and value not in (None, ()):
                yield field, self._value(field, value, entry, look)
        for key, own in entry.own.items():
            yield key, Said(key, label_of(key), str(own))

    def _group(self, field: str, entry: Any, none: bool, look: Look) -> Iterator[Any]:
        """The parts of an effort, a bounce, a hand-off."""
        for part in _GROUPS[field]:
            name = f"{field}.{part}"
            if none or (entry is not None and part in entry.nothing):
                yield name, self._text(name, NONE)
            elif entry is not None and (value := getattr(entry, part)) is not None:
                yield name, self._measured(name, value, "share", look) if part == "share" else self._plain(name, value)

    def _value(self, field: str, value: Any, entry: Any, look: Look) -> Said:
        if field in _REFS:
            return self._refs(field, (value,) if isinstance(value, str) else tuple(value))
        if field in _MEASURED and not isinstance(value, bool):
            return self._measured(field, value, _MEASURED[field], look)
        if field == "emotion":
            return self._text(field, "; ".join(self._emotions(entry)))
        if field == "feeling":
            return self._text(field, "; ".join(self._feelings(entry)))
        if field == "next":
            return self._text(field, "; ".join(self._branch(branch, look) for branch in value))
        return self._plain(field, value)

    def _plain(self, field: str, value: Any) -> Said:
        match value:
            case bool():
                text = "yes" if value else "no"
            case str():
                text = value
            case Money():
                text = self._money(value)
            case tuple():
                text = "; ".join(_line(one) for one in value) if field != "quotes" else count_of(len(value), "quote")
            case _:
                text = write_repeats(value) if field == "repeats" else write_length(value)
        return self._text(field, text)

    def _measured(self, field: str, value: Any, kind: str, look: Look) -> Said:
        if isinstance(value, str):
            found, metric = look(value), self.readings.metric(value)
            name = metric.name if metric else value
            reading = found if isinstance(found, Reading) else None
            text = f"{write_value(reading.metric, reading.value)} ({told(reading)})" if reading else str(found)
            label = volume_label(reading) if field == "volume" else LABELS[field]
            return Said(field, label, f"{text}, {name}", "metric", (value,), reading)
        if isinstance(value, Money):
            return self._text(field, self._money(value))
        if kind == "share":
            return self._text(field, write_share(value))
        return self._text(field, write_number(value, 0 if value == int(value) else 1))

    def _refs(self, field: str, refs: tuple[str, ...]) -> Said:
        kind, home = _REFS[field], self.journey.key
        names = [self.readings.portfolio.name_of(kind, ref, home) for ref in refs]
        return Said(field, LABELS[field], ", ".join(names), kind, refs)

    def _emotions(self, step: Step, without: str = "") -> Iterator[str]:
        for whose, value in (step.emotion or {}).items():
            if whose != without:
                yield self._of(whose, write_emotion(value))

    def _feelings(self, step: Step) -> Iterator[str]:
        return (self._of(whose, word) for whose, word in (step.feeling or {}).items())

    def _of(self, whose: str, said: str) -> str:
        return said if whose == "all" else f"{self.readings.portfolio.name_of('segment', whose)}: {said}"

    def _branch(self, branch: Branch, look: Look) -> str:
        name = self.readings.portfolio.name_of("step", branch.step, self.journey.key)
        share = "" if branch.share is None else self._measured("share", branch.share, "share", look).text
        beside = ", ".join(part for part in (branch.when or "", share) if part)
        return f"{name} ({beside})" if beside else name

    def _money(self, money: Money) -> str:
        settings = self.readings.portfolio.settings
        return write_money(money, settings.currency)

    @staticmethod
    def _text(field: str, text: str) -> Said:
        return Said(field, LABELS[field], text)


def told(reading: Reading) -> str:
    """What stands beside a number that was measured: n, method, interval, period."""
    estimate = reading.estimate
    parts = (write_n(estimate), estimate.how, write_interval(reading.metric, estimate), reading.point.period.label)
    return ", ".join(part for part in parts if part)


def _line(one: Any) -> str:
    """A line of text, a picture by what it shows, an address by its name."""
    return one if isinstance(one, str) else str(getattr(one, "alt", None) or getattr(one, "name", None) or one.url)


def _in_order(found: dict[str, Said]) -> tuple[Said, ...]:
    order = list(LABELS)
    return tuple(sorted(found.values(), key=lambda one: order.index(one.field) if one.field in LABELS else len(order)))


def by_field(said: Iterable[Said]) -> dict[str, Said]:
    """Each by its field."""
    return {one.field: one for one in said}
