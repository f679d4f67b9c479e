"""A report for machines, and back. Its schema is published: `cxsite schema difference`."""

from __future__ import annotations

import json
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from cxsite.compare.change import Change, Level, Subject
from cxsite.compare.forms import FORMS
from cxsite.compare.impact import Reach
from cxsite.compare.report import Report, SitePlace, Told
from cxsite.compare.state import StateName
from cxsite.diagnostics import Span
from cxsite.model.base import NOWHERE

_LEVELS = {level.word: level for level in Level}
_MOST = 2**31 - 1
_SITE = r"^([\w-]+/)*(#[\w-]+)?$"
"""An address inside the site: names and an anchor, so that no link made of it leaves the site."""


class _Said(BaseModel):
    model_config = ConfigDict(extra="forbid")


class StateSaid(_Said):
    """One of the two states."""

    label: str = Field(description="What people call it: a branch, a tag, a folder, `the work tree`.")
    commit: str = Field(description="The full id of the commit; empty for a folder.", pattern="^[0-9a-f]{0,64}$")


class PlaceSaid(_Said):
    """A stretch of a file. Lines and columns count from 1."""

    file: str = Field(max_length=4096)
    line: int = Field(ge=1, le=_MOST)
    column: int = Field(ge=0, le=_MOST)
    end_line: int = Field(ge=0, le=_MOST)
    end_column: int = Field(ge=0, le=_MOST)


class SubjectSaid(_Said):
    """What changed."""

    noun: str = Field(description="`step`, `hotspot`, `metric` …")
    id: str
    name: str
    journey: str = Field(description="The journey it stands in; empty for what journeys share.")
    scope: str = Field(description="The journey, or `journey/target` for something of one of its targets.")
    title: str = Field(description="Noun and name, as sentences begin: `Phase “Order”`.")
    page: str = Field(
        description="Where the site shows it, such as `join/#step-pay`; empty for nowhere.", pattern=_SITE
    )
    told: str = Field(
        description="Where a site built with `--against` tells of its change; empty for nowhere.",
        pattern=_SITE,
    )


class ChangeSaid(_Said):
    """One change."""

    kind: str = Field(description="The id of its kind, from the catalogue.")
    level: Literal["attention", "notice", "info"]
    direction: Literal["better", "worse", "neutral"] = Field(description="What it is for the customer.")
    derived: bool = Field(description="True for what follows from edits, false for what somebody edited.")
    subject: SubjectSaid
    field: str = Field(description="The key that changed; empty where it is the thing as a whole.")
    sentence: str
    what: str = Field(description="The sentence without the title of its subject.")
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
    pages: list[str] = Field(
        description="Addresses on the site of what it reaches, such as `join/`; its own among them."
    )


class DifferenceSaid(_Said):
    """What `cxsite diff --format json` prints."""

    version: Literal[1] = 1
    before: StateSaid
    after: StateSaid
    same_meaning: bool = Field(description="True where only order and format changed, or nothing.")
    verdict: str = Field(description="How much changed, in a sentence.")
    changes: list[ChangeSaid]
    reaches: list[ReachSaid]
    names: dict[str, str] = Field(description="What the journeys are called, by id.")
    folder: str = Field(
        description="The project's folder in its repository, with a slash at its end; empty at its top."
    )


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
        changes=[_change(change, report) for change in report.changes],
        reaches=[
            ReachSaid(
                subject=_subject(reach.subject, report),
                journeys=list(reach.journeys),
                departments=list(reach.departments),
                uses=[f"{thing.kind} {thing.ref}" for thing in reach.uses],
                pages=list(reach.pages),
            )
            for reach in report.reaches
        ],
        names=dict(report.names),
        folder=report.folder,
    )


def told(said: DifferenceSaid) -> Told:
    """What is told, from data; the things that refer to something shared stay behind, as they are no ids there."""
    changes = [_read_change(change) for change in said.changes]
    subjects = [one.subject for one in said.changes] + [one.subject for one in said.reaches]
    return Told(
        before=StateName(said.before.label, said.before.commit),
        after=StateName(said.after.label, said.after.commit),
        same_meaning=said.same_meaning,
        edits=tuple(change for change in changes if not change.derived and change.kind not in FORMS),
        effects=tuple(change for change in changes if change.derived and change.kind not in FORMS),
        form=tuple(change for change in changes if change.kind in FORMS),
        reaches=tuple(
            Reach(_read_subject(reach.subject), (), *map(tuple, (reach.journeys, reach.departments, reach.pages)))
            for reach in said.reaches
        ),
        names=said.names,
        folder=said.folder,
        places={_read_subject(one): SitePlace(one.page, one.told) for one in subjects},
    )


def _state(state: StateName) -> StateSaid:
    return StateSaid(label=state.label, commit=state.commit)


def _change(change: Change, report: Report) -> ChangeSaid:
    return ChangeSaid(
        kind=change.kind,
        level=change.level.word,  # type: ignore[arg-type]
        direction=change.direction,
        derived=change.derived,
        subject=_subject(change.subject, report),
        field=change.field,
        sentence=change.sentence,
        what=change.what,
        before=change.before,
        after=change.after,
        was_at=_place(change.was_at),
        is_at=_place(change.is_at),
        hint=change.hint,
        fingerprint=change.fingerprint,
    )


def _subject(found: Subject, report: Report) -> SubjectSaid:
    place = report.places.get(found, SitePlace())
    return SubjectSaid(
        noun=found.noun,
        id=found.id,
        name=found.name,
        journey=found.journey,
        scope=found.scope,
        title=found.title,
        page=place.page,
        told=place.told,
    )


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


def _read_change(said: ChangeSaid) -> Change:
    return Change(
        kind=said.kind,
        level=_LEVELS[said.level],
        direction=said.direction,
        subject=_read_subject(said.subject),
        what=said.what,
        before=said.before,
        after=said.after,
        was_at=_read_place(said.was_at),
        is_at=_read_place(said.is_at),
        field=said.field,
        hint=said.hint,
        derived=said.derived,
        fingerprint=said.fingerprint,
    )


def _read_subject(said: SubjectSaid) -> Subject:
    return Subject(said.journey, said.scope, said.noun, said.id, said.name, said.title)


def _read_place(said: PlaceSaid | None) -> Span:
    return Span(**said.model_dump()) if said else NOWHERE
