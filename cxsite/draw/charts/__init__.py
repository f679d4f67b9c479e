"""Charts, one kind a module. A kind is built and validated by Altair once; a chart is that spec with its data swapped.

Building and validating costs 30-70 ms, compiling to Vega 13 ms, so the compiled spec of a kind is kept on disk, and a
build in which nothing changed imports neither Altair nor the converter. A chart is painted from that spec in about a
millisecond; a kind with something in it that the painter does not know is drawn by the converter, which takes 40.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, Literal

from cxsite import __version__
from cxsite.draw.cache import Cache, digest
from cxsite.draw.paint import PAINTER
from cxsite.draw.svg import compiled, render, with_data

if TYPE_CHECKING:
    from cxsite.draw.paint.painter import Painter

_version = cache(version)  # reading a package's metadata takes half a millisecond, and each chart asks twice

Rows = Sequence[Mapping[str, Any]]
Datasets = Mapping[str, Rows]


@dataclass(frozen=True)
class Kind:
    """A kind of chart: `template(width)` builds its spec over named data. Raise `revision` with any change to it.

    A row of data with a `spot` is drawn where that row of the table beside the chart stands; the rows of the table
    follow one another `along` x or y.
    """

    id: str
    revision: int
    template: Callable[[int], dict[str, Any]]
    along: Literal["x", "y"] = "y"


@dataclass(frozen=True)
class Chart:
    """A drawing in two widths: the text of an SVG must not shrink on a phone."""

    wide: str
    narrow: str


WIDE, NARROW = 720, 320


@dataclass(frozen=True)
class Tally:
    """What a studio drew and converted, the seconds it took, and what it asked the cache for."""

    drawn: int
    converted: int
    seconds: float
    asked: frozenset[str]


class Studio:
    """Draws charts, each once: `drawn` counts those that were not in the cache, `seconds` is the time they took.

    `converted` counts those of them that the painter could not draw.
    """

    def __init__(self, cache: Cache) -> None:
        self.cache = cache
        self.drawn = 0
        self.converted = 0
        self.seconds = 0.0
        self._specs: dict[tuple[str, int], dict[str, Any]] = {}
        self._painters: dict[tuple[str, int], Painter | None] = {}

    @property
    def tally(self) -> Tally:
        """What one studio tells another."""
        return Tally(self.drawn, self.converted, self.seconds, frozenset(self.cache.asked))

    def add(self, tally: Tally) -> None:
        """Counts what another studio over the same cache has done."""
        self.drawn += tally.drawn
        self.converted += tally.converted
        self.seconds += tally.seconds
        self.cache.asked |= tally.asked

    def chart(self, kind: Kind, datasets: Datasets) -> Chart:
        """The chart of this kind over these rows."""
        return Chart(self._draw(kind, datasets, WIDE), self._draw(kind, datasets, NARROW))

    def _draw(self, kind: Kind, datasets: Datasets, width: int) -> str:
        name = digest(self._kind_key(kind, width), str(PAINTER), json.dumps(datasets, sort_keys=True))
        if (kept := self.cache.get(f"{kind.id}-{name}.svg")) is not None:
            return kept
        self.drawn += 1
        began = time.perf_counter()
        painter = self._painter(kind, width)
        if painter:
            drawn = painter.paint(datasets)
        else:
            self.converted += 1
            drawn = render(with_data(self._spec(kind, width), datasets), f"c{name[:8]}")
        self.seconds += time.perf_counter() - began
        return self.cache.put(f"{kind.id}-{name}.svg", drawn)

    def _painter(self, kind: Kind, width: int) -> Painter | None:
        from cxsite.draw.paint.painter import painter
        from cxsite.draw.paint.refuse import Unsupported

        if (kind.id, width) not in self._painters:
            try:
                self._painters[kind.id, width] = painter(self._spec(kind, width), kind.along)
            except Unsupported:
                self._painters[kind.id, width] = None
        return self._painters[kind.id, width]

    def _kind_key(self, kind: Kind, width: int) -> str:
        made_by = (__version__, _version("altair"), _version("vl-convert-python"))
        return digest(kind.id, str(kind.revision), kind.along, str(width), *made_by)

    def _spec(self, kind: Kind, width: int) -> dict[str, Any]:
        if (kind.id, width) not in self._specs:
            name = f"{kind.id}-{self._kind_key(kind, width)}.json"
            kept = self.cache.get(name) or self.cache.put(name, _compiled(kind.template, width))
            self._specs[kind.id, width] = json.loads(kept)
        return self._specs[kind.id, width]


@cache
def _compiled(template: Callable[[int], dict[str, Any]], width: int) -> str:
    """The compiled spec as JSON, made once in a process: a server builds a site again and again."""
    return json.dumps(compiled(template(width)))
