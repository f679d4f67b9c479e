"""Journeys from files: one file, or a folder whose files share the same keys between them.

In a folder, `current.yml`, `hotspots.yml` and the others hold any of the journey's keys, each key once. Three kinds of
file are parts of something: `current/wait.yml` is the phase `wait`, `hotspots/*.yml` and their like are lists that
grew, and `target.yml`, `target-vision.yml` are targets.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import TypeVar

from cxsite.diagnostics import Code, Diagnostic, Related, Severity, Span, closest
from cxsite.load.grown import GROWN, grow, with_id
from cxsite.load.node import MAPPING, SCALAR, SEQUENCE, Node
from cxsite.load.shape import shape
from cxsite.model.base import Entry
from cxsite.model.journey import Journey
from cxsite.model.portfolio import LIBRARIES
from cxsite.model.target import Target
from cxsite.model.text import problem_with_id, to_id
from cxsite.project import JOURNEYS, METRICS

NOT_READ = Code("CX020", Severity.WARNING, "a file that belongs to nothing")
"""Files of a journey's folder are journey, current, hotspots, ideas, actions, evidence, goals, target and
`target-NAME`; folders are `current/`, `hotspots/`, `ideas/`, `actions/` and `lang/`. Anything else is not read."""
TWO_FILES = Code("CX021", Severity.ERROR, "a key stands in two files of a journey")
"""The files of a journey's folder share its keys between them: each key stands in one of them."""
NOT_A_MAPPING = Code("CX022", Severity.ERROR, "a file does not hold keys")
"""A file holds keys, such as `name: …`. One that is empty, or only a list or a text, says nothing about a journey."""
BAD_FILE_NAME = Code("CX023", Severity.ERROR, "a file's name cannot be an id")
"""A journey's id is the name of its file or folder, a target's what stands behind `target-`: lower-case letters, digits
and hyphens, a letter first. Library files and the metrics have their names already."""
FILE_AND_FOLDER = Code("CX024", Severity.ERROR, "a journey is both a file and a folder")
"""`journeys/join.yml` and `journeys/join/` would be one journey. Keep one of the two."""
NO_PHASE_FILE = Code("CX026", Severity.ERROR, "a phase has no file")
"""`phases: [discover, order]` in current.yml names phases that stand in files of their own, `current/discover.yml`."""
OWN_ID = Code("CX027", Severity.ERROR, "a journey has an id besides its file's name")
"""A journey's id is the name of its file or folder. A second one would make two names for one thing."""

_NO_WHOLE = frozenset({TWO_FILES.id, FILE_AND_FOLDER.id, NO_PHASE_FILE.id})
"""After these nobody can say what the journey is as a whole."""
E = TypeVar("E", bound=Entry)
PARTS = frozenset({"journey", "current", "evidence", "goals", *GROWN})
"""Files of a journey's folder that hold some of its keys."""
_TARGET = re.compile(r"target(?:-(?P<id>.+))?")


def group_by_journey(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Journey id to its files."""
    groups: dict[str, list[str]] = defaultdict(list)
    for name in names:
        parts = PurePosixPath(name).relative_to(JOURNEYS).parts
        groups[parts[0].removesuffix(".yml") if len(parts) == 1 else parts[0]].append(name)
    return {key: tuple(sorted(files)) for key, files in sorted(groups.items())}


def target_of(name: str) -> str:
    """The id of the target that a file of a journey's folder holds; empty for any other file."""
    parts = PurePosixPath(name).relative_to(JOURNEYS).parts
    found = _TARGET.fullmatch(parts[1].removesuffix(".yml")) if len(parts) == 2 else None
    return (found["id"] or "target") if found else ""


def build_journey(key: str, files: Mapping[str, Node]) -> tuple[Journey | None, tuple[Diagnostic, ...]]:
    """The journey `key` from the trees of its files."""
    builder = _Builder(key, files)
    journey = builder.build()
    return journey, tuple(builder.found)


class _Builder:
    """Puts the files of one journey together."""

    def __init__(self, key: str, files: Mapping[str, Node]) -> None:
        self.key = key
        self.files = {name: node for name, node in files.items() if node.kind == MAPPING}
        self.found: list[Diagnostic] = [
            NOT_A_MAPPING(node.here, f"`{name}` should hold keys like `name: …`", "see the first map in the guide")
            for name, node in files.items()
            if node.kind != MAPPING
        ]

    def build(self) -> Journey | None:
        """The journey, or None where it has no shape."""
        self._check_name()
        whole = self._whole()
        if whole is None:
            return None
        self._split_phases(whole)
        self._grown_lists(whole)
        targets = {key: target for key, node in self._targets(whole) if (target := self._shape(Target, node))}
        if any(found.code in _NO_WHOLE for found in self.found):
            return None
        journey = self._shape(Journey, whole)
        return journey.with_files(self.key, targets) if journey else None

    def _shape(self, model: type[E], node: Node) -> E | None:
        entry, found = shape(model, node)
        self.found.extend(found)
        return entry

    def _check_name(self) -> None:
        taken = {**dict.fromkeys(LIBRARIES, "is the name of a library file"), METRICS: "is where the metrics stand"}
        why = taken.get(self.key) or problem_with_id(self.key)
        if why and self.files:
            first = next(iter(self.files))
            message = f"`{self.key}` {why}, and a journey's id is its file's name"
            works = f"{self.key}-1" if self.key in taken else to_id(self.key)
            hint = f"rename it, to `{works}{'/' if self._in_folder(first) else '.yml'}`"
            self.found.append(BAD_FILE_NAME(Span(first), message, hint))

    def _in_folder(self, name: str) -> tuple[str, ...]:
        """The file's place within the journey's folder; empty for the journey that is one file."""
        parts = PurePosixPath(name).relative_to(JOURNEYS).parts
        return parts[1:] if len(parts) > 1 else ()

    def _whole(self) -> Node | None:
        """One mapping of all keys, from the file of the journey or the parts in its folder."""
        whole: Node | None = None
        first: dict[str, Node] = {}
        for name, node in sorted(self.files.items(), key=lambda item: (not item[0].endswith("/journey.yml"), item[0])):
            inside = self._in_folder(name)
            if not inside and len(self.files) > 1:
                hint = f"keep `{JOURNEYS}/{self.key}.yml` or the folder `{JOURNEYS}/{self.key}/`"
                self.found.append(FILE_AND_FOLDER(Span(name), f"`{self.key}` is both a file and a folder", hint))
            if len(inside) > 1:
                self._check_folder(name, inside)
                continue
            if inside and not self._is_part(name, inside[0]):
                continue
            whole = whole or Node(name, MAPPING, node.start, node.end)
            for pair in node.pairs():
                self._check_key(pair[0], first)
                whole.items.append(pair)
        return whole

    def _check_folder(self, name: str, inside: tuple[str, ...]) -> None:
        if len(inside) == 2 and inside[0] in {"current", *GROWN}:
            return
        folders = sorted({"current", *GROWN})
        near = closest(inside[0], folders) if inside[0] not in folders else ""
        known = ", ".join(f"`{folder}/`" for folder in folders)
        hint = f"did you mean `{near}/`?" if near else f"folders with a part in them are {known}"
        message = f"`{'/'.join(inside)}` is no part of a journey that this version reads"
        self.found.append(NOT_READ(Span(name), message, hint))

    def _is_part(self, name: str, file: str) -> bool:
        stem = file.removesuffix(".yml")
        if stem in PARTS:
            return True
        if not _TARGET.fullmatch(stem):
            near = closest(stem, [*PARTS, "target"])
            hint = f"did you mean `{near}.yml`?" if near else f"known here: {', '.join(sorted(PARTS))}, target"
            self.found.append(NOT_READ(Span(name), f"`{file}` is no part of a journey, so it is not read", hint))
        return False

    def _check_key(self, key: Node, first: dict[str, Node]) -> None:
        if key.text == "id":
            message = f"a journey's id is its file's name, `{self.key}`"
            self.found.append(OWN_ID(key.here, message, "take the line out; to rename it, rename the file"))
        earlier = first.setdefault(key.text, key)
        if earlier is not key and earlier.file != key.file:
            related = (Related(earlier.here, "first written here"),)
            message = f"`{key.text}` also stands in {earlier.file}"
            self.found.append(TWO_FILES(key.here, message, "a key stands in one file of a journey", related=related))

    def _split_phases(self, whole: Node) -> None:
        """`phases: [discover, order]` with a file for each phase in `current/`."""
        phases = whole.at("phases")
        files = {inside[1].removesuffix(".yml"): node for inside, node in self._below("current")}
        if phases.kind == SEQUENCE and any(item.kind == SCALAR for item in phases.items):
            listed = [item.text for item in phases.items if item.kind == SCALAR]
            split = Node(phases.file, SEQUENCE, phases.start, phases.end)
            split.items = [self._phase(item, files) for item in phases.items]
            whole.items = [(key, split if value is phases else value) for key, value in whole.items]
            files = {name: node for name, node in files.items() if name not in listed}
        for name, node in files.items():
            message = f"the phase `{name}` is not in the list `phases:`"
            self.found.append(NOT_READ(Span(node.file), message, f"add `{name}` to the list, in its place"))

    def _phase(self, item: Node, files: Mapping[str, Node]) -> Node:
        if item.kind != SCALAR:
            return item
        node = files.get(item.text)
        if node is None:
            near = closest(item.text, files)
            file = f"`{JOURNEYS}/{self.key}/current/{item.text}.yml`"
            alone = "" if self._in_folder(item.file) else f"write `name: {item.text}` for a phase in this file, or "
            hint = f"did you mean `{near}`?" if near else f"{alone}put it into {file}" if alone else f"write {file}"
            self.found.append(NO_PHASE_FILE(item.here, f"the phase `{item.text}` has no file", hint, suggestion=near))
            return item
        return with_id(node, item)

    def _grown_lists(self, whole: Node) -> None:
        for kind in sorted(GROWN):
            self.found.extend(grow(whole, kind, [node for _, node in self._below(kind)]))

    def _below(self, folder: str) -> list[tuple[tuple[str, ...], Node]]:
        """The files of a folder inside the journey's folder."""
        inside = [(self._in_folder(name), node) for name, node in self.files.items()]
        return [(parts, node) for parts, node in inside if len(parts) == 2 and parts[0] == folder]

    def _targets(self, whole: Node) -> Iterator[tuple[str, Node]]:
        """Targets in files of their own, by id."""
        for name, node in sorted(self.files.items()):
            key = target_of(name)
            if not key:
                continue
            if key == "target" and whole.has("target"):
                self.found.append(TWO_FILES(Span(name), f"`target` also stands in {whole.file}", "keep one of the two"))
            elif why := problem_with_id(key):
                self.found.append(BAD_FILE_NAME(Span(name), f"`{key}` {why}", f"try `target-{to_id(key)}.yml`"))
            else:
                yield key, node
