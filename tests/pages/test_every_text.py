"""Every text that people can write has its place on a page: none is read and then lost."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from support import TESTS

from cxsite.pages.plan import Page
from cxsite.pipeline import build, examine, measure
from cxsite.project import Project

from .marked import Marker

ELSEWHERE = {
    "Quote.summary": "stands in for the words of a quote, where these may not be shown",
    **dict.fromkeys(
        (
            *("StepDifference.backstage", "StepDifference.expectation", "StepDifference.feeling"),
            *("StepDifference.frontstage", "StepDifference.interaction", "StepDifference.name"),
            *("StepDifference.physical_evidence", "StepDifference.summary", "StepDifference.support"),
            *("StepDifference.thinks", "PhaseDifference.customer_goal", "PhaseDifference.name"),
            "PhaseDifference.summary",
            *(f"{of}.quotes.{what}" for of in ("Step", "Phase") for what in ("text", "who", "summary")),
            *(f"{of}Difference.quotes.{what}" for of in ("Step", "Phase") for what in ("text", "who", "summary")),
        ),
        "is written at something that is removed, which keeps nothing but a reason",
    ),
}
"""What may stay away, with why. Each of these is found on some page as well."""


@pytest.fixture(scope="module")
def marked() -> tuple[Marker, tuple[Page, ...]]:
    whole, marker = examine(Project(TESTS / "sites" / "format")), Marker()
    content = replace(whole.content, portfolio=marker.portfolio(whole.content.portfolio))
    site = build(replace(whole, content=content, measures=measure(content)[0]))
    return marker, site.pages


def test_every_text_of_every_field_stands_on_some_page(marked: tuple[Marker, tuple[Page, ...]]) -> None:
    marker, pages = marked
    text = "\n".join(page.heading + part.heading + part.html for page in pages for part in page.parts).lower()
    lost = Counter(place for word, place in marker.marks.items() if word not in text)
    assert {place: count for place, count in lost.items() if place not in ELSEWHERE} == {}
    shown = {place for word, place in marker.marks.items() if word in text}
    assert {place for place in lost if place not in shown} <= {"Quote.summary"}
    assert len(marker.marks) > 1000


def test_a_dimension_and_a_field_of_ones_own_keep_their_capitals() -> None:
    from cxsite.derive.maps.said import as_heading, label_of

    assert as_heading("UK region") == "UK region"
    assert as_heading("joining") == "Joining"
    assert label_of("x-DPIA") == "DPIA"
