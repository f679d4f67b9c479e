"""The commands of the workflows, run as the forges run them, over a request in a repository on this machine."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from load.test_revision import commit, git
from support import JOURNEY, MKDOCS, ROOT, Ran, write

from cxsite.forge.comment import MARK
from cxsite.forge.workplace import Workplace
from forge.played import played
from forge.workplaces import jobs, workflows

pytestmark = pytest.mark.ci

MAPS = "our maps"
PLACE = Workplace(MAPS, "main", f"{MAPS}/site", ("cxsite==1.2.3",), False)
SETTLED = f"{JOURNEY}reviewed: 2026-03-01\n"


@dataclass(frozen=True)
class Request:
    """A request that is checked out as merging it would be, with the commits that a forge names."""

    top: Path
    base: str
    head: str
    environment: Mapping[str, str]

    def run(self, commands: str, code: int = 0, **more: str) -> Ran:
        """As GitHub runs a step in the project's folder, and GitLab a script: Bash that stops at the first failure."""
        done = subprocess.run(
            ["bash", "-e", "-c", commands],
            cwd=self.top / MAPS,
            env={**self.environment, **more},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=120,
        )
        assert done.returncode == code, done.stdout
        return Ran(done.returncode, done.stdout)


@pytest.fixture
def request_of(tmp_path: Path):
    """Makes a repository with a project in a folder, and a request that changes its journey to this."""

    def make(journey: str) -> Request:
        top = tmp_path / "repository"
        project = {"mkdocs.yml": MKDOCS, "docs/about.md": "# About\n", "cxsite.yml": "today: 2026-03-04\n"}
        first = {f"{MAPS}/{name}": text for name, text in {**project, "journeys/ticket.yml": SETTLED}.items()}
        commit(top, {**first, ".gitignore": "site/\n.cxsite/\n"})
        git(top, "checkout", "-q", "-b", "topic")
        head = commit(top, {f"{MAPS}/journeys/ticket.yml": journey})
        git(top, "checkout", "-q", "main")
        base = commit(top, {"README.md": "Somebody else merged this meanwhile.\n"})
        git(top, "merge", "-q", "--no-ff", "-m", "What merging would give", "topic")
        return Request(top, base, head, environment(tmp_path))

    return make


def environment(folder: Path) -> dict[str, str]:
    """Nothing of this machine but a `cxsite` and what it needs."""
    command = f'#!/bin/sh\nexec {sys.executable} -c "from cxsite.cli.main import main; main()" "$@"\n'
    write(folder, {"bin/cxsite": command, "temp/summary.md": ""})
    (folder / "bin/cxsite").chmod(0o755)
    return {
        "PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(folder),
        "PYTHONPATH": str(ROOT),
        "NO_MKDOCS_2_WARNING": "1",
        "RUNNER_TEMP": str(folder / "temp"),
        "GITHUB_STEP_SUMMARY": str(folder / "temp/summary.md"),
    }


def step(workflow: str, name: str) -> dict[str, Any]:
    found = [step for job in workflows(PLACE)[workflow]["jobs"].values() for step in job["steps"]]
    (one,) = [step for step in found if step["name"] == name]
    return one


def spoken(request: Request, workflow: str, name: str, code: int = 0, **more: str) -> str:
    """What a step of GitHub prints, its expressions filled in as for this request."""
    values = {
        "${{ github.event.pull_request.base.sha }}": request.base,
        "${{ github.event.pull_request.head.sha }}": request.head,
        "${{ github.token }}": "secret-1",
    }
    asked = step(workflow, name)
    filled = {key: values[value] for key, value in asked.get("env", {}).items()}
    return request.run(asked["run"], code, **filled, **more).output


def test_a_request_is_compared_checked_built_and_commented_on_github(request_of, tmp_path: Path) -> None:
    request = request_of(SETTLED.replace("emotion: -1", "emotion: -2"))
    told = spoken(request, "review", "Say what changes")
    assert "::notice file=our maps/journeys/ticket.yml,line=8,title=" in told
    assert "README" not in told, "what others merged is not of this request"
    assert "emotion from −1.0 to −2.0" in (tmp_path / "temp/summary.md").read_text()

    checked = spoken(request, "review", "Check")
    assert "1 journey, 0 metrics: 0 errors, 0 warnings" in checked
    spoken(request, "review", "Build a site that opens without a server")
    (kept,) = [path for path in [step("review", "Keep the site")["with"]["path"]] if (request.top / path).is_dir()]
    assert 'href="ticket/index.html"' in (request.top / kept / "index.html").read_text()

    # The second workflow: another machine, an empty folder, and the artifact.
    write(tmp_path, {"temp/difference/difference.json": (tmp_path / "temp/difference.json").read_bytes()})
    shutil.rmtree(request.top / MAPS)
    (request.top / MAPS).mkdir()
    run = {"id": 99, "event": "pull_request", "head_sha": request.head, "head_branch": "topic"}
    run["head_repository"] = {"full_name": "stranger/maps", "owner": {"login": "stranger"}}
    event = tmp_path / "event.json"
    event.write_text(json.dumps({"workflow_run": run}))
    with played() as forge:
        more = {"GITHUB_API_URL": forge.base, "GITHUB_REPOSITORY": "acme/maps", "GITHUB_EVENT_PATH": str(event)}
        head = {"label": "stranger:topic", "sha": request.head, "repo": {"full_name": "stranger/maps"}}
        assert "no open pull request has this commit" in spoken(request, "comment", "Comment", **more)
        forge.requests = [{"number": 7, "head": head}]
        assert spoken(request, "comment", "Comment", **more) == "comment: made\n"
        assert spoken(request, "comment", "Comment", **more) == "comment: as it was\n"
        (note,) = forge.notes.values()
        assert forge.asked[-1][1].startswith("/repos/acme/maps/issues/7/comments")
    assert note["body"].startswith(f"{MARK}\n**1 thing changed in 1 journey; 1 figure moved with it.**")
    assert f"https://github.com/acme/maps/blob/{request.head}/our%20maps/journeys/ticket.yml#L8" in note["body"]
    assert "https://github.com/acme/maps/actions/runs/99#artifacts" in note["body"]


def test_a_request_that_breaks_a_journey_fails_at_its_line_and_is_compared_all_the_same(request_of) -> None:
    request = request_of(SETTLED.replace("owner: sales", "ownr: sales"))
    assert "ticket.yml" in spoken(request, "review", "Say what changes")
    checked = spoken(request, "review", "Check", code=1)
    assert "::error file=our maps/journeys/ticket.yml,line=2,title=CX101::`ownr` is not a key" in checked
    named = [step["name"] for step in workflows(PLACE)["review"]["jobs"]["review"]["steps"]]
    assert named.index("Keep the difference for the comment") < named.index("Check"), "a comment comes of it, too"


def gitlab(request: Request, job: str, code: int = 0, **more: str) -> str:
    """What a job of GitLab prints, without installing anything. GitLab begins in the top folder."""
    found = jobs(PLACE)[job]
    before = [line for line in found["before_script"] if not line.startswith("python -m pip")]
    assert len(before) == len(found["before_script"]) - 1
    variables = {
        **{key: str(value) for key, value in found["variables"].items()},
        "CI_PROJECT_DIR": str(request.top),
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": git(request.top, "merge-base", request.base, request.head),
        "CI_COMMIT_SHA": git(request.top, "rev-parse", "HEAD"),
        "CI_MERGE_REQUEST_SOURCE_BRANCH_SHA": request.head,
    }
    return request.run("\n".join(['cd "$CI_PROJECT_DIR"', *before, *found["script"]]), code, **variables, **more).output


def preview_on_gitlab(request: Request) -> str:
    """The address that the job of the preview hands on."""
    names = {"CI_PROJECT_ROOT_NAMESPACE": "acme", "CI_PROJECT_PATH": "acme/cx/maps", "CI_JOB_ID": "55"}
    pages = {"CI_PAGES_DOMAIN": "pages.example", "CI_PAGES_URL": "https://acme.pages.example/cx/maps"}
    gitlab(request, "journeys preview", **names, **pages)
    handed = request.top / jobs(PLACE)["journeys preview"]["artifacts"]["reports"]["dotenv"]
    name, _, value = handed.read_text().strip().partition("=")
    assert name == "JOURNEYS_PREVIEW"
    return value


def test_a_request_is_compared_checked_built_commented_and_published_on_gitlab(request_of) -> None:
    request = request_of(SETTLED.replace("emotion: -1", "emotion: -2"))
    assert "0 errors, 0 warnings" in gitlab(request, "journeys check")
    assert "emotion from −1.0 to −2.0" in gitlab(request, "journeys changes")
    report = request.top / jobs(PLACE)["journeys changes"]["artifacts"]["reports"]["codequality"]
    assert json.loads(report.read_text())[0]["location"] == {
        "path": "our maps/journeys/ticket.yml",
        "lines": {"begin": 8},
    }
    with played() as forge:
        more = {"CI_PROJECT_ID": "3", "CI_MERGE_REQUEST_IID": "7", "CI_API_V4_URL": forge.base, "GITLAB_TOKEN": "t"}
        assert gitlab(request, "journeys comment", **more).endswith("comment: made\n")
        assert "1 thing changed" in forge.notes[1]["body"]
        more["JOURNEYS_PREVIEW"] = preview_on_gitlab(request)
        assert gitlab(request, "journeys comment", **more).endswith("comment: updated\n")
    files = "https://acme.pages.example/-/cx/maps/-/jobs/55/artifacts/our%20maps/site"
    assert re.search(rf"\]\({files}/ticket/changes/index\.html#change-\w+\)", forge.notes[1]["body"])
    assert (request.top / MAPS / "site/ticket/changes/index.html").is_file()
    gitlab(request, "pages")
    assert (request.top / "public/index.html").is_file()
    assert 'href="ticket/"' in (request.top / "public/index.html").read_text()


def test_a_broken_journey_fails_on_gitlab_with_a_report_and_a_readable_log(request_of) -> None:
    request = request_of(SETTLED.replace("owner: sales", "ownr: sales"))
    assert "journeys/ticket.yml:2:1: error CX101" in gitlab(request, "journeys check", code=1)
    found = json.loads((request.top / "journeys-check.json").read_text())
    assert found[0]["location"] == {"path": "our maps/journeys/ticket.yml", "lines": {"begin": 2}}
