"""Our build beside the same engine building as many empty pages: time, memory, and what was done, counted."""

from __future__ import annotations

import html
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from support import ROOT

from bench.portfolio import EMPTY, write_portfolio
from cxsite.diagnostics import count_of
from cxsite.publish.report import read_ledger

STATES = {
    "nothing cached": (12.0, (".cxsite", "site")),
    "charts and pages cached, site empty": (2.5, ("site",)),
    "nothing changed": (2.0, ()),
}
"""The states of a build: how many times the empty pages it may take, and what is taken away before it."""
CXSITE = ("-c", "from cxsite.cli.main import main; main()", "build", "--engine")


@dataclass(frozen=True)
class Run:
    """One build: wall time and processor time in seconds, and the most memory that any of its processes had, in MB."""

    seconds: float
    processor: float
    megabytes: float


@dataclass(frozen=True)
class Pair:
    """The builds of one state: ours, and those of as many empty pages, in the order they were run, one by one."""

    journeys: int
    pages: int
    state: str
    ours: tuple[Run, ...]
    empty: tuple[Run, ...]
    counts: tuple[dict[str, int], ...]
    """What each of our builds says that it did."""

    @property
    def ratio(self) -> float:
        """Least time by least time: noise only ever adds."""
        return least(self.ours) / least(self.empty)

    @property
    def processor_ratio(self) -> float:
        """The same of processor time, which other work on the machine changes less."""
        return min(run.processor for run in self.ours) / min(run.processor for run in self.empty)

    @property
    def limit(self) -> float:
        """How large the ratio is meant to be at most."""
        return STATES[self.state][0]


def least(runs: Sequence[Run]) -> float:
    """The least time, in seconds."""
    return min(run.seconds for run in runs)


def memory(runs: Sequence[Run]) -> float:
    """The middle of the memory, in MB."""
    return median(run.megabytes for run in runs)


def compare(folder: Path, journeys: int, rounds: int, engine: str = "mkdocs") -> tuple[Pair, ...]:
    """Builds a portfolio of this size and as many empty pages in turn, in each state, so many times."""
    ours, empty = write_portfolio(folder / "ours", journeys), folder / "empty"
    runs: dict[str, list[tuple[Run, Run, dict[str, int]]]] = {state: [] for state in STATES}
    pages: tuple[str, ...] = ()
    for _ in range(rounds):
        for state, (_, away) in STATES.items():
            take_away(ours, away)
            mine = measured(ours, *CXSITE, engine)
            pages = pages or write_empty(ours / "site", empty)
            take_away(empty, away)
            theirs = measured(empty, "-m", engine, "build", "-f", "mkdocs.yml", "--clean")
            ledger = read_ledger(ours / ".cxsite")
            runs[state].append((mine, theirs, ledger.counts if ledger else {}))
    return tuple(
        Pair(
            journeys,
            len(pages),
            state,
            tuple(mine for mine, _, _ in found),
            tuple(theirs for _, theirs, _ in found),
            tuple(counts for _, _, counts in found),
        )
        for state, found in runs.items()
    )


def take_away(folder: Path, names: Sequence[str]) -> None:
    """Removes folders that earlier builds left."""
    for name in names:
        shutil.rmtree(folder / name, ignore_errors=True)


def measured(folder: Path, *arguments: str) -> Run:
    """Runs Python in `folder`, and says what it took. Its children's memory counts too: the largest of all."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "NO_MKDOCS_2_WARNING": "1",
        "DISABLE_MKDOCS_2_WARNING": "true",
    }
    with (folder / "build.log").open("wb") as log:
        began = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, *arguments], cwd=folder, env=environment, stdout=log, stderr=subprocess.STDOUT
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, (folder / "build.log").read_text(encoding="utf-8")[-3000:]
    kilobytes = usage.ru_maxrss / (1024 if sys.platform == "darwin" else 1)
    return Run(seconds, usage.ru_utime + usage.ru_stime, kilobytes / 1024)


_TITLE = re.compile(r"<title>(.*?)(?: - All our journeys)?</title>", re.DOTALL)
_NAV_LINK = re.compile(r'<a href="([^"#]*)" class="md-nav__link')


def write_empty(site: Path, folder: Path) -> tuple[str, ...]:
    """A project with the pages of a finished site, each with its path, title and place in the navigation, and no text.

    Gives the paths of the pages.
    """
    pages = tuple(sorted(path.relative_to(site).as_posix() for path in site.rglob("index.html")))
    for page in pages:
        stub = folder / "docs" / page.replace("index.html", "index.md")
        stub.parent.mkdir(parents=True, exist_ok=True)
        found = _TITLE.search((site / page).read_text(encoding="utf-8"))
        title = html.unescape(found[1]).replace("'", "’") if found else page
        stub.write_text(f"---\ntitle: '{title}'\n---\n", encoding="utf-8")
    nav = "".join(f"  - {page}\n" for page in _in_nav(site, pages))
    (folder / "mkdocs.yml").write_text(f"{EMPTY}not_in_nav: /**\nnav:\n{nav}", encoding="utf-8")
    return pages


def _in_nav(site: Path, pages: Sequence[str]) -> Iterator[str]:
    """The pages that the navigation of the first page lists, itself first."""
    links = _NAV_LINK.findall((site / "index.html").read_text(encoding="utf-8"))
    paths = ["index.html", *(f"{link.strip('./')}/index.html" for link in links if link.strip("./"))]
    yield from (path.replace(".html", ".md") for path in dict.fromkeys(paths) if path in pages)


HEAD = (
    "Journeys", "Pages", "State", "Ratio", "At most", "Processor time", "Ours", "Empty pages", "Memory, ours", "Memory, empty pages",
)  # fmt: skip


def table(pairs: Sequence[Pair]) -> str:
    """The comparison as a Markdown table."""
    rows = [
        (
            *(f"{pair.journeys:,}", f"{pair.pages:,}", pair.state, f"{pair.ratio:.1f} ×", f"{pair.limit:g} ×"),
            f"{pair.processor_ratio:.1f} ×",
            *(f"{least(pair.ours):,.1f} s", f"{least(pair.empty):,.1f} s"),
            *(f"{memory(pair.ours):,.0f} MB", f"{memory(pair.empty):,.0f} MB"),
        )
        for pair in pairs
    ]
    lines = [HEAD, tuple("---" if name == "State" else "--:" for name in HEAD), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def page(pairs: Sequence[Pair], cores: int, engine: str = "mkdocs") -> str:
    """The page of the documentation, made from a run."""
    words = {1: "one core", 2: "two cores", 4: "four cores", 8: "eight cores"}
    rounds = {len(pair.ours) for pair in pairs}
    each = f"{min(rounds)} to {max(rounds)} rounds" if len(rounds) > 1 else count_of(max(rounds, default=0), "round")
    return (
        "# How it scales\n\n"
        "`make scale` writes this page. It makes portfolios as large as real ones are (maps, targets, hotspots, actions,\n"
        "monthly numbers over one to two years), builds each, and in turn has the same engine build as many pages with the\n"
        "same paths, titles and theme that hold nothing. The ratio of the two times says what the journeys cost, whatever\n"
        "the machine; it is shown, and no test fails by it.\n\n"
        f"{table(pairs)}\n"
        f"Engine: {engine}, with Material for MkDocs. Machine: {words.get(cores, f'{cores} cores')}. "
        f"Least time of {each}; memory is the peak of the largest process.\n"
    )
