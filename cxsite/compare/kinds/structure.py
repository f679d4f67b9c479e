"""What is new, gone, elsewhere, or called something else: journeys, phases and steps."""

from __future__ import annotations

from collections.abc import Iterator

from cxsite.compare.change import Change, Level
from cxsite.compare.coming import Added, Removed
from cxsite.compare.kind import ChangeKind
from cxsite.compare.pairs import SHARED, Pair
from cxsite.compare.placing import changed_whole, moved, neighbour, place_of
from cxsite.compare.sides import Sides
from cxsite.derive.written.quotes import in_quotes


class JourneyAdded(Added):
    """A journey is new.

    Its phases and steps are not told one by one.
    """

    id, nouns = "journey-added", ("journey",)


class JourneyRemoved(Removed):
    """A journey is gone.

    Its pages and the links to them go with it.
    """

    id, nouns = "journey-removed", ("journey",)


class PhaseAdded(Added):
    """A phase is new.

    Where it stands and how many steps came with it is said.
    """

    id, nouns = "phase-added", ("phase",)


class PhaseRemoved(Removed):
    """A phase is gone.

    Steps of it that stand in another phase now have moved.
    """

    id, nouns = "phase-removed", ("phase",)


class StepAdded(Added):
    """A step is new."""

    id, nouns = "step-added", ("step",)


class StepRemoved(Removed):
    """A step is gone."""

    id, nouns = "step-removed", ("step",)


class _Moved(ChangeKind):
    noun = ""

    def changes(self, sides: Sides) -> Iterator[Change]:
        elsewhere = moved(sides, self.noun)
        for pair in sides.pairing.pairs:
            if pair.before and pair.after and pair.unit.address in elsewhere:
                words = place_of(pair.before), place_of(pair.after)
                yield self.make(sides, pair, self.said(sides, pair), "", words, words)

    def said(self, sides: Sides, pair: Pair) -> str:
        whole = pair.unit.parent
        into = f" to {in_quotes(whole.name)}" if whole and changed_whole(sides, pair) else ""
        return f"moved{into}, now {neighbour(pair.unit) or 'alone'}"


class PhaseMoved(_Moved):
    """A phase stands elsewhere.

    Only phases that changed places with others are told, as few as possible.
    """

    id, noun = "phase-moved", "phase"


class StepMoved(_Moved):
    """A step stands elsewhere, in its phase or in another."""

    id, noun = "step-moved", "step"


class StageMoved(_Moved):
    """A stage of the customer's life stands elsewhere."""

    id, noun, level = "stage-moved", "life-cycle stage", Level.INFO


class Shared(ChangeKind):
    """A hotspot, idea, action or source of one journey is one of all journeys now, or the other way round."""

    id, level = "shared", Level.INFO

    def changes(self, sides: Sides) -> Iterator[Change]:
        for pair in sides.pairing.pairs:
            if pair.before and pair.after and pair.unit.noun in SHARED:
                was, now = pair.before.journey, pair.after.journey
                if bool(was) != bool(now):
                    name = sides.name("before" if was else "after", "journey", was or now, "")
                    if was:
                        what = f"shared by journeys now, it stood in {in_quotes(name)}"
                    else:
                        what = f"of {in_quotes(name)} now, journeys shared it"
                    yield self.make(sides, pair, what, "", (was, now), (was, now))


class Renamed(ChangeKind):
    """Something has another name.

    Its id is as before, or the new entry names the old one in `formerly`.
    """

    id = "renamed"

    def changes(self, sides: Sides) -> Iterator[Change]:
        for pair in sides.pairing.pairs:
            if pair.before and pair.after and pair.how != "likeness":
                was, now = (_in_a_line(getattr(unit.entry, "name", None)) for unit in (pair.before, pair.after))
                if was != now and _may_be_told(pair):
                    yield self.make(sides, pair, _renamed(was, now), "name", (was or "", now or ""), (was, now))


def _in_a_line(name: str | None) -> str | None:
    """How a name is broken into lines is form."""
    return name and " ".join(name.split())


def _may_be_told(pair: Pair) -> bool:
    """False where a target does something else with a step, as a removed one has no name; and for a translation."""
    return pair.unit.noun != "translation" and getattr(pair.before and pair.before.entry, "verb", "") == getattr(
        pair.unit.entry, "verb", ""
    )


def _renamed(was: str | None, now: str | None) -> str:
    if now is None:
        return f"no longer called {in_quotes(was or '')}"
    return f"renamed from {in_quotes(was)}" if was else f"called {in_quotes(now)}"


def _probably(was: str, now: str, key: str, new: str) -> str:
    """What is probably the same; where the name is as before, that alone which differs."""
    return (
        f"probably has another id: {key} is {new} now"
        if was == now
        else f"probably renamed from {in_quotes(was)} ({key})"
    )


class ProbablyRenamed(ChangeKind):
    """Something has probably another name and another id.

    What is said about it is much the same, and the old id is gone. `formerly: OLD-ID` makes it sure, and keeps links,
    references and rows of tables that name the old id.
    """

    id, level = "probably-renamed", Level.ATTENTION

    def changes(self, sides: Sides) -> Iterator[Change]:
        for pair in sides.pairing.pairs:
            if pair.before and pair.after and pair.how == "likeness":
                was, now = pair.before.name, pair.after.name
                key = pair.before.key
                hint = f"if so, add `formerly: {key}`; links and rows of tables with the old id then hold"
                taken = sides.named("after", pair.unit.noun, pair.unit.scope, key)
                what = _probably(was, now, f"`{key}`", f"`{pair.after.key}`")
                meant = was, now, key
                yield self.make(sides, pair, what, "name", (was, now), meant, hint="" if taken else hint)


class IdChanged(ChangeKind):
    """Something has another id.

    References to the old id still hold, as `formerly` names it. Addresses of pages and anchors change.
    """

    id, level = "id-changed", Level.INFO

    def changes(self, sides: Sides) -> Iterator[Change]:
        for pair in sides.pairing.pairs:
            if pair.before and pair.after and pair.how == "formerly":
                was, now = pair.before.key, pair.after.key
                yield self.make(sides, pair, f"id from `{was}` to `{now}`", "id", (was, now), (was, now))


class FormerIds(ChangeKind):
    """The list of ids that something had before is another one.

    The id that it lost in this change is not told again.
    """

    id, level = "former-ids", Level.INFO

    def changes(self, sides: Sides) -> Iterator[Change]:
        for pair in sides.pairing.pairs:
            if pair.before and pair.after:
                old, new = set(pair.before.former), set(pair.after.former) - {pair.before.key}
                if old - {pair.after.key} != new:
                    words = ", ".join(sorted(old)), ", ".join(sorted(pair.after.former))
                    yield self.make(sides, pair, f"former ids are {words[1] or 'none'}", "formerly", words, words)
