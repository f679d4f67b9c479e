"""Who answers for each action, who does it, who is asked and who is told: a row an action, a column a department."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cxsite.derive.people.accountability import Accountability, Role
from cxsite.derive.work.worklist import Task
from cxsite.model.library import Office

ROLES: tuple[Role, ...] = ("answers", "does", "consulted", "informed")
_OFFICES: tuple[Office | None, ...] = ("front", "middle", "back", "outside", None)


@dataclass(frozen=True)
class Column:
    """A department, or a person without one, or an id that nobody listed; `edge` where another office begins."""

    party: str
    office: Office | None
    edge: bool = False


@dataclass(frozen=True)
class Row:
    """An action with what each column has to do with it. `hands` counts those who answer for it or do the work."""

    task: Task
    cells: Mapping[str, tuple[Role, ...]]
    hands: int

    @property
    def answered(self) -> bool:
        """True where somebody answers for it."""
        return any("answers" in roles for roles in self.cells.values())

    @property
    def backed(self) -> bool | None:
        """True where all four kinds of backing are in place; None where nobody looked."""
        action = self.task.action
        if not action.backing and "backing" not in action.nothing:
            return None
        return len(action.backing) == 4


@dataclass(frozen=True)
class Raci:
    """The columns by office, and the rows in the order of the actions."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    @property
    def offices(self) -> tuple[tuple[Office | None, int], ...]:
        """Each office with the number of its columns."""
        found = dict.fromkeys(column.office for column in self.columns)
        return tuple((office, sum(column.office == office for column in self.columns)) for office in found)


def raci_of(tasks: Iterable[Task], duties: Accountability) -> Raci:
    """The matrix of these actions."""
    found = [(task, _cells(task, duties)) for task in tasks]
    parties = dict.fromkeys(party for _, cells in found for party in cells)
    known = [(duties.parties.office(party), party) for party in parties]
    known.sort(key=lambda one: _OFFICES.index(one[0]))
    before = [None, *(office for office, _ in known)]
    columns = (Column(party, office, i > 0 and before[i] != office) for i, (office, party) in enumerate(known))
    return Raci(tuple(columns), tuple(_row(task, cells) for task, cells in found))


def _cells(task: Task, duties: Accountability) -> dict[str, tuple[Role, ...]]:
    found: dict[str, dict[Role, None]] = {}
    for role in ROLES:
        for duty in duties.by_thing.get(task.thing, ()):
            if duty.role == role:
                party = duties.parties.department(duty.party) or duty.party
                found.setdefault(party, {})[role] = None
    return {party: tuple(roles) for party, roles in found.items()}


def _row(task: Task, cells: Mapping[str, tuple[Role, ...]]) -> Row:
    return Row(task, cells, sum("answers" in roles or "does" in roles for roles in cells.values()))
