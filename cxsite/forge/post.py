"""Puts the comment there: a new one the first time, the same one later, one only."""

from __future__ import annotations

from collections.abc import Iterator

from cxsite.forge.comment import MARK
from cxsite.forge.forges import Forge, Note
from cxsite.forge.http import Client

PAGE = 100
_GONE = (404, 410)


def post(forge: Forge, client: Client, body: str, quiet: bool) -> str:
    """Says what it did: `made`, `updated`, `as it was`, or `nothing to say`.

    `quiet` is for a change that is not worth a first comment; one that is there is updated all the same. A comment that
    somebody took away meanwhile is made anew; of several, the oldest is kept.
    """
    ours = list(_ours(forge, client))
    for extra in ours[1:]:
        if extra.author == ours[0].author:
            client.ask("DELETE", forge.one(extra.id), allow=_GONE)
    if not ours and quiet:
        return "nothing to say"
    if ours and _same(ours[0].body, body):
        return "as it was"
    if ours and client.ask(forge.edit, forge.one(ours[0].id), {"body": body}, allow=_GONE).status not in _GONE:
        return "updated"
    client.ask("POST", forge.path, {"body": body})
    return "made"


def _ours(forge: Forge, client: Client) -> Iterator[Note]:
    """Comments that begin with our mark, the oldest first, over all pages."""
    for page in range(1, 1000):
        found = client.ask("GET", f"{forge.path}?per_page={PAGE}&page={page}{forge.ascending}").body or []
        notes = [note for data in found if (note := forge.note(data)) is not None]
        yield from (note for note in notes if note.body.lstrip().startswith(MARK))
        if len(found) < PAGE:
            return


def _same(one: str, other: str) -> bool:
    """Forges change line ends and take blanks away at both ends."""
    return one.replace("\r\n", "\n").strip() == other.replace("\r\n", "\n").strip()
