"""The last good state is kept, and nothing that goes wrong ends a server."""

from __future__ import annotations

import pytest

from cxsite.errors import CxsiteError, PageClashError
from cxsite.pages.trouble import Fault, Trouble
from cxsite.publish.live import Live, empty_site

TROUBLE = Trouble("The journeys have 1 error", (Fault("journeys/a.yml:3:5", "CX101", "unknown key", "write `name`"),))


def raising(problem: Exception) -> object:
    def make() -> str:
        raise problem

    return make


def live_and_said() -> tuple[Live[str], list[CxsiteError]]:
    said: list[CxsiteError] = []
    return Live(said.append), said


def test_what_is_made_is_shown() -> None:
    live, said = live_and_said()
    shown = live.show(lambda: "site", "index.md", lambda: "empty")
    assert (shown.made, shown.banner, said) == ("site", "", [])


def test_before_there_was_a_site_the_empty_one_is_shown_with_what_is_wrong() -> None:
    live, _ = live_and_said()
    shown = live.show(lambda: TROUBLE, "index.md", lambda: "empty")
    assert shown.made == "empty"
    assert "journeys/a.yml:3:5" in shown.banner
    assert "as they were before" not in shown.banner


def test_after_a_good_one_it_is_the_last_good_one_that_is_shown() -> None:
    live, _ = live_and_said()
    for site in ("first", "second"):
        live.show(lambda site=site: site, "index.md", lambda: "empty")
    for _again in range(2):
        shown = live.show(lambda: TROUBLE, "index.md", lambda: "empty")
        assert shown.made == "second"
        assert "as they were before" in shown.banner


def test_a_site_made_for_another_front_page_is_not_shown() -> None:
    live, _ = live_and_said()
    live.show(lambda: "site", "index.md", lambda: "empty")
    assert live.show(lambda: TROUBLE, "portfolio/index.md", lambda: "empty").made == "empty"


@pytest.mark.parametrize(
    ("problem", "code", "words"),
    [
        (PageClashError("two pages", "rename one"), "CX905", "two pages"),
        (PermissionError(13, "Permission denied", "metrics/a.csv"), "CX906", "metrics/a.csv: Permission denied"),
        (KeyError("ticket"), "CX908", "KeyError: &#39;ticket&#39;"),
        (RecursionError(), "CX908", "RecursionError"),
    ],
)
def test_whatever_is_raised_is_shown_and_said(problem: Exception, code: str, words: str) -> None:
    live, said = live_and_said()
    shown = live.show(raising(problem), "index.md", lambda: "empty")
    assert code in shown.banner
    assert words in shown.banner
    assert [error.code for error in said] == [code]


def test_only_what_nobody_expected_leaves_its_trace_in_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    live, _ = live_and_said()
    live.attempt(raising(PageClashError("two pages")))
    assert capsys.readouterr().err == ""
    live.attempt(raising(KeyError("ticket")))
    assert "Traceback (most recent call last)" in capsys.readouterr().err


def test_an_interruption_is_no_trouble_of_the_content() -> None:
    live, _ = live_and_said()
    with pytest.raises(KeyboardInterrupt):
        live.attempt(raising(KeyboardInterrupt()))


def test_the_empty_site_has_one_page_at_home_with_style_sheet_and_scripts() -> None:
    site = empty_site("portfolio/index.md")
    assert [page.path for page in site.pages] == ["portfolio/index.md"]
    assert [asset.path for asset in site.assets] == [
        f"assets/cxsite/{name}" for name in ("cx.css", "cx.js", "charts.js")
    ]
