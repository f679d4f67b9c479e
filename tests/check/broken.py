"""Small projects in which one thing is wrong, and what is said about it."""

from __future__ import annotations

from pathlib import Path

from support import examined_project, small_project

from cxsite.diagnostics import Diagnostic

TODAY = "today: 2026-11-22\n"
HEAD = "name: A\nowner: b\nreviewed: 2026-11-01\n"
MAP = "phases:\n  - {name: Wait, id: wait, steps: [{name: Looks, id: look}, {name: Asks, id: ask}]}\n"


def said(folder: Path, journey: str = "", **files: str) -> list[Diagnostic]:
    """All that is said about a project of one journey: the head, a map of two steps, and what is given on top.

    Further files are named with `__` for `/` and without their ending, a table as `metrics__ease_csv`.
    """
    whole: dict[str, str | bytes] = {
        "cxsite.yml": TODAY,
        "journeys/ticket.yml": HEAD + ("" if "phases:" in journey else MAP) + journey,
    }
    for name, text in files.items():
        path = name.replace("__", "/")
        whole[f"{path[:-4]}.csv" if path.endswith("_csv") else f"{path}.yml"] = text
    return list(examined_project(small_project(folder, whole), aside=frozenset()).diagnostics)


def codes(found: list[Diagnostic]) -> list[str]:
    """Their codes, in the order of the places."""
    return [one.code for one in found]


def only(found: list[Diagnostic], code: str) -> Diagnostic:
    """The one that is said with this code."""
    (problem,) = [one for one in found if one.code == code]
    return problem
