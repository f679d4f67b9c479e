"""Writes docs/problems/, a page for each code, from the catalogue: `make reference`."""

from __future__ import annotations

import sys
from itertools import groupby
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))

from cxsite.check.catalogue import Problem, problems

PAGES = Path(__file__).parents[1] / "docs" / "problems"

THEMES = {
    "CX00": "Files",
    "CX01": "YAML",
    "CX02": "Files of a journey",
    "CX03": "Tables as files",
    "CX10": "Keys and values",
    "CX20": "Ids",
    "CX21": "References",
    "CX23": "Target maps",
    "CX24": "Owners",
    "CX25": "Dates",
    "CX26": "Quotes",
    "CX27": "Workshops",
    "CX28": "Settings",
    "CX29": "Translations",
    "CX30": "Numbers: what cannot be read",
    "CX31": "Numbers: who answers for them",
    "CX32": "Numbers: what does not fit",
    "CX33": "Goals and shares",
    "CX34": "Numbers: what they are about, and where they stand",
    "CX90": "What stops the program",
    "CX91": "Forges, and files that are written",
}
"""What the codes are about, by how they begin."""

WEIGHTS = {
    "error": "An error: the site is not built while it stands.",
    "warning": "A warning: the site is built, and `--strict` takes it for an error. In a draft it is a note.",
    "note": "A note: worth knowing, and never in the way.",
    "stops": "It stops the program.",
}

INTRODUCTION = """\
# Problems

Everything that `cxsite check` can say has a code. `cxsite explain CX252` shows its page in the terminal. A project may
weigh most of them otherwise, in `cxsite.yml`:

```yaml
rules:
  CX252: error      # error, warning, note or off
```

Those whose weight is fixed keep pages from being wrong.
"""


def pages() -> dict[str, str]:
    """Every page by its file's name."""
    return {"index.md": _index(), **{f"{problem.code}.md": _page(problem) for problem in problems()}}


def _index() -> str:
    lines = [INTRODUCTION]
    for start, found in groupby(problems(), key=lambda problem: problem.code[:4]):
        lines += [f"## {THEMES[start]}", "", "| code | weight | what is wrong |", "| --- | --- | --- |"]
        for problem in found:
            weight = f"{problem.weight}, fixed" if problem.firm and problem.severity else problem.weight
            lines.append(f"| [{problem.code}]({problem.code}.md) | {weight} | {problem.title} |")
        lines.append("")
    return "\n".join(lines)


def _page(problem: Problem) -> str:
    lines = [f"# {problem.code}: {problem.title.rstrip('.')}", "", WEIGHTS[problem.weight]]
    if problem.about:
        lines += ["", problem.about]
    if problem.severity and problem.firm:
        lines += ["", "Its weight is fixed."]
    elif problem.severity:
        lines += [
            "",
            f"To weigh it otherwise, write `rules: {{{problem.code}: off}}` in `cxsite.yml`, or another level.",
        ]
    return "\n".join(lines) + "\n"


def write() -> None:
    """Writes all pages, and takes away those of codes that are gone."""
    made = pages()
    PAGES.mkdir(parents=True, exist_ok=True)
    for path in PAGES.glob("*.md"):
        if path.name not in made:
            path.unlink()
    for name, text in made.items():
        (PAGES / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
