"""From what changed to its place on a preview of the site, and on the forge."""

from __future__ import annotations

import re

from cxsite.compare.change import Subject
from cxsite.compare.report import SitePlace, Told
from cxsite.diagnostics import Span
from cxsite.errors import ForgeError
from cxsite.forge.comment import Links
from cxsite.forge.forges import Forge

_ADDRESS = re.compile(r"https?://[\w.~:/@!+%-]+", re.ASCII)
"""What can stand in a link and in a command as it is."""
_BLANKS = ("{number}", "{commit}")
_FILE = "index.html"
_NOWHERE = SitePlace()


def links_of(told: Told, forge: Forge, preview: str = "", changes: bool = False, kept: str = "") -> Links:
    """Links into a preview (empty: none), and to lines of the later commit.

    `preview` is an address as people give it, see `checked_preview`. With `changes` the preview has pages of changes,
    and links lead to the sentences there, else to the maps. `kept` is where a zip of the site can be fetched.

    Raises:
        ForgeError: the preview's address can be none.
    """
    root, file = _root_of(preview, told, forge)

    def page(subject: Subject) -> str:
        place = told.places.get(subject, _NOWHERE)
        where, anchor, name = ((changes and place.told) or place.page).partition("#")
        return f"{root}/{where}{file}{anchor}{name}" if root and (where or anchor) else ""

    def line(span: Span) -> str:
        commit = told.after.commit
        return forge.line(commit, f"{told.folder}{span.file}", span.line) if commit and forge.web else ""

    return Links(page, line, kept)


def checked_preview(preview: str) -> str:
    """An address of a preview: `{number}` in it stands for that of the request, `{commit}` for the later commit's id.

    Where it ends in `index.html`, links name files, for servers that look for no `index.html` in a folder.

    Raises:
        ForgeError: it is none, or has signs that mean something in a link or a command.
    """
    bare = preview
    for blank in _BLANKS:
        bare = bare.replace(blank, "0")
    if not _ADDRESS.fullmatch(bare):
        hint = "give it as `https://previews.example/{number}/`; `{number}` and `{commit}` are those of the request"
        raise ForgeError(f"`{preview}` is no address of a preview", hint)
    return preview


def _root_of(preview: str, told: Told, forge: Forge) -> tuple[str, str]:
    """The address without a slash at its end, and what a page's file is called."""
    if not preview:
        return "", ""
    values = str(forge.number), told.after.commit
    for blank, value in zip(_BLANKS, values, strict=True):
        preview = preview.replace(blank, value)
    return checked_preview(preview).removesuffix(_FILE).rstrip("/"), _FILE if preview.endswith(f"/{_FILE}") else ""
