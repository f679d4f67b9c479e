"""What in a text points to a person, and what only looks like it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxsite.check.personal import Trace, contacts, shortened, traces


def kinds(text: str) -> list[str]:
    return [trace.kind for trace in traces(text, ["Mei Tanaka"])]


@pytest.mark.parametrize(
    "text",
    [
        "Write to anna.b+x@mail.example.com, please.",
        "a@b.de",
        "anna [at] example [dot] com",
        "anna (at) example.com",
        "anna＠example．com",
        "an\u00adna@example.com",
        "x" * 300 + "@example.com",
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
        "1-415-555-0123",
        "Tel.030 1234567",
        "(11) 98765-4321",
        "+49–151–2345678",
        "+٤٤ ٢٠ ٧٩٤٦ ٠٠١٨",
        "０３０ １２３４５６７",
        "call me on 4155550123",
        "Ruf mich an: 98765432",
        "Meine Handynummer ist 15112345678",
        "mon téléphone est le 612345678",
        "01.23.45.67.89",
        "On 03.09.2026 I rang 020 7946 0018 at 14:30",
        "my customer phone 0012345678",
    ],
)
def test_a_telephone_number_is_found(text: str) -> None:
    assert kinds(text) == ["a telephone number"]


@pytest.mark.parametrize(
    "text",
    [
        "Mrs Miller never rang.",
        "Frau Özdemir war nett",
        "Dr. Wong",
        "Mei Tanaka helped.",
        "mei\n tanaka helped",
        "Tanaka told me",
        "Mr Tanaka told me",
        "Mr O'Brien",
        "Mr O’Brien",
        "Mr J. Smith",
        "Dr.Müller",
        "Mr.Smith",
        "MRS SMITH",
        "and Miss Baker said",
        "Frau von Stein",
        "Herr zu Guttenberg",
        "Herr Doktor Müller",
        "Frau Prof. Dr. Wong",
        "Mr. de Vries",
        "Mlle Dupont",
        "M. Dupont a appelé",
        "avec M. Dupont",
        "Mevrouw de Vries",
        "my name is Anna Schmidt",
        "Ich heiße Anna Schmidt",
        "Je m’appelle Anne",
        "王先生很好",
        "田中さんに聞いた",
        "السيد أحمد",
    ],
)
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
        "03.09.26 14:30",
        "03/09/2026 12:00",
        "01.02. - 05.02.2026",
        "01/2026 - 03/2026",
        "09.00-17.00 Uhr",
        "0815-4711",
        "Ticket 0012-34567",
        "Order no. 0012 345 678",
        "Kundennummer 0012345678",
        "Meine Bestell-Nr. ist 0012345678",
        "Auftragsnummer: 0012345678",
        "Platform 555-1234",
        "Flight 020 1234",
        "zip 02134-1234",
        "Cambridge 02134-1234",
        "200 300 4000 steps",
        "It cost 200-4000 EUR, +5 000 000 or +1.200.000",
        "IBAN DE89 3704 0044 0532 0130 00",
        "DE89 3704 0044 0532 0130 00",
        "they call 1200000 times",
        "they call 12 000 000 EUR a debt",
        "4155550123",
        "3@2.50",
        "Herr Doktor kam",
        "Frau Doktor",
        "Herr Ober!",
        "Frau Kollegin",
        "Miss Universe",
        "Miss London a lot",
        "Ms Excel",
        "Sr Manager",
        "Dr Pepper",
        "Madame Tussauds",
        "Prof Services",
        "Mr Mr",
        "Size M. Nobody had it",
        "tanaka",
        "my name is nobody's business",
        "这位先生",
        "店員さん",
    ],
)
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert kinds(text) == []


@pytest.mark.parametrize("name", ["Mark Price", "Jo Lee", "Sam de Den", "Billing Team"])
def test_a_last_name_that_is_short_or_an_ordinary_word_is_not_looked_for_alone(name: str) -> None:
    assert list(traces(f"{name.rpartition(' ')[2]} rose", [name])) == []
    assert list(traces(f"{name.upper()} rose", [name])) == [Trace("a name", name.upper())]


def test_a_name_without_capitals_is_found_inside_a_text_without_blanks() -> None:
    assert list(traces("昨日李小龙来了", ["李小龙"])) == [Trace("a name", "李小龙")]


def test_contacts_are_addresses_and_numbers_and_no_names() -> None:
    found = contacts("Mrs Miller, a@b.de and c@d.de, 020 7946 0018 or phone 4155550123")
    assert [trace.text for trace in found] == ["a@b.de", "c@d.de", "4155550123", "020 7946 0018"]


def test_a_long_text_is_shown_to_its_fortieth_character() -> None:
    assert shortened("x" * 40) == "x" * 40
    assert shortened("x" * 41) == "x" * 39 + "…"


@pytest.mark.parametrize(
    "piece",
    """
    x +1- 0 0_ 1. ( @ a@ a@b a@b.c x. Mr_ Mr._A._ von_ order_ call_me_ call_0 [at] de89_ AB12 my_name_is_ O' nummer \u0301
    \u0301\u0327 Kundennummer 0/ 1( 01.02. 12:00- Anna_
    """.split(),  # noqa: SIM905 (pieces are read as words)
)
@pytest.mark.long
def test_a_text_of_any_length_takes_time_in_proportion(piece: str) -> None:
    """Where a pattern begins anew at each character, this does not end within minutes."""
    assert all(trace.text for trace in traces(piece.replace("_", " ") * (400_000 // len(piece))))


@given(st.text(max_size=60))
def test_any_text_can_be_looked_at(text: str) -> None:
    assert all(trace.text for trace in traces(text, ["Mei Tanaka"]))
