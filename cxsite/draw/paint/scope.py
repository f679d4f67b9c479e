"""What a drawing is made from while it is made: rows by name, signals, scales."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from cxsite.draw.paint.scaled import Scale

Row = Mapping[str, Any]
Rows = Sequence[Row]


@dataclass(frozen=True)
class Scope:
    """Filled in one order: rows, domains, signals, scales. Each stage sees those before it."""

    rows: dict[str, Rows] = field(default_factory=dict)
    domains: dict[str, Sequence[Any]] = field(default_factory=dict)
    signals: dict[str, Any] = field(default_factory=dict)
    scales: dict[str, Scale] = field(default_factory=dict)


Found = Callable[[Row, Scope], Any]
"""Finds a value for a row."""


@dataclass(frozen=True)
class Names:
    """What a spec's expressions and channels may name."""

    rows: frozenset[str] = frozenset()
    signals: frozenset[str] = frozenset()
    scales: Mapping[str, str] = field(default_factory=dict)
    """The type of each scale, by its name."""
