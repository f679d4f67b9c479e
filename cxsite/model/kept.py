"""What is worked out from a portfolio alone, once: it is kept with the portfolio, and holds as long as that does."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from cxsite.model.portfolio import Portfolio

T = TypeVar("T")


def kept(work: Callable[[Portfolio], T]) -> Callable[[Portfolio], T]:
    """The same function, run once for each portfolio. A portfolio never changes, so what it gave stays right."""
    name = f"{work.__module__}.{work.__qualname__}"

    @wraps(work)
    def once(portfolio: Portfolio) -> T:
        memory = portfolio.__dict__  # where cached properties of a frozen value stand too
        if name not in memory:
            memory[name] = work(portfolio)
        found: T = memory[name]
        return found

    return once
