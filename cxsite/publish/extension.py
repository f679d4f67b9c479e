"""The Markdown extension: puts rendered parts where a page's stub names them. The same on every engine.

It runs below Python-Markdown's `normalize_whitespace` (30), which would strip the stash's marks, and above the
HTML block parser (20). Anything missing raises: a page with a hole must not be published. A server shows
the hole and goes on.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from cxsite.errors import ArtefactError
from cxsite.pages.trouble import banner, trouble_of
from cxsite.publish.store import Parts, Store
from cxsite.publish.stub import MARK, split_part

TAG = "cx-part"
_LINE = re.compile(rf"{MARK} ([\w-]+) ([0-9a-f]{{20}})\s*")
_EXCLUDE = " data-search-exclude"
_EXCLUDED_HEADING = re.compile(rf"(<h[34]\b[^>]*?){_EXCLUDE}")
_PENDING = f'<{TAG} data-part="{{name}}"></{TAG}>'
_PENDING_PARTS = re.compile(_PENDING.format(name="([0-9a-f]{20})"))


def wrap(html: str) -> str:
    """A part's HTML in an element of its own. The name is used nowhere inside, which keeps search from losing count."""
    return f'<{TAG} class="cx">\n{html}\n</{TAG}>'


def gap(problem: ArtefactError) -> str:
    """What stands in the place of a part that is missing, where a server must go on."""
    return wrap(banner(trouble_of([problem]), stale=False))


def fill_pending(page_html: str, store: Parts) -> str:
    """The page with the parts that were left out for search put in."""
    return _PENDING_PARTS.sub(lambda found: wrap(_without_marks(store.get(found[1]))), page_html)


def _without_marks(stored: str) -> str:
    html = split_part(stored)[1]
    return _EXCLUDED_HEADING.sub(r"\1", html) if _EXCLUDE in html else html


class _PutParts(Preprocessor):
    """Replaces each line that names a part."""

    def __init__(self, md: Markdown, store: Parts | None, late: bool, live: bool) -> None:
        super().__init__(md)
        self.store = store
        self.late = late
        self.live = live

    def run(self, lines: list[str]) -> list[str]:
        """The page's lines, with a stash mark for each part."""
        return [self._put(found) if (found := _LINE.fullmatch(line)) else line for line in lines]

    def _put(self, found: re.Match[str]) -> str:
        try:
            return self._stashed(found)
        except ArtefactError as problem:
            if not self.live:
                raise
            return "\n" + self.md.htmlStash.store(gap(problem)) + "\n"

    def _stashed(self, found: re.Match[str]) -> str:
        if self.store is None:
            raise ArtefactError(
                f"the part `{found[1]}` cannot be put in: the extension `cxsite` was given no store",
                "add `cxsite` to `plugins:` in mkdocs.yml, or build with `cxsite build`",
            )
        search, html = split_part(self.store.get(found[2]))
        body = _PENDING.format(name=found[2])
        if not self.late:
            body = wrap(html).replace('class="cx"', f'class="cx"{_EXCLUDE}', 1)
        hidden = f"<p hidden>{search}</p>\n" if search else ""
        return "\n" + self.md.htmlStash.store(hidden + body) + "\n"


class CxsiteExtension(Extension):
    """`markdown_extensions: [cxsite]`. The plugin and the generator set its options; people have none to set."""

    def __init__(self, **kwargs: Any) -> None:
        self.config = {
            "store": ["", "folder of the rendered parts, or what holds them in memory"],
            "late": [False, "leave the parts out, for the plugin to put in after search has read the page"],
            "live": [False, "show what is missing instead of raising: an exception ends some engines' servers"],
            "version": ["", "of cxsite; an engine that caches pages sees a change of it"],
        }
        super().__init__(**kwargs)

    def extendMarkdown(self, md: Markdown) -> None:
        """Called by Python-Markdown."""
        if TAG not in md.block_level_elements:
            md.block_level_elements.append(TAG)  # or the stash is put back inside a paragraph
        where = self.getConfig("store")
        store = (Store(Path(where)) if where else None) if isinstance(where, str) else where
        flags = (bool(self.getConfig("late")), bool(self.getConfig("live")))
        md.preprocessors.register(_PutParts(md, store, *flags), "cxsite", 25)


def makeExtension(**kwargs: Any) -> CxsiteExtension:  # noqa: N802 (the name Python-Markdown looks for)
    """Called by Python-Markdown when the extension is named by its module."""
    return CxsiteExtension(**kwargs)
