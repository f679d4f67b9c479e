"""A report for machines. Its schema is published: `cxsite schema difference`."""

from __future__ import annotations

import json
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from cxsite.compare.change import Change
from cxsite.compare.impact import Reach
from cxsite.compare.report import Report
from cxsite.compare.state import State
from cxsite.diagnostics import Span


class _Said(BaseModel):
    model_config = ConfigDict(extra="forbid")


class StateSaid(_Said):
    """One of the two states."""

    label: str = Field(description="What people call it: a branch, a tag, a folder, `the work tree`.")
    commit: str = Field(description="The full id of the commit; empty for a folder.")


class PlaceSaid(_Said):
    """A stretch of a file. Lines and columns count from 1."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int


class SubjectSaid(_Said):
    """What changed."""

    noun: str = Field(description="`step`, `hotspot`, `metric` …")
    id: str
    name: str
    journey: str = Field(description="The journey it stands in; empty for what journeys share.")
    scope: str = Field(description="The journey, or `journey/target` for something of one of its targets.")


class ChangeSaid(_Said):
    """One change."""

    kind: str = Field(description="The id of its kind, from the catalogue.")
    level: Literal["attention", "notice", "info"]
    direction: Literal["better", "worse", "neutral"] = Field(description="What it is for the customer.")
    derived: bool = Field(description="True for what follows from edits, false for what somebody edited.")
    subject: SubjectSaid
    field: str = Field(description="The key that changed; empty where it is the thing as a whole.")
    sentence: str
    before: str = Field(description="The whole value before, in words; empty for none.")
    after: str = Field(description="The whole value after, in words; empty for none.")
    was_at: PlaceSaid | None = Field(description="Where it is written before; null where it is not there.")
    is_at: PlaceSaid | None = Field(description="Where it is written after; null where it is not there.")
    hint: str
    fingerprint: str = Field(description="The same for the same change in later commits, wherever it then stands.")


class ReachSaid(_Said):
    """How far the change of something shared reaches."""

    subject: SubjectSaid
    journeys: list[str] = Field(description="Ids of journeys.")
    departments: list[str] = Field(description="Names of departments.")
    uses: list[str] = Field(description="What refers to it, as `kind journey/id`.")


class DifferenceSaid(_Said):
    """What `cxsite diff --format json` prints."""

    version: Literal[1] = 1
    before: StateSaid
    after: StateSaid
    same_meaning: bool = Field(description="True where only order and format changed, or nothing.")
    verdict: str = Field(description="How much changed, in a sentence.")
    changes: list[ChangeSaid]
    reaches: list[ReachSaid]


def write(report: Report) -> str:
    """One object."""
    return json.dumps(said(report).model_dump(mode="json"), indent=2, ensure_ascii=False) + "\n"


def schema() -> dict[str, Any]:
    """The JSON Schema of what `write` gives."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **DifferenceSaid.model_json_schema()}


def said(report: Report) -> DifferenceSaid:
    """The report as data."""
    difference = report.difference
    return DifferenceSaid(
        before=_state(difference.before),
        after=_state(difference.after),
        same_meaning=difference.same_meaning,
        verdict=report.verdict,
        changes=[_change(change) for change in report.changes],
        reaches=[
            ReachSaid(
                subject=_subject(reach),
                journeys=list(reach.journeys),
                departments=list(reach.departments),
                uses=[f"{thing.kind} {thing.ref}" for thing in reach.uses],
            )
            for reach in report.reaches
        ],
    )


def _state(state: State) -> StateSaid:
    return StateSaid(label=state.label, commit=state.commit)


def _change(change: Change) -> ChangeSaid:
    return ChangeSaid(
        kind=change.kind,
        level=change.level.word,  # type: ignore[arg-type]
        direction=change.direction,
        derived=change.derived,
        subject=_subject(change),
        field=change.field,
        sentence=change.sentence,
        before=change.before,
        after=change.after,
        was_at=_place(change.was_at),
        is_at=_place(change.is_at),
        hint=change.hint,
        fingerprint=change.fingerprint,
    )


def _subject(one: Change | Reach) -> SubjectSaid:
    found = one.subject
    return SubjectSaid(noun=found.noun, id=found.id, name=found.name, journey=found.journey, scope=found.scope)


def _place(span: Span) -> PlaceSaid | None:
    if not span.line:
        return None
    return PlaceSaid(
        file=span.file,
        line=span.line,
        column=span.column,
        end_line=span.end_line or span.line,
        end_column=span.end_column or span.column,
    )
