"""A file as sentences, one fact a line, whatever its layout: what `git diff` compares instead of lines of YAML.

Keys are in one order and comments are gone, so that only facts differ. Things are called by their id where they have
one, so that another name is one line. It needs one file alone: git shows a driver nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator

from cxsite.derive.written.quotes import in_quotes
from cxsite.load.node import MAPPING, SCALAR, Node

_FIRST = {key: place for place, key in enumerate(("name", "id", "formerly"))}
_ONE = {"phases": "phase", "people": "person", "capabilities": "capability", "categories": "category"}
"""Plurals that lose more than an `s`, or less."""


def facts(tree: Node) -> Iterator[str]:
    """The lines of a file."""
    yield from _mapping(tree, "") if tree.kind == MAPPING else _value("", tree, "")


def _mapping(node: Node, of: str) -> Iterator[str]:
    pairs = sorted(node.pairs(), key=lambda pair: (_FIRST.get(pair[0].text, len(_FIRST)), pair[0].text))
    lists = [pair for pair in pairs if _is_list_of_things(pair[1])]
    for key, value in (pair for pair in pairs if pair not in lists):
        yield from _value(key.text.replace("_", " "), value, of)
    for key, value in lists:
        for item in value.items:
            yield from _thing(_singular(key.text), item, of)


def _thing(noun: str, node: Node, of: str) -> Iterator[str]:
    name = _name(node)
    label = f"{noun} {in_quotes(name)}" if name else noun
    yield from _mapping(node, f"{of}, {label}" if of else f"{label[0].upper()}{label[1:]}")


def _value(key: str, node: Node, of: str) -> Iterator[str]:
    if node.kind == MAPPING:
        inside = ((part.text.replace("_", " "), value) for part, value in sorted(node.pairs(), key=lambda p: p[0].text))
        for part, value in inside:
            yield from _value(f"{key}, {part}" if key else part, value, of)
        return
    if node.kind == SCALAR or all(item.kind == SCALAR for item in node.items):
        said = [node] if node.kind == SCALAR else node.items
        yield _line(key, ", ".join(_words(item) for item in said), of)
        return
    for item in node.items:
        yield _line(key, "; ".join(line.removeprefix(": ") for line in _value("", item, "")), of)


def _line(key: str, words: str, of: str) -> str:
    place = f"{of}: " if of else ""
    return f"{place}{key}: {words}" if key else f"{place}{words}"


def _words(node: Node) -> str:
    return " ".join(node.text.split())


def _is_list_of_things(node: Node) -> bool:
    return bool(node.items) and node.kind not in (MAPPING, SCALAR) and all(_name(item) for item in node.items)


def _name(node: Node) -> str:
    if node.kind != MAPPING:
        return ""
    found = {key.text: value for key, value in node.pairs()}
    said = next((found[key] for key in ("id", "name", "change", "add", "remove", "metric") if key in found), None)
    return _words(said) if said is not None and said.kind == SCALAR else ""


def _singular(plural: str) -> str:
    word = plural.replace("_", " ")
    return _ONE.get(word) or word.removesuffix("s")
