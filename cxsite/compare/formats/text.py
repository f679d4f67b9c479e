"""A report for the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cxsite.compare.change import Change, Subject
from cxsite.compare.report import Group, Report
from cxsite.compare.words import short
from cxsite.diagnostics import count_of

_TURNS = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
"""Signs that turn the direction of what follows: in a terminal a name with one of them rewrites the line around it."""
_SIGNS = {"better": " (better for the customer)", "worse": " (worse for the customer)", "neutral": ""}


def write(report: Report) -> str:
    """Sentences by journey, the place below each; what follows; what is only form; one line on how much."""
    return "\n".join(_lines(report)).translate(_TURNS) + "\n"


def _lines(report: Report) -> Iterator[str]:
    yield from _groups(report.groups)
    if report.effects:
        yield "What follows"
        for group in report.followed:
            for subject, changes in group.subjects:
                yield f"  {_sentence(subject, changes)}"
        yield ""
    for reach in report.reaches:
        names = ", ".join(report.name_of(journey) for journey in reach.journeys)
        yield (
            f"Reach of {reach.subject.title[0].lower()}{reach.subject.title[1:]}: {names or 'no journey'}"
            + (f"; departments: {', '.join(reach.departments)}" if reach.departments else "")
            + (f"; {count_of(len(reach.pages), 'page')}: {short(', '.join(reach.pages))}" if reach.pages else "")
        )
    if report.reaches:
        yield ""
    for change in report.form:
        yield f"{change.sentence}"
    if report.form:
        yield ""
    yield report.verdict
    yield from report.unknown


def _groups(groups: Iterable[Group]) -> Iterator[str]:
    for group in groups:
        yield group.name
        for subject, changes in group.subjects:
            yield f"  {max(change.level for change in changes).word:<9}  {_sentence(subject, changes)}"
            yield f"             {changes[0].span}"
            yield from (f"             {change.hint}" for change in changes if change.hint)
        yield ""


def _sentence(subject: Subject, changes: Iterable[Change]) -> str:
    return f"{subject.title}: " + "; ".join(f"{change.what}{_SIGNS[change.direction]}" for change in changes)
