"""YAML text to a tree with positions.

Built from libyaml's *events*, in one loop and without recursion: `yaml.compose` recurses in C and takes the
process down on 40,000 levels (a file of 80 KB). Counting the levels first and composing then takes 1.5 times as
long as composing alone; this takes 1.1 times, and gives nodes in the shape that is needed. Depth and the weight of
aliases are limited here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import yaml

from cxsite.diagnostics import Code, Diagnostic, Severity, Span
from cxsite.load.cuts import CUT, cut_texts
from cxsite.load.files import Text
from cxsite.load.node import MAPPING, SCALAR, SEQUENCE, Node
from cxsite.load.syntax import NOT_YAML, explain

TOO_DEEP = Code("CX011", Severity.ERROR, "nested too deeply")
"""A map needs seven levels. More than 100 is always a bracket left open or a file that means harm."""
TOO_HEAVY = Code("CX012", Severity.ERROR, "aliases repeat too much")
"""Aliases (`*name`) may repeat what an anchor (`&name`) marks, up to 100,000 values in a file."""
TWICE = Code("CX013", Severity.ERROR, "a key stands twice")
"""YAML keeps the last of the two and drops the first without a word. Keep one of them."""
NO_TAGS = Code("CX014", Severity.ERROR, "tags and merge keys are not used")
"""`!word` swallows a part of the text, and `<<` hides which fields an entry has. A text that begins with `!` stands in
quotes; fields are written out."""
ONE_DOCUMENT = Code("CX015", Severity.ERROR, "more than one document in a file")
"""A line `---` in the middle of a file begins a second document. Make it a file of its own."""
SIMPLE_KEYS = Code("CX016", Severity.ERROR, "a key is not a word")
"""Keys are words. A key with brackets, or one that is a list, is a text that should stand in quotes."""

MAX_DEPTH = 100
MAX_WEIGHT = 100_000
"""Nodes after aliases are followed; a journey of 60 steps has some 3,000."""

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _too_deep(span: Span) -> Diagnostic:
    return TOO_DEEP(span, f"nested more than {MAX_DEPTH} levels deep", "is a quote or a bracket open?")


class _StopError(Exception):
    """Ends the reading of one file."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        self.diagnostic = diagnostic


class _Builder:
    """One pass over the events of a file. A mapping's keys and values are paired when it closes."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.top: list[Node] = []
        self.open: list[Node] = []
        self.flows: list[Node] = []
        self.long: list[Node] = []
        self.anchors: dict[str, Node] = {}
        self.unused: dict[str, Span] = {}
        self.weights: dict[str, int] = {}
        self.depths: dict[str, int] = {}
        self.nodes = 0
        self.found: list[Diagnostic] = []

    def span(self, event: Any) -> Span:
        start, end = event.start_mark, event.end_mark
        return Span(self.file, start.line + 1, start.column + 1, end.line + 1, end.column + 1)

    def place(self, node: Node) -> None:
        (self.open[-1].items if self.open else self.top).append(node)

    def begin(self, event: Any, kind: str) -> None:
        if len(self.open) >= MAX_DEPTH:
            raise _StopError(_too_deep(self.span(event)))
        node = Node(self.file, kind, event.start_mark, event.end_mark)
        if event.flow_style:
            node.flow = True
            self.flows.append(node)
        if event.anchor or event.tag is not None:
            self.note(event, node)
        self.open.append(node)

    def close(self, event: Any) -> None:
        node = self.open.pop()
        node.end = event.end_mark
        if node.kind == MAPPING:
            flat = iter(node.items)
            node.items = list(zip(flat, flat, strict=True))
            self.check_keys(node)
        self.place(node)

    def alias(self, event: Any) -> None:
        node = self.anchors.get(event.anchor)
        if node is None:
            raise _StopError(
                NOT_YAML(self.span(event), f"`*{event.anchor}` names nothing written above", "add `&` there")
            )
        self.unused.pop(event.anchor, None)
        if node in self.open:
            raise _StopError(
                TOO_HEAVY(self.span(event), f"`*{event.anchor}` stands inside itself", "write the part out")
            )
        weight, depth = self.measure(event.anchor)
        self.nodes += weight
        if self.nodes > MAX_WEIGHT:
            raise _StopError(TOO_HEAVY(self.span(event), "aliases repeat more than fits a map", "write the parts out"))
        if depth + len(self.open) > MAX_DEPTH:
            raise _StopError(_too_deep(self.span(event)))
        self.place(node)

    def measure(self, anchor: str) -> tuple[int, int]:
        """How many nodes, and how many levels, an alias of this anchor brings."""
        if anchor not in self.weights:
            weight, depth, level = 0, 0, [self.anchors[anchor]]
            while level:
                weight += len(level)
                if weight > MAX_WEIGHT or depth > MAX_DEPTH:
                    break
                depth += any(node.kind != SCALAR for node in level)
                level = [child for node in level for child in node.children()]
            self.weights[anchor], self.depths[anchor] = weight, depth
        return self.weights[anchor], self.depths[anchor]

    def note(self, event: Any, node: Node) -> None:
        if event.anchor:
            self.anchors[event.anchor] = node
            if node.kind == SCALAR and not node.quoted:  # `&Co KG` may have been meant as a text
                self.unused[event.anchor] = self.span(event)
            self.weights.pop(event.anchor, None)
            if event.start_mark.line == event.end_mark.line and node.kind == SCALAR:
                node.anchored = len(event.anchor) + 2  # an event begins at its anchor: `&a text`
        if event.tag is not None:
            message = f"the tag `{event.tag}` is not used here"
            self.found.append(NO_TAGS(self.span(event), message, "put the text in quotes if it begins with `!`"))

    def unused_anchors(self) -> Iterator[Diagnostic]:
        for name, span in self.unused.items():
            message = f"`&{name}` was read as an anchor, and nothing refers to it"
            here = replace(span, end_line=span.line, end_column=span.column + len(name) + 1)
            yield CUT(here, message, "put the text in quotes if `&` belongs to it; else take the anchor out")

    def check_keys(self, node: Node) -> None:
        seen: dict[str, Node] = {}
        for key, _ in node.items:
            if key.kind != SCALAR:
                self.found.append(SIMPLE_KEYS(key.here, "a key has to be a word", "put text with brackets in quotes"))
            elif key.text == "<<" and not key.quoted:
                self.found.append(NO_TAGS(key.here, "`<<` is not used here", "write the fields out"))
            elif key.text in seen:
                first = seen[key.text].here
                message = f"`{key.text}` already stands in line {first.line}"
                self.found.append(TWICE(key.here, message, "keep one of the two"))
            seen.setdefault(key.text, key)


def read_tree(source: Text) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """The tree of a file and what is wrong with its form. No tree where the form leaves nothing to read."""
    builder = _Builder(source.name)
    try:
        _run(builder, source.text)
    except _StopError as stop:
        return None, (*builder.found, stop.diagnostic)
    except yaml.YAMLError as problem:
        return None, (*builder.found, explain(source, problem))
    root = builder.top[0] if builder.top else None
    if root is not None:
        builder.found.extend(cut_texts(source, root, builder.flows, builder.long))
        builder.found.extend(builder.unused_anchors())
    return root, tuple(builder.found)


def _run(builder: _Builder, text: str) -> None:
    loader = _Loader(text)
    next_event = loader.get_event
    documents = 0
    try:
        while (event := next_event()) is not None:
            kind = type(event)
            if kind is yaml.ScalarEvent:  # nine of ten; the rest of the loop is not hot
                builder.nodes += 1
                node = Node(builder.file, SCALAR, event.start_mark, event.end_mark, event.value, bool(event.style))
                if event.anchor or event.tag is not None:
                    builder.note(event, node)
                if not event.style and event.start_mark.line != event.end_mark.line:
                    builder.long.append(node)
                builder.place(node)
            elif kind is yaml.MappingStartEvent:
                builder.begin(event, MAPPING)
            elif kind is yaml.SequenceStartEvent:
                builder.begin(event, SEQUENCE)
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                builder.close(event)
            elif kind is yaml.AliasEvent:
                builder.alias(event)
            elif kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    raise _StopError(ONE_DOCUMENT(builder.span(event), "a second document begins", "make it a file"))
    finally:
        loader.dispose()
