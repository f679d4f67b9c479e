"""A small project with something of every noun, as texts in memory, and states of it made by edits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from cxsite.compare.report import Report, report
from cxsite.diagnostics import Diagnostic
from cxsite.load.files import Text
from cxsite.load.snapshot import Snapshot
from cxsite.pages.subjects import with_pages
from cxsite.pipeline import compare_states

JOURNEY = """\
name: Buy a ticket
owner: sales
summary: From the first look at the map to a seat.
segments: commuters
reviewed: 2026-08-01
emotion_from: [mood]
without_a_hitch: through
volume: 24000
nps_groups:
  promoters: {need: To hear about offers}
goals:
  - {id: ease, name: It is easy, metric: ease, target: 80%, by: 2027-06}
  - {id: speed, name: It is quick, metric: minutes, target: 5min}
evidence:
  - {id: talks, name: Talks at the desk, kind: interviews, sample: 40 people, when: 2026-06}
phases:
  - id: choose
    name: Choose
    customer_goal: Know which ticket is mine.
    life_cycle: buying
    steps:
      - id: look
        name: Looks at the map
        summary: A map hangs beside the machines.
        channel: web
        touchpoint: machine
        emotion: 0.5
        feeling: Curious
        effort: {time: 5min, money: 0}
        moment_of_truth: true
        metrics: [mood]
        evidence: talks
        systems: till
        images: [{file: map.png, alt: A map}]
        x-legal: none needed
      - id: ask
        name: Asks at the desk
        done_by: desk
        emotion: -1
        effort: {time: 12min, money: 0}
        elapsed: 1h
        bounce: {share: 10%, to: drives}
        handoff: {what: a question, loses: the answer}
        share: 40%
        backstage: The clerk looks it up
        quotes: [{text: Nobody was there., evidence: talks}]
  - id: pay
    name: Pay
    owner: finance
    steps:
      - {id: price, name: Sees the price, emotion: -0.5, effort: {time: 2min}}
      - {id: card, name: Pays by card, done_by: bank, effort: {time: 3min, money: 2}}
      - {id: wait, name: Waits for the paper, unplanned: true}
hotspots:
  - id: queue
    name: The queue at the desk
    kind: pain
    steps: [ask]
    category: people
    severity: high
    root_cause: [One desk is open, Nobody plans for rain]
    cost: {each: 3}
    links: https://example.org/queue
  - {id: fee, name: A fee nobody expects, steps: [card], severity: low}
ideas:
  - {id: app, name: An app, addresses: [queue], proposed_by: desk}
actions:
  - id: second-desk
    name: Open a second desk
    addresses: [queue]
    owner: ann
    status: in-progress
    due: 2026-10
    value: 4
    ease: 3
    expects: [{metric: ease, value: 70%}]
    goal: ease
    risk: No staff
    pilots: [{segment: commuters, since: 2026-05-01}]
target:
  finding: Nobody asks twice
  status: agreed
  steps:
    - {change: ask, name: Asks once, emotion: 0.5, what: One question is enough, carried_by: second-desk, follows: fast}
    - {remove: wait}
  goals:
    - {id: calm, name: Calm, metric: ease, target: 90%}
"""
FILES: dict[str, str] = {
    "cxsite.yml": "currency: EUR\ntoday: 2026-11-22\ncategories: [people, process]\n",
    "journeys/ticket.yml": JOURNEY,
    "journeys/leave.yml": "name: Leave\nowner: sales\nphases:\n  - {name: Tell us, steps: [{name: Writes a letter}]}\n",
    "journeys/organisation.yml": (
        "departments:\n  - {id: sales, name: Sales, office: front, lead: ann}\n  - {id: desk, name: The desk, office: front}\n"
        "  - {id: finance, name: Finance, office: back}\n  - {id: bank, name: The bank, office: outside}\n"
        "people:\n  - {id: ann, name: Ann Lee, role: Head of sales}\n  - {id: bo, name: Bo Chen, department: desk}\n"
    ),
    "journeys/segments.yml": (
        "segments:\n  - {id: commuters, name: Commuters, dimension: habit}\n  - {id: tourists, name: Tourists, dimension: habit}\n"
        "personas:\n  - {id: kim, name: Kim, segment: commuters}\n"
    ),
    "journeys/touchpoints.yml": (
        "channels:\n  - {id: web, name: Website}\n  - {id: counter, name: Counter}\n"
        "touchpoints:\n  - {id: machine, name: Ticket machine, channel: counter}\n"
    ),
    "journeys/technology.yml": (
        "systems:\n  - {id: till, name: The till, since: 2019}\n"
        "capabilities:\n  - {id: see-queue, name: See the queue, kind: know, system: till, now: 1, target: 3}\n"
    ),
    "journeys/strategy.yml": (
        "vision: Nobody waits\nvalues: [Be kind]\nprinciples:\n  - {id: fast, name: Fast, summary: One minute is enough}\n"
        "life_cycle:\n  - {id: looking, name: Looking}\n  - {id: buying, name: Buying}\n  - {id: riding, name: Riding}\n"
        "maturity:\n  - {name: Shared accountability, now: 2, target: 4}\n"
    ),
    "journeys/value.yml": "summary: Time matters most\nweights: {time: 1, money: 2, emotion: 10}\n",
    "metrics/metrics.yml": (
        "metrics:\n  - {id: ease, name: Ease, method: share, better: up, source: ease.csv, journey: ticket, owner: desk}\n"
        "  - {id: minutes, name: Minutes to a ticket, method: mean, better: down, unit: min}\n"
        "  - {id: mood, name: Mood, method: mean, scale: 1..5, better: up, breaks: [{at: 2026-01, why: scale}]}\n"
        "  - {id: through, name: Got through, method: share, better: up, source: through.csv, journey: ticket}\n"
    ),
    "metrics/ease.csv": "metric,period,numerator,denominator\nease,2026-08,600,1000\nease,2026-09,640,1000\nease,2026-10,660,1000\n",
    "metrics/through.csv": (
        "metric,period,phase,numerator,denominator\nthrough,2026-10,choose,900,1000\nthrough,2026-10,pay,800,1000\n"
    ),
}
Edit = tuple[str, str, str]
"""A file, what stands in it once, and what stands there after."""


@dataclass
class Texts:
    """Files in memory, as a tree that can be read."""

    files: Mapping[str, str]

    def names(self, folder: str, suffix: str) -> tuple[str, ...]:
        return tuple(sorted(name for name in self.files if name.startswith(f"{folder}/") and name.endswith(suffix)))

    def nearly(self, folder: str) -> Iterator[Diagnostic]:
        return iter(())

    def exists(self, name: str) -> bool:
        return name in self.files

    def text(self, name: str) -> Text | Diagnostic:
        return Text(name, self.files[name])

    def marks(self, name: str) -> frozenset[str]:
        return frozenset({self.files[name]} if name in self.files else ())


def edited(*edits: Edit, files: Mapping[str, str] = FILES) -> dict[str, str]:
    """The files with each edit made; an edit from nothing adds a file, one to nothing takes a file away."""
    made = dict(files)
    for name, old, new in edits:
        if not old:
            made[name] = new
        elif old == "*":
            del made[name]
        else:
            assert made[name].count(old) == 1, (name, old, made[name].count(old))
            made[name] = made[name].replace(old, new)
    return made


def snapshot(files: Mapping[str, str], label: str) -> Snapshot:
    """A state of the project from texts."""
    return Snapshot(label, "", Texts(files), lambda settings: settings.today or date(2026, 11, 22))


def told(before: Mapping[str, str], after: Mapping[str, str]) -> Report:
    """What is told of two states."""
    return with_pages(report(compare_states(snapshot(before, "before"), snapshot(after, "after"))))


def after(*edits: Edit) -> Report:
    """What is told of some edits of the project."""
    return told(FILES, edited(*edits))


def kinds(found: Report) -> list[tuple[str, str]]:
    """Kind and thing of each edit, in the order in which they are told."""
    return [(change.kind, change.subject.id) for change in found.edits]
