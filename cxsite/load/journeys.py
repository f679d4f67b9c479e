"""Journeys from files: one file, or a folder whose files share the same keys between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import PurePosixPath

from cxsite.diagnostics import Code, Diagnostic, Related, Severity, Span
from cxsite.load.nodes import MAPPING, Node
from cxsite.load.shape import shape
from cxsite.model.journey import Journey
from cxsite.model.text import problem_with_id, to_id
from cxsite.project import JOURNEYS

NOT_READ = Code("CX020", Severity.NOTE, "a file that this version does not read")
TWO_FILES = Code("CX021", Severity.ERROR, "a key stands in two files of a journey")
NOT_A_MAPPING = Code("CX022", Severity.ERROR, "a file does not hold keys")
BAD_FILE_NAME = Code("CX023", Severity.ERROR, "a file's name cannot be a journey's id")
FILE_AND_FOLDER = Code("CX024", Severity.ERROR, "a journey is both a file and a folder")

OWN_ID = Code("CX027", Severity.ERROR, "a journey has an id besides its file's name")

LIBRARIES = frozenset(
    [
        "strategy",
        "value",
        "segments",
        "organisation",
        "touchpoints",
        "technology",
        "hotspots",
        "ideas",
        "actions",
        "evidence",
    ]
)
_READ_IN_FOLDER = frozenset({"journey", "current", "hotspots"})


def group_by_journey(names: Iterable[str]) -> tuple[dict[str, tuple[str, ...]], tuple[Diagnostic, ...]]:
    """Journey id to its files, and a note for each file that belongs to none."""
    groups: dict[str, list[str]] = defaultdict(list)
    notes: list[Diagnostic] = []
    for name in names:
        path = PurePosixPath(name).relative_to(JOURNEYS)
        at_top, in_folder = len(path.parts) == 1, len(path.parts) == 2
        if at_top and path.stem not in LIBRARIES:
            groups[path.stem].append(name)
        elif in_folder and path.stem in _READ_IN_FOLDER:
            groups[path.parts[0]].append(name)
        else:
            notes.append(
                NOT_READ(Span(name), f"`{name}` is not read by this version", "its words stay out of the site")
            )
    return {key: tuple(files) for key, files in sorted(groups.items())}, tuple(notes)


def build_journey(key: str, files: dict[str, Node]) -> tuple[Journey | None, tuple[Diagnostic, ...]]:
    """The journey `key` from the trees of its files."""
    whole, found = _join(key, files)
    if whole is None or found:
        return None, found
    if why := problem_with_id(key):
        span = Span(next(iter(files)))
        return None, (
            BAD_FILE_NAME(span, f"`{key}` {why}, and a journey's id is its file's name", f"try `{to_id(key)}`"),
        )
    journey, found = shape(Journey, whole)
    if journey is None:
        return None, found
    named = journey.model_copy(update={"id": key})
    return named, found


def _join(key: str, files: dict[str, Node]) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    found: list[Diagnostic] = []
    first: dict[str, Node] = {}
    whole: Node | None = None
    for name, node in sorted(files.items(), key=lambda item: (not item[0].endswith("/journey.yml"), item[0])):
        if node.kind != MAPPING:
            found.append(NOT_A_MAPPING(node.here, f"`{name}` should hold keys like `name: …`", "see the first map"))
            continue
        if whole is None:
            whole = Node(name, MAPPING, node.start, node.end)
        if PurePosixPath(name).parent == PurePosixPath(JOURNEYS) and len(files) > 1:
            hint = f"keep `{JOURNEYS}/{key}.yml` or the folder `{JOURNEYS}/{key}/`"
            found.append(FILE_AND_FOLDER(Span(name), f"`{key}` is both a file and a folder", hint))
        for pair in node.pairs():
            if pair[0].text == "id":
                message = f"a journey's id is its file's name, `{key}`"
                found.append(OWN_ID(pair[0].here, message, "take the line out; to rename it, rename the file"))
            found.extend(_twice(first.get(pair[0].text), pair[0]))
            first.setdefault(pair[0].text, pair[0])
            whole.items.append(pair)
    return whole, tuple(found)


def _twice(first: Node | None, key: Node) -> Iterable[Diagnostic]:
    if first is not None and first.file != key.file:
        related = (Related(first.here, "first written here"),)
        message = f"`{key.text}` also stands in {first.file}"
        yield TWO_FILES(key.here, message, "a key stands in one file of a journey; move it", related=related)
