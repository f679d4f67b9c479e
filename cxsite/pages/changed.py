"""The history, as pages show it: where a thing that changed stands today, and where the history begins."""

from __future__ import annotations

from dataclasses import replace

from cxsite.compare.history import History, Line
from cxsite.model.portfolio import Portfolio
from cxsite.pages.subjects import address_of


def address_now(line: Line, portfolio: Portfolio) -> str:
    """The link to a thing that changed some time ago, by what it goes by today; empty for what is gone."""
    if line.now is None:
        return ""
    noun, scope, key = line.now
    return address_of(replace(line.subject, noun=noun, scope=scope, id=key, journey=line.journey), portfolio)


def beginning(history: History, limit: int) -> str:
    """Where the history begins, and why there; empty where it is whole."""
    ground = history.past.ground
    if ground is None:
        return ""
    where = f"The history begins at commit {ground.short} of {ground.day}"
    if history.past.cut == "shallow":
        return f"{where}: this clone is shallow; `git fetch --unshallow` fetches what was before"
    return f"{where}: the latest {limit} are told, as `history:` in cxsite.yml says"
