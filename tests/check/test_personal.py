"""What in a text points to a person, and what only looks like it."""

from __future__ import annotations

import pytest

from cxsite.check.personal import looks_like_a_name, traces


def kinds(text: str) -> list[str]:
    return [trace.kind for trace in traces(text, ["Mei Tanaka"])]


@pytest.mark.parametrize(
    "text",
    [
        "Write to anna.b+x@mail.example.com, please.",
        "a@b.de",
    ],
)
def test_an_address_is_found(text: str) -> None:
    assert kinds(text) == ["an e-mail address"]


@pytest.mark.parametrize(
    "text",
    [
        "Ring me on +44 20 7946 0018.",
        "It is 020 7946 0018",
        "(030) 123456 is mine",
        "0171/1234567",
        "call 415-555-0123!",
        "(415) 555-0123",
        "555-0123",
        "+4915112345678",
        "07700 900123",
    ],
)
def test_a_telephone_number_is_found(text: str) -> None:
    assert kinds(text) == ["a telephone number"]


@pytest.mark.parametrize("text", ["Mrs Miller never rang.", "Frau Özdemir war nett", "Dr. Wong", "Mei Tanaka helped."])
def test_a_name_is_found(text: str) -> None:
    assert kinds(text) == ["a name"]


@pytest.mark.parametrize(
    "text",
    [
        "I waited from 2026-08-12 to 2026-09-01.",
        "It cost 1,200,000 in 2024-2025.",
        "Order 123456789 was lost.",
        "Between 09:00 and 17:30, on 12/08/2026.",
        "37 in 100 dates move, 0.63 of them late.",
        "The dr was late. Misses 3 of 10.",
        "Nobody rang; @home it works.",
        "Gate 12-14, flight 0815.",
    ],
)
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert kinds(text) == []


@pytest.mark.parametrize("text", ["Anna Schmidt", "Jean-Luc Moreau", "Søren Aabye Kierkegaard"])
def test_two_or_three_capitalised_words_look_like_a_name(text: str) -> None:
    assert looks_like_a_name(text)


@pytest.mark.parametrize(
    "text", ["Interview 7", "Home mover", "Head Nurse", "Interview Seven", "Customer", "Night Shift", "passenger, 40s"]
)
def test_a_role_or_a_number_is_no_name(text: str) -> None:
    assert not looks_like_a_name(text, ["Night shift"])
