"""What a number means: how it is made, on which scale, from which table."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, field_validator

from cxsite.model.base import Entry
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

    @property
    def calendar(self) -> FiscalCalendar:
        """The calendar that turns fiscal quarters into days."""
        return FiscalCalendar(self.starts, self.named_after)


class Source(Entry):
    """A table that holds a metric's numbers, and how its columns are named there."""

    file: Text
    """The CSV below `metrics/`. Required."""
    columns: dict[str, str] = Field(default_factory=dict)
    """Our column name to the table's: `{period: month}`."""
    where: dict[str, str] = Field(default_factory=dict)
    """Only rows with these values in the table's columns."""
    missing: Annotated[tuple[str, ...], OneOrMore] = ()
    """Cells that mean nobody knows; an empty cell always does."""
    fiscal_year: FiscalYear | None = None


def _is_period(text: str) -> str:
    parse_period(text)
    return text


PeriodText = Annotated[str, AfterValidator(_is_period)]
"""A period as it is written; a fiscal one needs the site's calendar to become days."""


class Break(Entry):
    """A point from which the numbers are no longer comparable with those before."""

    at: PeriodText
    """The first period of the new kind. Required."""
    why: BreakReason
    """Required."""


def _as_sources(value: object) -> object:
    entries = value if isinstance(value, (list, tuple)) else [value]
    return [{"file": entry} if isinstance(entry, str) else entry for entry in entries]


class Metric(Named):
    """A number somebody follows."""

    method: Method
    """How it is made from its rows. Required."""
    kind: Text | None = None
    """What people call it: nps, csat, ces; the method where it is left out."""
    question: Text | None = None
    scale: ScaleField | None = None
    better: Direction = "neither"
    unit: Text | None = None
    per: Positive | None = None
    """For a ratio: calls per 100 bills."""
    owner: PartyRef | None = None
    collected: Text | None = None
    evidence: EvidenceRefs = ()
    journey: JourneyRef | None = None
    """Whose phases and steps the table names, where it has no `journey` column."""
    source: Annotated[tuple[Source, ...], BeforeValidator(_as_sources)] = ()
    breaks: tuple[Break, ...] = ()
    fresh_for: Length | None = None

    def calendar(self, site: FiscalCalendar) -> FiscalCalendar:
        """The fiscal calendar of its sources, or the site's."""
        return next((source.fiscal_year.calendar for source in self.source if source.fiscal_year), site)

    @field_validator("source")
    @classmethod
    def _one_file_once(cls, sources: tuple[Source, ...]) -> tuple[Source, ...]:
        seen = [(s.file, tuple(sorted(s.where.items())), tuple(sorted(s.columns.items()))) for s in sources]
        if len(set(seen)) != len(seen):
            raise ValueError("names the same table twice in the same way")
        return sources


class MetricsFile(Entry):
    """A file below `metrics/`."""

    metrics: tuple[Metric, ...] = ()
