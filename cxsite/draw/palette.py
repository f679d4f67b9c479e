"""Colours as roles. Charts are drawn with stand-ins, which become CSS variables so that dark and print just work."""

from __future__ import annotations

import re

ROLES = (
    "ink",
    "ink-2",
    "ink-3",
    "line",
    "line-2",
    "card",
    "pos",
    "neg",
    "bar",
    "add",
    "chg",
    "quiet",
    "high",
)


def stand_in(role: str) -> str:
    """The colour a chart is drawn with where `role` is meant. No theme uses these, so they are found again."""
    return f"#0{ROLES.index(role) + 16:02x}d{ROLES.index(role) + 16:02x}"


_ROLE_OF = {stand_in(role): role for role in ROLES}
_STAND_INS = re.compile("|".join(_ROLE_OF), re.IGNORECASE)


def to_variables(svg: str) -> str:
    """The drawing with `var(--cx-…)` in place of every stand-in."""
    return _STAND_INS.sub(lambda found: f"var(--cx-{_ROLE_OF[found[0].lower()]})", svg)
