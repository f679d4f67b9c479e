"""Files that differ where no meaning does; and what cannot be compared, which is never told as removed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cxsite.compare.change import Change, Level, Subject, fingerprint
from cxsite.compare.groups import group_of, is_among
from cxsite.compare.sides import Sides
from cxsite.diagnostics import Diagnostic, Span
from cxsite.load.kept import FilePair
from cxsite.model.base import NOWHERE
from cxsite.project import JOURNEYS

FORMS = {
    "format-only": (Level.INFO, "Only the form of a file changed: comments, quotes, anchors, blank lines, spelling"),
    "order-only": (Level.INFO, "Only the order of a file's entries changed, where order has no meaning"),
    "rows-unread": (Level.INFO, "Rows of a table changed from which no shown number is made"),
    "unreadable": (Level.ATTENTION, "Something cannot be read on one side, so it cannot be compared"),
}
"""Id, level and title of each."""


def of_form(sides: Sides, files: Sequence[FilePair], told: Sequence[Change]) -> tuple[Change, ...]:
    """What is to be said of files in which no change was told."""
    groups = {group_of(span.file) for change in told for span in (change.was_at, change.is_at) if span.file}
    groups |= {change.field for change in told if change.subject.noun == "number"}
    groups |= {f"{JOURNEYS}/{change.subject.journey}" for change in told if change.subject.journey}
    groups |= sides.lost["before"].keys() | sides.lost["after"].keys()
    silent = [pair for pair in files if not is_among(pair.name, groups)]
    return (*_unreadable(sides), *map(_of_file, silent))


def _of_file(pair: FilePair) -> Change:
    came = "" if pair.before and pair.after else "gone, " if pair.before else "new, "
    if pair.form == "order":
        return _change("order-only", pair, "only the order of entries changed")
    if pair.form == "content" and pair.name.endswith(".csv"):
        what = "and no shown number is made from it" if came else "no shown number is made from the rows that changed"
        return _change("rows-unread", pair, f"{came}{what}")
    return _change("format-only", pair, f"{came}no meaning changed" if came else "only its form changed")


def _change(kind: str, pair: FilePair, what: str) -> Change:
    spans = (Span(pair.name) if pair.before else NOWHERE), (Span(pair.name) if pair.after else NOWHERE)
    mark = fingerprint(kind, pair.name)
    return Change(kind, FORMS[kind][0], "neutral", _file(pair.name), what, "", "", *spans, fingerprint=mark)


def _file(name: str) -> Subject:
    return Subject("", "", "file", name, name, f"`{name}`")


def _unreadable(sides: Sides) -> Iterator[Change]:
    before, after = sides.lost["before"], sides.lost["after"]
    yield from (_broken(trouble, False) for trouble in after.values())
    yield from (_broken(trouble, True) for group, trouble in before.items() if group not in after)


def _broken(found: Diagnostic, mended: bool) -> Change:
    state = "could not be read before" if mended else "cannot be read"
    what = f"{state}, so nothing in it is compared: {found.message} ({found.code})"
    spans = (found.span, NOWHERE) if mended else (NOWHERE, found.span)
    level = Level.NOTICE if mended else FORMS["unreadable"][0]
    mark = fingerprint("unreadable", found.span.file, mended, found.code)
    subject = _file(found.span.file)
    return Change("unreadable", level, "neutral", subject, what, "", "", *spans, hint=found.hint, fingerprint=mark)
