"""Which states of a project are meant: a commit by any of its names, a folder, or two of them with dots between."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cxsite.errors import RevisionError
from cxsite.load.files import Tree, WorkTree
from cxsite.load.git import Git
from cxsite.load.revision import RevisionTree
from cxsite.load.today import day_of_commit, today_of
from cxsite.model.settings import Settings
from cxsite.project import Project, is_project

WORK_TREE = "the work tree"


@dataclass(frozen=True)
class Snapshot:
    """One state of a project before it is read: its files, the day it speaks of, and what people call it."""

    label: str
    commit: str
    tree: Tree
    day: Callable[[Settings], date]


def two_snapshots(project: Project, said: tuple[str, ...]) -> tuple[Snapshot, Snapshot]:
    """The states before and after, from `BASE`, `BASE..HEAD`, `BASE...HEAD`, `BASE HEAD` or two folders.

    `BASE` alone is compared with the work tree; three dots mean the commit from which HEAD went apart from BASE.

    Raises:
        RevisionError: a name stands for no commit, or there is no repository.
    """
    if len(said) == 2:
        return _named(project, said[0]), _named(project, said[1])
    base, dots, head = _parted(said[0] if said else "HEAD")
    if not dots:
        return _named(project, base), of_folder(project)
    if dots == "...":
        base = _fork(project, base or "HEAD", head or "HEAD")
    return _named(project, base or "HEAD"), _named(project, head or "HEAD")


def base_of(project: Project, said: str) -> Snapshot:
    """The state that the work tree is looked at against: `BASE`, or `BASE...`, from which the last commit went apart.

    Raises:
        RevisionError: the name stands for no commit, there is no repository, or it names a second state.
    """
    base, dots, head = _parted(said)
    if dots == ".." or head:
        hint = f"name the state before alone: `{base or 'main'}`, or `{base or 'main'}...` for where this branch began"
        raise RevisionError(f"`{said}` names two states, and the site shows the work tree", hint)
    return _named(project, _fork(project, base or "HEAD", "HEAD") if dots else base)


def _parted(text: str) -> tuple[str, str, str]:
    for dots in ("...", ".."):
        if dots in text and not Path(text).exists():
            return text.partition(dots)
    return text, "", ""


def _fork(project: Project, one: str, other: str) -> str:
    git = Git(project.root)
    commits = [_commit(git, name) for name in (one, other)]
    found = git.merge_base(*commits)
    if not found:
        hint = "fetch the whole history (`git fetch --unshallow`), or name two commits with two dots between"
        raise RevisionError(f"`{one}` and `{other}` have no commit in common here", hint)
    return found


def _named(project: Project, name: str) -> Snapshot:
    """A folder that holds a project, or a commit."""
    folder = Path(name)
    if folder.is_dir() and is_project(folder) and Git(project.root).commit(name) is None:
        return of_folder(Project(folder.resolve()), name)
    return of_commit(project, name)


def of_folder(project: Project, label: str = WORK_TREE) -> Snapshot:
    """The state of a folder as it stands on the disk."""
    return Snapshot(label, "", WorkTree(project.root), lambda settings: today_of(project.root, settings))


def of_commit(project: Project, name: str) -> Snapshot:
    """The state at a commit."""
    git = Git(project.root)
    commit = _commit(git, name)

    def day(settings: Settings) -> date:
        return settings.today or day_of_commit(git, commit) or today_of(project.root, settings)

    label = name if not commit.startswith(name) else commit[:10]
    return Snapshot(label, commit, RevisionTree(git, commit), day)


def _commit(git: Git, name: str) -> str:
    found = git.commit(name)
    if found:
        return found
    if git.line("rev-parse", "--git-dir") is None:
        hint = "run it inside a git repository, or name two folders: `cxsite diff OLD NEW`"
        raise RevisionError(f"`{git.folder}` is in no git repository, so `{name}` names nothing", hint)
    branch = name.removeprefix("origin/")
    hint = f"fetch it first: `git fetch origin {branch}`" if branch != name else "see `git log --oneline`"
    if git.is_shallow():
        hint = "only the latest commits were fetched here: `git fetch --unshallow`"
    raise RevisionError(f"`{name}` names no commit here", hint)
