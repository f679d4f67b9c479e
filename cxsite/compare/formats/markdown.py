"""A report as Markdown, for a comment or a release note. Names and texts of authors cannot become markup in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from cxsite.compare.change import Change, Level, Subject
from cxsite.compare.impact import Reach
from cxsite.compare.report import Group, Report, Told
from cxsite.diagnostics import count_of

_MARKUP = re.compile(r"[\\`*_{}\[\]<>|~]")
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_PART = "&#8203;"
_REFERENCES = re.compile(r"@(?=\w)|[#!](?=\d)|%(?=[\w\"])|&amp;(?=\d)|(?i:\bGH-)(?=\d)")
_COMMITS = re.compile(r"(?i)\b(?=\w*\d)(?=\w*[a-f])[0-9a-f]{7,40}\b")
_MARKS = {Level.ATTENTION: "❗", Level.NOTICE: "🔹", Level.INFO: "▫️"}
_SIGNS = {"better": " *better for the customer*", "worse": " *worse for the customer*", "neutral": ""}


def plain(text: str) -> str:
    """A text as it is: no markup and no formula, no address that becomes a link, nothing and nobody is referred to.

    Forges look for names and numbers after they have read the entities, so a space without width parts them: `@name`,
    `#1`, `GH-1` and commits on GitHub, `!1`, `$1`, `%1` and `&1` on GitLab as well. Marks that turn the direction of
    what stands behind them are left out.
    """
    one_line = " ".join(_TURNS.sub("", text).split()).replace("&", "&amp;")
    escaped = _MARKUP.sub(
        lambda found: f"\\{found[0]}" if found[0] not in "<>" else {"<": "&lt;", ">": "&gt;"}[found[0]], one_line
    )
    parted = _REFERENCES.sub(rf"\g<0>{_PART}", escaped)
    parted = _COMMITS.sub(lambda found: re.sub(r".{6}(?=.)", rf"\g<0>{_PART}", found[0]), parted)
    parted = parted.replace("$", f"&#36;{_PART}")
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
