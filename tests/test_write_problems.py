"""A page for each code, made from what the code says of itself."""

from __future__ import annotations

import pytest

from cxsite.check.catalogue import problems
from tests.write_problems import PAGES, THEMES, pages

MADE = pages()


@pytest.mark.parametrize("name", MADE)
def test_the_committed_page_is_what_the_catalogue_gives(name: str) -> None:
    assert (PAGES / name).read_text(encoding="utf-8") == MADE[name], "run `make reference`"


def test_there_is_no_page_of_a_code_that_is_gone() -> None:
    assert {path.name for path in PAGES.glob("*.md")} == set(MADE)


def test_every_code_has_a_page_and_a_line_in_the_list() -> None:
    for problem in problems():
        assert f"[{problem.code}]({problem.code}.md)" in MADE["index.md"]
        assert problem.about in MADE[f"{problem.code}.md"]


def test_no_theme_is_empty() -> None:
    assert set(THEMES) == {problem.code[:4] for problem in problems()}
