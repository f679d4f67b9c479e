"""The library files: strategy, organisation and the others, and the lists among them that grew into folders."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

from cxsite.diagnostics import Diagnostic
from cxsite.load.grown import GROWN, grow
from cxsite.load.journeys import NOT_A_MAPPING
from cxsite.load.node import MAPPING, Node
from cxsite.load.shape import shape
from cxsite.model.base import Entry
from cxsite.model.portfolio import LIBRARIES
from cxsite.project import JOURNEYS


def library_of(name: str) -> str:
    """The library that a file belongs to, `actions` for `actions.yml` and `actions/desk.yml`; empty for other files."""
    path = PurePosixPath(name).relative_to(JOURNEYS)
    if len(path.parts) == 1 and path.stem in LIBRARIES:
        return path.stem
    return path.parts[0] if len(path.parts) == 2 and path.parts[0] in GROWN else ""


def build_library(key: str, files: Mapping[str, Node]) -> tuple[Entry | None, tuple[Diagnostic, ...]]:
    """The library from the trees of its files."""
    flat = next(
        (node for name, node in files.items() if PurePosixPath(name).name == f"{key}.yml" and _flat(name)), None
    )
    grown = [node for name, node in sorted(files.items()) if not _flat(name)]
    found = [
        NOT_A_MAPPING(node.here, f"`{node.file}` should hold keys like `name: …`", "see the reference")
        for node in grown
        if node.kind != MAPPING
    ]
    if not grown:
        return shape(LIBRARIES[key], flat) if flat is not None else (None, ())
    first = flat if flat is not None and flat.kind == MAPPING else grown[0]
    whole = Node(first.file, MAPPING, first.start, first.end)
    whole.items = list(flat.items) if flat is not None and flat.kind == MAPPING else []
    found += grow(whole, key, [node for node in grown if node.kind == MAPPING])
    entry, problems = shape(LIBRARIES[key], whole)
    return entry, (*found, *problems)


def _flat(name: str) -> bool:
    return len(PurePosixPath(name).relative_to(JOURNEYS).parts) == 1
