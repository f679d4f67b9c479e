"""Departments and people: their offices, and what each answers for, does, is asked about and told of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cxsite.derive.figures.standing import Standing
from cxsite.derive.links.things import Thing, thing_of
from cxsite.derive.people.accountability import Duty, Role
from cxsite.diagnostics import count_of
from cxsite.model.library import Organisation
from cxsite.model.named import Linked
from cxsite.pages.desk import NOT_ASSESSED, Desk
from cxsite.pages.plan import Page, Part
from cxsite.pages.shelf import Item, items, library, names_of, part, said, shelf

ROLES: tuple[tuple[Role, str], ...] = (
    ("answers", "Answers for"),
    ("does", "Does"),
    ("consulted", "Is asked about"),
    ("informed", "Is told of"),
    ("proposed", "Proposed"),
    ("in the room", "Was in the room for"),
)

Places = tuple[tuple[str, tuple[Thing, ...]], ...]


@dataclass(frozen=True)
class Work:
    """What a party has to do with things of one kind; `inherited` are those that follow from what stands above."""

    role: str
    kind: str
    places: Places
    inherited: Places

    @property
    def count(self) -> int:
        """How many are inherited."""
        return sum(len(things) for _, things in self.inherited)


@dataclass(frozen=True)
class Card:
    """A department or a person with all that is said of it."""

    item: Item
    office: str | None
    department: str
    members: tuple[str, ...]
    objectives: tuple[tuple[Thing, Standing | None], ...]
    work: tuple[Work, ...]


def pages(desk: Desk) -> Iterator[Page]:
    """The one page of `organisation.yml`, where there is one."""
    book = library(desk, "organisation")
    if isinstance(book, Organisation):
        people = count_of(len(book.people), "person", "people")
        described = f"{said(book.departments, 'department')}, {people}"
        yield shelf(desk, "organisation", described, tuple(_parts(desk, book)))


def _parts(desk: Desk, book: Organisation) -> Iterator[Part]:
    if open_ := desk.atlas.duties.unanswered:
        groups = _by_kind(open_)
        yield part("organisation", "unanswered", "Nobody answers for", "", desk=desk, groups=groups, plural=plural)
    for name, heading, entries in (
        ("departments", "Departments", book.departments),
        ("people", "People", book.people),
    ):
        if entries:
            cards = tuple(_card(desk, item) for item in items(desk, "party", entries))
            more = {"cards": cards, "na": NOT_ASSESSED, "plural": plural, "above": above}
            yield part("organisation", name, heading, names_of(entries), desk=desk, **more)


def plural(kind: str) -> str:
    """A kind of thing in the plural."""
    return "sources" if kind == "evidence" else f"{kind}s"


def above(kind: str) -> str:
    """What a duty about a thing of this kind follows from where nobody says it of the thing itself."""
    return {"phase": "the journey or the steps", "step": "the phase or the journey"}.get(kind, "the step or the phase")


def _card(desk: Desk, item: Item) -> Card:
    parties, key = desk.atlas.duties.parties, item.thing.key
    is_person = key in parties.people
    return Card(
        item,
        parties.office(key),
        parties.department(key) if is_person else "",
        () if is_person else parties.members(key),
        tuple(_objectives(desk, item.entry)),
        tuple(_work(desk.atlas.duties.of(key))),
    )


def _objectives(desk: Desk, entry: Linked) -> Iterator[tuple[Thing, Standing | None]]:
    for ref in getattr(entry, "objectives", ()):
        if thing := thing_of(desk.atlas.portfolio, "goal", ref):
            yield thing, desk.atlas.goal(thing)


def _work(duties: tuple[Duty, ...]) -> Iterator[Work]:
    for role, words in ROLES:
        of_role = [duty for duty in duties if duty.role == role]
        for kind in dict.fromkeys(duty.thing.kind for duty in of_role):
            sides = [
                [duty.thing for duty in of_role if duty.thing.kind == kind and duty.inherited is given]
                for given in (False, True)
            ]
            yield Work(words, kind, _by_home(sides[0]), _by_home(sides[1]))


def _by_home(things: list[Thing]) -> Places:
    homes: dict[str, list[Thing]] = {}
    for thing in dict.fromkeys(things):
        homes.setdefault(thing.home, []).append(thing)
    return tuple((home, tuple(found)) for home, found in homes.items())


def _by_kind(things: tuple[Thing, ...]) -> tuple[tuple[str, Places], ...]:
    kinds = dict.fromkeys(thing.kind for thing in things)
    return tuple((kind, _by_home([thing for thing in things if thing.kind == kind])) for kind in kinds)
