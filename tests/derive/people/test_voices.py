"""What customers said, as the readers of the site may see it."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import atlas_of, small_project

from cxsite.derive.people.voices import Voices, voices

TEXT = """\
name: A
owner: sales
evidence:
  - {{id: open, kind: survey, consent: public}}
  - {{id: closed, kind: survey, consent: none}}
  - {{id: silent, kind: survey}}
phases:
  - name: P
    quotes: [{quote}]
    steps: [{{name: S}}]
"""


def said(folder: Path, quote: str, audience: str) -> Voices:
    files = {"journeys/ticket.yml": TEXT.format(quote=quote), "cxsite.yml": f"audience: {audience}\n"}
    made = atlas_of(small_project(folder, files))
    return voices(made.journeys[0].phases[0].quotes, made.portfolio, "ticket")


@pytest.mark.parametrize(
    ("quote", "audience", "shown"),
    [
        ("{text: Late again, evidence: open}", "public", ["Late again"]),
        ("{text: Late again, evidence: silent}", "public", []),
        ("{text: Late again, evidence: silent}", "internal", ["Late again"]),
        ("{text: Late again}", "public", []),
        ("{text: Late again, consent: public, evidence: silent}", "public", ["Late again"]),
        ("{text: Late again, consent: internal, evidence: open}", "public", []),
        ("{summary: It was late, evidence: closed}", "public", ["It was late"]),
        ("{summary: It was late, evidence: closed}", "internal", ["It was late"]),
    ],
)
def test_a_quote_is_shown_to_those_who_may_read_it(tmp_path: Path, quote: str, audience: str, shown: list[str]) -> None:
    made = said(tmp_path, quote, audience)
    assert [voice.words for voice in made.shown] == shown
    assert made.kept_back == 1 - len(shown)


def test_our_own_words_are_told_from_the_customers(tmp_path: Path) -> None:
    quotes = "{text: Late again, summary: It was late, evidence: open}, {summary: It was late, evidence: open}"
    made = said(tmp_path, quotes, "internal")
    assert [(voice.words, voice.own) for voice in made.shown] == [("Late again", True), ("It was late", False)]
    assert made.shown[0].evidence
    assert made.shown[0].evidence.ref == "ticket/open"
