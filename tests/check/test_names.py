"""What looks like a name, and what is a role."""

from __future__ import annotations

import pytest

from cxsite.check.names import looks_like_a_name, named_persons


@pytest.mark.parametrize(
    "text",
    [
        "Anna Schmidt",
        "Jean-Luc Moreau",
        "Søren Aabye Kierkegaard",
        "Anna S.",
        "A. Schmidt",
        "Anna M. Schmidt",
        "Anna Schmidt, 34",
        "Anna Schmidt, (34)",
        "Schmidt, Anna",
        "Anna von Stein",
        "Vincent van der Berg",
    ],
)
def test_what_is_written_like_a_name_looks_like_one(text: str) -> None:
    assert looks_like_a_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "Interview 7",
        "Home mover",
        "Head Nurse",
        "Interview Seven",
        "Customer",
        "Night Shift",
        "passenger, 40s",
        "Frequent Flyer",
        "Retired Postman",
        "Small Business",
        "Junge Mutter",
        "Junger Vater",
        "Berufstätige Mutter",
        "Neuer Nutzer",
        "Ältere Dame",
        "Jeune Maman",
        "Army Spouse",
        "Vietnam Vet",
        "Berlin, Mitte",
        "Postman, Retired",
        "Group A.",
        "A. B.",
        "von Stein",
        "Passenger, 34",
        "Yorkshire Commuter",
        "",
    ],
)
def test_a_role_or_a_number_is_no_name(text: str) -> None:
    assert not looks_like_a_name(text, ["Night shift"])


def test_the_words_of_a_project_are_no_names() -> None:
    assert looks_like_a_name("Quartz Falcon")
    assert not looks_like_a_name("Quartz Falcon", ["Falcon crew"])


def test_a_name_is_given_with_its_form_of_address() -> None:
    assert list(named_persons("I told Mr. J. Smith and my name is Anna Schmidt.")) == [
        "Mr. J. Smith",
        "my name is Anna Schmidt",
    ]
