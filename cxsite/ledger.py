"""What a run did, counted and timed."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

COUNTERS = (
    *("files parsed", "series computed", "commits compared", "old files parsed"),
    *("charts drawn", "pages rendered"),
)


@dataclass
class Ledger:
    """What a run did, by counter, and how long each step took, in seconds."""

    counts: dict[str, int] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Takes the time of a step."""
        began = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - began
