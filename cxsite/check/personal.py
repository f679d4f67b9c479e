"""What in a text points to a person: a name, an e-mail address, a telephone number.

Quotes are in the repository for ever, and the site is read by many. Addresses and numbers are found by their form, a
number with little form only behind a word such as `phone`; a name is only found where it is somebody listed, or stands
behind a form of address or an introduction. Every pattern takes time in proportion to the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from cxsite.check.names import PARTICLES, named_persons

_SHOWN = 40
_LOCAL_PART = 64
"""Characters in front of the @ at most (RFC 5321, 4.5.3.1.1)."""
_DIGITS = range(7, 16)
"""Digits of a telephone number; fifteen at most (ITU-T E.164), seven without an area code."""

_PIECE = re.compile(r".{1,1000}(?=\s|\Z)|.{1,1000}", re.DOTALL)
"""Up to a blank where there is one: sorting accents takes the square of their number."""
_AT = re.compile(r" ?[\[({] ?(?:at|ät|arroba) ?[\])}] ?", re.IGNORECASE)
_DOT = re.compile(r" ?[\[({] ?(?:dot|punkt|point) ?[\])}] ?", re.IGNORECASE)
_DOMAIN = re.compile(r"@(?:[\w-]+\.)+[^\W\d_]{2,}")
_LOCAL = re.compile(r"[\w.+-]+\Z")

_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_YEAR = r"(?:19|20)\d\d"
_CLOCK = r"(?<![\d.])(?:[01]?\d|2[0-4])\.[0-5]\d(?![.\d])"
_NO_TELEPHONE = re.compile(
    rf"(?<!\d)\d{{4}}-\d\d-\d\d(?!\d)"
    rf"|(?<![\d./]){_DAY}[./]{_DAY}[./](?:(?:19|20)?\d\d)?(?![./]?\d)|(?<![\d-]){_DAY}-{_DAY}-{_YEAR}(?![-\d])"
    rf"|(?<![\d./])(?:0?[1-9]|1[0-2])[./]{_YEAR}(?![./]?\d)|(?<![\d+-]){_YEAR} ?[-/] ?{_YEAR}(?![-\d])"
    rf"|(?<![\d.])(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?!\d)"
    rf"|{_CLOCK} ?- ?{_CLOCK}|{_CLOCK} ?(?:Uhr|h|[ap]\.?m)\b"
    r"|(?<!\w)[A-Z]{2}\d\d(?: ?[A-Z\d]{4}){3,7}(?: ?[A-Z\d]{1,3})?(?!\w)"  # an account (ISO 13616)
    r"|(?<!\w)(?i:orders?|tickets?|customer(?!:)|accounts?|flights?|platforms?|gates?|zip|postcode|cases?|ref|reference"
    r"|invoices?|bookings?|tracking|parcels?|serial|contracts?|policy|meter|model|article|item|part|room|track|train|bus"
    r"|member|membership|pin|iban|id|code|version|kunden|bestell|auftrags?|rechnungs?|vertrags?|artikel|sendungs?|konto"
    r"|vorgangs?|referenz|buchungs?|mitglieds?|serien|zähler|steuer|flug|gleis|plz|bestellung|auftrag|rechnung|vertrag"
    r"|commande|client|facture|dossier|vol|compte|pedido|cliente|factura|cuenta|vuelo)"
    r"(?i:[ .:#-]{0,2}(?:numbers?|no|nr|num|nummer|code|id|is|was|ist|war|lautet)(?![^\W\d_])){0,3}"
    r"[ .:#-]{0,3}\d[\d ./-]*"
)
"""Dates, times, ranges of them, bank accounts, and numbers of orders, tickets, flights and the like."""

_BEHIND_A_WORD = re.compile(
    r"(?<!\w)(?i:tel|tél|telefon\w{0,10}|telephone|téléphone|phone[ds]?|call(?:ed|s)?|ring|rang|reach|mobil\w{0,8}"
    r"|cell|cellphone|handy\w{0,6}|ruf\w{0,8}|anruf\w{0,6}|rückruf\w{0,8}|portable|whatsapp|dial|fax|my number"
    r"|meine nummer|appele[rz])"
    r"(?i:[ .:]{1,2}(?:me|us|him|her|them|back|on|at|no|nr|numbers?|nummer|is|was|ist|under|unter|mich|uns|ihn|sie|an"
    r"|der|die|the|my|au|moi|est|le|numéro|bitte|please|auf|again|zurück)(?!\w)){0,5}[ .:#]{0,3}"
    r"(?P<number>\+?\(?\d[\d ().\-/]{5,22}\d)(?!\d)"
    r"(?! (?i:times|calls|customers|people|users|mal|kunden|anrufe|fois|appels|clients|eur|euros?)\b)"
)
_BY_FORM = re.compile(
    r"(?<![\w.,/+-])(?:"
    r"\+\d[\d ().\-/]{6,18}\d"  # +44 20 7946 0018
    r"|\(0\d{1,5}\)[ ./-]{0,2}\d[\d ./-]{3,14}\d"  # (030) 123456
    r"|0(?=(?:[ ./-]{0,2}\d){8})\d{1,5}[ ./-]{0,2}\d[\d ./-]{4,14}\d"  # 020 7946 0018, 0171/1234567
    r"|\([1-9]\d{1,2}\) ?\d{3,5}[ .-]?\d{4}"  # (415) 555-0123, (11) 98765-4321
    r"|(?:1[ .-])?(?!\d00 )[2-9]\d\d[ .-][2-9]\d\d[ .-]\d{4}"  # 415 555 0123, 1-415-555-0123
    r"|(?!\d\d0-\d{3}0)[2-9]\d\d-\d{4}"  # 555-0123, and no range such as 200-4000
    r")(?![\w/-]|[.,]\d)"
)
_AMOUNT = re.compile(r"\+?[1-9]\d{0,2}(?:\.\d{3}){1,2}|\+?[1-9]\d{0,2}(?: \d{3})*(?: 000)+|\d{5}-\d{4}")
"""What is written like a number to call and is none: 1.200.000, 5 000 000, 02134-1234 (a ZIP+4 code)."""


@dataclass(frozen=True)
class Trace:
    """Something that points to a person: what it is, and the words."""

    kind: str
    text: str


def traces(text: str, listed: Iterable[str] = ()) -> Iterator[Trace]:
    """What in a text points to somebody; `listed` are names of people to look for."""
    plain = _plain(text)
    yield from _contacts(plain)
    found = list(named_persons(plain))
    lowered = plain.lower()
    for name in listed:
        person = _person(name)
        if person.last.lower() in lowered and (there := person.pattern.search(plain)):
            found += [] if any(there[0] in other for other in found) else [there[0]]
    yield from (Trace("a name", name) for name in found)


def contacts(text: str) -> Iterator[Trace]:
    """The e-mail addresses and telephone numbers in a text."""
    return _contacts(_plain(text))


def shortened(text: str) -> str:
    """A text for a message, of 40 characters at most."""
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def _contacts(plain: str) -> Iterator[Trace]:
    addresses, rest = _without_addresses(_DOT.sub(".", _AT.sub("@", plain)))
    yield from (Trace("an e-mail address", address) for address in addresses)
    rest = _NO_TELEPHONE.sub("|", rest)
    for pattern, group in ((_BEHIND_A_WORD, "number"), (_BY_FORM, 0)):
        for found in pattern.finditer(rest):
            if sum(map(str.isdigit, found[group])) in _DIGITS and (group or not _AMOUNT.fullmatch(found[0])):
                yield Trace("a telephone number", found[group])
        rest = pattern.sub("|", rest)


def _without_addresses(text: str) -> tuple[list[str], str]:
    """The addresses in a text, and the text without them. Looks back from each @, so that no start is tried twice."""
    addresses, rest, end = [], [], 0
    for found in _DOMAIN.finditer(text):
        local = _LOCAL.search(text, max(end, found.start() - _LOCAL_PART), found.start())
        if local:
            addresses.append(local[0] + found[0])
            rest.append(text[end : local.start()])
            end = found.end()
    return addresses, "|".join([*rest, text[end:]])


def _plain(text: str) -> str:
    """A text with one kind of hyphen, blank, apostrophe and digit, and nothing that cannot be seen."""
    if not text.isascii():
        composed = (unicodedata.normalize("NFKC", piece) for piece in _PIECE.findall(text))
        text = "".join(_plain_character(char) for piece in composed for char in piece)
    return " ".join(text.split())


@cache
def _plain_character(char: str) -> str:
    match unicodedata.category(char):
        case "Nd":
            return str(unicodedata.digit(char))
        case "Pd":
            return "-"
        case "Cf":
            return ""
    return {"−": "-", "’": "'", "‘": "'", "ʼ": "'"}.get(char, char)


@dataclass(frozen=True)
class _Person:
    """How to find somebody listed: the whole name in any case, or the last name alone, with its capital."""

    last: str
    pattern: re.Pattern[str]


@cache
def _person(name: str) -> _Person:
    plain = _plain(name)
    whole, last = re.escape(plain), plain.rsplit(" ", 1)[-1]
    if plain.upper() == plain.lower():  # scripts without capitals have no blanks around a name either
        return _Person(plain, re.compile(whole))
    if last == plain:
        return _Person(last, re.compile(rf"(?<!\w){whole}(?!\w)"))
    alone = ""
    if len(last) >= 4 and last[0].isupper() and last.isalpha() and last.lower() not in _WORDS_TOO | PARTICLES:
        alone = rf"|{last}|{last.upper()}"
    return _Person(last, re.compile(rf"(?<!\w)(?:(?i:{whole}){alone})(?!\w)"))


_WORDS_TOO = frozenset(
    """
    price long young king white brown green black cook baker hill wood woods banks field page best bell stone lane post
    sharp strong short rich little good moon snow frost love hope west north south east park parks church hall house
    bridge ford bush rose rice fish day days lang kurz jung gross groß klein weiss weiß schwarz braun roth richter
    kaiser koch vogel fuchs wolf sommer winter berg stein horn stern bauer petit grand blanc noir team desk service
    """.split()  # noqa: SIM905 (a list of words is read as words)
)
"""Last names that are ordinary words: they are looked for with the first name only."""
