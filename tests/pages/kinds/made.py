"""What tests of page kinds share: the pages of a small project, and what is wrong with any page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from support import write

from cxsite.pages.hyphens import SOFT
from cxsite.pages.plan import Page
from cxsite.pipeline import build, examine
from cxsite.project import find_project

MAP = """\
phases:
  - id: wait
    name: Wait
    owner: desk
    steps: [{id: moved, name: Is moved, emotion: -1}, {id: told, name: Is told, emotion: 1}]
"""


def pages_of(folder: Path, text: str, files: Mapping[str, str] | None = None) -> dict[str, Page]:
    """The pages of a project with the journey `a`, by their stub."""
    journey = f"name: A\nowner: sales\n{text}{MAP}"
    write(folder, {"cxsite.yml": "today: 2026-10-01\n", "journeys/a.yml": journey, **(files or {})})
    examined = examine(find_project(folder))
    assert not examined.has_errors, [str(one) for one in examined.diagnostics]
    return {page.path: page for page in build(examined).pages}


def html(page: Page) -> str:
    return "\n".join(part.html for part in page.parts).replace(SOFT, "")


def words(page: Page) -> str:
    """What a reader sees, in one line."""
    text = re.sub(r"<(svg|summary).*?</\1>", " ", html(page), flags=re.S)
    text = re.sub(r"<[^>]+>", " ", text).replace("&#39;", "'").replace("&amp;", "&").replace("&lt;", "<")
    return re.sub(r"\s+([,.:;)])|(\()\s+", r"\1\2", " ".join(text.split()))


def faults(page: Page) -> list[str]:
    """Ids that stand twice, inline styles and scripts, attributes that are none."""
    text = html(page)
    ids = [*re.findall(r'\sid="([^"]+)"', text), *(part.id for part in page.parts)]
    found = [
        f"{name} twice" for name, times in Counter(ids).items() if times > 1 and not re.match("c[0-9a-f]{8}-", name)
    ]
    outside = re.sub(r"<svg.*?</svg>", "", text, flags=re.S)
    return found + [bad for bad in ("style=", "=&#34;", "<script", "cx-None", "None<", "Undefined") if bad in outside]
