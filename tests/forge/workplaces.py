"""Projects in repositories, as workflows find them, and their workflows as data."""

from __future__ import annotations

from typing import Any

import yaml

from cxsite.forge.workflows import github, gitlab
from cxsite.forge.workplace import Workplace

RELEASED = ("cxsite==1.2.3",)
OURS = Workplace(
    "", "main", "site", ("--require-hashes -r tests/locks/run.txt", "--no-deps --no-build-isolation ."), True
)
"""This repository, which installs cxsite from itself."""
PLACES = {
    "at the top": Workplace("", "main", "site", RELEASED, False),
    "in a folder": Workplace("our maps/größe", "release/c++", "our maps/größe/public", RELEASED, False),
    "with requirements": Workplace("maps", "trunk", "maps/site", ("-r ../requirements.txt", "cxsite>=1,<2 x[y]"), True),
    "with a preview": Workplace("", "main", "site", RELEASED, False, preview="https://previews.example/{number}/"),
    "without publishing": Workplace("", "main", "public", RELEASED, False, publish=False),
    "ours": OURS,
}


class _Loader(yaml.SafeLoader):
    """YAML 1.2 in what matters here: `on` is a word."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if tag != "tag:yaml.org,2002:bool"]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read(text: str) -> dict[str, Any]:
    """A workflow as data."""
    found: dict[str, Any] = yaml.load(text, _Loader)
    return found


def workflows(place: Workplace) -> dict[str, dict[str, Any]]:
    """GitHub's, by what they do: `review`, `comment`, `publish`."""
    return {name.rpartition("-")[2].removesuffix(".yml"): read(text) for name, text in github(place).items()}


def jobs(place: Workplace) -> dict[str, dict[str, Any]]:
    """GitLab's, with what they extend laid below them, as GitLab does it."""
    found = read(next(iter(gitlab(place).values())))
    ground = found.pop(".journeys")
    return {name: {**ground, **job} for name, job in found.items()}
