"""The settings of a project, and the day that a build of it speaks of."""

from __future__ import annotations

from datetime import date

from cxsite.diagnostics import Diagnostic
from cxsite.load.files import Tree, WorkTree
from cxsite.load.memory import Memory
from cxsite.load.shape import shape
from cxsite.load.today import today_of
from cxsite.model.settings import Settings
from cxsite.project import SETTINGS, Project


def read_settings(tree: Tree, memory: Memory | None = None) -> tuple[Settings, tuple[Diagnostic, ...]]:
    """What `cxsite.yml` says, and what is wrong with it; the defaults where it is not there or says nothing."""
    if not tree.exists(SETTINGS):
        return Settings(), ()
    text = tree.text(SETTINGS)
    if isinstance(text, Diagnostic):
        return Settings(), (text,)
    if not any(line.split("#")[0].strip() for line in text.text.splitlines()):
        return Settings(), ()
    memory = memory or Memory()
    node, problems = memory.tree(text)
    if node is None:
        return Settings(), problems
    settings, found = memory.made("settings", {SETTINGS: node}, lambda: shape(Settings, node))
    return settings or Settings(), (*problems, *found)


def day_of(project: Project) -> date:
    """The day that a build of the project speaks of."""
    return today_of(project.root, read_settings(WorkTree(project.root))[0])
