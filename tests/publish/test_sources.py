"""From where something was written to the address at which it is edited."""

from __future__ import annotations

import pytest

from cxsite.publish.sources import commit_link, no_source, source_link
from cxsite.publish.stub import resolve_commits, resolve_edits

CASES = [
    ("https://github.com/a/b", None, None, "docs", "https://github.com/a/b/edit/master/journeys/join/x.yml#L12"),
    ("https://github.com/a/b/", "edit/main/docs/", None, "docs", "https://github.com/a/b/edit/main/journeys/join/x.yml#L12"),
    ("https://x.example/g", "-/edit/main/sub/docs/", None, "docs", "https://x.example/g/-/edit/main/sub/journeys/join/x.yml#L12"),
    ("https://x.example/g", "edit/main/site/docs/", None, "site/docs", "https://x.example/g/edit/main/journeys/join/x.yml#L12"),
    ("https://x.example/g", "?query=root/path/docs/", None, "docs", "https://x.example/g?query=root/path/journeys/join/x.yml#L12"),
    (None, None, "https://x.example/edit/docs/{path}", "docs", "https://x.example/edit/journeys/join/x.yml#L12"),
    ("https://bitbucket.org/a/b", None, None, "docs", "https://bitbucket.org/a/b/src/default/journeys/join/x.yml#lines-12"),
    (None, None, None, "docs", ""),
    ("https://x.example/g", None, None, "docs", ""),
    ("https://github.com/a/b", "", None, "docs", ""),
]  # fmt: skip


@pytest.mark.parametrize(("repo", "uri", "template", "docs", "address"), CASES)
def test_a_place_becomes_the_address_at_which_it_is_edited(
    repo: str | None, uri: str | None, template: str | None, docs: str, address: str
) -> None:
    assert source_link(repo, uri, template, docs)("journeys/join/x.yml:12") == address


def test_letters_of_any_script_are_written_as_addresses_want_them() -> None:
    link = source_link("https://github.com/a/b", "edit/main/docs/", None, "docs")
    assert link("journeys/größe x.yml:3") == "https://github.com/a/b/edit/main/journeys/gr%C3%B6%C3%9Fe%20x.yml#L3"


EDIT = '<p><a class="cx-edit" href="cxsrc:journeys/a&amp;b.yml:3">journeys/a&amp;b.yml:3</a></p>'


def test_without_a_repository_the_place_stands_there_as_text() -> None:
    assert resolve_edits(EDIT, no_source) == '<p><span class="cx-src">journeys/<wbr>a&amp;b.yml:3</span></p>'


ROW = '<td><a class="cx-src" href="cxsrc:metrics/a.csv:3">metrics/a.csv:3</a></td>'


def test_the_place_of_a_row_keeps_its_words_with_and_without_a_repository() -> None:
    assert resolve_edits(ROW, no_source) == '<td><span class="cx-src">metrics/<wbr>a.csv:3</span></td>'
    made = resolve_edits(ROW, source_link("https://github.com/a/b", "edit/main/docs/", None, "docs"))
    address = 'href="https://github.com/a/b/edit/main/metrics/a.csv#L3"'
    assert made == f'<td><a class="cx-src" {address}>metrics/<wbr>a.csv:3</a></td>'


def test_with_a_repository_the_place_is_a_link_with_a_name_of_its_own() -> None:
    made = resolve_edits(EDIT, source_link("https://github.com/a/b", "edit/main/docs/", None, "docs"))
    address = 'href="https://github.com/a/b/edit/main/journeys/a%26b.yml#L3"'
    assert made == f'<p><a class="cx-edit" {address}>Edit<span class="cx-vh"> journeys/a&amp;b.yml:3</span></a></p>'


@pytest.mark.parametrize(
    ("repo_url", "address"),
    [
        ("https://github.com/a/b/", "https://github.com/a/b/commit/4f2c"),
        ("https://gitlab.example.org/a/b.git", "https://gitlab.example.org/a/b/-/commit/4f2c"),
        ("https://bitbucket.org/a/b", "https://bitbucket.org/a/b/commits/4f2c"),
        ("https://git.example.org/a/b", ""),
        (None, ""),
    ],
)
def test_a_commit_is_a_link_on_a_forge_that_is_known_and_text_elsewhere(repo_url: str | None, address: str) -> None:
    assert commit_link(repo_url)("4f2c") == address
    made = resolve_commits('<a class="cx-sha" href="cxcommit:4f2c">4f</a>', commit_link(repo_url))
    assert made == (f'<a class="cx-sha" href="{address}">4f</a>' if address else '<span class="cx-sha">4f</span>')
