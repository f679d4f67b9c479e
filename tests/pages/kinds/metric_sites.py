"""Small sites with metrics, for the tests of their pages."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

from support import write

from cxsite.pages.plan import Page
from cxsite.pipeline import build, examine
from cxsite.project import find_project

JOURNEY = """\
name: Buy a ticket
owner: sales
metrics: [nps, wanted]
goals: [{id: love, name: They love it, metric: nps, target: 50, by: 2027}, {metric: nps, phase: pay, target: 20}]
nps_groups: {promoters: {need: Thank them, actions: [bill]}}
quotes: [{text: It was quick, group: promoters, share: 40%, consent: public}]
phases:
  - {id: choose, name: Choose, steps: [{id: look, name: Looks}]}
  - {id: pay, name: Pays, metrics: [nps]}
actions:
  - id: bill
    name: A clear bill
    owner: sales
    shipped: 2026-04-15
    expects: [{metric: nps, value: 35}]
"""
METRICS = """\
metrics:
  - id: nps
    name: Would *recommend*
    method: nps
    kind: relationship
    question: Would you recommend us?
    scale: 0..10
    better: up
    owner: insight
    collected: by mail
    journey: ticket
    formerly: [old-nps]
    fresh_for: 400d
    links: [{url: "https://example.org/study", name: The study}]
    x-note: Own words
    breaks: [{at: 2026-02, why: wording}]
    source: {file: nps.csv, where: {kind: real}, missing: [None]}
  - {id: wanted, name: Wanted, method: mean}
  - {id: worth, name: Worth, method: clv, owner: insight, source: clv.csv}
"""
TABLE = """\
period,kind,segment,phase,promoters,passives,detractors,value,n
2026-01,real,,,500,300,200,,
2026-02,real,,,520,300,180,,
2026-03,real,,,530,300,170,,
2026-05,real,,,600,300,100,,
2026-06,real,,,610,300,90,,
2026-07,real,,,620,300,80,,
2026-07,real,north,,62,30,8,,
2026-07,real,south,,,,,12,400
2026-07,real,,pay,30,40,30,,
2026-07,real,few,,2,1,1,,
2026-08,real,,,None,None,None,None,None
2026-07,other,,,1,1,1,,
"""
CLV = "metric,period,nps_group,component,mean,sd,n\nworth,2026-07,promoters,refers,140,,\n"
FILES = {
    "cxsite.yml": "today: 2026-12-01\nrules: {CX325: note}\n",
    "journeys/ticket.yml": JOURNEY,
    "journeys/segments.yml": "segments: [{id: north, name: North}, {id: south, name: South}, {id: few, name: Few}]\n",
    "metrics/m.yml": METRICS,
    "metrics/nps.csv": TABLE,
    "metrics/clv.csv": CLV,
}


def pages_of(folder: Path, files: dict[str, str] | None = None) -> dict[str, Page]:
    """Every page by its path."""
    examined = examine(find_project(write(folder, {**FILES, **(files or {})})))
    assert not examined.has_errors, examined.diagnostics
    return {page.path: page for page in build(examined).pages}


def html(page: Page, *parts: str) -> str:
    return "\n".join(part.html for part in page.parts if part.id in parts or not parts)


def words(page: Page, *parts: str) -> str:
    """What a part reads, drawings left out."""
    text = re.sub(r"<svg.*?</svg>", "", html(page, *parts), flags=re.S)
    return re.sub(r" (?=[,:;])", "", " ".join(unescape(re.sub(r"<[^>]+>", " ", text)).split()))
