"""What workflows have to know of a project: where it stands, what is published, and how cxsite comes to be there."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from cxsite import __version__
from cxsite.errors import ProjectError, RevisionError
from cxsite.load.git import Git
from cxsite.project import Project
from cxsite.publish.config import read_config

_PLAIN = re.compile(r"[\w ./@+-]+")
_PIP = re.compile(r"[\w ./@:+=~<>!,\[\]-]+")
_NAMED = re.compile(r"(?im)^\s*cxsite\b")


@dataclass(frozen=True)
class Workplace:
    """A project, and what is done with it.

    `folder` is where it stands in its repository, `maps` or empty; `branch` the one that is published; `site` where
    the site is built, from the top of the repository; `install` what pip is given, a line each, in the project's
    folder; with `local` these lines read files of the repository; without `publish` nothing is published; `preview`
    is where somebody serves the site of each request, empty for nowhere.
    """

    folder: str
    branch: str
    site: str
    install: tuple[str, ...]
    local: bool
    publish: bool = True
    preview: str = ""

    def __post_init__(self) -> None:
        """Refuses names that a workflow would read as something else."""
        for what, name in (("folder", self.folder), ("site_dir", self.site)):
            if name and (not _PLAIN.fullmatch(name) or ".." in PurePosixPath(name).parts):
                hint = "give it a name of letters, digits, blanks and `. _ - + @`, inside the repository"
                raise ProjectError(f"the {what} `{name}` cannot stand in a workflow", hint)
        for line in self.install:
            if not _PIP.fullmatch(line):
                hint = "name packages, files or folders as pip takes them, without quotes"
                raise ProjectError(f"`{line}` cannot stand in a workflow", hint)


def workplace_of(project: Project, install: tuple[str, ...] = (), publish: bool = True, preview: str = "") -> Workplace:
    """What stands around a project. Where nothing is said, pip is given the requirements that name cxsite, else this
    version of it.

    Raises:
        RevisionError: it is in no git repository.
        ProjectError: mkdocs.yml is missing, or a name cannot stand in a workflow.
    """
    git = Git(project.root)
    if git.line("rev-parse", "--git-dir") is None:
        raise RevisionError(f"`{project.root}` is in no git repository", "begin one with `git init`, and run it again")
    folder = git.prefix().rstrip("/")
    lines = install or _found(project.root, top_of(project)) or (f"cxsite=={__version__}",)
    site = os.path.normpath(PurePosixPath(folder) / str(read_config(project.config).get("site_dir") or "site"))
    local = any((project.root / word).exists() for line in lines for word in line.split())
    return Workplace(folder, git.default_branch(), site, lines, local, publish, preview)


def top_of(project: Project) -> Path:
    """The top of its repository."""
    return project.root.joinpath(*[".."] * len(PurePosixPath(Git(project.root).prefix()).parts)).resolve()


def _found(root: Path, top: Path) -> tuple[str, ...]:
    """The requirements of the project, or of its repository, that name cxsite."""
    for folder in dict.fromkeys((root, top)):
        for file in sorted(folder.glob("requirements*.txt")):
            if _NAMED.search(file.read_text(encoding="utf-8", errors="replace")):
                return (f"-r {PurePosixPath(os.path.relpath(file, root))}",)
    return ()
