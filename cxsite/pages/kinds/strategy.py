"""The strategy: what the company is there for, its principles and who keeps them, its goals, and how far it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cxsite.derive.figures.counted import EASY, MEASURED
from cxsite.derive.links.uses import kept_by
from cxsite.model.library import Strategy
from cxsite.pages.desk import NOT_ASSESSED, Desk
from cxsite.pages.plan import Page, Part
from cxsite.pages.shelf import Item, items, library, names_of, part, said, shelf
from cxsite.pages.text import to_plain

EXPLAINED = {
    EASY: "phases whose latest mean of ease stands at 5 of 7 or higher",
    MEASURED: "steps with a number that is still fresh",
}


def pages(desk: Desk) -> Iterator[Page]:
    """The one page of `strategy.yml`, where there is one."""
    book = library(desk, "strategy")
    if isinstance(book, Strategy):
        described = f"{said(book.principles, 'principle')}, {said(book.goals, 'goal')}"
        yield shelf(desk, "strategy", described, tuple(_parts(desk, book)))


def _parts(desk: Desk, book: Strategy) -> Iterator[Part]:
    words = " ".join(to_plain(text) for text in (book.vision, book.mission, *book.values) if text)
    if words:
        yield part("strategy", "purpose", "What we are there for", words, desk=desk, book=book, values=book.values)
    if book.goals:
        goals = tuple(zip(items(desk, "goal", book.goals), desk.overview.standings(), strict=True))
        names = ". ".join(to_plain(desk.name(item.thing)) for item, _ in goals)
        yield part("strategy", "goals", "Goals across all journeys", names, desk=desk, goals=goals, explained=EXPLAINED)
    if book.principles:
        found = tuple((item, kept_by(desk.atlas.portfolio, item.thing)) for item in _principles(desk, book))
        yield part("strategy", "principles", "Principles", names_of(book.principles), desk=desk, principles=found)
    if book.life_cycle:
        stages = items(desk, "life-cycle stage", book.life_cycle)
        yield part("strategy", "life-cycle", "Life cycle", names_of(book.life_cycle), desk=desk, stages=stages)
    if book.maturity:
        names = names_of(book.maturity)
        yield part("strategy", "maturity", "Maturity", names, desk=desk, book=book, na=NOT_ASSESSED)


def _principles(desk: Desk, book: Strategy) -> Iterator[Item]:
    """The principles; which target maps follow them is said change by change."""
    for item in items(desk, "principle", book.principles):
        yield replace(item, uses=tuple(use for use in item.uses if use.label != "Target maps"))
