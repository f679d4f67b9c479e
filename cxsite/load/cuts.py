"""What YAML takes away from a text without a word: behind ` #`, at a comma, at a tab, and lists it runs together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from cxsite.diagnostics import Code, Diagnostic, Severity, Span
from cxsite.load.files import Text
from cxsite.load.node import MAPPING, SCALAR, Node

CUT = Code("CX017", Severity.WARNING, "a text was cut off")
"""YAML takes away what stands behind ` #` (`Room #5` becomes `Room`), what a comma cuts off inside brackets, a word
behind `&`, and joins an indented `- item` to the text above it. Quotes keep a text whole; a comment has a space
behind its `#`."""
SPLIT = Code("CX018", Severity.ERROR, "a comma cut a text in two")
"""Inside `{ }` a comma ends a value, so `{name: Looks, then leaves}` has a key `then leaves` without a value. The text
stands in quotes, or the entry is written over several lines."""
TAB = Code("CX019", Severity.ERROR, "a tab stands where YAML wants spaces")
"""YAML indents with spaces. Most editors put spaces in when the tab key is pressed, once they are told to."""


def tab_at(span: Span) -> Diagnostic:
    """What is said of a tab, wherever it is found."""
    return TAB(
        span, "a tab stands here, and YAML wants spaces", "replace it with spaces: two for each step of the indent"
    )


_HASH = re.compile(r"\S #(?=[^\s#!])|: +#(?=[^\s#!])")
"""A comment written as one has a space behind its mark: `Room #5` has none."""
_INVISIBLE = re.compile(r"[\u00a0\u2007\u202f\u200b\u200c\u200d\u2060\ufeff]")
_NUMBER = re.compile(r"[\d.,\s-]+")


def cut_texts(source: Text, root: Node, flows: Iterable[Node], long: Iterable[Node]) -> Iterator[Diagnostic]:
    """What was lost, or read otherwise than meant. A text that a comma split is put together again in the tree.

    `flows` are the mappings and lists in brackets, `long` the plain texts over several lines.
    """
    for flow in flows:
        yield from _split_mapping(source, flow) if flow.kind == MAPPING else _split_list(flow)
    yield from _run_together(source.lines, long)
    if _HASH.search(source.text) or "\t" in source.text or _INVISIBLE.search(source.text):
        scalars = [node for node in root.walk() if node.kind == SCALAR]
        yield from _behind_a_hash(source.lines, scalars)
        yield from _tabs(source.name, source.lines, scalars)
        yield from _unseen(scalars)


def _split_mapping(source: Text, flow: Node) -> Iterator[Diagnostic]:
    """`{name: Looks, then leaves}`: the second half stands there as a key without a colon."""
    kept: list[tuple[Node, Node]] = []
    parts: dict[int, list[str]] = {}
    for key, value in flow.items:
        before = kept[-1][1] if kept else None
        if not (_is_bare(source, key, value) and before is not None and before.kind == SCALAR and not before.quoted):
            kept.append((key, value))
            continue
        whole = " ".join(source.text[before.start.index : key.end.index].split())
        kept[-1] = (kept[-1][0], Node(before.file, SCALAR, before.start, key.end, whole))
        parts.setdefault(len(kept) - 1, [before.text]).append(key.text)
    for index, texts in parts.items():
        joined = kept[index][1]
        hint = f'put it in quotes: `"{joined.text}"`'
        if _NUMBER.fullmatch(joined.text):
            hint = "write a number without a comma: `1200`, `1.50`"
        message = f"the comma ends the text: {' and '.join(f'`{text}`' for text in texts)} were read apart"
        yield SPLIT(joined.here, message, hint, suggestion=f'"{joined.text}"')
    flow.items = kept


def _is_bare(source: Text, key: Node, value: Node) -> bool:
    """True for a key behind which no colon stands."""
    empty = key.kind == value.kind == SCALAR and not value.text and not value.quoted
    return empty and ":" not in source.text[key.end.index : max(value.end.index, key.end.index)]


def _split_list(flow: Node) -> Iterator[Diagnostic]:
    """`[Agent greets, then asks]`: ids are in lower case, so a text that begins in upper case may go on behind it."""
    for first, second in zip(flow.items, flow.items[1:], strict=False):
        texts = first.kind == second.kind == SCALAR and not first.quoted and not second.quoted
        if texts and first.text[:1].isupper() and second.text[:1].islower() and " " in second.text:
            message = f"the comma makes two texts: `{first.text}` and `{second.text}`"
            hint = f'if it is one, put it in quotes: `"{first.text}, {second.text}"`; if it is two, quote the second'
            yield CUT(first.here, message, hint)


def _behind_a_hash(lines: list[str], scalars: list[Node]) -> Iterator[Diagnostic]:
    for node in scalars:
        if node.quoted:
            continue
        line = lines[node.end.line]
        rest = line[node.end.column :]
        if not re.match(r" #[^\s#!]", rest) and not (not node.text and re.match(r" +#[^\s#!]", rest)):
            continue
        behind = rest.strip()
        span = Span(node.file, node.end.line + 1, node.end.column + 1, node.end.line + 1, len(line.rstrip()) + 1)
        message = f"` #` begins a comment, so `{behind}` is not part of the text"
        whole = f"{node.text} {behind}".strip()
        hint = f'put the text in quotes: `"{whole}"`; if it is a comment, leave a space behind `#`'
        yield CUT(span, message, hint, suggestion=f' "{whole}"' if not node.text else "")


def _run_together(lines: list[str], long: Iterable[Node]) -> Iterator[Diagnostic]:
    for node in long:
        for number in range(node.start.line + 1, node.end.line + 1):
            text = lines[number]
            if text.lstrip().startswith("- "):
                column = len(text) - len(text.lstrip()) + 1
                span = Span(node.file, number + 1, column, number + 1, len(text.rstrip()) + 1)
                message = "this line was read as part of the text above, not as an item of a list"
                yield CUT(span, message, "put the first item below the key as well, with its own `- `")


def _tabs(file: str, lines: list[str], scalars: list[Node]) -> Iterator[Diagnostic]:
    """Tabs outside texts and comments. YAML takes some of them and refuses others; here none is taken."""
    inside = {
        number: [node for node in scalars if node.start.line <= number <= node.end.line]
        for number, line in enumerate(lines)
        if "\t" in line
    }
    for number, nodes in inside.items():
        for found in re.finditer("\t", re.split(r"(?:^|\s)#", lines[number])[0].rstrip()):
            if not any(_covers(node, number, found.start()) for node in nodes):
                span = Span(file, number + 1, found.start() + 1, number + 1, found.end() + 1)
                yield tab_at(span)
                break


def _covers(node: Node, line: int, column: int) -> bool:
    starts = (node.start.line, node.start.column) <= (line, column)
    return starts and (line, column) < (node.end.line, node.end.column)


def _unseen(scalars: list[Node]) -> Iterator[Diagnostic]:
    """Signs that look like a blank, or like nothing, where they keep YAML from seeing a key."""
    for node in scalars:
        found = _INVISIBLE.search(node.text) if not node.quoted else None
        if found is None or not (re.match(r"[\w-]+:$", node.text[: found.start()]) or found.start() == 0):
            continue
        column = node.start.column + 1 + found.start()
        span = Span(node.file, node.start.line + 1, column, node.start.line + 1, column + 1)
        message = "an invisible sign stands here, which YAML takes for a letter"
        yield CUT(span, message, "delete what is between the two words, and type a blank")
