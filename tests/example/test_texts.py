"""What the example's texts say in figures is what its tables hold, at the time that the map shows."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from support import ROOT

from cxsite.measure.series import Measures, Where
from cxsite.model.base import Entry
from cxsite.model.portfolio import Portfolio
from cxsite.pipeline import Examined, examine
from cxsite.project import Project

OCTOBER = "2026-10"
WORDS = ("name", "summary", "finding", "root_cause", "opportunity", "sample", "what", "outcome", "need", "risk")
"""The fields in which a figure would be a claim; `what customers said` is theirs."""

# (journey, field, the words around the figure, metric, its place, how the figure follows from the value)
IN_100, REST, PLAIN, N = "in 100", "in 100, the others", "as it is", "how many"
QUOTED = (
    ("fix-a-fault", "finding", "40 in 100 still end up on the phone", "took-this-path", {"step": "ring"}, IN_100),
    ("fix-a-fault", "summary", "20 in 100 repairs need a second visit", "second-visits", {}, IN_100),
    ("join", "sample", "1,212 answers", "joining-nps", {}, N),
    ("join", "sample", "3,203 orders begun", "orders-finished", {}, N),
    ("join", "sample", "48,210 address checks", "address-checks", {}, N),
    ("join", "summary", "hold for 11 minutes", "credit-wait", {}, PLAIN),
    ("join", "summary", "ends the order for 11 in 100", "gave-up", {"step": "order"}, IN_100),
    ("join", "summary", "31 in 100 ring about it", "bill-calls", {}, PLAIN),
    ("join", "summary", "37 in 100 dates move", "dates-kept", {}, REST),
    ("join", "summary", "44 in 100 ring to ask for the date", "took-this-path", {"step": "chase"}, IN_100),
    ("join", "summary", "22 in 100 lines do not work after the first visit", "right-first-time", {}, REST),
    ("join", "summary", "38 in 100 ring to hear their own", "took-this-path", {"step": "ring-speed"}, IN_100),
    ("leave", "sample", "about 300 a month", "would-come-back", {}, N),
    ("move-home", "sample", "681 moves", "left-when-moving", {}, N),
    ("move-home", "summary", "48 in 100 lines work on moving day", "line-on-moving-day", {}, IN_100),
    ("move-home", "summary", "27 in 100 movers ring", "two-bill-calls", {}, IN_100),
    ("renew", "finding", "16 in 100 now upgrade", "upgrade-at-renewal", {}, IN_100),
    ("renew", "sample", "602 answers", "renewal-csat", {}, N),
)

# Figures that no table counts: names, dates, rules, and how many were talked to.
FACTS = (
    *("about 430 answers a month", "60 calls", "June 2026", "45 minutes", "first 90 days", "2 groups, 14 people"),
    *("24 people", "612 read", "written in 2014", "scheduler of 2009", "£30", "day 10", "Ticket 412", "11 diaries"),
    *("18 people", "January 2026", "9 shops", "5,200 contacts"),
)


@pytest.fixture(scope="module")
def example() -> Examined:
    return examine(Project(ROOT))


def texts(entry: Entry) -> Iterator[tuple[str, str]]:
    """Field and text of all that an entry, and those inside it, say in words."""
    for name in type(entry).model_fields:
        value = getattr(entry, name)
        for item in value if isinstance(value, tuple) else value.values() if isinstance(value, dict) else [value]:
            if isinstance(item, Entry):
                yield from texts(item)
            elif name in WORDS and isinstance(item, str):
                yield name, item


def said(portfolio: Portfolio) -> Iterator[tuple[str, str, str]]:
    """Journey, field and text; for what several journeys share, no journey."""
    for journey in portfolio.journeys:
        for entry in (journey, *journey.targets.values()):
            yield from ((journey.key, *text) for text in texts(entry))
    for name in ("hotspots", "ideas", "actions", "evidence", "strategy", "value"):
        yield from (("", *text) for text in texts(portfolio.libraries[name]))


def value_of(measures: Measures, metric: str, journey: str, **place: str) -> tuple[float, float]:
    """Value and n of October, from the metric's first source, whether or not its table names the journey."""
    found = [
        point.estimate
        for home in (journey, "")
        for series in measures.of(metric, Where(journey=home, **place))[:1]
        for point in series.points
        if point.estimate and point.period.start.isoformat() == f"{OCTOBER}-01"
    ]
    assert len(found) == 1, (metric, journey, place)
    return found[0].value, found[0].n or 0


def as_said(how: str, value: float, n: float) -> str:
    """The figure as a text gives it."""
    number = {IN_100: 100 * value, REST: 100 * (1 - value), PLAIN: value, N: n}[how]
    return f"{number:,.0f}"


@pytest.mark.parametrize("quoted", QUOTED, ids=[f"{journey}: {words}" for journey, _, words, *_ in QUOTED])
def test_a_figure_in_a_text_is_the_figure_in_the_table(
    quoted: tuple[str, str, str, str, dict[str, str], str], example: Examined
) -> None:
    journey, field, words, metric, place, how = quoted
    assert [
        text for key, name, text in said(example.content.portfolio) if (key, name) == (journey, field) and words in text
    ]
    figure = as_said(how, *value_of(example.measures, metric, journey, **place))
    assert figure in re.findall(r"\d[\d,]*", words)


def test_every_figure_in_a_text_is_listed_here(example: Examined) -> None:
    listed = [words for _, _, words, *_ in QUOTED]
    unlisted = []
    for journey, field, text in said(example.content.portfolio):
        rest = text
        for words in (*listed, *FACTS):
            rest = rest.replace(words, "")
        if re.search(r"\d", rest):
            unlisted.append((journey, field, text))
    assert unlisted == []


def test_every_listed_fact_is_still_said(example: Examined) -> None:
    everything = "\n".join(
        [text for _, _, text in said(example.content.portfolio)] + [_links(example.content.portfolio)]
    )
    assert [fact for fact in FACTS if fact not in everything] == []


def _links(portfolio: Portfolio) -> str:
    return "\n".join(link.name or "" for j in portfolio.journeys for action in j.actions for link in action.links)


def test_shares_on_the_maps_are_those_in_the_tables(example: Examined) -> None:
    seen = 0
    for journey in example.content.portfolio.journeys:
        for step in journey.steps:
            written = [
                ("gave-up", step.bounce.share if step.bounce else None, step.key),
                ("took-this-path", step.unplanned, step.key),
                ("took-this-path", step.share if step.optional else None, step.key),
                *(("took-this-path", way.share, way.step) for way in (step.next or ())[:1]),
            ]
            for metric, share, key in written:
                if isinstance(share, float):
                    value, _ = value_of(example.measures, metric, journey.key, step=key)
                    assert round(100 * value) == round(100 * share), (journey.key, step.key, metric)
                    seen += 1
    assert seen == 10


def test_the_shares_of_branches_add_up_to_one(example: Examined) -> None:
    steps = [step for journey in example.content.portfolio.journeys for step in journey.steps if step.next]
    assert [step.key for step in steps] == ["passed-on"]
    assert sum(way.share for way in steps[0].next) == pytest.approx(1)


def test_who_needs_a_visit_for_a_fault_is_counted_from_visits_and_faults(example: Examined) -> None:
    visits = value_of(example.measures, "second-visits", "fix-a-fault")[1]
    faults = value_of(example.measures, "fixed-without-call", "fix-a-fault")[1]
    fault = example.content.portfolio.journey_by_id["fix-a-fault"]
    assert {step.share for step in fault.steps if step.share} == {round(visits / faults, 2)}
    assert fault.volume == 12 * faults


def test_the_time_to_mend_on_the_map_is_the_median(example: Examined) -> None:
    (waits,) = (s for s in example.content.portfolio.journey_by_id["fix-a-fault"].steps if s.key == "engineer-waits")
    assert waits.elapsed.minutes == 60 * value_of(example.measures, "hours-to-mend", "fix-a-fault")[0]


def test_volumes_are_those_of_twelve_months_like_october(example: Examined) -> None:
    by_id = example.content.portfolio.journey_by_id
    for journey, metric in (
        ("move-home", "left-when-moving"),
        ("renew", "upgrade-at-renewal"),
        ("leave", "would-come-back"),
    ):
        assert by_id[journey].volume == 12 * value_of(example.measures, metric, journey)[1]


@pytest.mark.parametrize(
    ("metric", "place", "value", "n"),
    [
        ("joining-nps", {}, 6.1, 1212),
        ("dates-kept", {}, 0.630, 2050),
        ("dates-kept", {"segment": "north"}, 0.840, 655),
        ("bill-calls", {}, 31.0, 1790),
        ("ease", {"phase": "wait"}, 3.1, 1212),
        ("feeling-score", {"step": "moved"}, -1.7, 412),
        ("got-through", {"phase": "wait"}, 0.630, 1212),
        ("days-to-online", {}, 17, 0),
    ],
)
def test_joining_has_the_numbers_it_is_known_for(
    metric: str, place: dict[str, str], value: float, n: int, example: Examined
) -> None:
    found, size = value_of(example.measures, metric, "join", **place)
    assert round(found, 3 if found < 1 and metric != "ease" and found > 0 else 1) == value
    assert n in (0, size)
