"""A report as one comment: a sentence, the weightiest changes, the rest folded, within the forge's limit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from cxsite.compare.change import Change, Direction, Subject
from cxsite.compare.formats.markdown import plain, reached
from cxsite.compare.report import Group, Told
from cxsite.diagnostics import Span, count_of

MARK = "<!-- cxsite: what this change does to the map -->"
"""The first line of our comment, by which it is found again. A reply that quotes it begins with `>`."""
ROWS = 8
LONGEST = 400
"""Characters of a cell; what is longer is cut, so that the table always fits."""
_WORDS: dict[Direction, str] = {"better": "better", "worse": "worse", "neutral": ""}
_RANK: dict[Direction, int] = {"worse": 0, "better": 1, "neutral": 2}
_CLOSE = "\n</details>\n"


@dataclass(frozen=True)
class Links:
    """Where things can be looked at: on the preview, by subject, and in the changed files; empty for nowhere.

    `kept` is where a zip of the whole site can be fetched.
    """

    page: Callable[[Subject], str] = lambda _: ""
    line: Callable[[Span], str] = lambda _: ""
    kept: str = ""


def compose(report: Told, links: Links, limit: int) -> str:
    """The comment. What does not fit is left out thing by thing, and counted.

    `limit` is in characters, as the forge counts them.
    """
    head = "\n".join(_head(report, links)) + "\n"
    site = f" · [the site as a zip]({links.kept})" if links.kept else ""
    foot = f"\n<sub>{_states(report)}{site}</sub>\n"
    return head + _folded(report, links, limit - len(head) - len(foot)) + foot


def _head(report: Told, links: Links) -> Iterator[str]:
    yield MARK
    yield f"**{plain(report.verdict)}**{_for_the_customer(report)}"
    yield ""
    rows = _weightiest(report)
    if rows:
        yield "| What | Change | For the customer |"
        yield "| --- | --- | --- |"
        yield from (_row(subject, changes, links) for subject, changes in rows)
        yield ""


def _for_the_customer(report: Told) -> str:
    directions = [change.direction for change in (*report.edits, *report.effects)]
    better, worse = directions.count("better"), directions.count("worse")
    said = [f"{number} {word}" for number, word in ((better, "better"), (worse, "worse")) if number]
    return f" For the customer: {' and '.join(said)}." if said else ""


def _things(report: Told) -> list[tuple[Subject, tuple[Change, ...]]]:
    groups = (*report.groups, *report.followed)
    return [one for group in groups for one in group.subjects]


def _weightiest(report: Told) -> list[tuple[Subject, tuple[Change, ...]]]:
    def weight(one: tuple[Subject, tuple[Change, ...]]) -> tuple[int, int]:
        changes = one[1]
        return -max(change.level for change in changes), min(_RANK[change.direction] for change in changes)

    broken = [(change.subject, (change,)) for change in report.form if change.kind == "unreadable"]
    return [*broken, *sorted(_things(report), key=weight)][:ROWS]


def _row(subject: Subject, changes: tuple[Change, ...], links: Links) -> str:
    words = dict.fromkeys(_WORDS[change.direction] for change in changes if _WORDS[change.direction])
    what = plain(_cut("; ".join(change.what for change in changes)))
    return f"| {_linked(subject, links)} | {what}{_at(changes[0], links)} | {', '.join(words)} |"


def _linked(subject: Subject, links: Links) -> str:
    page, title = links.page(subject), plain(_cut(subject.title))
    return f"[{title}]({page})" if page else f"**{title}**"


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _at(change: Change, links: Links) -> str:
    address = links.line(change.is_at) if change.is_at.line else ""
    return f" ([line {change.is_at.line}]({address}))" if address else ""


def _folded(report: Told, links: Links, room: int) -> str:
    """Everything, group by group, as long as there is room."""
    things = _things(report)
    if len(things) <= ROWS and not report.reaches and not report.form:
        return ""
    text, left = "<details><summary>All of it</summary>\n", 0
    for lines in _blocks(report, links):
        if left or len(text) + len(lines) + len(_CLOSE) + 200 > room:
            left += lines.count("\n- ") + lines.startswith("- ")
        else:
            text += lines
    if left:
        more = count_of(left, "more thing")
        text += f"\n{more} did not fit here: `cxsite diff` says {'it' if left == 1 else 'them'} all.\n"
    return text + _CLOSE if room > len(_CLOSE) + 300 else ""


def _blocks(report: Told, links: Links) -> Iterator[str]:
    for group in report.groups:
        yield from _group(f"#### {plain(group.name)}", group, links)
    for index, group in enumerate(report.followed):
        yield from _group("#### What follows" if not index else "", group, links)
    for index, reach in enumerate(report.reaches):
        said = f"- {_linked(reach.subject, links)}: {reached(report, reach)}\n"
        yield ("\n#### Reach\n\n" if not index else "") + said
    for index, change in enumerate(report.form):
        yield ("\n#### Files\n\n" if not index else "") + f"- {plain(change.sentence)}\n"


def _group(heading: str, group: Group, links: Links) -> Iterator[str]:
    for index, (subject, changes) in enumerate(group.subjects):
        said = "; ".join(
            plain(change.what) + (f" *({_WORDS[change.direction]})*" if _WORDS[change.direction] else "")
            for change in changes
        )
        hints = "".join(f"  {plain(change.hint)}\n" for change in changes if change.hint)
        head = f"\n{heading}\n\n" if heading and not index else ""
        yield f"{head}- {_linked(subject, links)}: {said}{_at(changes[0], links)}\n{hints}"


def _states(report: Told) -> str:
    states = report.before, report.after
    names = [f"`{state.commit[:10]}`" if state.commit else plain(_cut(state.label)) for state in states]
    return f"{names[0]} compared with {names[1]} by cxsite"
