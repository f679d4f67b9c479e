"""The forges: where their comments are, which variables of their CI say so, and how they link to lines."""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from cxsite.errors import ForgeError
from cxsite.forge.http import Client


@dataclass(frozen=True)
class Note:
    """A comment that is there."""

    id: int
    author: int
    body: str


class Forge(ABC):
    """A forge and one request on it, by its number. `path` is that of the comments, below the address of the API."""

    limit: int
    """Characters of a comment."""
    edit = "PATCH"
    ascending = ""
    """What asks for the oldest first, where that is not usual."""

    def __init__(self, api: str, path: str, web: str, token: str, number: str) -> None:
        self.api, self.path, self.web, self.token = api.rstrip("/"), path, web.rstrip("/"), token
        self.number = number

    @property
    @abstractmethod
    def headers(self) -> Mapping[str, str]:
        """What each request says of itself."""

    @property
    @abstractmethod
    def secret(self) -> Mapping[str, str]:
        """The token, as the forge wants it."""

    @abstractmethod
    def one(self, note: int) -> str:
        """The path of one comment."""

    @abstractmethod
    def line(self, commit: str, file: str, line: int) -> str:
        """The address of a line."""

    @abstractmethod
    def note(self, data: Any) -> Note | None:
        """A comment from the forge's answer; None for what is no comment of a person or a bot."""

    def client(self, **more: Any) -> Client:
        """A client for its API."""
        return Client(self.api, self.headers, self.secret if self.token else {}, **more)


class GitHub(Forge):
    """GitHub: https://docs.github.com/rest/issues/comments, API version 2022-11-28."""

    limit = 65_536

    @property
    def headers(self) -> Mapping[str, str]:
        return {"Accept": "application/vnd.github+json", "X-GitHub-Api-Version": "2022-11-28", "User-Agent": "cxsite"}

    @property
    def secret(self) -> Mapping[str, str]:
        return {"Authorization": f"Bearer {self.token}"}

    def one(self, note: int) -> str:
        return f"{self.path.split('/issues/')[0]}/issues/comments/{note}"

    def line(self, commit: str, file: str, line: int) -> str:
        return f"{self.web}/blob/{commit}/{quote(file)}#L{line}"

    def note(self, data: Any) -> Note | None:
        return Note(data["id"], (data.get("user") or {}).get("id", 0), data.get("body") or "")


class GitLab(Forge):
    """GitLab: https://docs.gitlab.com/api/notes/#merge-requests. A job's own token may not write notes."""

    limit = 1_000_000
    edit = "PUT"
    ascending = "&sort=asc&order_by=created_at"

    @property
    def headers(self) -> Mapping[str, str]:
        return {"Accept": "application/json", "User-Agent": "cxsite"}

    @property
    def secret(self) -> Mapping[str, str]:
        return {"PRIVATE-TOKEN": self.token}

    def one(self, note: int) -> str:
        return f"{self.path}/{note}"

    def line(self, commit: str, file: str, line: int) -> str:
        return f"{self.web}/-/blob/{commit}/{quote(file)}#L{line}"

    def note(self, data: Any) -> Note | None:
        return None if data.get("system") else Note(data["id"], (data.get("author") or {}).get("id", 0), data["body"])


def github(environment: Mapping[str, str], number: int | None) -> GitHub:
    """GitHub as Actions describes it (docs.github.com/actions, default environment variables)."""
    repository = _needed(environment, "GITHUB_REPOSITORY", "owner/name of the repository")
    found = number or _number_of_event(environment.get("GITHUB_EVENT_PATH", ""))
    if not found:
        raise ForgeError("nobody says which pull request is meant", "run it for a pull request, or give `--number`")
    api = environment.get("GITHUB_API_URL", "https://api.github.com")
    web = f"{environment.get('GITHUB_SERVER_URL', 'https://github.com')}/{repository}"
    path = f"/repos/{repository}/issues/{found}/comments"
    return GitHub(api, path, web, environment.get("GITHUB_TOKEN", ""), str(found))


def gitlab(environment: Mapping[str, str], number: int | None) -> GitLab:
    """GitLab as its CI describes it (docs.gitlab.com/ci/variables/predefined_variables)."""
    project = quote(_needed(environment, "CI_PROJECT_ID", "number or path of the project"), safe="")
    found = str(number or "") or environment.get("CI_MERGE_REQUEST_IID", "")
    if not found:
        hint = "run it in a merge request's pipeline, or give `--number`"
        raise ForgeError("nobody says which merge request is meant", hint)
    api = environment.get("CI_API_V4_URL", "https://gitlab.com/api/v4")
    path = f"/projects/{project}/merge_requests/{found}/notes"
    return GitLab(api, path, environment.get("CI_PROJECT_URL", ""), environment.get("GITLAB_TOKEN", ""), found)


FORGES = {"github": github, "gitlab": gitlab}
TOKENS = {"github": "GITHUB_TOKEN", "gitlab": "GITLAB_TOKEN"}


def _needed(environment: Mapping[str, str], name: str, what: str) -> str:
    if not environment.get(name):
        raise ForgeError(f"`{name}` is not set", f"set it to the {what}; the forge's CI does so by itself")
    return environment[name]


def _number_of_event(path: str) -> int:
    try:
        event = json.loads(Path(path).read_text(encoding="utf-8")) if path else {}
        return int((event.get("pull_request") or event.get("issue") or {}).get("number", 0))
    except (OSError, ValueError, AttributeError):
        return 0
