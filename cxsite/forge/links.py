"""From what changed to its place on a preview of the site, and on the forge."""

from __future__ import annotations

from collections.abc import Callable

from cxsite.compare.change import Subject
from cxsite.compare.report import Report, Told
from cxsite.derive.links.things import Thing
from cxsite.diagnostics import Span
from cxsite.forge.comment import Links
from cxsite.forge.forges import Forge
from cxsite.model.portfolio import Portfolio
from cxsite.pages.places import address, anchor_of, map_page
from cxsite.pages.plan import LINK

_KINDS = {
    **{noun: noun for noun in ("journey", "phase", "step", "hotspot", "idea", "action", "goal", "metric", "principle")},
    **{noun: noun for noun in ("channel", "touchpoint", "system", "capability", "segment", "life-cycle stage")},
    **{"persona": "segment", "department": "party", "person": "party", "source": "evidence", "number": "metric"},
}
"""The kind of thing that pages show, by the noun of what changed."""


def links_of(report: Report, forge: Forge, preview: str) -> Links:
    """Links into a preview (empty: none), and to lines of the later commit."""
    portfolio = report.difference.sides.after

    def page(subject: Subject) -> str:
        where = _address(subject, portfolio) if preview else ""
        return f"{preview.rstrip('/')}/{where}" if where else ""

    return Links(page, lines_of(report, forge))


def lines_of(told: Told, forge: Forge) -> Callable[[Span], str]:
    """Links to lines of the later commit; none for a folder."""
    commit = told.after.commit

    def line(span: Span) -> str:
        return forge.line(commit, f"{told.folder}{span.file}", span.line) if commit and forge.web else ""

    return line


def _address(subject: Subject, portfolio: Portfolio) -> str:
    """`join/#step-moved`; empty for what is not there after, or stands on no page."""
    if subject.noun in ("target map", "target step", "target phase"):
        return _on_target(subject, portfolio)
    if subject.noun == "value definition":
        return "value/"
    kind = _KINDS.get(subject.noun)
    home = "" if subject.noun in ("metric", "number", "journey") else subject.journey
    if kind is None or (portfolio.find(kind, subject.id, home) is None):
        return ""
    return _site(address(Thing(kind, home, subject.id), portfolio).removeprefix(LINK))


def _on_target(subject: Subject, portfolio: Portfolio) -> str:
    journey = portfolio.journey_by_id.get(subject.journey)
    target = subject.id if subject.noun == "target map" else subject.scope.partition("/")[2]
    if journey is None or target not in journey.targets:
        return ""
    of = subject.noun.removeprefix("target ")
    anchor = "" if subject.noun == "target map" else f"#{anchor_of(Thing(of, journey.key, subject.id))}"
    return _site(f"{map_page(journey.key, target)}{anchor}")


def _site(path: str) -> str:
    return path.replace("index.md", "", 1)
