"""A report as Markdown, for a comment or a release note. Names and texts of authors cannot become markup in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from cxsite.compare.change import Change, Level, Subject
from cxsite.compare.impact import Reach
from cxsite.compare.report import Group, Report, Told
from cxsite.diagnostics import count_of

_MARKUP = re.compile(r"[\\`*_{}\[\]<>|~]")
_MARKS = {Level.ATTENTION: "❗", Level.NOTICE: "🔹", Level.INFO: "▫️"}
_SIGNS = {"better": " *better for the customer*", "worse": " *worse for the customer*", "neutral": ""}


def plain(text: str) -> str:
    """A text as it is: no markup, no address that becomes a link, nobody is called by `@`, no issue by `#`.

    A forge looks for names and numbers after it has read the entities, so a space without width parts them.
    """
    one_line = " ".join(text.split()).replace("&", "&amp;")
    escaped = _MARKUP.sub(
        lambda found: f"\\{found[0]}" if found[0] not in "<>" else {"<": "&lt;", ">": "&gt;"}[found[0]], one_line
    )
    parted = re.sub(r"@(?=\w)|#(?=\d)", r"\g<0>&#8203;", escaped)
    return re.sub(r"(?i)\b(www)\.", r"\1&#46;", parted).replace("://", "&#58;//")


def reached(report: Told, reach: Reach) -> str:
    """How far a change reaches: journeys, departments, how many pages."""
    names = ", ".join(plain(report.name_of(journey)) for journey in reach.journeys) or "no journey"
    who = f"; {', '.join(map(plain, reach.departments))}" if reach.departments else ""
    pages = f"; {count_of(len(reach.pages), 'page')}" if reach.pages else ""
    return f"{names}{who}{pages}"


def write(report: Report) -> str:
    """Headings by journey, a line a thing; what follows; the rest folded."""
    return "\n".join(_lines(report)).rstrip() + "\n"


def _lines(report: Report) -> Iterator[str]:
    yield f"**{plain(report.verdict)}**"
    yield ""
    for group in report.groups:
        yield from _group(group)
    if report.effects:
        yield "### What follows"
        yield ""
        for group in report.followed:
            yield from (f"- {sentence(subject, changes)}" for subject, changes in group.subjects)
        yield ""
    if report.reaches:
        yield "### Reaches"
        yield ""
        for reach in report.reaches:
            yield f"- {_subject(reach.subject)}: {reached(report, reach)}"
        yield ""
    if report.form:
        yield "### Files"
        yield ""
        yield from (f"- {plain(change.sentence)}" for change in report.form)
        yield ""


def _group(group: Group) -> Iterator[str]:
    yield f"### {plain(group.name)}"
    yield ""
    for subject, changes in group.subjects:
        mark = _MARKS[max(change.level for change in changes)]
        yield f"- {mark} {sentence(subject, changes)} · {place(changes[0])}"
        yield from (f"  {plain(change.hint)}" for change in changes if change.hint)
    yield ""


def sentence(subject: Subject, changes: Iterable[Change]) -> str:
    """What changed about a thing, its name in bold."""
    return f"{_subject(subject)}: " + "; ".join(f"{plain(change.what)}{_SIGNS[change.direction]}" for change in changes)


def place(change: Change) -> str:
    """`` `journeys/join.yml:12` ``."""
    return f"`{change.span.file}:{change.span.line}`".replace("``", "`")


def _subject(subject: Subject) -> str:
    return f"**{plain(subject.title)}**"
