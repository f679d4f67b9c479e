"""The run that a workflow follows on, and the pull request that it was for: by GitHub's word, never by the run's.

A workflow for `workflow_run` may write where that of a request may not, as it runs the code of the default branch. What
the other run left behind is not to be believed, so the request is the one whose head is the commit of that run.

The event: https://docs.github.com/webhooks/webhook-events-and-payloads#workflow_run. Its `pull_requests` is empty for
forks, and `/commits/{sha}/pulls` knows no commit of a fork, so requests are asked for by their branch.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from cxsite.errors import ForgeError
from cxsite.forge.http import Client


@dataclass(frozen=True)
class Run:
    """A finished run. `owner`, `repository` and `branch` are those that the request comes from."""

    id: int
    commit: str
    owner: str
    repository: str
    branch: str


def followed_run(environment: Mapping[str, str]) -> Run | None:
    """The run of a pull request that this job follows on; None where it follows on none.

    Raises:
        ForgeError: it follows on a run for something else than a pull request.
    """
    try:
        event = json.loads(Path(environment.get("GITHUB_EVENT_PATH") or "/nowhere").read_text(encoding="utf-8"))
        found = event["workflow_run"]
        kind, home = found["event"], found["head_repository"]
        run = Run(int(found["id"]), found["head_sha"], home["owner"]["login"], home["full_name"], found["head_branch"])
    except (OSError, ValueError, LookupError, TypeError):
        return None
    if kind != "pull_request":
        hint = "let the job run only `if: github.event.workflow_run.event == 'pull_request'`"
        raise ForgeError(f"the run that this one follows on was for `{kind}`, not for a pull request", hint)
    return run


def request_of(run: Run, client: Client, repository: str) -> int | None:
    """The number of the open pull request whose head is the run's commit; None where there is none, or not one alone.

    `repository` is the one that the request is for, `owner/name`.
    """
    head = quote(f"{run.owner}:{run.branch}", safe="")
    found = client.ask("GET", f"/repos/{repository}/pulls?state=open&head={head}&per_page=100").body or []
    numbers = [
        request["number"]
        for request in found
        if request["head"]["sha"] == run.commit and (request["head"]["repo"] or {}).get("full_name") == run.repository
    ]
    return int(numbers[0]) if len(numbers) == 1 else None
