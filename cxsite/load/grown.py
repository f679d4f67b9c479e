"""Lists that grew into a folder: `hotspots/*.yml`, each file with a list, or with the fields of one entry."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

from cxsite.diagnostics import Code, Diagnostic, Severity
from cxsite.load.node import MAPPING, SCALAR, SEQUENCE, Node
from cxsite.model.base import OWN_PREFIX

BESIDE_A_LIST = Code("CX028", Severity.ERROR, "a key stands beside a list that grew")
"""A file of a folder such as `hotspots/` holds the list `hotspots:` and nothing else, or the fields of one hotspot."""

GROWN = frozenset({"hotspots", "ideas", "actions"})
"""Lists that may become a folder of files."""


def with_id(node: Node, named: Node) -> Node:
    """A file's mapping with the id that its name gives it."""
    made = Node(node.file, MAPPING, node.start, node.end)
    key = Node(named.file, SCALAR, named.start, named.end, "id")
    made.items = [*node.items] if node.has("id") else [(key, named), *node.items]
    return made


def grow(whole: Node, kind: str, files: Iterable[Node]) -> list[Diagnostic]:
    """Adds the entries of the files to the list `kind` of a mapping. Says what in them is no entry."""
    found: list[Diagnostic] = []
    for node in files:
        _add(whole, kind, node, _entries(kind, node))
        if node.has(kind):
            for key, _ in node.pairs():
                if key.text != kind and not key.text.startswith(OWN_PREFIX):
                    message = f"`{key.text}` stands beside the list `{kind}:` and belongs to nothing"
                    found.append(BESIDE_A_LIST(key.here, message, "put it into an entry of the list"))
    return found


def _entries(kind: str, node: Node) -> list[Node]:
    if not node.has(kind):
        named = Node(node.file, SCALAR, node.start, node.start, PurePosixPath(node.file).stem)
        return [with_id(node, named)]
    values = node.at(kind)
    return list(values.items) if values.kind == SEQUENCE else [values]


def _add(whole: Node, kind: str, node: Node, entries: list[Node]) -> None:
    index = next((i for i, (key, _) in enumerate(whole.items) if key.text == kind), None)
    grown = Node(node.file, SEQUENCE, node.start, node.end)
    if index is None:
        grown.items = entries
        whole.items.append((Node(node.file, SCALAR, node.start, node.start, kind), grown))
    else:
        key, before = whole.items[index]
        grown.items = [*before.items, *entries]
        whole.items[index] = (key, grown)
