"""What a cell that is no number was most likely meant to be."""

from __future__ import annotations

import re
from decimal import Decimal

from cxsite.model.values import parse_number

_SIGNS = str.maketrans({"\u2212": "-", "\u2013": "-", "'": "", "\u2019": ""})
"""What programs write for a minus, and between thousands; the spaces that they put there are spaces to Python."""
_NUMBER = re.compile(r"[+-]?\.?\d[\d.,]*", re.ASCII)
_POWER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)e[+-]?\d{1,2}", re.ASCII | re.IGNORECASE)
_THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2},\d{3}", re.ASCII)
_VALUES = frozenset({"value", "mean", "low", "high"})
"""Columns in the unit of the metric; the others count."""


def number_meant(text: str, column: str, as_share: bool) -> str:
    """The next step for the cell `text` in one of our columns; `as_share` where the column takes 63%.

    Empty where nobody can tell.
    """
    bare = "".join(text.translate(_SIGNS).split()).replace("%", "")
    if not (_NUMBER.fullmatch(bare) or _POWER.fullmatch(bare)):
        return f'if `{text}` says that nobody knows, declare it: `missing: ["{text}"]`'
    plain = _plain(bare)
    if not plain:
        return ""
    if "%" not in text:
        return f"write {plain}"
    if as_share:
        return f"write {plain}%"
    if column not in _VALUES:
        return f"`{column}` takes how many there are, not which part of them"
    return f"write {plain}, or let the method be `share`"


def _plain(bare: str) -> str:
    """The number as digits with at most one point; empty where nobody can tell."""
    if "e" in bare.lower():
        bare = f"{Decimal(bare):f}"
    commas, points = bare.count(","), bare.count(".")
    if commas and points:
        whole, _, decimals = bare.rpartition(max(",.", key=bare.rfind))
        bare = f"{whole.replace(',', '').replace('.', '')}.{decimals}"
    elif commas > 1 or points > 1 or _THOUSANDS.fullmatch(bare):
        groups = re.split("[,.]", bare)
        bare = "".join(groups) if all(len(group) == 3 for group in groups[1:]) else ""
    found = re.fullmatch(r"([+-]?)0*(\d*)[.,]?(\d*)", bare)
    if not bare or not found:
        return ""
    sign, whole, decimals = found.groups()
    made = f"{sign}{whole or '0'}{'.' if decimals else ''}{decimals}"
    try:
        parse_number(made)
    except ValueError:
        return ""
    return made
