"""Who was in the room."""

from __future__ import annotations

from pathlib import Path

import pytest

from check.broken import codes, only, said

ORGANISATION = """\
departments:
  - {id: b, name: B, office: front, lead: ana}
  - {id: middle, name: Middle, office: middle}
  - {id: stores, name: Stores, office: back}
  - {id: partner, name: Partner, office: outside}
people:
  - {id: ana, name: Ana Reyes}
  - {id: tom, name: Tom Okafor, department: middle}
  - {id: kim, name: Kim Lee, office: back}
"""
ROOM = "evidence: [{{id: w, kind: workshop, participants: [{}]}}]\n"


@pytest.mark.parametrize(
    ("room", "missing"),
    [
        ("{department: b}, {department: middle}, {department: stores}", ""),
        ("{person: ana}, {person: tom}, {person: kim}", ""),
        ("{department: b}, {department: middle}", "back office"),
        ("{person: ana}", "middle and back office"),
        ("{department: partner}", "front, middle and back office"),
        ("{role: Two customers}, {person: kim}, {person: tom}", "front office"),
    ],
)
def test_an_office_that_is_missing_is_named(tmp_path: Path, room: str, missing: str) -> None:
    found = said(tmp_path, ROOM.format(room), journeys__organisation=ORGANISATION)
    assert codes(found) == (["CX270"] if missing else [])
    assert all(missing in one.message for one in found)


def test_somebody_who_leads_by_a_former_id_counts_for_the_department(tmp_path: Path) -> None:
    organisation = ORGANISATION.replace("{id: ana,", "{id: ana, formerly: anna,").replace("lead: ana", "lead: anna")
    room = ROOM.format("{person: ana}, {person: tom}, {person: kim}")
    assert "CX270" not in codes(said(tmp_path, room, journeys__organisation=organisation))


def test_offices_are_not_asked_for_where_nobody_listed_them(tmp_path: Path) -> None:
    assert codes(said(tmp_path, ROOM.format("{department: b}"))) == []


def test_a_workshop_of_which_nobody_knows_who_was_there_is_a_note(tmp_path: Path) -> None:
    assert only(said(tmp_path, "evidence: [{id: w, kind: workshop}]\n"), "CX271").severity.word == "note"
