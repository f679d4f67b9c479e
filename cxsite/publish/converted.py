"""What the engine's Markdown made of our stubs the last time: the same text, with the same extensions, is the same.

Converting is a quarter of a build in which nothing changed. Kept only where the result depends on the text, the options
and the versions of packages alone; an extension that is somebody's own, or that reads files, is always run.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from cxsite import __version__
from cxsite.draw.cache import digest, write_whole

FILE = "converted.jsonl"
_KNOWN = ("markdown.extensions.", "pymdownx.", "material.extensions.")
_OF_MARKDOWN = frozenset(
    {
        *("abbr", "admonition", "attr_list", "codehilite", "def_list", "extra", "fenced_code", "footnotes"),
        *("legacy_attrs", "legacy_em", "md_in_html", "meta", "nl2br", "sane_lists", "smarty", "tables", "toc"),
        *("wikilinks", "cxsite"),
    }
)
_READS_FILES = frozenset({"pymdownx.snippets", "pymdownx.pathconverter", "pymdownx.b64", "pymdownx.blocks.html"})
_PACKAGES = ("markdown", "pymdown-extensions", "mkdocs", "properdocs", "mkdocs-material", "pygments")


@dataclass(frozen=True)
class Converted:
    """A converted stub. `toc` is a tree of `[title, id, level, parts]`."""

    content: str
    toc: Sequence[Any]
    title: str | None
    anchors: tuple[str, ...]


@dataclass
class Conversions:
    """Conversions by the digest of their text; `setup` is that of all else they depend on, empty where unknown."""

    folder: Path
    setup: str
    used: dict[str, Converted] = field(default_factory=dict)

    @cached_property
    def known(self) -> dict[str, Converted]:
        """What the last build kept with this setup; what is damaged is as if it were not there."""
        try:
            head, *lines, mark = (self.folder / FILE).read_text(encoding="utf-8").split("\n")
            if json.loads(head) == self.setup and mark == _sum([head, *lines]):
                return {key: Converted(*parts) for key, *parts in map(json.loads, lines)}
        except (OSError, ValueError, TypeError):
            pass
        return {}

    def take_over(self, page: Any, get_toc: Callable[[list[Any]], Any]) -> None:
        """Lets a page of the engine be converted as it always is, or put back as that came out the last time.

        `get_toc` is the engine's, from the tokens of Python-Markdown's `toc` to its table of contents.
        """
        if not self.setup or not hasattr(page, "_title_from_render"):  # an engine of another make
            return
        usual = page.render

        def render(config: Any, files: Any) -> None:
            key = digest(page.markdown or "")
            if (kept := self.known.get(key)) is None:
                usual(config, files)
                kept = _converted(page)
            else:
                page.content, page._title_from_render = kept.content, kept.title
                page.toc, page.present_anchor_ids = get_toc(_tokens(kept.toc)), set(kept.anchors)
            if kept is not None:
                self.used[key] = kept

        page.render = render

    def keep(self) -> None:
        """Writes what this build used, where that is not what is there."""
        if not self.setup or self.used.keys() == self.known.keys():
            return
        rows = ([key, one.content, one.toc, one.title, one.anchors] for key, one in sorted(self.used.items()))
        lines = [json.dumps(self.setup), *(json.dumps(row, ensure_ascii=False) for row in rows)]
        write_whole(self.folder / FILE, "\n".join([*lines, _sum(lines)]))


def _converted(page: Any) -> Converted | None:
    """What came out; None where a link in it leads elsewhere, as its target may be another one next time."""
    if any(file is not page.file for file in page.links_to_anchors or ()):
        return None
    toc = [_entry(entry) for entry in page.toc]
    return Converted(page.content, toc, page._title_from_render, tuple(sorted(page.present_anchor_ids or ())))


def _entry(entry: Any) -> list[Any]:
    return [entry.title, entry.id, entry.level, [_entry(part) for part in entry.children]]


def _tokens(toc: Sequence[Any]) -> list[dict[str, Any]]:
    return [{"name": name, "id": id_, "level": level, "children": _tokens(parts)} for name, id_, level, parts in toc]


def _sum(lines: Sequence[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def setup_of(extensions: Sequence[Any], options: Mapping[str, Any]) -> str:
    """One digest of the extensions, their options and the packages; empty where more than that decides."""
    if not all(isinstance(name, str) and _is_known(name) for name in extensions):
        return ""
    plain = {name: _plain(given) for name, given in sorted(options.items()) if name != "cxsite"}
    versions = [_version(package) for package in _PACKAGES]
    return digest(json.dumps([list(extensions), plain, versions, __version__], sort_keys=True, default=str))


def _is_known(name: str) -> bool:
    return name not in _READS_FILES and (name in _OF_MARKDOWN or name.startswith(_KNOWN))


def _plain(value: Any) -> Any:
    """Options as data; functions by their name, as their address differs from run to run."""
    if isinstance(value, Mapping):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    if callable(value):
        return f"{getattr(value, '__module__', '')}.{getattr(value, '__qualname__', type(value).__qualname__)}"
    return value if isinstance(value, str | int | float | bool | None) else f"{type(value).__qualname__} {value}"


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
