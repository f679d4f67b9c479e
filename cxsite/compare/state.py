"""A project at one moment, and two such states compared whole: what was edited, what follows, what is only form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from cxsite.compare.change import Change
from cxsite.compare.difference import edits
from cxsite.compare.effect import Worlds, effects_of
from cxsite.compare.forms import of_form
from cxsite.compare.groups import lost_groups
from cxsite.compare.sides import SideName, Sides
from cxsite.derive.atlas import Atlas
from cxsite.diagnostics import Diagnostic
from cxsite.load.content import Content
from cxsite.load.kept import FilePair
from cxsite.measure.series import Measures, Where


@dataclass(frozen=True)
class StateName:
    """What people call a state, and the full id of its commit; a folder has none."""

    label: str
    commit: str


@dataclass(frozen=True)
class State(StateName):
    """What a project holds at a commit or in a folder."""

    content: Content
    measures: Measures
    pictures: Mapping[tuple[str, str], frozenset[str]] = field(default_factory=dict)
    """What pictures are known by, by journey and name."""


@dataclass(frozen=True)
class Difference:
    """What is between two states, each thing told once.

    `edits` are what somebody wrote, `effects` what follows from it, `form` what only looks otherwise.
    """

    before: State
    after: State
    sides: Sides
    edits: tuple[Change, ...]
    effects: tuple[Change, ...]
    form: tuple[Change, ...]
    worlds: Worlds

    @property
    def changes(self) -> tuple[Change, ...]:
        """All of it, in this order."""
        return (*self.edits, *self.effects, *self.form)

    @cached_property
    def places(self) -> dict[str, Where]:
        """Everything that numbers of either state are about, by its words."""
        series = (*self.before.measures.series, *self.after.measures.series)
        return {str(one.where): one.where for one in series}

    @property
    def same_meaning(self) -> bool:
        """True where no meaning changed."""
        return not self.edits and not self.effects


def sides_of(before: Content, after: Content, settled: frozenset[str] = frozenset()) -> Sides:
    """What two states hold, and what of it could not be read."""
    lost: dict[SideName, dict[str, Diagnostic]] = {"before": lost_groups(before), "after": lost_groups(after)}
    return Sides(before.portfolio, after.portfolio, lost, settled)


def difference(before: State, after: State, files: Sequence[FilePair]) -> Difference:
    """What changed between two states. What only grew older has not: both are seen from the day of `after`."""
    sides = replace(
        sides_of(before.content, after.content), pictures={"before": before.pictures, "after": after.pictures}
    )
    edited = edits(sides)
    day = after.content.today
    worlds = Worlds(
        sides,
        Atlas(before.content.portfolio, before.measures, day),
        Atlas(after.content.portfolio, after.measures, day),
    )
    lost_something = bool(sides.lost["before"] or sides.lost["after"])  # figures would rest on what is not there
    followed = effects_of(worlds) if (files or edited) and not lost_something else ()
    form = of_form(sides, files, (*edited, *followed))
    return Difference(before, after, sides, edited, followed, form, worlds)
