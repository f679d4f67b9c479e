"""Rendered parts on disk, by digest. A page's stub names the digest, so a changed number changes the page's source.

That is what makes an engine that caches by source (Zensical) notice, and what lets the extension find out that a
part is missing instead of leaving a hole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from cxsite.draw.cache import digest, write_whole
from cxsite.errors import ArtefactError

Link = Callable[[str, str], str]
"""From the path of a page (`join/index.md`), and of the page that links to it, to the address the engine wants."""


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
        hint = "build with `cxsite build`, or delete `.cxsite/` and build again"
        try:
            html = path.read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError):
            raise ArtefactError(f"the drawn part {name} is missing", hint) from None
        if digest(html) != name:
            raise ArtefactError(f"the drawn part {name} is damaged", hint)
        return html

    def keep_only(self, names: Iterable[str]) -> None:
        """Deletes all parts but these."""
        wanted = {self._path(name) for name in names}
        for path in self.folder.glob("*.html") if self.folder.is_dir() else ():
            if path not in wanted:
                path.unlink(missing_ok=True)

    def _path(self, name: str) -> Path:
        return self.folder / f"{name}.html"
