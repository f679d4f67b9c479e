"""The garbage collector, paused while very much is made and nearly nothing thrown away.

It goes through everything there is whenever there is a quarter more of it. While a portfolio is read all of that is in
use: at 300 journeys the collector took two thirds of the time of loading, and freed nothing.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")
_MANY = 20_000
"""New things between two looks; Python's own 700 took 3 seconds more at 300 journeys, for one part in 100 of memory."""


def uncollected(work: Callable[P, T]) -> Callable[P, T]:
    """The same function, run without the collector of cycles; afterwards that is on or off as it was before."""

    @wraps(work)
    def without(*args: P.args, **kwargs: P.kwargs) -> T:
        was_on = gc.isenabled()
        gc.disable()
        try:
            return work(*args, **kwargs)
        finally:
            if was_on:
                gc.enable()

    return without


def settled(work: Callable[P, T]) -> Callable[P, T]:
    """The same function, run with all that is there by now left out of what the collector goes through, and with more
    new things before it looks again: pages are made of many small pieces, most of them gone before it would come."""

    @wraps(work)
    def frozen(*args: P.args, **kwargs: P.kwargs) -> T:
        usual = gc.get_threshold()
        gc.freeze()
        gc.set_threshold(_MANY, *usual[1:])
        try:
            return work(*args, **kwargs)
        finally:
            gc.set_threshold(*usual)
            gc.unfreeze()

    return frozen
