"""What is wrong, on a page: all of it readable, none of it markup."""

from __future__ import annotations

import re

import pytest

from cxsite.diagnostics import Diagnostic, Severity, Span
from cxsite.errors import ProjectError
from cxsite.pages.trouble import Fault, Trouble, banner, trouble_of, trouble_of_content, trouble_page

ERROR = Diagnostic(
    "CX103", Severity.ERROR, "emotion: `-9` is outside", Span("journeys/a.yml", 8, 52), "go from -2 to 2"
)
WARNING = Diagnostic("CX251", Severity.WARNING, "not reviewed", Span("journeys/a.yml"))
NASTY = ["<script>alert(1)</script>", "[x](https://else.example)", "![x](y.png)", '"><img src=x>', "cx:join/index.md"]


def test_an_error_is_shown_with_place_code_sentence_and_next_step() -> None:
    html = banner(trouble_of_content([ERROR]), stale=False)
    item = "<li><code>journeys/a.yml:8:52</code> <strong>CX103</strong> emotion: <code>-9</code> is outside"
    assert f"{item}<br>go from -2 to 2</li>" in html
    assert "The journeys have 1 error</p>" in html


def test_only_errors_keep_the_site_from_being_built() -> None:
    trouble = trouble_of_content([WARNING, ERROR])
    assert [fault.code for fault in trouble.faults] == ["CX103"]


def test_what_stops_the_program_is_shown_without_a_place() -> None:
    trouble = trouble_of([ProjectError("there is no project", "make one")])
    assert str(trouble.faults[0]) == str(ProjectError("there is no project", "make one"))
    assert "<li><strong>CX901</strong> there is no project<br>make one</li>" in banner(trouble, stale=False)


@pytest.mark.parametrize("text", NASTY)
@pytest.mark.parametrize("where", ["place", "code", "sentence", "hint"])
def test_nothing_that_somebody_wrote_becomes_markup(text: str, where: str) -> None:
    fault = Fault(**{"place": "a", "code": "CX1", "sentence": "b", "hint": "c", where: f"`{text}` {text}"})
    html = banner(Trouble(text, (fault,)), stale=True)
    assert set(re.findall(r"<(\w+)", html)) <= {"div", "p", "ul", "li", "code", "strong", "br"}
    assert set(re.findall(r"<\w+ ([^>]*)>", html)) == {
        'class="cx-trouble" role="alert"',
        'class="cx-trouble__t"',
    }


@pytest.mark.parametrize(("count", "more"), [(50, ""), (51, "And 1 more"), (1050, "And 1,000 more")])
def test_of_very_many_the_first_are_listed_and_the_others_counted(count: int, more: str) -> None:
    html = banner(Trouble("T", (Fault("", "CX1", "b", ""),) * count), stale=False)
    assert html.count("<li>") == 50
    assert (more in html) if more else ("more" not in html)


def test_the_page_stands_where_the_portfolio_will_be() -> None:
    page = trouble_page("portfolio/index.md")
    assert (page.path, page.in_nav) == ("portfolio/index.md", True)
