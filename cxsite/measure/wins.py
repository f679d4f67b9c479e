"""All that was judged, and how much of it chance alone would give."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from cxsite.diagnostics import count_of
from cxsite.measure.intervals import LEVEL
from cxsite.measure.judge import Judgement, Result, judge
from cxsite.measure.series import Measures
from cxsite.model.action import Action
from cxsite.model.portfolio import Portfolio


@dataclass(frozen=True)
class Judgements:
    """All that was judged."""

    all: tuple[Judgement, ...]

    @classmethod
    def of(cls, judged: Iterable[Judgement]) -> Judgements:
        """Those that began."""
        return cls(tuple(one for one in judged if one.since is not None))

    @property
    def tests(self) -> int:
        """How many tests were made."""
        return sum(result.change.p is not None for one in self.all for result in one.results)

    @property
    def wins(self) -> tuple[tuple[Judgement, Result], ...]:
        """What improved."""
        return tuple((one, r) for one in self.all for r in one.results if r.change.verdict == "improved")

    @property
    def false_wins(self) -> float:
        """How many wins chance alone would give at most, if nothing had any effect: tests * alpha / 2.

        Of the false alarms of a two-sided test half look like an improvement. Holm makes them fewer: this is the most.
        """
        return self.tests * (1 - LEVEL) / 2

    @property
    def explanation(self) -> str:
        """The same as a sentence."""
        if not self.tests:
            return "Nothing has been tested yet."
        chance = "hardly any" if self.false_wins < 1 else f"up to {self.false_wins:.3g}"
        return f"{count_of(len(self.wins), 'win')} in {count_of(self.tests, 'test')}. Chance alone would show {chance}."

    @property
    def reckoning(self) -> str:
        """How that follows; empty where nothing was tested."""
        if not self.tests:
            return ""
        return (
            f"If no action had any effect, {count_of(self.tests, 'test')} would show up to {self.false_wins:.3g} wins "
            f"by chance: a test is wrong {100 * (1 - LEVEL):.3g} times in 100, and half of those look like an "
            "improvement."
        )


def judge_each(portfolio: Portfolio, measures: Measures, today: date) -> Iterator[Judgement]:
    """Every action and pilot, those of the journeys and then the shared ones; what did not ship yet says so."""
    for journey, action in all_actions(portfolio):
        yield from judge(action, journey, portfolio, measures, today)


def all_actions(portfolio: Portfolio) -> Iterator[tuple[str, Action]]:
    """Every action with the id of its journey, empty for a shared one; those come last."""
    shared_last = sorted(portfolio.everywhere("action"), key=lambda found: not found[0])
    return ((journey, action) for journey, action in shared_last if isinstance(action, Action))
