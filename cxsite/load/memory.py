"""What was made of texts, kept while several states of a project are read: a file that is the same is parsed once."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from cxsite.diagnostics import Diagnostic
from cxsite.load.files import Text
from cxsite.load.node import Node
from cxsite.load.nodes import read_tree
from cxsite.load.rows import Table, read_table

T = TypeVar("T")


class Memory:
    """Trees by name and text, and what was built from them. Nothing in it is ever changed."""

    def __init__(self) -> None:
        self.parsed = 0
        self._read: dict[tuple[str, str], Any] = {}
        self._made: dict[Hashable, Any] = {}

    def tree(self, text: Text) -> tuple[Node | None, tuple[Diagnostic, ...]]:
        """The tree of a file and what is wrong with it."""
        found: tuple[Node | None, tuple[Diagnostic, ...]] = self._once(text, read_tree)
        return found

    def table(self, text: Text) -> tuple[Table | None, tuple[Diagnostic, ...]]:
        """The table in a file and what is wrong with it."""
        found: tuple[Table | None, tuple[Diagnostic, ...]] = self._once(text, read_table)
        return found

    def _once(self, text: Text, read: Callable[[Text], Any]) -> Any:
        key = text.name, text.text
        if key not in self._read:
            self._read[key] = read(text)
            self.parsed += 1
        return self._read[key]

    def made(self, what: Hashable, nodes: dict[str, Node], make: Callable[[], T]) -> T:
        """What is built from these very trees, built once."""
        key = what, tuple((name, id(node)) for name, node in nodes.items())
        if key not in self._made:
            self._made[key] = make()
        kept: T = self._made[key]
        return kept
