"""What pages say in numbers, as the tests read it: marked numbers, rows of tables, and the text around them."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

from cxsite.pages.hyphens import SOFT

VOID = frozenset({"br", "img", "hr", "input", "meta", "link", "wbr"})
SAID = ("data-judged", "data-chain", "data-counted", "data-effort", "data-carried")
ASIDE = ("data-row", *SAID, "data-figure")


@dataclass
class Row:
    """A row of a table of figures: which number it says it is, and its cells."""

    of: str
    cells: list[str] = field(default_factory=list)


@dataclass
class Number:
    """A marked number: which it says it is, what it reads, and what is told beside it."""

    of: str
    text: str = ""
    told: str | None = None


@dataclass
class Said:
    """A text that is a value of a printed figure: of which kind, which figure, which value of it.

    `says` is empty for a box about several figures, whose marks stand in `of` with spaces between them.
    """

    kind: str
    of: str
    says: str
    text: str = ""


class Walk(HTMLParser):
    """Reads the HTML of a part. `rest` is the text outside of every mark; `figures` that of boxes about a metric."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.numbers: list[Number] = []
        self.rows: list[Row] = []
        self.said: list[Said] = []
        self.rest: list[str] = []
        self.figures: list[tuple[str, str]] = []
        self._open: list[tuple[str, str, str]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag in VOID:
            return
        marks = [name for name in ("data-of", "data-told", *ASIDE) if name in values]
        mark = marks[0] if marks else ("svg" if tag == "svg" else "")
        self._open.append((tag, mark, values.get(mark) or ""))
        if mark == "data-of":
            self.numbers.append(Number(values["data-of"] or ""))
        if mark in SAID:
            self.said.append(Said(mark.removeprefix("data-"), values[mark] or "", values.get("data-says") or ""))
        if mark == "data-told":
            self.numbers[-1].told = ""
        if mark == "data-row":
            self.rows.append(Row(values["data-row"] or ""))
        if self.rows and tag in ("td", "th") and self._inside("data-row"):
            self.rows[-1].cells.append("")
        if tag in ("td", "th") and self._inside(*SAID):
            self.said[-1].text += " "

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def _inside(self, *marks: str) -> bool:
        return any(mark in marks for _, mark, _ in self._open)

    def handle_data(self, data: str) -> None:
        data = data.replace(SOFT, "").replace("\u00a0", " ")
        if self._inside("svg"):
            return
        if self._inside("data-of"):
            self.numbers[-1].text += data
        elif self._inside("data-told"):
            self.numbers[-1].told = (self.numbers[-1].told or "") + data
        elif self._inside("data-row"):
            if self._inside("data-row") and self.rows[-1].cells:
                self.rows[-1].cells[-1] += data
        elif self._inside(*SAID):
            self.said[-1].text += data
        elif metric := next((value for _, mark, value in self._open if mark == "data-figure"), ""):
            self.figures.append((metric, data))
        else:
            self.rest.append(data)
