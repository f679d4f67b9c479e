"""The documentation tells the truth about the code."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from support import ROOT, cxsite, write

DOCS = ROOT / "docs"


def tree_in_the_docs() -> dict[str, str]:
    """Path to description, from the annotated tree."""
    block = (DOCS / "architecture.md").read_text().split("```text\n", 1)[1].split("```", 1)[0]
    entries: dict[str, str] = {}
    above: list[str] = []
    for line in block.splitlines():
        name, _, words = line.strip().partition(" ")
        level = (len(line) - len(line.lstrip())) // 2
        above[level:] = [name]
        entries["".join(above)] = words.strip()
    return entries


def tree_on_disk() -> set[str]:
    package = ROOT / "cxsite"
    modules = {p for p in package.rglob("*.py") if p.name != "__init__.py"}
    folders = {p.parent for p in package.rglob("__init__.py")}
    named = {p.relative_to(ROOT).as_posix() for p in modules}
    return named | {p.relative_to(ROOT).as_posix() + "/" for p in folders}


def test_the_tree_in_the_docs_is_the_tree_on_disk() -> None:
    assert set(tree_in_the_docs()) == tree_on_disk()


def test_every_room_and_module_in_the_tree_says_what_it_is_for() -> None:
    silent = [path for path, words in tree_in_the_docs().items() if not words]
    spoken_for = ("methods/", "rules/", "charts/", "marks/", "engines/", "kinds/", "cli/", "effects/", "formats/")
    assert [path for path in silent if not path.rpartition("/")[0].endswith(tuple(s[:-1] for s in spoken_for))] == [
        "cxsite/"
    ]


def test_the_rooms_in_the_docs_stand_in_the_order_of_the_contract() -> None:
    text = (ROOT / "pyproject.toml").read_text()
    layers = re.findall(r'"\(?(\w+)\)?",', text.split("layers = [", 1)[1].split("]", 1)[0])
    rooms = [match[1] for path in tree_in_the_docs() if (match := re.fullmatch(r"cxsite/(\w+)(?:/|\.py)", path))]
    assert rooms == [layer for layer in reversed(layers) if layer in rooms]


def test_no_module_has_more_than_300_lines() -> None:
    long = {p.name: n for p in (ROOT / "cxsite").rglob("*.py") if (n := len(p.read_text().splitlines())) > 300}
    assert long == {}


def quick_start_blocks() -> list[str]:
    text = (DOCS / "guide/quick-start.md").read_text()
    return re.findall(r"```(?:yaml|csv)\n(.*?)```", text, re.DOTALL)


@pytest.fixture
def quick_start(tmp_path: Path) -> Path:
    config, journey, metrics, rows, link = quick_start_blocks()
    return write(
        tmp_path,
        {
            "mkdocs.yml": config,
            "docs/about.md": "# About these journeys\n",
            "journeys/ticket.yml": journey + link,
            "metrics/metrics.yml": metrics,
            "metrics/easy.csv": rows,
        },
    )


def test_the_quick_start_checks_and_builds_as_it_stands(quick_start: Path) -> None:
    assert "0 errors, 0 warnings" in cxsite(quick_start, "check").output
    cxsite(quick_start, "build", "--strict")
    page = (quick_start / "site/ticket/index.html").read_text().replace("\u00a0", " ")
    assert "81.2 %" in page
    assert "n 560" in page


def test_every_command_stands_in_the_quick_start() -> None:
    text = (DOCS / "guide/quick-start.md").read_text()
    verbs = {p.stem.replace("_", "-") for p in (ROOT / "cxsite/cli").glob("*.py") if p.stem not in ("__init__", "main")}
    assert {verb for verb in verbs if f"`cxsite {verb}" not in text} == set()


def test_no_file_names_a_package_registry() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split(
        "\n"
    )
    hosts = re.compile(r"https?://[a-z.-]*(" + "|".join(["pypi", "pythonhosted", "npmjs", "debian"]) + r")\.(org|com)")
    named = [n for n in listed if n and (ROOT / n).is_file() and hosts.search((ROOT / n).read_text(errors="replace"))]
    assert named == []


def test_the_package_has_its_version_once() -> None:
    import tomllib

    from cxsite import __version__

    assert tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"] == __version__
    assert sys.version_info >= (3, 11)
