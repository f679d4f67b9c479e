"""The request that a finished run was for: by GitHub's word, by its head, and by nothing that the run left behind."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from cxsite.errors import ForgeError
from cxsite.forge.followed import Run, followed_run, request_of
from cxsite.forge.forges import FORGES
from forge.played import played

HEAD = "a" * 40
RUN = Run(99, HEAD, "stranger", "stranger/maps", "fix/ö")


def event(folder: Path, **more: Any) -> dict[str, str]:
    """The environment of a job that follows on a run."""
    run = {
        "id": 99,
        "event": "pull_request",
        "head_sha": HEAD,
        "head_branch": "fix/ö",
        "head_repository": {"full_name": "stranger/maps", "owner": {"login": "stranger"}},
        "pull_requests": [],
        **more,
    }
    file = folder / "event.json"
    file.write_text(json.dumps({"action": "completed", "workflow_run": run}), encoding="utf-8")
    return {"GITHUB_REPOSITORY": "acme/maps", "GITHUB_EVENT_PATH": str(file)}


def request(number: int, sha: str = HEAD, repository: str | None = "stranger/maps") -> dict[str, Any]:
    head = {"label": "stranger:fix/ö", "sha": sha, "repo": repository and {"full_name": repository}}
    return {"number": number, "head": head}


def asked(*requests: dict[str, Any]) -> tuple[int | None, str]:
    """The number that is found, and the path that was asked for it."""
    with played() as there:
        there.requests = list(requests)
        forge = FORGES["github"]({"GITHUB_REPOSITORY": "acme/maps", "GITHUB_API_URL": there.base}, 1)
        return request_of(RUN, forge.client(), "acme/maps"), there.asked[0][1]


def test_the_event_says_which_run_it_was(tmp_path: Path) -> None:
    assert followed_run(event(tmp_path)) == RUN


def test_a_job_that_follows_on_nothing_has_no_run(tmp_path: Path) -> None:
    assert followed_run({}) is None
    assert followed_run(event(tmp_path, head_repository=None)) is None, "the fork is gone"


def test_a_run_for_something_else_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ForgeError, match="for `push`"):
        followed_run(event(tmp_path, event="push"))


def test_a_request_of_a_fork_is_found_by_its_branch() -> None:
    number, path = asked(request(7))
    assert number == 7
    assert path == "/repos/acme/maps/pulls?state=open&head=stranger%3Afix%2F%C3%B6&per_page=100"


@pytest.mark.parametrize(
    "requests",
    [
        [],
        [request(7, sha="b" * 40)],
        [request(7, repository="stranger/other")],
        [request(7, repository=None)],
        [request(7), request(8)],
    ],
    ids=["closed", "newer commits", "another repository", "the fork is gone", "two have this head"],
)
def test_where_it_is_not_one_request_for_sure_there_is_none(requests: list[dict[str, Any]]) -> None:
    assert asked(*requests)[0] is None
