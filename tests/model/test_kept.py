"""What is worked out from a portfolio once."""

from __future__ import annotations

from dataclasses import replace

from cxsite.model.kept import kept
from cxsite.model.portfolio import Portfolio
from cxsite.model.settings import Settings

asked: list[Portfolio] = []


@kept
def size(portfolio: Portfolio) -> int:
    """How many journeys there are."""
    asked.append(portfolio)
    return len(portfolio.journeys)


def test_a_portfolio_is_gone_through_once() -> None:
    asked.clear()
    one = Portfolio(Settings())
    assert (size(one), size(one)) == (0, 0)
    assert len(asked) == 1


def test_another_portfolio_has_its_own_answer() -> None:
    asked.clear()
    one = Portfolio(Settings())
    size(one)
    size(replace(one, all_metrics=False))
    size(Portfolio(Settings()))
    assert len(asked) == 3


def test_two_functions_do_not_share_an_answer() -> None:
    @kept
    def name(portfolio: Portfolio) -> str:
        return "all"

    one = Portfolio(Settings())
    assert (size(one), name(one)) == (0, "all")


def test_a_kept_function_still_says_what_it_does() -> None:
    assert size.__doc__ == "How many journeys there are."
