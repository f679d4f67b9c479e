"""The feed is Atom as RFC 4287 has it, with whole addresses; a site without an address of its own has none."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest
from load.test_revision import TICKET, commit
from support import JOURNEY

from cxsite.pages.plan import Site
from cxsite.pipeline import build, examine
from cxsite.project import Project
from cxsite.publish.feed import with_feed

ATOM = "{http://www.w3.org/2005/Atom}"
WHERE = "https://cx.example.org/maps/"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    root = tmp_path_factory.mktemp("feed")
    commit(root, {**TICKET, ".gitignore": ".cxsite\n"})
    said = '<b>Pays</b> & cx:site-name "here" ](cx:x)'
    commit(root, {"journeys/ticket.yml": JOURNEY.replace("Asks at the desk", f"'{said}'")})
    commit(root, {"metrics/notes.csv": "a\n"})
    return build(examine(Project(Path(root))))


def feed(site: Site) -> ElementTree.Element:
    return ElementTree.fromstring(next(asset.content for asset in site.assets if asset.path == "feed.xml"))


def text(element: ElementTree.Element, name: str) -> str:
    found = element.find(f"{ATOM}{name}")
    assert found is not None and found.text, name
    return found.text


def test_it_has_what_a_feed_must_have(site: Site) -> None:
    found = feed(with_feed(site, WHERE, "Maps & more"))
    assert found.tag == f"{ATOM}feed"
    assert text(found, "id") == f"{WHERE}feed.xml"
    assert text(found, "title") == "Maps & more: what changed"
    assert found.findtext(f"{ATOM}author/{ATOM}name") == "Maps & more"
    links = {link.get("rel"): link.get("href") for link in found.findall(f"{ATOM}link")}
    assert links == {"self": f"{WHERE}feed.xml", "alternate": f"{WHERE}#lately"}
    entries = found.findall(f"{ATOM}entry")
    assert len(entries) == 2
    assert text(found, "updated") == text(entries[0], "updated")


def test_each_entry_has_an_id_of_its_own_a_day_and_a_link_to_where_it_is_told(site: Site) -> None:
    entries = feed(with_feed(site, WHERE, "Maps")).findall(f"{ATOM}entry")
    ids = [text(entry, "id") for entry in entries]
    assert len(set(ids)) == len(ids) and all(one.startswith("urn:uuid:") for one in ids)
    anchors = {anchor for page in site.pages if not page.parent for anchor in page.anchors}
    for entry in entries:
        moment = datetime.fromisoformat(text(entry, "updated"))
        assert moment.utcoffset() is not None and moment.isoformat() == "2026-03-04T12:00:00+00:00"
        link = entry.find(f"{ATOM}link")
        where, _, anchor = (link.get("href") or "").partition("#") if link is not None else ("", "", "")
        assert where == WHERE and anchor in anchors
        assert entry.find(f"{ATOM}author") is None


def test_what_authors_wrote_is_text_in_it(site: Site) -> None:
    entry = feed(with_feed(site, WHERE, "Maps")).find(f"{ATOM}entry")
    assert entry is not None
    content = entry.find(f"{ATOM}content")
    assert content is not None and content.get("type") == "html" and content.text
    assert f'<a href="{WHERE}ticket/#step-ask">' in content.text
    assert "<b>" not in content.text and "cx:site-name" not in text(entry, "title")
    assert "Test" not in ElementTree.tostring(entry, "unicode"), "nobody is named"


def test_the_id_of_an_entry_stays_wherever_the_site_stands(site: Site) -> None:
    one, other = (feed(with_feed(site, where, "Maps")) for where in (WHERE, "https://elsewhere.example"))
    assert [text(entry, "id") for entry in one.iter(f"{ATOM}entry")] == [
        text(entry, "id") for entry in other.iter(f"{ATOM}entry")
    ]


def test_without_an_address_of_the_site_there_is_neither_a_feed_nor_a_link_to_it(site: Site) -> None:
    def led(made: Site) -> bool:
        return any("feed.xml" in part.html for page in made.pages for part in page.parts)

    bare, whole = with_feed(site, None, "Maps"), with_feed(site, WHERE, "Maps")
    assert (led(bare), led(whole)) == (False, True)
    assert "feed.xml" not in {asset.path for asset in bare.assets}
