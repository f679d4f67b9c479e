"""Generated pages among authored ones: where the portfolio goes, and what would stand on top of each other."""

from __future__ import annotations

from typing import Any

import pytest

from cxsite.pages.plan import Page
from cxsite.publish.nav import choose_home, collisions, neighbours, with_home, with_overviews


@pytest.mark.parametrize(
    ("authored", "home"),
    [
        ([], "index.md"),
        (["about.md", "guide/index.md"], "index.md"),
        (["index.md"], "portfolio/index.md"),
        (["README.md", "about.md"], "portfolio/index.md"),
    ],
)
def test_the_portfolio_is_the_front_page_unless_there_is_one(authored: list[str], home: str) -> None:
    assert choose_home(authored) == home


HOME = "index.md"
NAVS: list[tuple[Any, Any]] = [
    (None, None),
    ([], [{"Journeys": HOME}]),
    (["about.md"], [{"Journeys": HOME}, "about.md"]),
    ([{"About": "about.md"}], [{"Journeys": HOME}, {"About": "about.md"}]),
    (["index.md", "about.md"], ["index.md", "about.md"]),
    ([{"Start": "index.md"}], [{"Start": "index.md"}]),
    (
        [{"More": ["about.md", {"Deep": [{"Start": "index.md"}]}]}],
        [{"More": ["about.md", {"Deep": [{"Start": HOME}]}]}],
    ),
    ([{"More": ["guide/index.md"]}], [{"Journeys": HOME}, {"More": ["guide/index.md"]}]),
    ([{"Index": "x.md"}, {"Empty": None}], [{"Journeys": HOME}, {"Index": "x.md"}, {"Empty": None}]),
]


@pytest.mark.parametrize(("nav", "expected"), NAVS)
def test_the_portfolio_stands_in_front_unless_the_author_placed_it(nav: Any, expected: Any) -> None:
    assert with_home(nav, HOME) == expected


def test_the_authored_navigation_is_not_changed_in_place() -> None:
    nav = ["about.md"]
    with_home(nav, HOME)
    assert nav == ["about.md"]


def test_further_overviews_stand_behind_all_that_is_there_unless_the_author_placed_them() -> None:
    pages = [
        Page(HOME, "Journeys", "", ()),
        Page("changes/index.md", "Changes", "", ()),
        Page("a.md", "A", "", (), parent=HOME),
    ]
    assert with_overviews(["about.md"], HOME, pages) == [
        {"Journeys": HOME},
        "about.md",
        {"Changes": "changes/index.md"},
    ]
    placed = [HOME, {"What changed": "changes/index.md"}]
    assert with_overviews(placed, HOME, pages) == placed
    assert with_overviews(None, HOME, pages) is None


def page(path: str) -> Page:
    return Page(path, "", "", ())


@pytest.mark.parametrize("authored", ["join.md", "join/index.md", "join/README.md"])
def test_a_page_where_an_authored_one_stands_is_found(authored: str) -> None:
    (clash,) = collisions([page("index.md"), page("join/index.md")], ["about.md", authored])
    assert clash.code == "CX905"
    assert f"`docs/{authored}`" in clash.message
    assert "`join/index.md`" in clash.message
    assert clash.hint == "rename one of them"


@pytest.mark.parametrize("authored", [[], ["about.md"], ["join/more.md"], ["guide/join.md"], ["joining.md"]])
def test_pages_that_stand_apart_are_no_clash(authored: list[str]) -> None:
    assert collisions([page("index.md"), page("join/index.md")], authored) == ()


def test_every_clash_is_found() -> None:
    assert len(collisions([page("a/index.md"), page("b/index.md")], ["a.md", "b.md"])) == 2


def test_two_generated_pages_at_one_place_are_found() -> None:
    home = choose_home(["index.md"])
    assert collisions([page(home), page("portfolio/index.md")], ["index.md"])


def test_pages_of_one_parent_follow_one_another_and_the_parent_stands_in_front() -> None:
    pages = [Page("index.md", "", "", ())]
    pages += [Page(path, "", "", (), parent="index.md") for path in ("a/index.md", "b/index.md")]
    pages += [Page(path, "", "", (), parent="a/index.md") for path in ("a/x/index.md", "a/y/index.md")]
    assert {leaf.path: (before, after) for leaf, before, after in neighbours(pages)} == {
        "a/index.md": ("index.md", "b/index.md"),
        "b/index.md": ("a/index.md", ""),
        "a/x/index.md": ("a/index.md", "a/y/index.md"),
        "a/y/index.md": ("a/x/index.md", ""),
    }
