"""Writes docs/kinds-of-changes.md, every kind of change, from the catalogue: `make reference`."""

from __future__ import annotations

import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))

from cxsite.compare.effect import Effect, all_effects
from cxsite.compare.forms import FORMS
from cxsite.compare.kind import ChangeKind, all_kinds

PAGE = Path(__file__).parents[1] / "docs" / "kinds-of-changes.md"
INTRODUCTION = """\
# Kinds of changes

Everything that `cxsite diff` can tell, each with the id by which a project may weigh it otherwise in `cxsite.yml`:

```yaml
changes:
  quote: notice     # attention, notice, info or off
```

The levels of the state *before* count, so that no change can hide itself. How to read a difference is told in
[Reviewing a change](guide/reviewing.md).
"""
SECTIONS = (
    ("What somebody edited", "Each edit is told once, as one of these."),
    ("What follows", "Figures that are worked out, and moved. Both states are seen from the day of the later one."),
    ("What has no meaning, or cannot be compared", "Told of a file in which nothing else is."),
)


def page() -> str:
    """The page."""
    parts = [_described(all_kinds()), _described(all_effects()), _forms()]
    sections = [
        f"## {title}\n\n{words}\n\n{_table(rows)}" for (title, words), rows in zip(SECTIONS, parts, strict=True)
    ]
    return "\n".join([INTRODUCTION, *sections])


def _described(found: tuple[ChangeKind, ...] | tuple[Effect, ...]) -> list[tuple[str, str, str]]:
    return [(each.id, each.level.word, _words(type(each).__doc__ or "")) for each in found]


def _forms() -> list[tuple[str, str, str]]:
    return [(kind, level.word, f"{title}.") for kind, (level, title) in sorted(FORMS.items())]


def _words(doc: str) -> str:
    return " ".join(doc.split())


def _table(rows: list[tuple[str, str, str]]) -> str:
    lines = ["| id | level | what it means |", "| --- | --- | --- |"]
    lines += [f"| `{kind}` | {level} | {words.replace('|', chr(92) + '|')} |" for kind, level, words in rows]
    return "\n".join(lines) + "\n"


def write() -> None:
    """Writes the page."""
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    write()
