"""The comment: a sentence, at most eight rows, the rest folded, cut by whole things within the limit."""

from __future__ import annotations

import re

import pytest
from compare.states import FILES, JOURNEY, after, edited, told

from cxsite.compare.report import Report
from cxsite.errors import ForgeError
from cxsite.forge.comment import MARK, ROWS, Links, compose
from cxsite.forge.forges import FORGES
from cxsite.forge.links import links_of
from cxsite.pages.subjects import with_pages

T = "journeys/ticket.yml"
GITHUB = FORGES["github"]({"GITHUB_REPOSITORY": "acme/maps"}, 1)


def many(count: int) -> Report:
    """As many hotspots more."""
    more = "".join(f"  - {{id: spot-{n}, name: Spot number {n}, steps: [look], severity: low}}\n" for n in range(count))
    return after((T, "ideas:\n", f"{more}ideas:\n"))


def test_it_begins_with_its_mark_and_a_sentence_and_has_a_row_for_each_thing() -> None:
    text = compose(after((T, "severity: high", "severity: low")), Links(), 65_536)
    assert text.splitlines()[:2] == [MARK, "**1 thing changed in 1 journey.** For the customer: 1 better."]
    assert "| **Hotspot “The queue at the desk”** | severity eased from high to low | better |" in text
    assert "<details>" not in text


def test_at_most_eight_rows_are_shown_and_all_are_folded_below() -> None:
    text = compose(many(30), Links(), 65_536)
    assert len(re.findall(r"^\| \*\*", text, re.M)) == ROWS
    assert len(re.findall(r"^- \*\*Hotspot", text, re.M)) == 30
    assert text.index("<details>") < text.index("- **Hotspot") < text.index("</details>")


@pytest.mark.parametrize("limit", [3_000, 4_000, 10_000])
def test_what_does_not_fit_is_left_out_thing_by_thing_and_counted(limit: int) -> None:
    text = compose(many(300), Links(), limit)
    shown = len(re.findall(r"^- \*\*Hotspot", text, re.M))
    assert len(text) <= limit
    assert f"{300 - shown} more things did not fit here" in text
    assert text.count("<details>") == text.count("</details>") == 1
    assert all(line.endswith("new hotspot, low") for line in text.splitlines() if line.startswith("- **"))


def test_names_are_no_markup_call_nobody_and_open_no_details() -> None:
    evil = "<details> @everyone #1 [x](http://evil) | `a` </summary>"
    files = edited((T, "name: The queue at the desk", f"name: '{evil}'"), (T, "severity: high", "severity: low"))
    text = compose(told(FILES, files), Links(), 65_536)
    for bad in ("<details> @", "@everyone", "#1 ", "](http://evil)", "</summary>"):
        assert bad not in text
    row = next(line for line in text.splitlines() if "everyone" in line)
    assert len(re.findall(r"(?<!\\)\|", row)) == 4


def test_things_lead_to_the_preview_and_lines_to_the_commit() -> None:
    found = after(
        (T, "severity: high", "severity: low"),
        (T, "        emotion: -1\n", "        emotion: 1\n"),
        ("journeys/value.yml", "emotion: 10", "emotion: 9"),
    )
    links = links_of(with_pages(found), GITHUB, "https://preview.example/pr-1/")
    text = compose(found, links, 65_536)
    assert "[Hotspot “The queue at the desk”](https://preview.example/pr-1/ticket/hotspots/queue/)" in text
    assert "[Step “Asks at the desk”](https://preview.example/pr-1/ticket/#step-ask)" in text
    assert "[What customers value](https://preview.example/pr-1/value/)" in text
    assert (
        GITHUB.line("abc", "site/journeys/größe.yml", 7)
        == "https://github.com/acme/maps/blob/abc/site/journeys/gr%C3%B6%C3%9Fe.yml#L7"
    )


def test_links_lead_to_the_pages_of_changes_where_the_preview_has_them() -> None:
    found = after(
        (T, "        emotion: -1\n", "        emotion: 1\n"), ("journeys/value.yml", "emotion: 10", "emotion: 9")
    )
    page = links_of(with_pages(found), GITHUB, "https://p.example/", changes=True).page
    step, value = (
        next(one for one in found.edits if one.subject.noun == noun) for noun in ("step", "value definition")
    )
    assert page(step.subject) == f"https://p.example/ticket/changes/#change-{step.fingerprint}"
    assert page(value.subject) == f"https://p.example/changes/#change-{value.fingerprint}"
    assert links_of(with_pages(found), GITHUB, "", changes=True).page(step.subject) == ""


@pytest.mark.parametrize(
    ("preview", "address"),
    [
        ("https://p.example/{number}/", "https://p.example/1/ticket/#step-ask"),
        ("https://p.example/{number}", "https://p.example/1/ticket/#step-ask"),
        ("https://p.example/{number}/index.html", "https://p.example/1/ticket/index.html#step-ask"),
    ],
)
def test_a_preview_has_the_number_of_its_request_in_its_address(preview: str, address: str) -> None:
    found = with_pages(after((T, "        emotion: -1\n", "        emotion: 1\n")))
    (step,) = (change.subject for change in found.edits)
    assert links_of(found, GITHUB, preview).page(step) == address


@pytest.mark.parametrize(
    "preview", ["p.example", "javascript:x", "https://p/$(id)", "https://p/`id`", "https://p/a b", "https://p/)"]
)
def test_what_means_something_in_a_link_or_a_command_is_no_address_of_a_preview(preview: str) -> None:
    found = with_pages(after((T, "        emotion: -1\n", "        emotion: 1\n")))
    with pytest.raises(ForgeError, match="is no address of a preview"):
        links_of(found, GITHUB, preview)


def test_what_is_gone_or_stands_in_a_target_has_the_right_page_or_none() -> None:
    target = JOURNEY[JOURNEY.index("    - {change: ask") :]
    found = after(
        (T, "  - {id: fee, name: A fee nobody expects, steps: [card], severity: low}\n", ""),
        (T, target, target.replace("0.5", "1")),
    )
    page = links_of(with_pages(found), GITHUB, "https://p.example").page
    pages = {change.subject.noun: page(change.subject) for change in found.edits}
    assert pages["hotspot"] == ""
    assert pages["target step"] == "https://p.example/ticket/target/#step-ask"


def test_an_entry_of_a_target_whose_step_is_gone_leads_to_the_target_alone() -> None:
    waits = JOURNEY[JOURNEY.index("      - {id: wait") :].partition("\n")[0] + "\n"
    found = after(("journeys/ticket.yml", waits, ""), ("journeys/ticket.yml", "    - {remove: wait}\n", ""))
    (entry,) = (one for one in found.edits if one.kind == "target-change-removed")
    page = links_of(with_pages(found), GITHUB, "https://p.example").page
    assert page(entry.subject) == "https://p.example/ticket/target/"
