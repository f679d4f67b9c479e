"""A value with its place in a file: text, a mapping or a list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cxsite.diagnostics import Span
from cxsite.model.base import Nothing, Written

SCALAR, MAPPING, SEQUENCE = "text", "mapping", "list"


class Node:
    """A value with its place: text, a mapping (key node, value node) or a list of nodes. Implements `Place`."""

    __slots__ = ("anchored", "end", "file", "flow", "items", "kind", "quoted", "start", "text")

    def __init__(self, file: str, kind: str, start: Any, end: Any, text: str = "", quoted: bool = False) -> None:
        self.file, self.kind, self.start, self.end = file, kind, start, end
        self.text = text
        self.quoted = quoted
        self.items: list[Any] = []
        self.anchored = 0
        self.flow = False

    @property
    def here(self) -> Span:
        """The node's own place, behind its anchor."""
        column = self.start.column + 1 + self.anchored
        return Span(self.file, self.start.line + 1, column, self.end.line + 1, self.end.column + 1)

    def walk(self) -> Iterator[Node]:
        """The node and all below it, in the order written; what aliases repeat comes once."""
        seen: set[int] = set()
        left = [self]
        while left:
            node = left.pop()
            if id(node) not in seen:
                seen.add(id(node))
                yield node
                left.extend(reversed(list(node.children())))

    def pairs(self) -> Iterator[tuple[Node, Node]]:
        """Key and value of each entry of a mapping, in the order written."""
        return iter(self.items) if self.kind == MAPPING else iter(())

    def has(self, key: str) -> bool:
        """True for a mapping with this key."""
        return any(name.text == key for name, _ in self.pairs())

    def children(self) -> Iterator[Node]:
        """The nodes directly inside it."""
        if self.kind == MAPPING:
            for key, value in self.items:
                yield key
                yield value
        else:
            yield from self.items

    def at(self, *path: str | int, key: bool = False) -> Node:
        """The node at `path`, or the nearest one above it; with `key`, the key that leads there."""
        node = self
        for index, part in enumerate(path):
            if node.kind == SEQUENCE and isinstance(part, int) and part < len(node.items):
                node = node.items[part]
                continue
            found = next((pair for pair in node.pairs() if pair[0].text == str(part)), None)
            if found is None:
                continue  # a part the model added, such as the list around a single value
            node = found[0] if key and index == len(path) - 1 else found[1]
        return node

    def span(self, *path: str | int) -> Span:
        """The place of the value at `path`."""
        return self.at(*path).here

    def key_span(self, *path: str | int) -> Span:
        """The place of the key that leads to `path`."""
        return self.at(*path, key=True).here


def plain(node: Node) -> Any:
    """The tree as the model takes it: text, lists, and mappings that know their place."""
    if node.kind == SCALAR:
        return Nothing(node.text) if node.text == "none" and not node.quoted else node.text
    if node.kind == SEQUENCE:
        return [plain(item) for item in node.items]
    return Written({key.text: plain(value) for key, value in node.items}, node)
