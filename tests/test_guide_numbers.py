"""The guide to numbers: every figure of its examples is what the product works out.

Each table of the page is recomputed from its own cells, or from the project that stands on the page, by the function
below that has the same heading. Every cell is either read by that function or worked out by it: none is left over.

`python tests/test_guide_numbers.py` writes the figures into the page anew.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, cast, get_args

import pytest

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parent)]

from derive.known import Known, of_project
from support import ROOT, small_project, write

from cxsite.derive.effort.chain import Chain, chain_of
from cxsite.derive.effort.effort import PARTS, MapEffort, map_effort
from cxsite.derive.effort.worth import points, weights_for, worth
from cxsite.derive.figures.coverage import coverage_of
from cxsite.derive.figures.figures import figure_of
from cxsite.derive.maps.gaps import Ledger, gap_ledger
from cxsite.derive.people.handoffs import hand_offs
from cxsite.derive.people.parties import Parties
from cxsite.derive.places.path import customer_stops
from cxsite.derive.written.numbers import write_n, write_number, write_value
from cxsite.diagnostics import Severity, Span
from cxsite.load.content import Content, load
from cxsite.measure.aims import aims_of
from cxsite.measure.change import Change, Verdict, compare, compare_beside, holm_levels
from cxsite.measure.fresh import freshness
from cxsite.measure.judge import Judgement, Result, judge
from cxsite.measure.measures import measure
from cxsite.measure.pool import Pooled, pool
from cxsite.measure.power import answers_needed
from cxsite.measure.rhythm import rhythm_of
from cxsite.measure.series import Estimate, Measures, Point, Where
from cxsite.measure.windows import window_of
from cxsite.measure.wins import Judgements, all_actions
from cxsite.model.metric import Metric
from cxsite.model.period import parse_period
from cxsite.model.settings import Settings
from cxsite.model.values import parse_duration, parse_span
from cxsite.project import Project

PAGE = ROOT / "docs" / "guide" / "numbers.md"
SITE = Settings()
Filled = list[dict[str, str]]


class Row(dict[str, str]):
    """A row of a table by the names of its columns; remembers what was read."""

    def __init__(self, cells: dict[str, str]) -> None:
        super().__init__(cells)
        self.used: set[str] = set()

    def __getitem__(self, key: str) -> str:
        self.used.add(key)
        return super().__getitem__(key)

    def number(self, key: str) -> float:
        return float(self[key])


class Sheet:
    """A table of the page: its heading, which one below that heading, and where it stands."""

    def __init__(self, heading: str, index: int, text: str) -> None:
        self.name = heading if index == 0 else f"{heading} {index + 1}"
        self.text = text
        head, self.ruler, *body = [line.strip().strip("|") for line in text.strip().splitlines()]
        self.columns = [cell.strip() for cell in head.split("|")]
        self.rows = [Row(dict(zip(self.columns, map(str.strip, line.split("|")), strict=True))) for line in body]


def page() -> str:
    return PAGE.read_text(encoding="utf-8")


def sheets() -> Iterator[Sheet]:
    for section in re.split(r"^### ", page(), flags=re.MULTILINE)[1:]:
        heading = section.partition("\n")[0]
        tables = re.findall(r"(?:^\|.*\n)+", section, re.MULTILINE)
        yield from (Sheet(heading, index, text) for index, text in enumerate(tables))


WORKED_OUT: dict[str, Callable[[list[Row]], Filled]] = {}
"""From a table's heading to what works out its figures; the second table below a heading has a 2 behind it."""


def of(name: str) -> Callable[[Callable[[list[Row]], Filled]], Callable[[list[Row]], Filled]]:
    def keep(function: Callable[[list[Row]], Filled]) -> Callable[[list[Row]], Filled]:
        WORKED_OUT[name] = function
        return function

    return keep


# How figures are written on the page


def plain(value: float | None, unknown: str = "not assessed") -> str:
    return unknown if value is None else write_number(value, 2).rstrip("0").rstrip(".")


def signed(metric: Metric, value: float) -> str:
    """A difference: shares in percentage points, all with their sign."""
    if metric.method == "share":
        return signed_number(100 * value, 1) + " points"
    return signed_number(value, 2 if metric.method == "mean" else 1)


def signed_number(value: float, decimals: int) -> str:
    return ("+" if round(value, decimals) > 0 else "") + write_number(value, decimals)


def band(metric: Metric, estimate: Estimate) -> str:
    if estimate.low is None or estimate.high is None:
        return "none"
    return f"{write_value(metric, estimate.low)} to {write_value(metric, estimate.high)}"


# From a row of the page to the product


def metric_of(method: str, **fields: object) -> Metric:
    return Metric.model_validate({"id": "x", "name": "X", "method": method} | fields)


def measured(metric: str, tables: dict[str, str], **files: str) -> tuple[Content, Measures]:
    """A project with one metric `x` of these fields, measured. Names of files have `__` for a slash."""
    with tempfile.TemporaryDirectory() as folder:
        named = {f"{name.replace('__', '/')}": text for name, text in files.items()}
        made: dict[str, str | bytes] = {"metrics/m.yml": f"metrics: [{{id: x, name: X, {metric}}}]\n"}
        made |= {f"metrics/{name}": text for name, text in tables.items()}
        content = load(Project(small_project(Path(folder), made | {f"{k}.yml": v for k, v in named.items()})))
    assert content.diagnostics == ()
    measures, found = measure(content)
    assert found == ()
    return content, measures


def point_of(method: str, cells: dict[str, str], period: str = "2026-03", fields: str = "") -> tuple[Metric, Point]:
    """One row of a table with these cells, as it is read, measured and marked."""
    table = f"period,{','.join(cells)}\n{period},{','.join(cells.values())}\n"
    _, measures = measured(f"method: {method}, source: t.csv{fields}", {"t.csv": table})
    (series,) = measures.series
    return series.metric, series.points[0]


def estimate_of(method: str, cells: dict[str, str], fields: str = "") -> tuple[Metric, Estimate]:
    metric, point = point_of(method, cells, fields=fields)
    assert point.estimate is not None
    return metric, point.estimate


COLUMNS = {
    "share": ("numerator", "denominator"),
    "ratio": ("numerator", "denominator"),
    "nps": ("promoters", "passives", "detractors"),
    "net-easy": ("easy", "hard", "n"),
    "mean": ("mean", "sd", "n"),
}
FIELDS = {"ratio": ", per: 100, better: down"}


def cells_of(method: str, text: str) -> dict[str, str]:
    """`70 of 100`, `80, 80, 40`: the cells of a row as the page writes them in one."""
    return dict(zip(COLUMNS[method], re.split(r", | of ", text), strict=True))


def wave(method: str, text: str, period: str) -> tuple[Metric, Pooled]:
    metric, point = point_of(method, cells_of(method, text), period, FIELDS.get(method, ", better: up"))
    return metric, pool(metric, [point], SITE)


def change_of(method: str, before: str, after: str, *others: str) -> tuple[Metric, Change]:
    periods = ("2026-03", "2026-05", "2026-03", "2026-05")
    waves = [wave(method, text, when) for text, when in zip((before, after, *others), periods, strict=False)]
    metric, made = waves[0][0], [pooled for _, pooled in waves]
    if others:
        return metric, compare_beside(metric, (made[0], made[1], made[2], made[3]), SITE)
    return metric, compare(metric, made[0], made[1], SITE)


def told(metric: Metric, change: Change) -> dict[str, str]:
    assert change.difference is not None
    assert change.low is not None
    assert change.high is not None
    return {
        "difference": signed(metric, change.difference),
        "95 % interval": f"{signed(metric, change.low)} to {signed(metric, change.high)}",
        "verdict": change.verdict,
    }


# From answers to a number


@of("Net Promoter Score")
def nps(rows: list[Row]) -> Filled:
    made = [estimate_of("nps", {name: row[name] for name in COLUMNS["nps"]}) for row in rows]
    return [{"n": plain(e.n), "NPS": write_value(m, e.value), "95 % interval": band(m, e)} for m, e in made]


@of("Shares, top-2 box, top-3 box")
def shares(rows: list[Row]) -> Filled:
    made = [estimate_of(row["method"], {"numerator": row["of these"], "denominator": row["of all"]}) for row in rows]
    return [{"value": write_value(m, e.value), "95 % interval": band(m, e)} for m, e in made]


@of("Ratios")
def ratios(rows: list[Row]) -> Filled:
    made = [
        estimate_of("ratio", {"numerator": row["events"], "denominator": row["units"]}, f", per: {row['per']}")
        for row in rows
    ]
    return [{"value": write_value(m, e.value), "95 % interval": band(m, e)} for m, e in made]


@of("Means")
def means(rows: list[Row]) -> Filled:
    made = [
        estimate_of("mean", {name: row[name] for name in COLUMNS["mean"]}, f", scale: {row['scale']}") for row in rows
    ]
    return [{"value": write_value(m, e.value), "95 % interval": band(m, e)} for m, e in made]


@of("Net easy")
def net_easy(rows: list[Row]) -> Filled:
    made = [estimate_of("net-easy", {name: row[name] for name in COLUMNS["net-easy"]}) for row in rows]
    return [{"net easy": write_value(m, e.value), "95 % interval": band(m, e)} for m, e in made]


@of("Medians, counts, sums")
def complete(rows: list[Row]) -> Filled:
    made = [estimate_of(row["method"], {"value": row["value"], "n": row["n"]}) for row in rows]
    return [{"shown": write_value(m, e.value), "interval": band(m, e), "why": e.why_open} for m, e in made]


@of("Published figures")
def bare(rows: list[Row]) -> Filled:
    made = [estimate_of(row["method"], {"value": row["value"], "n": row["n"]}) for row in rows]
    return [
        {"shown": write_value(m, e.value), "beside it": write_n(e), "interval": band(m, e), "why": e.why_open}
        for m, e in made
    ]


# From rows to what is shown


@of("Pooling")
def pooling(rows: list[Row]) -> Filled:
    january, february = (
        point_of("share", {"numerator": row["of these"], "denominator": row["of all"]}, period)
        for row, period in zip(rows, ("2026-01", "2026-02"), strict=False)
    )
    metric, found = january[0], [january[1], february[1]]
    both = pool(metric, found, SITE)
    assert both.estimate is not None
    shares = [point.estimate.value for point in found if point.estimate]
    shown = [write_value(metric, value) for value in (*shares, both.estimate.value, sum(shares) / 2)]
    parts = {"of these": plain(both.numbers["numerator"]), "of all": plain(both.numbers["denominator"])}
    more: Filled = [{}, {}, parts, {"of these": "", "of all": ""}]
    assert [row["rows"] for row in rows][2:] == ["both, added up", "the two shares averaged, which is wrong"]
    return [{"share": text} | extra for text, extra in zip(shown, more, strict=True)]


@of("Small groups")
def small(rows: list[Row]) -> Filled:
    regions = [row["whose"] for row in rows][1:]
    library = "segments:\n" + "".join(f"  - {{id: {name}, name: {name}, dimension: region}}\n" for name in regions)
    lines = [f"2026-03,{'' if row['whose'].startswith('all') else row['whose']},4,{row['n']}\n" for row in rows]
    table = "period,segment,value,n\n" + "".join(lines)
    _, measures = measured("method: mean, source: t.csv", {"t.csv": table}, journeys__segments=library)
    by_segment = {series.where.segment: series.points[0] for series in measures.series}
    found = [by_segment[""], *(by_segment[name] for name in regions)]
    return [{"shown": _shown(point)} for point in found]


def _shown(point: Point) -> str:
    if point.estimate is None:
        return f"no: {point.missing}"
    return "yes, low base" if point.estimate.low_base else "yes"


@of("Freshness")
def fresh(rows: list[Row]) -> Filled:
    made: Filled = []
    for row in rows:
        fields = f"method: mean, source: t.csv, fresh_for: {row['fresh for']}"
        _, measures = measured(fields, {"t.csv": f"period,value\n{row['period']},4\n"})
        found = freshness(measures.series[0], SITE, date.fromisoformat(row["today"]))
        made.append({"fresh until": str(found.until), "state": found.state})
    return made


@of("Breaks")
def broken(rows: list[Row]) -> Filled:
    made: Filled = []
    for row in rows:
        breaks = f", breaks: [{{at: {row['a break at']}, why: wording}}]" if row["a break at"] else ""
        sides = [
            point_of("share", cells_of("share", text), row[side], f", better: up{breaks}")
            for side, text in (("before", "350 of 500"), ("after", "400 of 500"))
        ]
        metric = sides[0][0]
        change = compare(metric, *(pool(metric, [point], SITE) for _, point in sides), settings=SITE)
        made.append({"verdict": change.verdict, "why": change.why})
    return made


@of("Several sources")
def sources(rows: list[Row]) -> Filled:
    made: Filled = []
    for row in rows:
        tables = {
            name: f"period,value\n{row['period']},{row[column]}\n"
            for name, column in (("first.csv", "first source"), ("second.csv", "second source"))
        }
        _, measures = measured("method: mean, source: [first.csv, second.csv]", tables)
        figure = figure_of(measures.series[0].metric, measures, SITE, Where())
        made.append({"what the page says": next((s for s in figure.sentences if "disagree" in s), "nothing")})
    return made


@of("Targets and distance")
def targets(rows: list[Row]) -> Filled:
    made: Filled = []
    for row in rows:
        goal = f"goals: [{{id: g, metric: x, target: {row['target']}, by: 2026-12-31}}]\n"
        table = {"t.csv": f"period,value\n2026-03,{row['latest value']}\n"}
        fields = f"method: {row['method']}, better: {row['better']}, source: t.csv"
        content, measures = measured(fields, table, journeys__strategy=goal)
        (aim,) = aims_of(content.portfolio, measures)
        assert aim.distance is not None
        reached = {True: "yes", False: "no", None: ""}[aim.reached]
        made.append({"distance": signed(aim.series.metric, aim.distance), "reached": reached})
    return made


# Judged once


@of("Windows")
def windows(rows: list[Row]) -> Filled:
    made: Filled = []
    for row in rows:
        point = Point(parse_span(row["rows"]), None, Span("t.csv"))
        length = parse_duration(row["window"])
        window = window_of([point], rhythm_of([point.period]), parse_period(row["shipped"]), length)
        assert window is not None
        over = str(window.after.end)
        made.append({"before": window.before.label, "after": window.after.label, "judged once this day is over": over})
    return made


@of("Before and after")
def before_and_after(rows: list[Row]) -> Filled:
    made = [change_of(row["method"], row["before"], row["after"]) for row in rows]
    return [told(metric, change) | {"p": f"{change.p:.3f}"} for metric, change in made]


@of("Several numbers of one action")
def several(rows: list[Row]) -> Filled:
    assert [row["number"] for row in rows]
    ps = [row.number("p") for row in rows]
    limits = [1 - level for level in holm_levels(ps)]
    return [
        {"has to be below": f"{limit:.4f}", "holds": "yes" if p < limit else "no"}
        for p, limit in zip(ps, limits, strict=True)
    ]


@of("Compared with others")
def compared(rows: list[Row]) -> Filled:
    sides = ("before", "after", "others before", "others after")
    made = [change_of(row["method"], *(row[side] for side in sides)) for row in rows]
    return [told(metric, change) for metric, change in made]


@of("Regression to the mean")
def regression(rows: list[Row]) -> Filled:
    column = next(iter(rows[0]))
    months = [f"2026-{month:02}" for month in (1, 2, 3, 4, 5, 6, 8, 9, 10)]
    made: Filled = []
    for row in rows:
        hits = [10 * int(text) for text in row[column].split(", ")] + [740, 750, 740]
        table = "period,numerator,denominator\n" + "".join(f"{m},{h},1000\n" for m, h in zip(months, hits, strict=True))
        action = "actions: [{id: a, name: A, shipped: 2026-07-08, expects: [{metric: x, value: 75%}]}]\n"
        fields = "method: share, better: up, source: t.csv"
        content, measures = measured(fields, {"t.csv": table}, journeys__actions=action)
        ((home, found),) = list(all_actions(content.portfolio))
        (judgement,) = judge(found, home, content.portfolio, measures, date(2026, 11, 1))
        (result,) = judgement.results
        assert result.change.verdict == "improved"
        made.append({"what the result says": "; ".join(result.notes) or "nothing"})
    return made


@of("Verdicts")
def verdicts(rows: list[Row]) -> Filled:
    assert [row["verdict"] for row in rows] == list(get_args(Verdict))
    assert all(row["when"] for row in rows)
    return [{} for _ in rows]


@of("How many wins are chance")
def wins(rows: list[Row]) -> Filled:
    one = Result(cast(Any, None), Where(), Change("no change shown", p=0.5))
    made = [
        Judgements((Judgement("", cast(Any, None), None, None, (one,) * int(row["tests"])),)).false_wins for row in rows
    ]
    return [{"wins by chance, at most": plain(value)} for value in made]


@of("How many answers it takes")
def power(rows: list[Row]) -> Filled:
    made: Filled = []
    for row in rows:
        metric, point = point_of(row["method"], cells_of(row["method"], row["today"]))
        needed = answers_needed(metric, point.numbers, row.number("change"))
        made.append({"answers on each side": f"{needed:,}"})
    return made


# From the map to a number


@cache
def repair() -> Known:
    """The project that stands on the page."""
    files = dict(re.findall(r"^`([\w/.]+)`\n\n```(?:yaml|csv)\n(.*?)```", page(), re.MULTILINE | re.DOTALL))
    assert len(files) == 6
    with tempfile.TemporaryDirectory() as folder:
        found = of_project(write(Path(folder), files), "repair")
    weighty = [d.message for d in found.whole.diagnostics if d.severity is not Severity.NOTE]
    assert weighty == ["no action carries the change of `hand-in`"]  # as the ledger on the page says
    return found


@cache
def effort() -> MapEffort:
    return map_effort(repair().journey, repair().readings)


@cache
def chain() -> Chain:
    found = chain_of(repair().journey, repair().readings)
    assert found is not None
    return found


@cache
def ledger() -> Ledger:
    return gap_ledger(repair().journey, "target", repair().readings)


@of("Main path")
def main_path(rows: list[Row]) -> Filled:
    stops = customer_stops(repair().journey.phases)
    assert [row["step"] for row in rows] == [stop.step.name for stop in stops]
    taken = {stop.key for stop in effort().path.stops}
    return [{"on the main path": "yes" if stop.key in taken else "no"} for stop in stops]


@of("Expected effort")
def expected(rows: list[Row]) -> Filled:
    steps = effort().steps
    assert [row["step"] for row in rows] == [step.stop.step.name for step in steps]
    made: Filled = []
    for row, step in zip(rows, steps, strict=True):
        feeling = step.feeling.value if step.feeling else None
        written = [float(text) if (text := row[name]) else None for name in ("minutes", "money", "emotion")]
        assert written == [step.minutes, step.money, feeling]
        made.append(
            {"weight": plain(step.weight.value, "not known")}
            | {f"expected {name}": plain(step.expected(part), "") for name, part in NAMES.items()}
        )
    return made


NAMES = dict(zip(("minutes", "money", "negative emotion"), PARTS, strict=True))


@of("Expected effort 2")
def sums(rows: list[Row]) -> Filled:
    fields = ("expected", "every", "open", "unweighed")
    assert [row["sum"] for row in rows] == [
        *("expected", "if every step happens", "steps not assessed", "steps whose share nobody knows")
    ]
    total = effort().total
    return [{name: plain(getattr(getattr(total, part), field)) for name, part in NAMES.items()} for field in fields]


@of("Points and worth")
def in_points(rows: list[Row]) -> Filled:
    assert [row["what"] for row in rows] == ["expected", "if every step happens"]
    total = effort().total
    counted = points(total, weights_for(repair().readings))
    priced = worth(total, repair().portfolio)
    assert counted is not None
    assert priced is not None
    return [
        {name: plain(getattr(getattr(total, part), field)) for name, part in NAMES.items()}
        | {
            "points": plain(getattr(counted, field)),
            "worth of the time": plain(getattr(priced, f"hours_{field}")),
            "worth in all": plain(getattr(priced, f"total_{field}")),
        }
        for field in ("expected", "every")
    ]


@of("Hand-offs")
def passings(rows: list[Row]) -> Filled:
    parties = Parties(repair().portfolio)
    found = hand_offs(repair().journey, effort().path, parties).passings
    assert [(row["from"], row["to"]) for row in rows] == [(one.before.step.name, one.after.step.name) for one in found]

    def named(ids: Sequence[str]) -> str:
        return ", ".join(parties.name(one) for one in ids)

    return [{"who": named(one.givers), "to whom": named(one.takers), "reach": one.reach} for one in found]


@of("The chain without a hitch")
def links(rows: list[Row]) -> Filled:
    written = [(row["phase"], (row.number("through"), row.number("of"))) for row in rows]
    assert written == [(link.phase.name, link.counts) for link in chain().links]
    return [
        {
            "share": write_value(chain().metric, link.share or 0),
            "target": "none" if link.target is None else write_value(chain().metric, link.target),
            "the product rises by": "" if link.lift is None else signed(metric_of("share"), link.lift),
        }
        for link in chain().links
    ]


@of("The chain without a hitch 2")
def product(rows: list[Row]) -> Filled:
    found = chain()
    assert found.share is not None
    (weakest,) = found.weakest
    assert found.repair is not None
    estimate = Estimate(found.share, low=found.low, high=found.high)
    return [
        {
            "all phases": write_value(found.metric, found.share),
            "95 % interval": band(found.metric, estimate),
            "weakest link": weakest.phase.name,
            "repair worth most": found.repair.phase.name,
        }
    ]


@of("Coverage")
def covered(rows: list[Row]) -> Filled:
    made: Filled = []
    for index, row in enumerate(rows):
        found = coverage_of(repair().journey, repair().readings, date.fromisoformat(row["today"])).phases[index]
        assert row["phase"] == found.phase.name
        made.append(
            {
                "metrics": ", ".join(dict.fromkeys(cell.metric.name for cell in found.cells)),
                "best state": found.best,
                "steps": str(found.steps),
                "freshly measured steps": str(found.measured),
                "assumed steps": str(found.assumed),
            }
        )
    return made


@of("The gap ledger")
def gaps(rows: list[Row]) -> Filled:
    found = [gap for gap in ledger().gaps if gap.differs]
    sides = [gap.before or gap.after for gap in found]
    assert [row["step"] for row in rows] == [side.stop.step.name for side in sides if side]
    names = {action.key: action.name for action in repair().journey.actions}
    return [
        {
            "what becomes of it": gap.state,
            "minutes given back": plain(gap.removed("minutes")),
            "negative emotion given back": plain(gap.removed("emotion")),
            "carried by": ", ".join(names[thing.key] for thing in (gap.why.carried_by if gap.why else ())) or "nobody",
        }
        for gap in found
    ]


@of("The gap ledger 2")
def given_back(rows: list[Row]) -> Filled:
    assert [row["given back"] for row in rows] == ["expected", "if every step happens"]
    return [
        {"minutes": plain(removed.minutes), "negative emotion": plain(removed.emotion)}
        for removed in (ledger().expected, ledger().every)
    ]


# The tests


@pytest.mark.parametrize("sheet", [pytest.param(sheet, id=sheet.name) for sheet in sheets()])
def test_every_figure_on_the_page_is_what_the_product_works_out(sheet: Sheet) -> None:
    made = WORKED_OUT[sheet.name](sheet.rows)
    for row, figures in zip(sheet.rows, made, strict=True):
        assert row.used | figures.keys() == set(sheet.columns), "a column is neither read nor worked out"
        assert {name: dict(row)[name] for name in figures} == figures


def test_every_number_that_is_explained_has_a_table_and_every_table_is_worked_out() -> None:
    explained = {section.partition("\n")[0] for section in re.split(r"^### ", page(), flags=re.MULTILINE)[1:]}
    assert explained <= {sheet.name for sheet in sheets()}
    assert {sheet.name for sheet in sheets()} == WORKED_OUT.keys()


def test_the_defaults_in_the_text_are_those_of_the_product() -> None:
    text = " ".join(page().split())
    assert f"`min_n` ({SITE.min_n}, unless" in text
    assert f"`suppress_below` ({SITE.suppress_below}) it is not shown" in text
    assert f"({SITE.fresh_for.days:g} days, unless the metric or cxsite.yml says otherwise)" in text


def test_published_vectors_stand_among_the_examples() -> None:
    """So that the page cannot drift with the product: figures of the papers and of independent software."""
    cells = {sheet.name: [list(row.values()) for row in sheet.rows] for sheet in sheets()}
    assert cells["Net Promoter Score"][0] == ["200", "200", "100", "500", "+20", "+13 to +26"]
    shares = {tuple(row[:3]): row[5] for row in cells["Before and after"]}
    assert shares["share", "70 of 100", "82 of 100"] == "0.047"
    assert shares["nps", "80, 80, 40", "90, 80, 30"] == "0.175"
    assert shares["nps", "200, 200, 100", "225, 200, 75"] == "0.031"
    answers = {tuple(row[:3]): int(row[3].replace(",", "")) for row in cells["How many answers it takes"]}
    assert answers["nps", "200, 200, 100", "10"] == pytest.approx(880, rel=0.01)
    assert answers["nps", "200, 200, 100", "5"] == pytest.approx(3500, rel=0.01)


def write_figures() -> None:
    """Puts what the product works out into the tables of the page."""
    text = page()
    for sheet in sheets():
        made = WORKED_OUT[sheet.name](sheet.rows)
        rows = [{**row, **figures} for row, figures in zip(sheet.rows, made, strict=True)]
        lines = [sheet.columns, *([row[name] for name in sheet.columns] for row in rows)]
        written = ["| " + " | ".join(line) + " |" for line in lines]
        whole = "\n".join([written[0], f"|{sheet.ruler}|", *written[1:]]) + "\n"
        text = text.replace(sheet.text, re.sub(r" +\|", " |", whole.replace("|  |", "| |").replace("|  |", "| |")), 1)
    PAGE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write_figures()
