"""What a screen reader is given: Chromium's accessibility tree of a page, without what it leaves out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Page

from cxsite.pages.hyphens import SOFT

_SILENT = ("none", "generic", "InlineTextBox")


@dataclass
class Node:
    """A node: its role, its name, what is inside, in reading order."""

    role: str
    name: str
    inside: list[Node] = field(default_factory=list)

    def all(self, role: str) -> Iterator[Node]:
        """All nodes of a role inside, in reading order."""
        for one in self.inside:
            if one.role == role:
                yield one
            yield from one.all(role)

    def one(self, role: str, name: str) -> Node:
        """The first node of a role whose name begins so."""
        return next(node for node in self.all(role) if node.name.startswith(name))

    @property
    def items(self) -> list[Node]:
        """The items of a list."""
        assert {node.role for node in self.inside} == {"listitem"}, self.inside
        return self.inside

    @property
    def said(self) -> str:
        """Everything that is read out, in order."""
        if self.role == "StaticText":
            return self.name
        return " ".join(filter(None, (one.said for one in self.inside))) or self.name


def tree(page: Page) -> Node:
    """The article of the page as a screen reader is given it."""
    session = page.context.new_cdp_session(page)
    nodes: list[dict[str, Any]] = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    by_id = {node["nodeId"]: node for node in nodes}

    def made(node: dict[str, Any]) -> list[Node]:
        role = node.get("role", {}).get("value", "")
        inside = [one for child in node.get("childIds", []) if child in by_id for one in made(by_id[child])]
        if node.get("ignored") or role in _SILENT:
            return inside
        return [Node(role, node.get("name", {}).get("value", "").replace(SOFT, ""), inside)]

    (article,) = (node for node in nodes if node.get("role", {}).get("value") == "article")
    return made(article)[0]
