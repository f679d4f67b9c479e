"""Translations of a journey: `lang/de.yml` in its folder, one file for each language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath

from cxsite.diagnostics import Diagnostic, Span
from cxsite.load.journeys import BAD_FILE_NAME
from cxsite.load.node import Node
from cxsite.load.shape import shape
from cxsite.model.translation import Translation
from cxsite.project import JOURNEYS

FOLDER = "lang"
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", re.ASCII)
"""A language tag (BCP 47): `de`, `pt-BR`, `zh-Hant`."""


def is_translation(name: str) -> bool:
    """True for a file in the folder `lang/` of a journey's folder."""
    parts = PurePosixPath(name).relative_to(JOURNEYS).parts
    return len(parts) == 3 and parts[1] == FOLDER


def build_translations(files: Mapping[str, Node]) -> tuple[dict[str, Translation], tuple[Diagnostic, ...]]:
    """The translations from the trees of their files, by language; one that has no shape is left out."""
    made: dict[str, Translation] = {}
    found: list[Diagnostic] = []
    for name, node in files.items():
        language = PurePosixPath(name).stem
        if not _LANGUAGE.fullmatch(language):
            message = f"`{language}` is no language; a translation's file is named after one"
            found.append(BAD_FILE_NAME(Span(name), message, "name it like `de.yml` or `pt-BR.yml`"))
            continue
        translation, problems = shape(Translation, node)
        found.extend(problems)
        if translation is not None:
            made[language] = translation
    return made, tuple(found)
