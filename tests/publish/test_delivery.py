"""What is handed over: files into somebody's folder, titles into themes, parts between blocks."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from typing import Any

import markdown
import pytest
import yaml
from support import small_project, write

from cxsite.errors import ProjectError
from cxsite.pages.plan import Page, Part
from cxsite.project import Project
from cxsite.publish.extension import CxsiteExtension
from cxsite.publish.generate import folders as checked_folders
from cxsite.publish.store import Store
from cxsite.publish.stub import to_markdown, write_stub
from cxsite.publish.tree import clear, deliver, manifest_for


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_first_delivery_takes_nothing_away(tmp_path: Path) -> None:
    own = {"CNAME": b"a.example", "deep/own.html": b"o", ".git/HEAD": b"h", "empty": b""}
    target = write(tmp_path / "out", own)
    deliver(write(tmp_path / "made", {"index.html": "i"}), target, tmp_path / "list.txt")
    assert files(target) == {**own, "index.html": b"i"}


def test_files_added_between_two_deliveries_stay(tmp_path: Path) -> None:
    source, target, manifest = tmp_path / "made", tmp_path / "out", tmp_path / "list.txt"
    deliver(write(source, {"a/index.html": "a", "b/index.html": "b"}), target, manifest)
    write(target, {"a/own.pdf": "o", "c/own.pdf": "o"})
    (source / "a/index.html").unlink()
    deliver(source, target, manifest)
    assert set(files(target)) == {"a/own.pdf", "b/index.html", "c/own.pdf"}


def test_a_lost_list_takes_nothing_away(tmp_path: Path) -> None:
    source, target, manifest = tmp_path / "made", tmp_path / "out", tmp_path / "list.txt"
    deliver(write(source, {"a.html": "a", "b.html": "b"}), target, manifest)
    manifest.unlink()
    (source / "a.html").unlink()
    deliver(source, target, manifest)
    assert set(files(target)) == {"a.html", "b.html"}


def test_what_somebody_took_away_already_is_no_trouble(tmp_path: Path) -> None:
    source, target, manifest = tmp_path / "made", tmp_path / "out", tmp_path / "list.txt"
    deliver(write(source, {"a/index.html": "a", "b.html": "b"}), target, manifest)
    (target / "a/index.html").unlink()
    (target / "a").rmdir()
    (source / "a/index.html").unlink()
    deliver(source, target, manifest)
    assert files(target) == {"b.html": b"b"}


def test_a_second_delivery_writes_nothing(tmp_path: Path) -> None:
    source, target = write(tmp_path / "made", {"a.html": "a", "b/c.html": "c"}), tmp_path / "out"
    deliver(source, target, tmp_path / "list.txt")
    before = {path: path.stat().st_mtime_ns for path in target.rglob("*")}
    deliver(source, target, tmp_path / "list.txt")
    assert {path: path.stat().st_mtime_ns for path in target.rglob("*")} == before


def test_a_delivery_into_another_folder_takes_nothing_away_there(tmp_path: Path) -> None:
    source, work = write(tmp_path / "made", {"index.html": "i", "about/index.html": "a"}), tmp_path / "work"
    site, other = tmp_path / "site", write(tmp_path / "public", {"about/index.html": "own"})
    deliver(source, site, manifest_for(work, site))
    (source / "about/index.html").unlink()
    deliver(source, other, manifest_for(work, other))
    assert files(other) == {"index.html": b"i", "about/index.html": b"own"}


def test_the_lists_of_what_was_delivered_outlive_a_clean_start(tmp_path: Path) -> None:
    source, work, site = write(tmp_path / "made", {"a.html": "a", "b.html": "b"}), tmp_path / "work", tmp_path / "site"
    write(work, {"parts/x.html": "x", "y": "y"})
    deliver(source, site, manifest_for(work, site))
    clear(work)
    assert list(files(work)) == [manifest_for(work, site).name]
    (source / "a.html").unlink()
    deliver(source, site, manifest_for(work, site))
    assert set(files(site)) == {"b.html"}


def test_a_delivered_file_can_become_a_folder(tmp_path: Path) -> None:
    source, target, manifest = tmp_path / "made", tmp_path / "out", tmp_path / "list.txt"
    deliver(write(source, {"a": "file"}), target, manifest)
    (source / "a").unlink()
    deliver(write(source, {"a/index.html": "i"}), target, manifest)
    assert files(target) == {"a/index.html": b"i"}


def folders(root: Path, **config: Any) -> tuple[Path, Path]:
    small_project(root, {"metrics/t.csv": "period,value\n"})
    return checked_folders(Project(root), config)


@pytest.mark.parametrize(
    "site_dir",
    [
        *(".", "..", "/", "docs", "docs/site", "journeys", "journeys/out", "metrics", "metrics/a/b"),
        *(".cxsite", ".cxsite/site", "site/..", "./docs/"),
    ],
)
def test_a_site_over_somebodys_work_is_refused(tmp_path: Path, site_dir: str) -> None:
    with pytest.raises(ProjectError, match="site_dir would put the site over"):
        folders(tmp_path / "project", site_dir=site_dir)


@pytest.mark.parametrize("site_dir", ["site", "build/site", "../public", "documents", "docs2"])
def test_a_site_in_a_folder_of_its_own_is_welcome(tmp_path: Path, site_dir: str) -> None:
    root = (tmp_path / "project").resolve()
    assert folders(root, site_dir=site_dir) == (root / "docs", (root / site_dir).resolve())


def test_without_a_word_the_folders_are_the_usual_ones(tmp_path: Path) -> None:
    root = tmp_path.resolve()
    assert folders(root) == (root / "docs", root / "site")


def test_a_link_to_somebodys_work_is_refused_too(tmp_path: Path) -> None:
    small_project(tmp_path)
    (tmp_path / "site").symlink_to(tmp_path / "journeys")
    with pytest.raises(ProjectError, match="`journeys`"):
        folders(tmp_path)


def test_docs_that_hold_the_whole_project_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match="docs_dir holds the whole project"):
        folders(tmp_path, docs_dir=".")


def test_docs_that_are_not_there_are_refused_with_the_next_step(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match="no folder pages") as problem:
        folders(tmp_path, docs_dir="pages")
    assert problem.value.hint


TITLES = [
    "Buy a ticket 🎫",
    "👩‍👩‍👧 join",
    "買う・切符",
    "Купить билет",
    "اشترِ تذكرة",
    "टिकट खरीदें",
    "İstanbul’da ﬁn",
    "e\u0301",
]


@pytest.mark.parametrize("title", TITLES)
def test_titles_in_any_script_reach_theme_and_heading_as_they_are(tmp_path: Path, title: str) -> None:
    page = Page("a/index.md", title, title, (Part("map", title, title, "<p></p>"),))
    text, _ = write_stub(page, Store(tmp_path), lambda path, here: path)
    front = yaml.safe_load(text.split("---\n")[1])
    assert (unescape(front["title"]), unescape(front["description"])) == (title, title)
    assert f"\n# {to_markdown(title)} {{ .cx-h1 }}\n" in text
    assert unescape(to_markdown(title)) == title


@pytest.mark.parametrize("late", [False, True])
@pytest.mark.parametrize("others", [[], ["md_in_html"], ["attr_list", "toc", "tables", "admonition"]])
def test_a_part_stands_between_blocks_and_in_no_paragraph(tmp_path: Path, late: bool, others: list[str]) -> None:
    store = Store(tmp_path)
    name = store.put("words to find\n<div>\n\n<p>drawn</p>\n\n</div>")
    bare = store.put("\n<ul><li>drawn</li></ul>")
    text = f"Before.\n\n@@cxsite map {name}\n\n@@cxsite list {bare}\n\nAfter.\n"
    html = markdown.markdown(text, extensions=[*others, CxsiteExtension(store=str(tmp_path), late=late)])
    assert not re.search(r"<p[^>]*>\s*<cx-part", html)
    assert "</cx-part></p>" not in html
    assert html.count("<cx-part") == html.count("</cx-part>") == 2
    assert html.startswith("<p>Before.</p>")
    assert html.endswith("<p>After.</p>")


def test_a_part_right_below_text_does_not_swallow_it(tmp_path: Path) -> None:
    store = Store(tmp_path)
    html = markdown.markdown(
        f"Before.\n@@cxsite map {store.put('x' + chr(10) + '<b>drawn</b>')}\nAfter.\n",
        extensions=[CxsiteExtension(store=str(tmp_path))],
    )
    assert "Before." in html
    assert "After." in html
    assert not re.search(r"<p[^>]*>[^<]*<cx-part", html)
