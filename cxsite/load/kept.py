"""A tree whose texts are read once and kept, so that two states can be laid beside one another file by file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from cxsite.diagnostics import Diagnostic
from cxsite.load.files import Text, Tree
from cxsite.load.memory import Memory
from cxsite.load.node import MAPPING, SCALAR, Node

Form = Literal["format", "order", "content"]
"""How two texts of a file differ: in nothing that is read, in the order of entries, or in what they say."""


@dataclass
class KeptTree:
    """Another tree, with what it said."""

    tree: Tree
    texts: dict[str, Text | Diagnostic] = field(default_factory=dict)

    def names(self, folder: str, suffix: str) -> tuple[str, ...]:
        """Names of all files below `folder` with this ending, sorted."""
        return self.tree.names(folder, suffix)

    def nearly(self, folder: str) -> Iterator[Diagnostic]:
        """What stands there and is not read."""
        return self.tree.nearly(folder)

    def exists(self, name: str) -> bool:
        """True for anything of this name."""
        return self.tree.exists(name)

    def text(self, name: str) -> Text | Diagnostic:
        """The text of a file, or what keeps it from being read."""
        if name not in self.texts:
            self.texts[name] = self.tree.text(name)
        return self.texts[name]

    def marks(self, name: str) -> frozenset[str]:
        """What a file of any kind is known by."""
        return self.tree.marks(name)


@dataclass(frozen=True)
class FilePair:
    """A file that is not the same on both sides."""

    name: str
    form: Form
    before: bool = True
    after: bool = True
    """False where it is not there on that side."""


def file_pairs(before: KeptTree, after: KeptTree, memory: Memory) -> tuple[FilePair, ...]:
    """The files that were read on either side and whose texts differ, by name."""
    found = []
    for name in sorted(before.texts.keys() | after.texts.keys()):
        old, new = before.texts.get(name), after.texts.get(name)
        if isinstance(old, Text) and isinstance(new, Text):
            if old.text != new.text:
                found.append(FilePair(name, _form(old, new, memory)))
        elif old != new:
            found.append(FilePair(name, "content", old is not None, new is not None))
    return tuple(found)


def _form(old: Text, new: Text, memory: Memory) -> Form:
    if old.name.endswith(".csv"):
        tables = [memory.table(text)[0] for text in (old, new)]
        rows = [[sorted(row.cells.items()) for row in table.rows] if table else None for table in tables]
        if rows[0] == rows[1]:
            return "format"
        return "order" if rows[0] and rows[1] and sorted(rows[0]) == sorted(rows[1]) else "content"
    nodes = [memory.tree(text)[0] for text in (old, new)]
    if nodes[0] is None or nodes[1] is None:
        return "content"
    if _plain(nodes[0], False) == _plain(nodes[1], False):
        return "format"
    return "order" if _plain(nodes[0], True) == _plain(nodes[1], True) else "content"


def _plain(node: Node, sort: bool) -> object:
    """What a tree holds, without places; sorted, where order is not to count."""
    if node.kind == SCALAR:
        return node.text
    if node.kind == MAPPING:
        parts = [(key.text, _plain(value, sort)) for key, value in node.pairs()]
    else:
        parts = [_plain(item, sort) for item in node.items]  # type: ignore[misc]
    return node.kind, tuple(sorted(parts, key=repr)) if sort else tuple(parts)
