"""Former ids in tables: a row that names an id which something had before counts as a row about that thing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from cxsite.diagnostics import Span
from cxsite.model.kept import kept
from cxsite.model.metric import Metric
from cxsite.model.named import Linked
from cxsite.model.portfolio import Portfolio


@dataclass(frozen=True)
class FormerUse:
    """A cell that holds a former id: of which kind of thing, what it is called now, where both stand."""

    kind: str
    was: str
    now: str
    span: Span
    defined: Span

    @classmethod
    def of(cls, kind: str, was: str, entry: Linked, span: Span) -> FormerUse:
        """The use of the former id `was` of this entry."""
        defined = entry.span("id" if getattr(entry, "id", None) else "name")
        return cls(kind, was, _key(entry), span, defined)


def _key(entry: Linked) -> str:
    return str(getattr(entry, "key", ""))


class _Ids:
    """The ids in use among some entries, and the former ones; an id in use is never a former one too."""

    def __init__(self, entries: Iterable[Linked]) -> None:
        whole = tuple(entries)
        current = {_key(entry) for entry in whole}
        self.former = {was: entry for entry in reversed(whole) for was in entry.formerly if was not in current}


class Renames:
    """What former ids are called now."""

    def __init__(self, portfolio: Portfolio) -> None:
        self.portfolio = portfolio
        self._inside: dict[tuple[str, str], _Ids] = {}

    @cached_property
    def _shared(self) -> dict[str, _Ids]:
        return {kind: _Ids(self.portfolio.shared[kind]) for kind in ("journey", "segment", "metric")}

    def find(self, kind: str, was: str, journey: str = "") -> Linked | None:
        """What had this id before, None for an id in use and an unknown one.

        `kind` is journey, segment, metric, phase or step; phases and steps are those of the journey, or of any.
        """
        return self._ids(kind, journey).former.get(was)

    def now(self, kind: str, text: str, journey: str = "") -> str:
        """The id of today for this one."""
        entry = self.find(kind, text, journey)
        return _key(entry) if entry else text

    def names_of(self, metric: Metric) -> frozenset[str]:
        """What a table may call this metric."""
        return frozenset({metric.key, *(was for was in metric.formerly if self.find("metric", was) is metric)})

    def _ids(self, kind: str, journey: str) -> _Ids:
        if kind in self._shared:
            return self._shared[kind]
        if (kind, journey) not in self._inside:
            one = self.portfolio.journey_by_id.get(journey)
            journeys = ((one,) if one else ()) if journey else self.portfolio.journeys
            entries = [entry for one in journeys for entry in (one.phases if kind == "phase" else one.steps)]
            self._inside[kind, journey] = _Ids(entries)
        return self._inside[kind, journey]


@kept
def renames_of(portfolio: Portfolio) -> Renames:
    """What former ids of this portfolio are called now, looked up once for all who ask."""
    return Renames(portfolio)
