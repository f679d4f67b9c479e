"""People and departments by any id they have had, who belongs where, and their offices."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import cast

from cxsite.model.kept import kept
from cxsite.model.library import Department, Office, Person
from cxsite.model.portfolio import Portfolio


@dataclass(frozen=True)
class Organisation:
    """The people and departments of a portfolio. Ids that no file lists are departments, by their id."""

    portfolio: Portfolio

    @cached_property
    def departments(self) -> dict[str, Department]:
        """The departments by id."""
        found = cast("tuple[Department, ...]", self.portfolio.library("organisation", "departments"))
        return {one.key: one for one in found}

    @cached_property
    def people(self) -> dict[str, Person]:
        """The people by id."""
        found = cast("tuple[Person, ...]", self.portfolio.library("organisation", "people"))
        return {one.key: one for one in found}

    @cached_property
    def _former(self) -> dict[str, str]:
        known = {**self.people, **self.departments}
        return {was: key for key, one in known.items() for was in one.formerly if was not in known}

    @cached_property
    def _led(self) -> dict[str, str]:
        return {self.now(one.lead): key for key, one in reversed(self.departments.items()) if one.lead}

    def now(self, party: str) -> str:
        """The id of today."""
        return self._former.get(party, party)

    def name(self, party: str) -> str:
        """What a party is called; its id where nobody listed it."""
        found = self.people.get(party) or self.departments.get(party)
        return found.name if found else party

    def department(self, party: str) -> str:
        """The department a person belongs to or leads, empty where nobody says; a department is its own."""
        person = self.people.get(party)
        if person is None:
            return party
        return self.now(person.department) if person.department else self._led.get(party, "")

    @cached_property
    def _members(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for person in self.people:
            found.setdefault(self.department(person), []).append(person)
        return {department: tuple(people) for department, people in found.items()}

    def members(self, department: str) -> tuple[str, ...]:
        """The people who belong to a department, whoever leads it among them."""
        lead = self.departments[department].lead if department in self.departments else None
        return tuple(dict.fromkeys([*([self.now(lead)] if lead else []), *self._members.get(department, ())]))

    def office(self, party: str) -> Office | None:
        """Front, middle, back or outside; None where nobody says."""
        person = self.people.get(party)
        if person and person.office:
            return person.office
        department = self.departments.get(self.department(party))
        return department.office if department else None

    def same(self, first: str, second: str) -> bool:
        """True for one party, and for a person and the department they belong to."""
        if first == second:
            return True
        one_is_a_person = (first in self.people) != (second in self.people)
        return one_is_a_person and self.department(first) == self.department(second)


@kept
def organisation_of(portfolio: Portfolio) -> Organisation:
    """The people and departments of a portfolio, looked up once for all who ask."""
    return Organisation(portfolio)
