"""Nobody in a quote can be recognised, and nothing is kept without consent."""

from __future__ import annotations

from pathlib import Path

import pytest

from check.broken import codes, only, said

PEOPLE = "people: [{id: b, name: Mei Tanaka, role: Head of Billing}]\n"
PLACES = {
    "journey": "quotes: [{}]\n",
    "phase": "phases: [{{name: P, quotes: [{}]}}]\n",
    "step": "phases: [{{name: P, steps: [{{name: S, quotes: [{}]}}]}}]\n",
    "hotspot": "hotspots: [{{name: H, steps: look, quotes: [{}]}}]\n",
    "action": "actions: [{{id: x, name: X, owner: b, quotes: [{}]}}]\n",
    "target": "target: {{steps: [{{change: look, carried_by: x, quotes: [{}]}}]}}\nactions: [{{id: x, name: X, owner: b}}]\n",
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("field", ["text", "summary", "who"])
def test_a_name_in_any_quote_is_an_error_in_its_place(tmp_path: Path, place: str, field: str) -> None:
    quote = f'{{{"text: Fine, " if field != "text" else ""}{field}: "Mei Tanaka"}}'
    found = said(tmp_path, PLACES[place].format(quote), journeys__organisation=PEOPLE)
    problem = only(found, "CX260")
    assert problem.severity.word == "error"
    assert "`Mei Tanaka`" in problem.message


@pytest.mark.parametrize("text", ["a@b.example", "+44 20 7946 0018", "Mrs Miller"])
def test_addresses_numbers_and_forms_of_address_are_errors(tmp_path: Path, text: str) -> None:
    assert codes(said(tmp_path, f'quotes: [{{text: "Ask {text}"}}]\n')) == ["CX260"]


def test_a_speaker_who_looks_like_a_name_is_a_warning(tmp_path: Path) -> None:
    assert codes(said(tmp_path, "quotes: [{text: Fine., who: Anna Schmidt}]\n")) == ["CX261"]
    assert codes(said(tmp_path, "quotes: [{text: Fine., who: Interview 7}]\n")) == []


@pytest.mark.parametrize(
    ("evidence", "own", "wanted"),
    [
        ("none", "", ["CX262"]),
        ("none", ", consent: public", []),
        ("public", ", consent: none", ["CX262"]),
        ("internal", "", []),
    ],
)
def test_words_without_consent_are_an_error(tmp_path: Path, evidence: str, own: str, wanted: list[str]) -> None:
    text = f"evidence: [{{id: talks, consent: {evidence}}}]\nquotes: [{{text: Fine., evidence: talks{own}}}]\n"
    assert codes(said(tmp_path, text)) == wanted
    assert codes(said(tmp_path, text.replace("text: Fine.", "summary: They liked it."))) == []


def test_a_quote_that_says_nothing_is_a_warning(tmp_path: Path) -> None:
    assert codes(said(tmp_path, "quotes: [{who: Interview 7}]\n")) == ["CX263"]


CONTACTS = {
    "step": ('phases: [{{name: P, steps: [{{name: S, thinks: "{}"}}]}}]', "thinks"),
    "feeling": ('phases: [{{name: P, steps: [{{name: S, feeling: "{}"}}]}}]', "feeling"),
    "expectation": ('phases: [{{name: P, steps: [{{name: S, expectation: "{}"}}]}}]', "expectation"),
    "line": ('phases: [{{name: P, steps: [{{name: S, backstage: [Fine, "{}"]}}]}}]', "backstage"),
    "bounce": ('phases: [{{name: P, steps: [{{name: S, bounce: {{to: "{}"}}}}]}}]', "to"),
    "hotspot": ('hotspots: [{{name: H, steps: look, summary: "{}"}}]', "summary"),
    "idea": ('ideas: [{{name: I, steps: look, summary: "{}"}}]', "summary"),
    "action": ('actions: [{{id: x, name: X, owner: b, risk: "{}"}}]', "risk"),
    "evidence": ('evidence: [{{id: e, summary: "{}"}}]', "summary"),
    "target": (
        'target: {{steps: [{{change: look, carried_by: x, thinks: "{}"}}]}}\nactions: [{{id: x, name: X, owner: b}}]',
        "thinks",
    ),
}


@pytest.mark.parametrize("place", CONTACTS)
@pytest.mark.parametrize("text", ["a@b.example", "+44 20 7946 0018"])
def test_a_contact_in_any_other_text_is_a_warning_in_its_place(tmp_path: Path, place: str, text: str) -> None:
    journey, key = CONTACTS[place]
    problem = only(said(tmp_path, journey.format(f"ask {text}") + "\n"), "CX264")
    assert problem.severity.word == "warning"
    assert problem.message.startswith(f"`{key}:` holds") and f"`{text}`" in problem.message
    written = (tmp_path / problem.span.file).read_text().splitlines()[problem.span.line - 1]
    assert written[problem.span.column - 1 :].startswith(f'"ask {text}')


def test_a_feeling_of_a_segment_is_looked_at_as_well(tmp_path: Path) -> None:
    text = 'phases: [{name: P, steps: [{name: S, feeling: {all: "a@b.example", movers: fine}}]}]\n'
    assert codes(said(tmp_path, text)) == ["CX264"]


def test_names_links_and_the_organisation_may_be_there(tmp_path: Path) -> None:
    text = 'summary: Mei Tanaka looks at it.\nlinks: ["mailto:desk@b.example"]\n'
    people = "people: [{id: b, name: Mei Tanaka, role: Ask a@b.example}]\n"
    assert codes(said(tmp_path, text, journeys__organisation=people)) == []


def test_a_contact_in_a_library_is_found(tmp_path: Path) -> None:
    shared = 'hotspots: [{name: H, steps: ticket/look, summary: "a@b.example"}]\n'
    assert only(said(tmp_path, journeys__hotspots=shared), "CX264").span.file.endswith("hotspots.yml")


def test_a_long_find_is_shortened(tmp_path: Path) -> None:
    message = only(said(tmp_path, f'quotes: [{{text: "{"x" * 60}@b.example"}}]\n'), "CX260").message
    assert message == f"`text:` holds an e-mail address: `{'x' * 39}…`"
