"""The garbage collector while a portfolio is read."""

from __future__ import annotations

import gc

import pytest

from cxsite.load.garbage import settled, uncollected


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


def test_while_pages_are_made_it_looks_seldom_and_leaves_out_what_was_there() -> None:
    usual, frozen = gc.get_threshold(), gc.get_freeze_count()

    @settled
    def inside(fail: bool = False) -> None:
        assert gc.get_threshold()[0] > usual[0]
        assert gc.get_freeze_count() > frozen
        if fail:
            raise ValueError("trouble")

    inside()
    with pytest.raises(ValueError, match="trouble"):
        inside(fail=True)
    assert gc.get_threshold() == usual
    assert gc.get_freeze_count() == 0
