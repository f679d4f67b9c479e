"""The pages of the last build, for a build that would make the very same ones. Safe to delete at any time.

They are kept with a digest of all that they were made from: content, day, place of the front page, and the program
itself with what it draws and cleans with. What does not fit, or is damaged, is as if it were not there.
"""

from __future__ import annotations

import base64
import hashlib
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import cxsite
from cxsite.diagnostics import Diagnostic, Related, Severity, Span
from cxsite.draw.cache import digest, write_whole
from cxsite.pages.plan import Asset, Page, Part

FILE = "pages.jsonl"
MADE_WITH = (
    "altair", "babel", "jinja2", "markdown-it-py", "markupsafe", "nh3", "numpy", "pandas", "pydantic",
    "pydantic-core", "pyphen", "pyyaml", "scipy", "vl-convert-python",
)  # fmt: skip
"""The packages whose versions can change what pages say."""


@dataclass(frozen=True)
class Earlier:
    """What a build came to: what was wrong, the pages, and the files beside them."""

    diagnostics: tuple[Diagnostic, ...]
    pages: tuple[Page, ...]
    assets: tuple[Asset, ...]


def key_of(inputs: str, home: str, against: str = "") -> str:
    """The name for all that pages are made from: the digest of the content, the front page's place, the program.

    `against` names the state that the content is looked at against, if there is one.
    """
    return digest(inputs, home, against, program())


def read_earlier(folder: Path, key: str) -> Earlier | None:
    """What was kept there under this key; None where it is of another, not whole, or not there."""
    try:
        with (folder / FILE).open("rb") as file:
            hashed = hashlib.sha256(first := file.readline())
            head = json.loads(first)
            if head["key"] != key:
                return None
            lines = []
            for _ in range(head["pages"] + head["assets"]):
                hashed.update(line := file.readline())
                lines.append(json.loads(line))
            if file.read() != hashed.hexdigest().encode():
                return None
        pages = tuple(map(_to_page, lines[: head["pages"]]))
        return Earlier(
            tuple(map(_to_diagnostic, head["diagnostics"])), pages, tuple(map(_to_asset, lines[len(pages) :]))
        )
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def keep_earlier(folder: Path, key: str, made: Earlier) -> None:
    """Keeps them, in the place of those that were kept before."""
    write_whole(folder / FILE, _lines(key, made))


def _lines(key: str, made: Earlier) -> Iterator[bytes]:
    counts = {"pages": len(made.pages), "assets": len(made.assets)}
    head = {"key": key, **counts, "diagnostics": list(map(_shallow, made.diagnostics))}
    hashed = hashlib.sha256()
    for line in (head, *map(_shallow, made.pages), *map(_shallow, made.assets)):
        text = json.dumps(line, default=_plain, ensure_ascii=False) + "\n"
        hashed.update(raw := text.encode("utf-8"))
        yield raw
    yield hashed.hexdigest().encode()


def _shallow(one: Any) -> dict[str, Any]:
    return {field.name: getattr(one, field.name) for field in fields(one)}


def _plain(value: Any) -> Any:
    """What JSON does not know."""
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    return sorted(value) if isinstance(value, frozenset) else _shallow(value)


def _to_page(found: dict[str, Any]) -> Page:
    parts = tuple(Part(**part) for part in found["parts"])
    return Page(**{**found, "parts": parts, "anchors": frozenset(found["anchors"])})


def _to_asset(found: dict[str, Any]) -> Asset:
    return Asset(found["path"], base64.b64decode(found["content"], validate=True))


def _to_diagnostic(found: dict[str, Any]) -> Diagnostic:
    related = tuple(Related(Span(**one["span"]), one["message"]) for one in found["related"])
    known = {"severity": Severity(found["severity"]), "span": Span(**found["span"]), "related": related}
    return Diagnostic(**{**found, **known})


@cache
def program() -> str:
    """The program as one digest: Python, the packages, and every file of our own: code, templates, styles, fonts."""
    folder = Path(cxsite.__file__).parent
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc")
    own = [f"{path.relative_to(folder)} {hashlib.sha256(path.read_bytes()).hexdigest()}" for path in files]
    return digest(sys.version, cxsite.__version__, *(f"{name} {_version(name)}" for name in MADE_WITH), *own)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
