"""The sentence below each field, read from the source of the class that defines it, when somebody asks."""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Iterator
from functools import cache

from cxsite.model.base import Entry


def meaning(model: type[Entry], field: str) -> str:
    """What a field of an entry means, in a sentence; empty where nobody wrote it down."""
    return _sentences(home(model, field)).get(field, "")


def home(model: type[Entry], field: str) -> type[Entry]:
    """The class that defines the field: the entry itself, or what it inherits the field from."""
    return next(c for c in model.__mro__ if issubclass(c, Entry) and field in _sentences(c))


def what_it_is(model: type[Entry]) -> str:
    """What an entry is: the first paragraph of its docstring, on one line."""
    return _one_line((model.__doc__ or "").strip().split("\n\n", 1)[0])


@cache
def _sentences(model: type[Entry]) -> dict[str, str]:
    """The fields that a class defines itself, with the text below each."""
    tree = _tree(model.__module__)
    found = next(node for node in tree.body if isinstance(node, ast.ClassDef) and node.name == model.__name__)
    return dict(_fields(found))


def _fields(node: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for statement, below in zip(node.body, [*node.body[1:], None], strict=True):
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            yield statement.target.id, _text(below)


def _text(statement: ast.stmt | None) -> str:
    value = statement.value if isinstance(statement, ast.Expr) else None
    return _one_line(value.value) if isinstance(value, ast.Constant) and isinstance(value.value, str) else ""


def _one_line(text: str) -> str:
    return " ".join(text.split())


@cache
def _tree(module: str) -> ast.Module:
    return ast.parse(inspect.getsource(sys.modules[module]))
