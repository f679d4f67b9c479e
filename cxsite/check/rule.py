"""What a rule is, and how all of them are found and run. A new rule is a new class in a module of `rules/`."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from typing import ClassVar

from cxsite.check import rules
from cxsite.check.lookup import Scope, Targets, all_references, resolve_all
from cxsite.diagnostics import Code, Diagnostic, Severity, in_order
from cxsite.load.content import Content
from cxsite.load.garbage import uncollected
from cxsite.measure.series import Measures
from cxsite.model.action import Action
from cxsite.model.base import Entry
from cxsite.model.portfolio import Portfolio
from cxsite.model.refs import Reference
from cxsite.model.walk import inside
from cxsite.registry import every, title_of


@dataclass(frozen=True)
class Subject:
    """What the rules look at."""

    content: Content
    measures: Measures

    @property
    def portfolio(self) -> Portfolio:
        """The model of everything that was written."""
        return self.content.portfolio

    @property
    def today(self) -> date:
        """The day the build speaks of."""
        return self.content.today

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Everything that was written, down to the last quote, gathered once."""
        portfolio = self.portfolio
        targets = [target for journey in portfolio.journeys for target in journey.targets.values()]
        tops: list[Entry] = [*portfolio.libraries.values(), *portfolio.metrics, *portfolio.journeys, *targets]
        found = [entry for top in tops for entry in inside(top, Entry)]
        return tuple({id(entry): entry for entry in found}.values())

    @cached_property
    def actions(self) -> tuple[Action, ...]:
        """The actions of all journeys, and those of several."""
        return tuple(entry for _, entry in self.portfolio.everywhere("action") if isinstance(entry, Action))

    @cached_property
    def targets(self) -> Targets:
        """The full map of every target, computed once."""
        return resolve_all(self.portfolio)

    @cached_property
    def references(self) -> tuple[tuple[Reference, Scope], ...]:
        """Every reference with where it stands, gathered once."""
        return tuple(all_references(self.portfolio, self.targets))


class Rule(ABC):
    """One thing that can be wrong. The docstring's first line is its title in the reference."""

    id: ClassVar[str]
    severity: ClassVar[Severity] = Severity.ERROR
    firm: ClassVar[bool] = False
    """True where no project can change the weight: without it, pages would be wrong."""

    @abstractmethod
    def check(self, subject: Subject) -> Iterator[Diagnostic]:
        """All places where the rule is broken."""

    @property
    def problem(self) -> Code:
        """The rule's code, to make its diagnostics with."""
        return Code(self.id, self.severity, title_of(self))


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule of every module below `rules/`, by id."""
    return every(Rule, rules)  # type: ignore[type-abstract]  # those below it are whole


@uncollected
def check(content: Content, measures: Measures) -> tuple[Diagnostic, ...]:
    """What the rules have to say, in the order of the places."""
    subject = Subject(content, measures)
    return in_order([diagnostic for rule in all_rules() for diagnostic in rule.check(subject)])
