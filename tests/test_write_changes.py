"""The page of all kinds of changes, made from what the kinds say of themselves."""

from __future__ import annotations

from cxsite.compare.report import catalogue
from tests.write_changes import PAGE, page


def test_the_committed_page_is_what_the_catalogue_gives() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run `make reference`"


def test_every_kind_has_a_line() -> None:
    for kind in catalogue():
        assert f"| `{kind}` | " in page()
