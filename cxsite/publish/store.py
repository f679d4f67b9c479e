"""Rendered parts by digest. A page's stub names the digest, so a changed number changes the page's source.

That is what makes an engine that caches by source (Zensical) notice, and what lets the extension find out that a
part is missing instead of leaving a hole. Parts stand on disk for an engine that is a program of its own, and in
memory for one that runs in our process: to write, read and check thousands of files takes a tenth of a build.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Protocol

from cxsite.draw.cache import digest, write_whole
from cxsite.errors import ArtefactError

Link = Callable[[str, str], str]
"""From the path of a page (`join/index.md`), and of the page that links to it, to the address the engine wants."""


_HINT = "build with `cxsite build`, or delete `.cxsite/` and build again"


class Parts(Protocol):
    """Where rendered parts are kept."""

    def put(self, html: str) -> str:
        """Keeps a part; gives its digest."""

    def get(self, name: str) -> str:
        """The part with this digest.

        Raises:
            ArtefactError: it is not there.
        """


class Held:
    """Rendered parts in memory, for one build."""

    def __init__(self) -> None:
        self._parts: dict[str, str] = {}

    def put(self, html: str) -> str:
        """Keeps a part; gives its digest."""
        name = digest(html)
        self._parts[name] = html
        return name

    def get(self, name: str) -> str:
        """The part with this digest.

        Raises:
            ArtefactError: it is not there.
        """
        if name not in self._parts:
            raise ArtefactError(f"the drawn part {name} is missing", _HINT)
        return self._parts[name]


class Store:
    """A folder of rendered parts."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, html: str) -> str:
        """Keeps a part; gives its digest. A part that is there already is not written again."""
        name = digest(html)
        path = self._path(name)
        if not path.is_file() or path.read_bytes() != html.encode():
            write_whole(path, html)
        return name

    def get(self, name: str) -> str:
        """The part with this digest.

        Raises:
            ArtefactError: it is not there, or it is not what its digest says.
        """
        path = self._path(name)
        try:
            html = path.read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError):
            raise ArtefactError(f"the drawn part {name} is missing", _HINT) from None
        if digest(html) != name:
            raise ArtefactError(f"the drawn part {name} is damaged", _HINT)
        return html

    def keep_only(self, names: Iterable[str]) -> None:
        """Deletes all parts but these."""
        wanted = {self._path(name) for name in names}
        for path in self.folder.glob("*.html") if self.folder.is_dir() else ():
            if path not in wanted:
                path.unlink(missing_ok=True)

    def _path(self, name: str) -> Path:
        return self.folder / f"{name}.html"
