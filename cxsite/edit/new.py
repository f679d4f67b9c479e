"""New files put where they belong: all of them or none, and never over what somebody wrote."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from cxsite.draw.cache import write_whole
from cxsite.errors import DiskError, OverwriteError, disk_error

MADE, REPLACED, UNCHANGED = "made", "replaced", "unchanged"


def place(root: Path, files: Mapping[str, str], *, force: bool = False, dry_run: bool = False) -> dict[str, str]:
    """Writes files below `root`; says of each what became of it, in the order given.

    With `dry_run` nothing is written. With `force` files that differ are replaced.

    Raises:
        OverwriteError: some differ from what stands there; then none is written.
        DiskError: one cannot be read or written.
    """
    states = {name: _state(root / name, text) for name, text in files.items()}
    if dry_run:
        return states
    differ = [name for name, state in states.items() if state == REPLACED]
    if differ and not force:
        listed = ", ".join(f"`{name}`" for name in differ)
        hint = (
            "look at them, then run it again with `--force`, which replaces them; `--dry-run` shows what it would write"
        )
        raise OverwriteError(f"{listed} would be written over, and hold something else", hint)
    for name, text in files.items():
        if states[name] != UNCHANGED:
            _write(root / name, text)
    return states


def _state(path: Path, text: str) -> str:
    try:
        return UNCHANGED if path.read_bytes() == text.encode() else REPLACED
    except FileNotFoundError:
        return MADE
    except OSError as problem:
        raise disk_error(problem) from None


def _write(path: Path, text: str) -> None:
    try:
        write_whole(path, text, path.stat().st_mode & 0o777 if path.exists() else None)
    except OSError as problem:
        raise _named(problem, path) from None


def _named(problem: OSError, path: Path) -> DiskError:
    problem.filename = str(path)
    return disk_error(problem)
