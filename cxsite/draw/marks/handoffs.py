"""The line of work over step columns: who does each step, on which side of the counter, and where it is handed on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, NamedTuple

from markupsafe import Markup

from cxsite.draw.marks.columns import Columns, per_cent
from cxsite.draw.twin import Twin, beside, mark, sentence

Track = Literal["front", "middle", "back", "outside"]
TRACKS: tuple[Track, ...] = ("front", "middle", "back", "outside")
WORDS = {"front": "front office", "middle": "middle office", "back": "back office", "outside": "outside"}
HEIGHT = 112


@dataclass(frozen=True)
class Doer:
    """Who does a step, and where they stand; None where nobody wrote down where."""

    who: str
    track: Track | None


class Handed(NamedTuple):
    """A hand-off: the column of the step it leads to, from whom, to whom; `abroad`: to or from outside."""

    column: int
    giver: Doer
    taker: Doer
    abroad: bool


class Box(NamedTuple):
    """The box of whoever works: over how many columns, and whether their track is free before and after it."""

    columns: int
    ahead: bool
    behind: bool


@dataclass(frozen=True)
class Handoffs:
    """The steps of a map in order, with who does each; None where nobody wrote it down.

    A column whose step has no name is passed over: it has no step, or one beside the main path. `known` are the
    hand-offs where they were worked out already; without it each change of doers from one step to the next is one.
    """

    name: str
    steps: tuple[str, ...]
    columns: Columns
    doers: tuple[Doer | None, ...]
    known: tuple[Handed, ...] | None = None

    def __post_init__(self) -> None:
        """Refuses a step without a column."""
        if not len(self.steps) == len(self.columns) == len(self.doers):
            raise ValueError("each step has its column and its doer")

    @property
    def passed(self) -> tuple[Handed, ...]:
        """Each hand-off. Across an unknown step none is told."""
        if self.known is not None:
            return self.known
        pairs = enumerate(pairwise(self.doers), start=1)
        return tuple(Handed(i, a, b, outside(a, b)) for i, (a, b) in pairs if a and b and a != b)


def outside(a: Doer, b: Doer) -> bool:
    """True where work leaves or enters the house."""
    return (a.track == "outside") != (b.track == "outside")


def twin(handoffs: Handoffs) -> Twin:
    """Name, sentences and a row for each step."""
    came = {one.column: one for one in handoffs.passed}
    shown = [(i, step, doer) for i, (step, doer) in enumerate(zip(handoffs.steps, handoffs.doers, strict=True)) if step]
    rows = []
    for i, step, doer in shown:
        before = came.get(i)
        from_whom = f"from {before.giver.who}" + (", across our border" if before.abroad else "") if before else ""
        rows.append((step, *_who_and_where(doer), from_whom))
    abroad = sum(one.abroad for one in handoffs.passed)
    unknown = sum(doer is None for _, _, doer in shown)
    homeless = sum(doer is not None and doer.track is None for _, _, doer in shown)
    return Twin(
        f"Hand-offs: {handoffs.name}",
        sentence(
            f"{_count(len(handoffs.passed), 'hand-off')} over {_count(len(shown), 'step')}",
            f"{abroad} to or from outside" if abroad else "",
            f"Of {_count(unknown, 'step')} it is not written down who does it" if unknown else "",
            f"Of {_count(homeless, 'step')} it is not written down in which office it is done" if homeless else "",
        ),
        ("Step", "Who does it", "Where", "Handed over"),
        tuple(rows),
    )


def _who_and_where(doer: Doer | None) -> tuple[str, str]:
    if doer is None:
        return "not written down", ""
    return doer.who, WORDS[doer.track] if doer.track else "not written down"


def _count(number: int, word: str) -> str:
    return f"{number} {word}" + ("" if number == 1 else "s")


def line(handoffs: Handoffs) -> Markup:
    """Four tracks from front to outside. The line runs on the track of whoever works, and moves at a hand-off."""
    return mark("handoffs", twin(handoffs), HEIGHT, "".join([*_tracks(), *_runs(handoffs), *_moves(handoffs)]))


def _tracks() -> Iterator[str]:
    yield '<rect x="0" y="75%" width="100%" height="25%" fill="var(--cx-quiet)" fill-opacity=".3"/>'
    for i in range(1, len(TRACKS)):
        yield _rule("0", "100%", f"{25 * i}%", f"{25 * i}%", 'stroke="var(--cx-line)"')


def _height(track: Track) -> str:
    return per_cent((TRACKS.index(track) + 0.5) / len(TRACKS))


def _rule(x1: str, x2: str, y1: str, y2: str, look: str) -> str:
    return f'<line x1="{x1}" x2="{x2}" y1="{y1}" y2="{y2}" {look}/>'


def _runs(handoffs: Handoffs) -> Iterator[str]:
    edges, middles = handoffs.columns.edges, handoffs.columns.centres
    tracks = [doer.track if doer else None for doer in handoffs.doers]
    for i, track in enumerate(tracks):
        if track is None:
            yield _unknown(per_cent(middles[i])) if handoffs.steps[i] else ""
            continue
        start = edges[i] if i and tracks[i - 1] else middles[i]
        end = edges[i + 1] if i + 1 < len(tracks) and tracks[i + 1] else middles[i]
        y, look = _height(track), _LOOK[track == "outside"]
        if start < end:
            yield _rule(per_cent(start), per_cent(end), y, y, look)
        yield _station(per_cent(middles[i]), y, track == "outside")


_LOOK = {
    False: 'stroke="var(--cx-bar)" stroke-width="2.5" stroke-linecap="round"',
    True: 'stroke="var(--cx-ink-2)" stroke-width="2.5" stroke-dasharray="4 4"',
}


def _station(x: str, y: str, abroad: bool) -> str:
    """A filled circle for us, an open square for others."""
    if not abroad:
        return f'<circle cx="{x}" cy="{y}" r="4" fill="var(--cx-bar)"/>'
    paint = 'fill="var(--cx-card)" stroke="var(--cx-ink-2)" stroke-width="2"'
    return f'<rect x="{x}" y="{y}" width="8" height="8" transform="translate(-4 -4)" {paint}/>'


def _unknown(x: str) -> str:
    return f'<text x="{x}" y="50%" dy="4" text-anchor="middle" font-size="12" fill="var(--cx-ink-3)">?</text>'


def _moves(handoffs: Handoffs) -> Iterator[str]:
    for column, a, b, abroad in handoffs.passed:
        if a.track is None or b.track is None:
            continue
        x = per_cent(handoffs.columns.edges[column])
        if a.track != b.track:
            yield _rule(x, x, _height(a.track), _height(b.track), _LOOK[abroad])


def passed(handoffs: Handoffs) -> Markup:
    """A ring at each hand-off, in front of the boxes that say who works; the line itself lies behind them."""
    return beside("cx-mark", "".join(_rings(handoffs)))


def _rings(handoffs: Handoffs) -> Iterator[str]:
    for column, a, b, abroad in handoffs.passed:
        if a.track is None or b.track is None:
            continue
        x = per_cent(handoffs.columns.edges[column])
        middle = per_cent((TRACKS.index(a.track) + TRACKS.index(b.track) + 1) / (2 * len(TRACKS)))
        yield f'<circle cx="{x}" cy="{middle}" r="4.5" fill="var(--cx-card)" {_ring(abroad)}/>'


def _ring(abroad: bool) -> str:
    return f'stroke="var(--cx-{"ink-2" if abroad else "bar"})" stroke-width="2"' + (
        ' stroke-dasharray="2 2"' if abroad else ""
    )
