"""The garbage collector while a portfolio is read."""

from __future__ import annotations

import gc

import pytest

from cxsite.load.garbage import uncollected


@uncollected
def on(fail: bool = False) -> bool:
    if fail:
        raise ValueError("trouble")
    return gc.isenabled()


def test_the_collector_is_off_inside_and_on_again_behind() -> None:
    assert gc.isenabled()
    assert not on()
    assert gc.isenabled()


def test_after_an_error_the_collector_is_on_again() -> None:
    with pytest.raises(ValueError, match="trouble"):
        on(fail=True)
    assert gc.isenabled()


def test_a_collector_that_somebody_has_stopped_stays_off() -> None:
    gc.disable()
    try:
        on()
        assert not gc.isenabled()
    finally:
        gc.enable()
