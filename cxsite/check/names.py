"""Names of people: behind a form of address or an introduction, and standing alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

PARTICLES = frozenset(
    """
    von van vom zu zum zur der den de del della di da du dos das la le ten ter el al bin ibn und y d' o'
    """.split()  # noqa: SIM905 (a list of words is read as words)
)
"""Words in the middle of a name that have no capital."""

_LETTER = r"[^\W\d_]"
_PARTICLES = rf"(?:(?:{'|'.join(sorted(word for word in PARTICLES if word.isalpha()))}) |d'){{0,3}}"
_NAME = rf"(?:{_LETTER}\. ?){{0,3}}{_PARTICLES}(?P<name>(?:[OdD]'|{_LETTER})(?:{_LETTER}|['-](?={_LETTER}))+)"
_OFFICE = r"(?:(?:Doktor|Doctor|Professor|Dr|Prof|med|Ing)(?:\. ?| )){0,3}"
_TITLED = re.compile(
    r"(?<![\w-])(?P<title>Mr|Mrs|Ms|Mx|Dr|Herrn?|Frau|Monsieur|Madame|Mme|Mlle|Mademoiselle|Señora?|Señorita|Sra"
    r"|Signora?|Mevrouw|Mevr|Meneer|Dhr|Prof(?=\.)|(?<=[a-z,] )Miss|MR|MRS|HERRN?|FRAU|MADAME"
    rf"|(?:(?<=\b(?:de|et) )|(?<=\b(?:par|que) )|(?<=\b(?:avec|chez|pour) )|(?<=\bà )|^)M(?=\.))"
    rf"(?:\. ?| ){_OFFICE}{_NAME}"
)
_INTRODUCED = re.compile(
    r"(?<!\w)(?i:my name is|mein name ist|ich hei(?:ß|ss)e|je m'appelle|mon nom est|me llamo|mi nombre es|mi chiamo"
    rf"|ik heet|mijn naam is) {_NAME}(?: {_NAME.replace('?P<name>', '?:')})?"
)
_OTHER_SCRIPTS = re.compile(
    "(?<![感任对對])[王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱郭罗羅梁宋郑鄭韩韓唐冯馮](?:先生|女士|小姐|太太)"
    "|(?:佐藤|鈴木|高橋|田中|伊藤|渡辺|山本|中村|小林|加藤|吉田|山田|佐々木|山口|松本|井上|木村|斎藤|清水|山崎|池田|橋本"
    "|阿部|石川|山下|中島|小川|前田|岡田|長谷川|藤田|後藤|近藤|村上)(?:さん|様|氏)"
    r"|السيدة? (?:أحمد|محمد|محمود|علي|عمر|حسن|حسين|خالد|يوسف|إبراهيم|فاطمة|مريم|عائشة|سارة|ليلى|زينب)(?!\w)"
)
"""Forms of address in scripts without capitals, with the commonest names alone, since any word could follow."""

_NO_NAMES = frozenset(
    """
    mr mrs ms mx miss dr prof doktor doctor professor ober kollege kollegin kollegen nachbar nachbarin lehrer lehrerin
    minister ministerin präsident präsidentin direktor direktorin bürgermeister bürgermeisterin oberst pfarrer pastor
    richter richterin anwalt anwältin wirt wirtin chef chefin general hauptmann schaffner schaffnerin vorsitzender
    excel word teams office access sql outlook project windows azure dos edge visio
    pepper tussauds who oetker dre martens universe world america marple money moneypenny piggy saigon
    bean right big scan imaging bovary butterfly chairman president speaker secretary mayor customer patient driver
    kunde kundin fahrer fahrerin arzt ärztin verkäufer verkäuferin
    in on der die das den dem und ist hat war the a is was who le la les un une
    """.split()  # noqa: SIM905 (a list of words is read as words)
)
"""What stands behind a form of address and names nobody."""


def named_persons(text: str) -> Iterator[str]:
    """The names behind a form of address or an introduction, with it."""
    for found in _TITLED.finditer(text):
        name = found["name"]
        shouted = found["title"].isupper() and len(found["title"]) > 1
        if _is_a_name(name) and (name.isupper() or not shouted):
            yield found[0]
    yield from (found[0] for found in _INTRODUCED.finditer(text) if _is_a_name(found["name"]))
    yield from (found[0] for found in _OTHER_SCRIPTS.finditer(text))


def _is_a_name(word: str) -> bool:
    return word[:3].lstrip("d'")[:1].isupper() and word.lower() not in _NO_NAMES


_WORD = re.compile(rf"{_LETTER}(?:{_LETTER}|['’-])+")
_INITIAL = re.compile(rf"{_LETTER}\.")
_AGE = re.compile(r",? \(?\d{1,3}\)?\Z")
_TURNED = re.compile(r"(?P<last>[^\s,]+), (?P<first>[^\s,]+)")


def looks_like_a_name(text: str, known: Iterable[str] = ()) -> bool:
    """True for a name and nothing else, as in `Anna Schmidt`, `A. Schmidt`, `Anna Schmidt, 34` or `Schmidt, Anna`.

    `known` are words of the project, such as roles and departments, that are no names.
    """
    text = " ".join(text.split())
    text = _AGE.sub("", text) if "," in text else text
    if turned := _TURNED.fullmatch(text):
        return turned["first"].lower() in _FIRST_NAMES and _is_written_as_name([turned["first"], turned["last"]], known)
    return _is_written_as_name(text.split(), known)


def _is_written_as_name(words: list[str], known: Iterable[str]) -> bool:
    full = [word for word in words if word.lower() not in PARTICLES]
    if not 2 <= len(full) <= 3 or len(words) > 5 or full[0] is not words[0] or full[-1] is not words[-1]:
        return False
    spelled = [word for word in full if _WORD.fullmatch(word)]
    if not spelled or not all(word[0].isupper() and (word in spelled or _INITIAL.fullmatch(word)) for word in full):
        return False
    ordinary = {word.lower() for phrase in known for word in re.findall(rf"{_LETTER}+", phrase)} | _ROLES
    return not _is_adjective(words[0]) and not any(word.lower() in ordinary for word in spelled)


def _is_adjective(word: str) -> bool:
    """True for an adjective of the list, with the endings of German and French."""
    lowered = word.lower()
    return any(lowered.removesuffix(ending) in _ADJECTIVES for ending in ("", "e", "er", "es", "en", "s"))


_ADJECTIVES = frozenset(
    """
    frequent retired small big large young old older elderly new first-time single married busy happy unhappy angry
    loyal regular occasional early late self-employed part-time full-time working remote senior junior rural urban local
    foreign private public corporate premium basic digital mobile online average typical anonymous former current future
    potential lapsed returning recent heavy light long short high low middle mid upper lower pregnant disabled blind
    deaf divorced widowed proud worried nervous stay-at-home expectant military american british german french european
    jung alt ält älter neu berufstätig alleinerziehend klein groß gross verheiratet ledig ehemalig pensioniert
    selbständig selbstständig zufrieden unzufrieden verärgert treu langjährig regelmäßig gelegentlich schwanger
    werdend potenziell anonym digital privat ländlich städtisch häufig früh spät arbeitslos angestellt deutsch
    männlich weiblich jeun jeune vieux vieill vieille nouveau nouvel nouvelle ancien ancienne petit petite
    grand grande fidèle retraité joven nuevo nueva antiguo antigua
    """.split()  # noqa: SIM905 (a list of words is read as words)
)
"""Words that say what somebody is like: a text that begins with one is no name."""

_ROLES = frozenset(
    """
    a an the new old former head chief team customer client user member guest patient passenger traveller traveler
    veteran vet citizen resident tenant student pupil parent visitor caller driver rider reader switcher buyer shopper
    owner manager director officer lead leader planner engineer analyst adviser advisor agent clerk nurse doctor
    supervisor operator technician assistant representative specialist coordinator consultant designer researcher
    developer teacher partner employee employer staff worker person people woman man lady gentleman interview
    interviewee participant respondent group focus panel survey review reviewer desk office service services sales
    support care field home first second third north south east west flyer flier commuter pensioner retiree postman
    postwoman policeman fireman firefighter soldier business company enterprise startup freelancer contractor founder
    mother father mom mum dad spouse wife husband son daughter child kid baby boy girl family couple neighbour neighbor
    friend sister brother widow widower grandmother grandfather army navy force forces marine air caregiver carer
    homeowner landlord renter mover subscriber applicant candidate claimant policyholder investor saver borrower donor
    volunteer tourist expat immigrant refugee graduate intern trainee apprentice learner beginner expert professional
    accountant lawyer farmer builder plumber electrician mechanic courier cook chef waiter barista cashier
    persona segment profile case day night shift plan journey step phase store shop branch project account accounts
    holder comment answer call email chat ticket forum post tweet blog app store google trustpilot
    kunde kundin kunden leiter leiterin gruppe befragte befragter interviewpartner mutter vater eltern nutzer nutzerin
    dame herr herrn frau mann junge mädchen rentner rentnerin pendler pendlerin fahrer fahrerin fahrgast gast patientin
    familie paar student studentin schüler schülerin lehrer lehrerin mieter mieterin käufer käuferin mitarbeiter
    mitarbeiterin teilnehmer teilnehmerin anrufer anruferin selbständiger angestellter unternehmer unternehmerin
    client cliente clienta maman papa mère père femme homme étudiant étudiante retraité retraitée utilisateur
    utilisatrice voyageur voyageuse usuario usuaria madre padre mujer hombre estudiante
    """.split()  # noqa: SIM905 (a list of words is read as words)
)
"""Words of roles: a text with one of them is no name."""

_FIRST_NAMES = frozenset(
    """
    anna anne maria marie julia laura lisa sarah sara lena emma mia sofia sophie hannah lea katharina christina susanne
    petra sabine andrea claudia monika ursula karin emily olivia charlotte jane mary elizabeth jennifer linda patricia
    susan jessica karen nancy camille chloé léa manon isabelle nathalie carmen lucia elena paula marta chiara giulia
    peter paul thomas michael stefan andreas christian daniel martin klaus jürgen hans jan max felix lukas jonas leon
    james john robert david william richard joseph charles mark matthew anthony steven andrew george jack harry oliver
    jean pierre jacques louis luc antoine nicolas juan carlos josé luis antonio miguel pedro marco luca giovanni ali
    ahmed mohammed muhammad omar mehmet mustafa fatima aisha mei wei yuki hiroshi kenji priya raj amit
    """.split()  # noqa: SIM905 (a list of words is read as words)
)
"""First names: behind a comma, only these make a name."""
