"""A site as files for an engine without plugins: with the banner on top of every page where something is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import write

from cxsite.ledger import Ledger
from cxsite.pages.plan import Asset, Page, Part, Site
from cxsite.publish.generate import Generated, below_banner, write_pages
from cxsite.publish.live import Shown
from cxsite.publish.store import Store

SITE = Site((Page("index.md", "Home", "", (Part("a", "", "", "<p>a</p>"),)),), (Asset("a.css", b"a{}"),), Ledger())
BANNER = "<p>wrong</p>"


def banners(tmp_path: Path, docs: dict[str, str | bytes]) -> dict[str, bytes]:
    """The files, with the line that names the banner written `BANNER`."""
    store = Store(tmp_path / "parts")
    folder = write(tmp_path / "docs", docs)
    made = below_banner(Shown(write_pages(SITE, store), BANNER), folder, list(docs), store)
    mark = f"@@cxsite trouble {made.used[-1]}".encode()
    assert store.get(made.used[-1]) == f"\n{BANNER}"
    assert all(store.get(name) for name in made.used)
    return {
        name: (text.encode() if isinstance(text, str) else text).replace(mark, b"BANNER")
        for name, text in made.files.items()
    }


@pytest.mark.parametrize(
    ("text", "below"),
    [
        (b"# About\n", b"\nBANNER\n\n# About\n"),
        (b"", b"\nBANNER\n\n"),
        (b"\xef\xbb\xbf# About\n", b"\nBANNER\n\n# About\n"),
        (b"---\ntitle: A\n---\n# About\n", b"---\ntitle: A\n---\n\nBANNER\n\n# About\n"),
        (b"---\r\ntitle: A\r\n---\r\n# About\r\n", b"---\r\ntitle: A\r\n---\r\n\nBANNER\n\n# About\r\n"),
        (b"---\ntitle: A\n---", b"---\ntitle: A\n---\nBANNER\n\n"),
        (b"---\n\nA line, and no end of it\n", b"\nBANNER\n\n---\n\nA line, and no end of it\n"),
        (b"\xff not UTF-8\n", b"\nBANNER\n\n\xff not UTF-8\n"),
    ],
)
def test_an_authored_page_has_the_banner_below_its_front_matter(tmp_path: Path, text: bytes, below: bytes) -> None:
    assert banners(tmp_path, {"about.md": text})["about.md"] == below


def test_generated_pages_have_it_too_and_other_files_do_not(tmp_path: Path) -> None:
    files = banners(tmp_path, {})
    assert files["index.md"].count(b"BANNER") == 1
    assert files["index.md"].index(b"---\n\nBANNER") < files["index.md"].index(b"# Home")
    assert files["a.css"] == b"a{}"


def test_an_authored_page_that_took_the_place_of_an_older_one_is_shown(tmp_path: Path) -> None:
    assert b"Mine" in banners(tmp_path, {"index.md": "# Mine\n"})["index.md"]
    assert "index.md" not in banners(tmp_path, {"README.md": "# Mine\n"})


def test_without_a_banner_nothing_is_touched(tmp_path: Path) -> None:
    store = Store(tmp_path / "parts")
    made: Generated = write_pages(SITE, store)
    assert below_banner(Shown(made), tmp_path, ["about.md"], store) is made
