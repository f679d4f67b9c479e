"""What a reference means where it stands: the entries it may name, by kind and scope."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from cxsite.model.journey import Journey
from cxsite.model.named import Linked
from cxsite.model.portfolio import COMPUTED_METRICS, IN_JOURNEY, Portfolio, key_of, of_journey
from cxsite.model.refs import Reference, references
from cxsite.model.resolve import resolve_target
from cxsite.model.targetmap import TargetMap


@dataclass(frozen=True)
class Scope:
    """Where references stand: in a journey, or (None) in a file of the repository. `steps` are a target's own."""

    portfolio: Portfolio
    journey: Journey | None = None
    steps: frozenset[str] = frozenset()

    @property
    def home(self) -> str:
        """The journey's id, or nothing."""
        return self.journey.key if self.journey else ""


def free(reference: Reference, scope: Scope) -> bool:
    """True where anything goes: no library of the kind yet, or a word that the field knows."""
    if reference.kind == "segment" and reference.text == "all" and reference.path[0] in ("emotion", "feeling"):
        return True
    if reference.kind == "metric" and (reference.text in COMPUTED_METRICS or not scope.portfolio.all_metrics):
        return True
    if reference.kind == "step" and reference.text in scope.steps:
        return True
    home = reference.text.partition("/")[0]
    if "/" in reference.text and reference.kind in IN_JOURNEY and home in scope.portfolio.unread:
        return True
    if reference.kind == "journey" and reference.text in scope.portfolio.unread:
        return True
    return scope.portfolio.is_open(reference.kind)


def candidates(kind: str, text: str, scope: Scope) -> tuple[Linked, ...]:
    """The entries that an id of this kind could name here; those of another journey where the id says so."""
    journey, slash, _ = text.partition("/")
    if kind in IN_JOURNEY and slash:
        other = scope.portfolio.journey_by_id.get(journey)
        return of_journey(other, kind) if other else ()
    own = of_journey(scope.journey, kind) if scope.journey and kind in IN_JOURNEY else ()
    return (*own, *scope.portfolio.shared.get(kind, ()))


def known_ids(kind: str, text: str, scope: Scope) -> list[str]:
    """The ids that would do in place of `text`, written as they would stand here."""
    if kind == "category":
        return list(scope.portfolio.settings.category_ids)
    journey, slash, _ = text.partition("/")
    if kind not in IN_JOURNEY or not slash:
        return [key_of(entry) for entry in candidates(kind, text, scope)] + list(scope.steps if kind == "step" else ())
    homes: Iterable[Journey] = scope.portfolio.journeys
    if journey in scope.portfolio.journey_by_id:
        homes = (scope.portfolio.journey_by_id[journey],)
    return [f"{home.key}/{key_of(entry)}" for home in homes for entry in of_journey(home, kind)]


Targets = Mapping[tuple[str, str], TargetMap]


def resolve_all(portfolio: Portfolio) -> Targets:
    """The full map of every target, by journey and target."""
    return {
        (journey.key, key): resolve_target(journey, key) for journey in portfolio.journeys for key in journey.targets
    }


def all_references(portfolio: Portfolio, targets: Targets) -> Iterator[tuple[Reference, Scope]]:
    """Every reference of a portfolio, with where it stands."""
    everywhere = Scope(portfolio)
    for entry in portfolio.libraries.values():
        yield from ((reference, everywhere) for reference in references(entry))
    for metric in portfolio.metrics:
        there = Scope(portfolio, portfolio.find_journey(metric.journey))
        yield from ((reference, there) for reference in references(metric))
    for journey in portfolio.journeys:
        here = Scope(portfolio, journey)
        own = journey.model_copy(update={"target": None})
        yield from ((reference, here) for reference in references(own))
        for key, target in journey.targets.items():
            steps = frozenset(step.id for step in targets[journey.key, key].steps)
            there = Scope(portfolio, journey, steps)
            yield from ((reference, there) for reference in references(target))
