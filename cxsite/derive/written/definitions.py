"""What a metric is, in words: its method, its direction, where its rows come from."""

from __future__ import annotations

from calendar import month_name

from cxsite.model.metric import Direction, Metric, Source

_METHODS = {
    "nps": "Net Promoter Score: the share of promoters (9 and 10) less that of detractors (0 to 6), in points from "
    "\u2212100 to +100",
    "mean": "The mean of the answers or cases",
    "top-2": "The share of answers in the two highest places of the scale",
    "top-3": "The share of answers in the three highest places of the scale",
    "net-easy": "The share who found it easy less the share who found it hard, in points from \u2212100 to +100",
    "share": "A share of cases: how many of all",
    "ratio": "A rate: how often something happens for each case",
    "median": "The median: half of the cases lie below it, half above",
    "count": "A count of cases",
    "sum": "A sum over all cases",
    "clv": "Customer lifetime value, by NPS group and component",
}
_BETTER: dict[Direction, str] = {"up": "more", "down": "less", "neither": "neither way"}

NOT_COMPUTED = frozenset({"clv"})
"""Methods whose rows are read and kept, and that this version does not compute."""


def method_in_words(metric: Metric) -> str:
    """How the number is made: `A rate: how often something happens for each case, per 100`."""
    per = f", per {metric.per:g}" if metric.per else ""
    return f"{_METHODS[metric.method]}{per}"


def better_in_words(metric: Metric) -> str:
    """Which way is good news, in a word."""
    return _BETTER[metric.better]


def columns_in_words(source: Source) -> str:
    """Which of the table's columns stands for which of ours."""
    return ", ".join(f"{theirs} for {ours}" for ours, theirs in source.columns.items()) or "as they are named"


def rows_in_words(source: Source) -> str:
    """Which of the table's rows are read."""
    chosen = " and ".join(f"{column} is {cell}" for column, cell in source.where.items())
    return f"where {chosen}" if chosen else "all about it"


def year_in_words(source: Source) -> str:
    """The table's own fiscal year: `from October, named after the year it ends in`; empty where it is the site's."""
    year = source.fiscal_year
    if year is None:
        return ""
    return f"from {month_name[year.starts]}, named after the year it {year.named_after}s in"
