"""Names, links and numbers as HTML, each written in one way."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import atlas_of, small_project

from cxsite.derive.atlas import Atlas
from cxsite.derive.links.things import Thing
from cxsite.draw.cache import Cache
from cxsite.draw.charts import Studio
from cxsite.measure.series import Where
from cxsite.model.values import Money
from cxsite.pages.desk import Desk
from cxsite.pipeline import examine
from cxsite.project import Project

TEXT = """\
name: A *journey*
owner: sales
metrics: ease
goals: [{metric: ease, target: 50%}]
volume: 12500
phases:
  - {id: one, name: One, steps: [{id: a, name: Look & see, share: 44%, bounce: {share: ease}, cost_to_serve: 3.5}]}
hotspots: [{id: h, name: "[Hot](https://x.example)", steps: a}]
"""
FILES = {
    "journeys/ticket.yml": TEXT,
    "journeys/organisation.yml": "departments: [{id: sales, name: Sales desk}]\n",
    "metrics/m.yml": "metrics:\n  - {id: ease, name: Ease, method: share, source: t.csv}\n",
    "metrics/t.csv": "period,numerator,denominator\n2026-01,30,40\n",
    "cxsite.yml": "currency: GBP\ntoday: 2026-02-01\n",
}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(atlas_of(small_project(tmp_path, FILES)), Studio(Cache(tmp_path / "cache")), "index.md")


@pytest.mark.parametrize(
    ("thing", "html"),
    [
        (Thing("journey", "", "ticket"), '<a href="cx:ticket/index.md">A journey</a>'),
        (Thing("step", "ticket", "a"), '<a href="cx:ticket/index.md#step-a">Look &amp; see</a>'),
        (Thing("hotspot", "ticket", "h"), '<a href="cx:ticket/hotspots/h/index.md">Hot</a>'),
        (Thing("party", "", "sales"), '<a href="cx:organisation/index.md#party-sales">Sales desk</a>'),
        (Thing("goal", "ticket", "ease"), '<a href="cx:ticket/index.md#goal-ease">Ease</a>'),
        (Thing("metric", "", "ease"), '<a href="cx:metrics/ease/index.md">Ease</a>'),
        (Thing("party", "", "nobody"), "nobody"),
    ],
)
def test_a_thing_is_its_name_and_leads_to_where_it_stands(desk: Desk, thing: Thing, html: str) -> None:
    assert desk.link(thing) == html


def test_what_nobody_listed_is_named_by_its_id(desk: Desk) -> None:
    assert desk.ref("segment", "<north>") == "&lt;north&gt;"
    assert desk.refs("party", ["sales", "x"]) == '<a href="cx:organisation/index.md#party-sales">Sales desk</a>, x'


def test_a_number_says_n_interval_and_period_and_leads_to_its_chart(desk: Desk) -> None:
    (figure,) = desk.atlas.figures(desk.atlas.portfolio.metrics[0])
    html = desk.latest(figure)
    assert html.startswith(
        '<a class="cx-num" data-of="ease|||||t.csv|2026-01-01|2026-01-31" href="cx:metrics/ease/index.md#metric-ease">75.0\u00a0%</a>'
    )
    assert "n 40, 95 % interval 59.8 % to 85.8 %, Jan 2026" in html.replace("\u00a0", " ")
    assert "n 40" not in desk.latest(figure, details=False)


def test_a_metric_without_a_number_is_not_measured_yet(desk: Desk) -> None:
    assert desk.atlas.figure(desk.atlas.portfolio.metrics[0], Where("elsewhere")) is None
    assert desk.reading(None) == "not measured"


def test_a_share_is_written_or_measured_or_not_assessed(desk: Desk) -> None:
    (step,) = desk.atlas.journeys[0].steps
    assert desk.measured(step.share, "share", "ticket", "a") == "44 %"
    assert step.bounce
    assert "75.0\u00a0%" in desk.measured(step.bounce.share, "share", "ticket", "a")
    assert "not assessed" in desk.measured(None, "share", "ticket", "a")
    assert desk.measured(desk.atlas.journeys[0].volume, "count", "ticket") == "12,500"


def test_money_is_in_the_currency_of_the_site_unless_it_says_another(desk: Desk) -> None:
    (step,) = desk.atlas.journeys[0].steps
    assert desk.cost(step.cost_to_serve, "ticket", "a") == "£3.50"
    assert desk.money(Money(3, "EUR")) == "€3"
    assert "not assessed" in desk.cost(None, "ticket")


def test_what_was_written_leads_to_its_file_and_line(desk: Desk) -> None:
    journey = desk.atlas.journeys[0]
    assert desk.edit(journey.hotspots[0], "name") == (
        '<a class="cx-edit" href="cxsrc:journeys/ticket.yml:8">journeys/ticket.yml:8</a>'
    )


def test_a_number_that_too_few_gave_is_not_called_unmeasured(tmp_path: Path) -> None:
    metrics = "metrics: [{id: ease, name: Ease, method: share, better: up, source: t.csv}]\n"
    rows = "metric,period,numerator,denominator\nease,2026-01,3,4\n"
    small_project(tmp_path, {"metrics/m.yml": metrics, "metrics/t.csv": rows})
    whole = examine(Project(tmp_path))
    atlas = Atlas(whole.content.portfolio, whole.measures, whole.content.today)
    desk = Desk(atlas, Studio(Cache(tmp_path / "charts")), "index.md")
    (figure,) = atlas.figures(atlas.portfolio.metrics[0])
    assert desk.latest(figure) == "withheld: too few answers to show"
