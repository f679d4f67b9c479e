"""What a number means: how it is made, on which scale, from which table."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, field_validator

from cxsite.model.base import Entry
from cxsite.model.kinds import Kind
from cxsite.model.meant import WrongValueError
from cxsite.model.named import Named
from cxsite.model.period import FiscalCalendar, NamedAfter, parse_period
from cxsite.model.refs import EvidenceRefs, JourneyRef, PartyRef
from cxsite.model.text import OneOrMore, Text
from cxsite.model.values import Length, Month, Positive, ScaleField

Method = Literal["nps", "mean", "top-2", "top-3", "net-easy", "share", "ratio", "median", "count", "sum", "clv"]
Direction = Literal["up", "down", "neither"]
BreakReason = Literal["wording", "scale", "method", "channel"]


class FiscalYear(Entry):
    """When the fiscal year starts and which calendar year names it."""

    starts: Month = 1
    """The first month, 1..12."""
    named_after: NamedAfter = "end"
    """Which calendar year names it: the one it starts in, or the one it ends in."""

    @property
    def calendar(self) -> FiscalCalendar:
        """The calendar that turns fiscal quarters into days."""
        return FiscalCalendar(self.starts, self.named_after)


Column = Annotated[str, Kind("name of a column", "month", "names of columns")]
Cell = Annotated[str, Kind("text of a cell", "No Data", "texts of cells")]


class Source(Entry):
    """A table that holds a metric's numbers, and how its columns are named there."""

    file: Text
    """The CSV table, below `metrics/`."""
    columns: dict[Column, Column] = Field(default_factory=dict)
    """Which of the table's columns stands for ours, where it has another name: `{period: month}`."""
    where: dict[Column, Cell] = Field(default_factory=dict)
    """Only rows with these values in the table's columns."""
    missing: Annotated[tuple[Cell, ...], OneOrMore] = ()
    """Cells that mean nobody knows; an empty cell always does."""
    fiscal_year: FiscalYear | None = None
    """The table's own fiscal year; the site's where it is left out."""


def _is_period(text: str) -> str:
    parse_period(text)
    return text


def _above_zero(value: float) -> float:
    if value <= 0:
        raise WrongValueError("`0` is not above zero", "say on how many it is counted, like 100")
    return value


AboveZero = Annotated[Positive, AfterValidator(_above_zero)]
PeriodText = Annotated[str, AfterValidator(_is_period), Kind("period", "2019-Q3", section="periods")]
"""A period as it is written; a fiscal one needs the site's calendar to become days."""


class Break(Entry):
    """A point from which the numbers are no longer comparable with those before."""

    at: PeriodText
    """The first period of the new kind."""
    why: BreakReason
    """What changed: the wording of the question, the scale, the method or the channel."""


def _as_sources(value: object) -> object:
    entries = value if isinstance(value, (list, tuple)) else [value]
    return [{"file": entry} if isinstance(entry, str) else entry for entry in entries]


_FILES = Kind("name of a file", plural="names of files")


class Metric(Named):
    """A number somebody follows."""

    method: Method
    """How the number is made from its rows."""
    kind: Text | None = None
    """What people call it: `nps`, `csat`, `ces`; the method where it is left out."""
    question: Text | None = None
    """The question as customers were asked it."""
    scale: ScaleField | None = None
    """The lowest and the highest answer."""
    better: Direction = "neither"
    """Which way is good news."""
    unit: Text | None = None
    """What stands behind the number on pages, such as `days`."""
    per: AboveZero | None = None
    """For a ratio, what it is counted per: 100 for calls per 100 bills."""
    owner: PartyRef | None = None
    """Who answers for the number."""
    collected: Text | None = None
    """How and when it is gathered: `text message, the day after`."""
    evidence: EvidenceRefs = ()
    """The study it belongs to."""
    journey: JourneyRef | None = None
    """Whose phases and steps the table names, where it has no `journey` column."""
    source: Annotated[tuple[Source, ...], BeforeValidator(_as_sources), _FILES] = ()
    """The table that holds the numbers; of several, each is drawn beside the others."""
    breaks: tuple[Break, ...] = ()
    """Points that are drawn as a break and never tested across."""
    fresh_for: Length | None = None
    """How long it stays fresh after its period has ended; the site's where it is left out."""

    def calendar(self, site: FiscalCalendar) -> FiscalCalendar:
        """The fiscal calendar of its sources, or the site's."""
        return next((source.fiscal_year.calendar for source in self.source if source.fiscal_year), site)

    @field_validator("source")
    @classmethod
    def _one_file_once(cls, sources: tuple[Source, ...]) -> tuple[Source, ...]:
        seen = [(s.file, tuple(sorted(s.where.items())), tuple(sorted(s.columns.items()))) for s in sources]
        if len(set(seen)) != len(seen):
            raise WrongValueError("names the same table twice in the same way", "keep one of the two")
        return sources


class MetricsFile(Entry):
    """A file below `metrics/`: what numbers mean and which table holds them."""

    metrics: tuple[Metric, ...] = ()
    """The numbers that are followed; they may be spread over several files."""
