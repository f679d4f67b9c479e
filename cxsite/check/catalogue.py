"""Every code there is, with what it means: of rules, of form, and of what stops the program."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import ModuleType

import cxsite.load
import cxsite.measure
from cxsite import errors
from cxsite.check.rule import all_rules
from cxsite.diagnostics import Code, Severity


@dataclass(frozen=True)
class Problem:
    """One code: what it is about, how much it weighs, and what to do.

    `severity` is the weight that a project has not changed, None for what stops the program. `firm` ones cannot be
    changed.
    """

    code: str
    severity: Severity | None
    title: str
    about: str
    firm: bool

    @property
    def weight(self) -> str:
        """The weight in a word."""
        return self.severity.word if self.severity else "stops"


@cache
def problems() -> tuple[Problem, ...]:
    """All of them, by code."""
    found = [*_of_rules(), *_of_form(), *_of_the_program()]
    return tuple(sorted(found, key=lambda problem: problem.code))


@cache
def firm_codes() -> frozenset[str]:
    """Codes whose weight no project can change."""
    return frozenset(problem.code for problem in problems() if problem.firm)


def _of_rules() -> Iterator[Problem]:
    for rule in all_rules():
        title, _, about = inspect.cleandoc(type(rule).__doc__ or "").partition("\n")
        yield Problem(rule.id, rule.severity, title, about.strip(), rule.firm)


def _of_form() -> Iterator[Problem]:
    """Codes written as constants in the modules that read and measure, explained in the text below each."""
    for package in (cxsite.load, cxsite.measure):
        for info in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            yield from _in_module(importlib.import_module(info.name))


def _in_module(module: ModuleType) -> Iterator[Problem]:
    codes = {name: value for name, value in vars(module).items() if isinstance(value, Code)}
    if not codes:
        return
    for name, about in _explained(module).items():
        if name in codes:
            code = codes[name]
            title = f"{code.title[:1].upper()}{code.title[1:]}."
            yield Problem(code.id, code.severity, title, about, code.severity is Severity.ERROR)


def _explained(module: ModuleType) -> dict[str, str]:
    """The names assigned in a module, with the text that stands below each."""
    body = ast.parse(inspect.getsource(module)).body
    assigned = {}
    for node, below in zip(body, [*body[1:], None], strict=True):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            text = below.value if isinstance(below, ast.Expr) else None
            about = text.value if isinstance(text, ast.Constant) and isinstance(text.value, str) else ""
            assigned[node.targets[0].id] = inspect.cleandoc(about)
    return assigned


def _of_the_program() -> Iterator[Problem]:
    for kind in vars(errors).values():
        if isinstance(kind, type) and issubclass(kind, errors.CxsiteError) and kind is not errors.CxsiteError:
            title, _, about = inspect.cleandoc(kind.__doc__ or "").partition("\n")
            yield Problem(kind.code, None, title, about.strip(), firm=True)
