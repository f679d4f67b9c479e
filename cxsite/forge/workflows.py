"""Workflows for a forge's CI, written for one project: check, compare, build, keep a preview, comment, publish.

Actions stand by their full commit, as a tag can be moved, with the version beside it. What the forges say about runs of
strangers: https://docs.github.com/actions/reference/security/secure-use,
https://securitylab.github.com/resources/github-actions-preventing-pwn-requests/,
https://docs.gitlab.com/ci/pipelines/merge_request_pipelines/#use-with-forked-projects.
"""

from __future__ import annotations

import json
import re
import shlex
from functools import cache, partial
from importlib.resources import files
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FunctionLoader, StrictUndefined

from cxsite.forge.workplace import Workplace

ACTIONS = {
    "checkout": ("11bd71901bbe5b1630ceea73d27597364c9af683", "v4.2.2"),
    "setup-python": ("a26af69be951a213d495a4c3e4e4022e16d87065", "v5.6.0"),
    "upload-artifact": ("ea165f8d65b6e75b540449e92b4886f43607fa02", "v4.6.2"),
    "download-artifact": ("d3f86a106a0bac45b974a628896c90dbdf5c8093", "v4.3.0"),
    "upload-pages-artifact": ("56afc609e74202658d3ffba0e8f6dda462b719fa", "v3.0.1"),
    "deploy-pages": ("d6db90164ac5ed86f2b6aed7e0febac5b3c0c03e", "v4.0.5"),
}
"""The commit of each action, and the version whose tag stands there."""
GITLAB_CI = ".gitlab-ci.yml"
GITLAB_JOBS = ".gitlab/ci/journeys.yml"
INCLUDE = f"include:\n  - local: {GITLAB_JOBS}\n"
_NOTE = "Written by `cxsite init --ci {forge}`, which writes it anew with `--force`."
_STARS = re.compile(r"[*?+\[\]!\\]")


def github(place: Workplace) -> dict[str, str]:
    """The workflows by the name of their file, from the top of the repository."""
    names = ["journeys-review.yml", "journeys-comment.yml", *(["journeys-publish.yml"] if place.publish else [])]
    return {f".github/workflows/{name}": _github(name, place) for name in names}


def gitlab(place: Workplace) -> dict[str, str]:
    """The jobs in a file of their own, and the file that takes them in."""
    jobs = _made(f"gitlab/{PurePosixPath(GITLAB_JOBS).name}", _facts(place, "gitlab"))
    return {GITLAB_JOBS: jobs, GITLAB_CI: f"# {_NOTE.format(forge='gitlab')}\n{INCLUDE}"}


FORGES = {"github": github, "gitlab": gitlab}


def _github(name: str, place: Workplace) -> str:
    """One workflow. That for comments needs the repository only where what it installs is in there."""
    trusted = name == "journeys-comment.yml"
    facts = _facts(place, "github") | {"checkout": place.local or not trusted, "trusted": trusted}
    facts["prepare"] = _made("github/prepare.yml", facts).rstrip("\n")
    return _made(f"github/{name}", facts)


def _facts(place: Workplace, forge: str) -> dict[str, Any]:
    return {
        "note": _NOTE.format(forge=forge),
        "folder": place.folder,
        "branch": _STARS.sub(r"\\\g<0>", place.branch),
        "site": place.site,
        "site_path": quote(place.site),
        "install": [f"python -m pip install {shlex.join(line.split())}" for line in place.install],
        "publish": place.publish,
        "preview": place.preview,
        "served": place.publish and not place.preview,  # by GitLab Pages, which serves the files of a job
        "uses": _uses,
    }


def _uses(action: str) -> str:
    commit, version = ACTIONS[action]
    return f"actions/{action}@{commit} # {version}"


def _made(name: str, facts: dict[str, Any]) -> str:
    return _environment().get_template(f"{name}.j2").render(facts)


@cache
def _environment() -> Environment:
    """Brackets that neither YAML nor the forges give a meaning to."""
    made = Environment(
        loader=FunctionLoader(_source),
        undefined=StrictUndefined,
        autoescape=False,  # YAML is no HTML; what comes in was looked at by Workplace
        keep_trailing_newline=True,
        trim_blocks=True,
        block_start_string="[%",
        block_end_string="%]",
        variable_start_string="[[",
        variable_end_string="]]",
        comment_start_string="[#",
        comment_end_string="#]",
    )
    made.filters["yaml"] = partial(json.dumps, ensure_ascii=False)  # a JSON string is a YAML string
    return made


def _source(name: str) -> str:
    return (files("cxsite.forge") / "templates" / name).read_text(encoding="utf-8")
