"""Everything a project holds, read once: the model, the tables, and what is wrong with their form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePosixPath

from cxsite.diagnostics import Code, Diagnostic, Severity, Span, in_order
from cxsite.load.files import Text, Tree, WorkTree
from cxsite.load.garbage import uncollected
from cxsite.load.journeys import NOT_A_MAPPING, build_journey, group_by_journey
from cxsite.load.languages import build_translations, is_translation
from cxsite.load.libraries import build_library, library_of
from cxsite.load.memory import Memory
from cxsite.load.node import Node
from cxsite.load.rows import Table
from cxsite.load.settings import read_settings
from cxsite.load.shape import shape
from cxsite.load.today import today_of
from cxsite.model.base import Entry
from cxsite.model.journey import Journey
from cxsite.model.metric import Metric, MetricsFile
from cxsite.model.portfolio import Portfolio
from cxsite.model.settings import Settings
from cxsite.model.translation import Translation
from cxsite.project import JOURNEYS, METRICS, Project

NO_JOURNEYS = Code("CX025", Severity.WARNING, "there is no journey")
"""`journeys/` holds one YAML file, or one folder, for each journey."""


@dataclass(frozen=True)
class Content:
    """What was read: the portfolio, the tables by file name, the diagnostics of form, how many files, which day it is.

    `unread_tables` are there and cannot be read, which has its own diagnostic.
    """

    portfolio: Portfolio
    tables: dict[str, Table]
    unread_tables: frozenset[str]
    diagnostics: tuple[Diagnostic, ...]
    files_parsed: int
    today: date


class _Reader:
    """Reads each file once and gathers what is wrong."""

    def __init__(self, tree: Tree, memory: Memory) -> None:
        self.tree = tree
        self.memory = memory
        self.found: list[Diagnostic] = []
        self.translations: dict[str, dict[str, Translation]] = {}
        names = self.tree.names(JOURNEYS, ".yml")
        self.groups = group_by_journey(name for name in names if not library_of(name))
        self.library_files = tuple(name for name in names if library_of(name))

    def text(self, name: str) -> Text | None:
        text = self.tree.text(name)
        if isinstance(text, Diagnostic):
            self.found.append(text)
            return None
        return text

    def node(self, name: str) -> Node | None:
        text = self.text(name)
        if text is None:
            return None
        node, found = self.memory.tree(text)
        self.found.extend(found)
        if node is None and not found:
            self.found.append(NOT_A_MAPPING(Span(name), f"`{name}` is empty", "fill it in, or delete the file"))
        return node

    def settings(self) -> Settings:
        settings, found = read_settings(self.tree, self.memory)
        self.found.extend(found)
        return settings

    def journeys(self) -> tuple[Journey, ...]:
        journeys = [self._journey(key, files) for key, files in self.groups.items()]
        if not self.groups:
            hint = f"write the first one: `{JOURNEYS}/my-journey.yml`"
            self.found.append(NO_JOURNEYS(Span(JOURNEYS), "there is no journey yet", hint))
        return tuple(journey for journey in journeys if journey)

    def libraries(self) -> dict[str, Entry]:
        """The library files by name; one that has no shape is left out, as if it were not there."""
        made: dict[str, Entry] = {}
        for key in dict.fromkeys(map(library_of, self.library_files)):
            files = [name for name in self.library_files if library_of(name) == key]
            nodes = {name: node for name in files if (node := self.node(name))}
            entry, found = self._library(key, nodes) if len(nodes) == len(files) else (None, ())
            self.found.extend(found)
            if entry is not None:
                made[key] = entry
        return made

    def _library(self, key: str, nodes: dict[str, Node]) -> tuple[Entry | None, tuple[Diagnostic, ...]]:
        return self.memory.made(("library", key), nodes, lambda: build_library(key, nodes))

    def _journey(self, key: str, files: tuple[str, ...]) -> Journey | None:
        self._translate(key, tuple(name for name in files if is_translation(name)))
        files = tuple(name for name in files if not is_translation(name))
        nodes = {name: node for name in files if (node := self.node(name))}
        if len(nodes) < len(files):
            return None
        journey, found = self.memory.made(("journey", key), nodes, lambda: build_journey(key, nodes))
        self.found.extend(found)
        return journey

    def _translate(self, key: str, files: tuple[str, ...]) -> None:
        nodes = {name: node for name in files if (node := self.node(name))}
        made, found = self.memory.made(("translations", key), nodes, lambda: build_translations(nodes))
        self.found.extend(found)
        if made:
            self.translations[key] = made

    def metrics(self) -> tuple[Metric, ...]:
        metrics: list[Metric] = []
        self.all_metrics = True
        for name in self.tree.names(METRICS, ".yml"):
            if PurePosixPath(name).parts[1] == "ingest":
                continue
            node = self.node(name)
            file, found = self._metrics(node) if node else (None, ())
            self.found.extend(found)
            metrics.extend(file.metrics if file else ())
            self.all_metrics = self.all_metrics and file is not None
        return tuple(sorted(metrics, key=lambda metric: metric.key))

    def _metrics(self, node: Node) -> tuple[MetricsFile | None, tuple[Diagnostic, ...]]:
        return self.memory.made("metrics", {node.file: node}, lambda: shape(MetricsFile, node))

    def tables(self) -> dict[str, Table]:
        tables: dict[str, Table] = {}
        for name in self.tree.names(METRICS, ".csv"):
            text = self.text(name)
            table, found = self.memory.table(text) if text else (None, ())
            self.found.extend(found)
            if table:
                tables[name] = table
        return tables


@uncollected
def load(project: Project, memory: Memory | None = None) -> Content:
    """Reads the project's settings, journeys, metric definitions and tables, each file once.

    `memory` keeps what was parsed, for who reads other states of the project after it.
    """
    memory = Memory() if memory is None else memory
    return read_content(WorkTree(project.root), memory, lambda settings: today_of(project.root, settings))


def read_content(tree: Tree, memory: Memory, day: Callable[[Settings], date]) -> Content:
    """Reads one state of a project. What `memory` knows from another state is not parsed again, nor counted."""
    reader, parsed = _Reader(tree, memory), memory.parsed
    settings, journeys, metrics = reader.settings(), reader.journeys(), reader.metrics()
    unread_journeys = frozenset(reader.groups) - {journey.key for journey in journeys}
    whole = reader.libraries(), unread_journeys, reader.all_metrics, reader.translations
    portfolio = Portfolio(settings, journeys, metrics, *whole)
    tables = reader.tables()
    for folder in (JOURNEYS, METRICS):
        reader.found.extend(tree.nearly(folder))
    unread = frozenset(tree.names(METRICS, ".csv")) - tables.keys()
    return Content(portfolio, tables, unread, in_order(reader.found), memory.parsed - parsed, day(settings))


def read_changed(before: Content, tree: Tree, memory: Memory, changed: frozenset[str]) -> Content:
    """The state after `before`. `tree` holds what all journeys share, and the journeys that `changed`; the others
    are as they were. Tables are those of `tree`."""
    read, was = read_content(tree, memory, lambda _: before.today), before.portfolio
    now = read.portfolio
    kept = (journey for journey in was.journeys if journey.key not in changed)
    translations = {key: texts for key, texts in was.translations.items() if key not in changed}
    portfolio = replace(
        now,
        journeys=tuple(sorted((*kept, *now.journeys), key=lambda journey: journey.key)),
        unread=(was.unread - changed) | now.unread,
        translations={**translations, **now.translations},
    )
    of_others = (one for one in before.diagnostics if _journey_of(one.span.file) not in {"", *changed})
    return replace(read, portfolio=portfolio, diagnostics=in_order([*of_others, *read.diagnostics]))


def _journey_of(file: str) -> str:
    """The journey that a file belongs to; empty for what journeys share."""
    if not file.startswith(f"{JOURNEYS}/") or library_of(file):
        return ""
    return next(iter(group_by_journey([file])))
