"""How the build grows with the portfolio: ratios are printed, and only counters are asserted.

`CXSITE_BENCH_SIZES=10,100,300` chooses the sizes, `CXSITE_BENCH_ROUNDS=1` how often each is built,
`CXSITE_BENCH_ENGINE=properdocs` the engine.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from support import write

from bench.scale import Pair, Run, compare, measured, page, table, write_empty
from cxsite.publish.config import read_config

SIZES = [int(size) for size in os.environ.get("CXSITE_BENCH_SIZES", "10,100").split(",")]
ENGINE = os.environ.get("CXSITE_BENCH_ENGINE", "mkdocs")


def rounds(size: int) -> int:
    return int(os.environ.get("CXSITE_BENCH_ROUNDS") or (3 if size <= 100 else 1))


@pytest.mark.bench
@pytest.mark.parametrize("size", SIZES)
def test_a_portfolio_beside_as_many_empty_pages(size: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pairs = compare(tmp_path, size, rounds(size), ENGINE)
    with capsys.disabled():
        print(f"\n\n{table(pairs)}")
    files = [p for p in (tmp_path / "ours").glob("[jm]*/**/*") if p.suffix in (".yml", ".csv")]
    for pair in pairs:
        for counts in pair.counts:
            anew = pair.state == "nothing cached"
            assert counts["files parsed"] == (len(files) + 1 if anew else 0)
            # Beside the one page that an author wrote.
            assert counts["pages rendered" if anew else "pages kept"] == pair.pages - 1
            assert (counts["charts drawn"] > 0) is anew


def test_what_a_process_took_is_measured(tmp_path: Path) -> None:
    run = measured(tmp_path, "-c", "x = bytearray(60_000_000); import time; time.sleep(0.2)")
    assert run.seconds >= 0.2 and 0 < run.processor < run.seconds
    assert 60 < run.megabytes < 400


def test_a_process_that_fails_is_no_measurement(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="out of luck"):
        measured(tmp_path, "-c", "raise SystemExit('out of luck')")


def test_the_empty_pages_have_the_paths_titles_and_navigation_of_ours(tmp_path: Path) -> None:
    nav = '<a href="./" class="md-nav__link">Home</a><a href="about/" class="md-nav__link">About</a>'
    toc = '<a href="#top" class="md-nav__link">Top</a>'
    first = f"<title>All &amp; more - All our journeys</title>{nav}{toc}"
    deep = "<title>It's deep - All our journeys</title>"
    site = write(
        tmp_path / "site",
        {"index.html": first, "about/index.html": deep, "a/deep/index.html": deep, "404.html": deep, "a.css": ""},
    )
    assert write_empty(site, tmp_path / "empty") == ("a/deep/index.html", "about/index.html", "index.html")
    docs = tmp_path / "empty" / "docs"
    assert (docs / "index.md").read_text() == "---\ntitle: 'All & more'\n---\n"
    assert (docs / "a/deep/index.md").read_text() == "---\ntitle: 'It’s deep'\n---\n"
    config = read_config(tmp_path / "empty" / "mkdocs.yml")
    assert config["nav"] == ["index.md", "about/index.md"]
    assert config["plugins"] == ["search"]


def a_pair() -> Pair:
    ours, empty = (
        (Run(9.0, 7.0, 300), Run(8.0, 7.5, 320), Run(9.5, 8, 310)),
        (Run(4.0, 3.5, 100), Run(5.0, 4, 100), Run(4.4, 4, 90)),
    )
    return Pair(100, 1234, "nothing changed", ours, empty, ({}, {}, {}))


def test_the_ratio_is_that_of_the_least_times() -> None:
    assert a_pair().ratio == 2.0
    assert a_pair().limit == 2.0


def test_a_row_says_size_state_ratio_times_and_memory() -> None:
    row = table([a_pair()]).splitlines()[2]
    assert row == "| 100 | 1,234 | nothing changed | 2.0 × | 2 × | 2.0 × | 8.0 s | 4.0 s | 310 MB | 100 MB |"


def test_the_page_names_the_kind_of_machine_and_no_machine() -> None:
    text = page([a_pair()], cores=2)
    assert "two cores" in text
    assert "Least time of 3 rounds" in text
