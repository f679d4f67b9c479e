"""From where something was written to the address at which it is edited, by the repository's own web pages."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import quote, urljoin, urlsplit

SourceLink = Callable[[str], str]
"""From `journeys/join.yml:12` to an address; empty where no repository is named."""

_USUAL = {"github.com": "edit/master/docs/", "gitlab.com": "edit/master/docs/", "bitbucket.org": "src/default/docs/"}
"""What MkDocs takes where `edit_uri` is left out."""
_UP = re.compile(r"[^/?#=]+/\.\./")
_LINES = {"bitbucket.org": "#lines-"}


def no_source(_place: str) -> str:
    """For sites without a repository."""
    return ""


CommitLink = Callable[[str], str]
"""From the id of a commit to an address; empty where no forge that we know is named."""
_COMMITS = {"github": "/commit/", "gitlab": "/-/commit/", "bitbucket": "/commits/", "codeberg": "/commit/"}
"""Where a commit stands below a repository's address, by the first or last but one name of the host."""


def no_commit(_id: str) -> str:
    """For sites without a repository."""
    return ""


def commit_link(repo_url: str | None) -> CommitLink:
    """How commits become addresses: on GitHub, GitLab, Bitbucket and Codeberg, also on hosts of one's own that begin
    with such a name."""
    names = (urlsplit(repo_url or "").hostname or "").split(".")
    way = next((_COMMITS[name] for name in (names[0], *names[-2:-1]) if name in _COMMITS), "")
    if not repo_url or not way:
        return no_commit
    base = repo_url.rstrip("/").removesuffix(".git")
    return lambda commit: f"{base}{way}{commit}"


def source_link(repo_url: str | None, edit_uri: str | None, template: str | None, docs_dir: str) -> SourceLink:
    """How places become addresses, by the settings of mkdocs.yml. `docs_dir` is seen from the project's folder.

    Those settings are about pages below `docs_dir`; ours stand beside it, so the way leads up again.
    """
    host = urlsplit(repo_url or "").hostname or ""
    uri = edit_uri if edit_uri is not None or template else _USUAL.get(host)
    if not (uri or template):
        return no_source
    up = "../" * len([part for part in docs_dir.split("/") if part not in ("", ".")])

    def link(place: str) -> str:
        file, _, line = place.rpartition(":")
        path = up + quote(file)
        made = template.replace("{path}", path).replace("{path!q}", path) if template else f"{uri}{path}"
        base = (repo_url or "").rstrip("/") + "/" if repo_url else ""
        # A query cannot be joined as a path is.
        whole = base.rstrip("/") + made if made.startswith(("?", "#")) else urljoin(base, _straight(made))
        whole = _straight(whole)
        return whole if "#" in whole else f"{whole}{_LINES.get(host, '#L')}{line}"

    return link


def _straight(text: str) -> str:
    """The address without steps up."""
    while (shorter := _UP.sub("", text, count=1)) != text:
        text = shorter
    return text
