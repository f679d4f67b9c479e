"""Classes that are found by where they stand: a rule, a kind of change, an effect is one class below its package."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from types import ModuleType
from typing import ClassVar, Protocol, TypeVar


class Identified(Protocol):
    """What has a stable id of its own."""

    id: ClassVar[str]


T = TypeVar("T", bound=Identified)


def every(base: type[T], package: ModuleType) -> tuple[T, ...]:
    """One of each class below `base` in the modules of a package, by id. A class without an id of its own is a ground
    for others."""
    for module in pkgutil.iter_modules(package.__path__):
        importlib.import_module(f"{package.__name__}.{module.name}")
    return tuple(sorted((each() for each in _below(base) if "id" in vars(each)), key=lambda each: each.id))


def _below(base: type[T]) -> Iterator[type[T]]:
    for each in base.__subclasses__():
        yield each
        yield from _below(each)


def title_of(one: object) -> str:
    """The first line of its docstring, without the full stop."""
    return (type(one).__doc__ or "").strip().split("\n", 1)[0].rstrip(".")
