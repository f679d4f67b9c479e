"""A difference that another run handed over as a file: data of strangers, so all of it is checked and none is run.

The run that wrote it may be one of a fork, on code that nobody has looked at. What becomes of it is text, made anew by
the code that makes every comment; a finished text would have to be trusted.
"""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path, PurePosixPath

from pydantic import ValidationError

from cxsite.compare.formats.json import DifferenceSaid, told
from cxsite.compare.report import Told
from cxsite.diagnostics import Span
from cxsite.errors import ForgeError

LIMIT = 20_000_000
"""Bytes. A portfolio of 300 journeys written anew says less."""
_STRANGE = re.compile(r"[^\w.-]")
"""What a key of strangers must not bring into a log, where `::` begins a command."""
_HINT = "write it with `cxsite diff BASE...HEAD --format json`, by the same version of cxsite"


def read_handed(path: Path) -> Told:
    """What `cxsite diff --format json` wrote.

    Raises:
        ForgeError: it is no plain file, too large, or says anything that its schema does not know.
    """
    try:
        said = DifferenceSaid.model_validate_json(_bytes(path), strict=True)
    except ValidationError as problem:
        first = problem.errors(include_input=False, include_url=False)[0]
        where = _STRANGE.sub("?", ".".join(map(str, first["loc"])))[:100]
        raise ForgeError(f"{path.name} is no difference: {where or 'it'}: {first['msg'][:200]}", _HINT) from None
    found = told(said)
    strange = next((span.file for span in _spans(found) if not _is_inside(f"{found.folder}{span.file}")), None)
    if strange is not None:
        raise ForgeError(f"{path.name} names a place outside its repository: {strange[:100]!r}", _HINT)
    return found


def _bytes(path: Path) -> bytes:
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError as problem:
        raise ForgeError(f"{path} cannot be opened: {problem.strerror}", _HINT) from None
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise ForgeError(f"{path} is no plain file", _HINT)
    with os.fdopen(handle, "rb") as file:
        raw = file.read(LIMIT + 1)
    if len(raw) > LIMIT:
        raise ForgeError(f"{path} has more than {LIMIT:,} bytes", _HINT)
    return raw


def _spans(found: Told) -> list[Span]:
    return [span for change in found.changes for span in (change.was_at, change.is_at) if span.file]


def _is_inside(name: str) -> bool:
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts and name.isprintable()
