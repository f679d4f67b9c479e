"""The reference of the authoring format, block by block: each is read without an error and means what it says."""

from __future__ import annotations

import csv
import datetime
import math
import re
from pathlib import Path
from typing import Any, ClassVar

import pytest
import yaml
from support import copy_site, write

from cxsite.diagnostics import Severity
from cxsite.load.content import load
from cxsite.measure.series import Series
from cxsite.model.journey import Journey
from cxsite.model.portfolio import Portfolio
from cxsite.model.resolve import resolve_target
from cxsite.model.schema import FILES, schema_of
from cxsite.model.step import Step
from cxsite.model.values import Duration, Money, Quantity, Repeats, Scale
from cxsite.pipeline import Examined, examine
from cxsite.project import Project

FORMAT = Path(__file__).parent / "format"
DAY = 1440


def errors(found: Examined) -> list[str]:
    return [f"{d} {d.span}" for d in found.diagnostics if d.severity is Severity.ERROR]


@pytest.fixture(scope="module")
def found() -> Examined:
    return examine(Project(FORMAT))


@pytest.fixture(scope="module")
def portfolio(found: Examined) -> Portfolio:
    return found.content.portfolio


@pytest.fixture(scope="module")
def join(portfolio: Portfolio) -> Journey:
    return portfolio.journey_by_id["join"]


@pytest.fixture(scope="module")
def steps(join: Journey) -> dict[str, Step]:
    return {step.key: step for step in join.steps}


def test_no_block_of_the_reference_is_an_error(found: Examined) -> None:
    assert errors(found) == []


def test_the_first_map_is_read_without_any_id(portfolio: Portfolio) -> None:
    card = portfolio.journey_by_id["library-card"]
    assert [phase.key for phase in card.phases] == ["find-out", "join"]
    assert [step.key for step in card.steps] == [
        "looks-for-the-opening-hours",
        "asks-what-to-bring",
        "is-sent-home-for-proof-of-address",
    ]
    assert [step.overall_emotion for step in card.steps] == [0.5, None, -1.5]
    assert card.steps[1].channel == ("phone",)


def test_a_journey_says_who_why_and_how_many(join: Journey) -> None:
    assert (join.owner, join.status, join.volume) == ("priya-nadar", "live", 24600)
    assert join.segments == ("switchers", "home-movers")
    assert join.reviewed == datetime.date(2026, 9, 18)
    assert join.review_every == Duration(6 * 30 * DAY)
    assert join.nps_groups["promoters"].actions == ("thank-promoters",)
    assert join.nps_groups["promoters"].need == "Thank them"


def test_a_goal_has_a_level_in_the_unit_of_its_metric(join: Journey) -> None:
    first, ratio, share, mean = join.goals
    assert (first.key, first.kind, first.target) == ("recommend", "increase-nps", Quantity(25))
    assert first.by is not None and first.by.end == datetime.date(2027, 6, 30)
    assert ratio.target == Quantity(12)
    assert share.target == Quantity(0.9, "%")
    assert share.by is None
    assert (mean.id, mean.phase, mean.target) == (None, "wait", Quantity(5.5))


def test_evidence_says_how_much_when_and_who_may_read_it(join: Journey) -> None:
    survey, workshop, span = join.evidence
    assert (survey.sample, survey.consent) == ("1,212 answers", "public")
    assert survey.when is not None
    assert (survey.when.start, survey.when.end) == (datetime.date(2026, 9, 1), datetime.date(2026, 9, 30))
    assert [participant.sceptic for participant in workshop.participants] == [False, True]
    assert workshop.participants[1].department == "provisioning"
    assert workshop.consent is None
    assert span.when is not None
    assert (span.when.start, span.when.end) == (datetime.date(2026, 6, 1), datetime.date(2026, 8, 31))


def test_a_step_holds_durations_in_minutes_and_shares_from_0_to_1(steps: dict[str, Step]) -> None:
    moved = steps["moved"]
    assert moved.channel == ("sms",)
    assert moved.done_by == ("northspan",)
    assert dict(moved.emotion or {}) == {"all": -1.7}
    assert dict(moved.feeling or {}) == {"all": "Angry"}
    assert moved.effort is not None
    assert (moved.effort.time, moved.effort.money) == (Duration(12), Money(24))
    assert moved.unplanned == 0.44
    assert moved.bounce is not None
    assert (moved.bounce.share, moved.bounce.to) == (0.07, "cancel the order")
    assert moved.handoff is not None
    assert (moved.handoff.what, moved.handoff.loses) == ("Install order", "The promised date")
    (quote,) = moved.quotes
    assert (quote.who, quote.segment, quote.evidence) == ("Interview 7", "home-movers", "joining-survey")
    assert quote.text == "I took the day off. At four o'clock a text said two more weeks."


def test_everything_more_on_a_step_is_read(steps: dict[str, Step]) -> None:
    full = steps["full"]
    assert full.elapsed == Duration(14 * DAY)
    assert dict(full.emotion or {}) == {"all": -1.7, "home-movers": -2}
    assert dict(full.feeling or {}) == {"all": "Angry", "home-movers": "Furious"}
    assert (full.moment_of_truth, full.representative, full.optional) == (True, True, True)
    assert full.share == 0.6
    assert full.repeats == Repeats(2, 3)
    assert full.repeats.midpoint == 2.5
    assert full.next is not None
    assert [(way.step, way.when, way.share) for way in full.next] == [
        ("refused", "the check fails", 0.11),
        ("paid", None, None),
        ("move-home/start", None, None),
    ]
    assert full.frontstage == ("The adviser reads the slot mailbox.",)
    assert full.backstage == ("Provisioning rebooks.", "Northspan confirms.")
    assert full.support == ("Slot mailbox",)
    assert full.physical_evidence == ("A card in the door",)
    assert (full.zoom, full.volume) == ("move-home", 4000)
    assert full.cost_to_serve == Money(12.5, "EUR")
    assert [(image.file, image.alt) for image in full.images] == [("x.png", "A card in a door")]
    assert full.formerly == ("old-id",)
    assert [link.url for link in full.links] == ["https://tracker.test/7"]
    assert dict(full.own) == {"x-legal": "Art. 13"}
    assert (full.owner, full.metrics, full.evidence) == ("billing", ("dates-kept",), ("joining-survey",))


@pytest.mark.parametrize(
    ("step", "word"),
    [("weekly-step", "weekly"), ("any-time-step", "any time")],
)
def test_how_often_may_be_a_word(steps: dict[str, Step], step: str, word: str) -> None:
    assert steps[step].repeats == Repeats(word=word)
    assert steps[step].repeats.midpoint is None


def test_our_own_step_stands_in_another_lane(steps: dict[str, Step]) -> None:
    assert [steps[key].lane for key in ("rebook", "call-back", "mailbox")] == ["backstage", "frontstage", "support"]
    assert steps["moved"].lane is None


def test_none_is_something_other_than_left_out(steps: dict[str, Step]) -> None:
    assert steps["refused"].nothing == {"bounce"}
    assert steps["refused"].bounce is None
    assert steps["paid"].nothing == frozenset()


def test_values_are_what_their_field_says(steps: dict[str, Step]) -> None:
    odd = steps["odd-texts"]
    assert (odd.name, odd.summary, odd.thinks, odd.expectation) == ("no", "on", "3:20", "012")
    assert (odd.interaction, odd.frontstage) == ("1e3", ("true", "2026-09-30", "Room #5", "a, b", "a: b"))


@pytest.mark.parametrize(
    ("step", "minutes"),
    [
        ("t-seconds", 1.5),
        ("t-minutes", 12),
        ("t-hours", 90),
        ("t-days", 17 * DAY),
        ("t-weeks", 42 * DAY),
        ("t-months", 180 * DAY),
    ],
)
def test_durations_are_minutes(steps: dict[str, Step], step: str, minutes: float) -> None:
    assert steps[step].elapsed == Duration(minutes)


def test_a_share_a_count_and_a_cost_may_be_a_metric(steps: dict[str, Step]) -> None:
    assert steps["measured"].unplanned == "got-through"
    assert steps["measured"].share == "got-through"
    assert steps["measured"].bounce is not None
    assert steps["measured"].bounce.share == "got-through"
    assert steps["measured"].volume == "orders"
    assert steps["measured"].cost_to_serve == "cost-each"
    assert steps["t-seconds"].unplanned is True


def test_a_hotspot_has_a_cause_a_cost_and_what_keeps_it_there(join: Journey) -> None:
    hotspot = join.hotspots[0]
    assert (hotspot.kind, hotspot.category, hotspot.severity) == ("pain", "organisation", "critical")
    assert hotspot.steps == ("moved",)
    assert hotspot.summary == "37 in 100 dates move. Most customers hear on the day."
    assert hotspot.evidence == ("joining-survey", "logs")
    assert hotspot.root_cause[-1] == "Provisioning and Northspan are measured on different dates"
    assert hotspot.cost is not None
    assert (hotspot.cost.each, hotspot.cost.a_year) == (Money(6.2), 9100)
    assert (hotspot.blocked_by, hotspot.owner) == (("moved-slots",), "provisioning")
    assert [spot.kind for spot in join.hotspots] == ["pain", "pressure", "bounce", "handoff", "bright-spot"]


def test_an_idea_says_who_had_it_and_who_could_do_it(join: Journey) -> None:
    (idea,) = join.ideas
    assert (idea.proposed_by, idea.role, idea.sceptic, idea.for_) == ("northspan", "Planner", True, "provisioning")


def test_an_action_says_who_when_and_which_number_moves(join: Journey) -> None:
    action = join.actions[0]
    assert (action.addresses, action.ideas, action.goal) == (("moved-date",), ("joint-desk",), "date-that-holds")
    assert action.done_by == ("field-operations", "customer-service")
    assert (action.consulted, action.informed) == (("network",), ("it",))
    assert action.backing == ("job-descriptions", "objectives", "process", "power-to-decide")
    assert (action.value, action.ease, action.confidence) == (4.5, 2, 0.8)
    assert action.resources is not None
    assert (action.resources.people_days, action.resources.it_days, action.resources.budget) == (140, 20, Money(40000))
    (expected,) = action.expects
    assert (expected.value, expected.segment) == (Quantity(0.8, "%"), "north")
    assert action.judge is not None
    assert (action.judge.window, action.judge.compare_with) == (Duration(90 * DAY), "south")
    assert (action.status, action.shipped) == ("in-progress", None)
    assert action.pilots[0].since.start == datetime.date(2026, 3, 1)
    shipped = join.actions[1]
    assert shipped.shipped is not None
    assert (shipped.status, shipped.shipped.start) == (None, datetime.date(2026, 3, 20))


def test_a_target_is_resolved_with_all_three_verbs(join: Journey) -> None:
    target = resolve_target(join, "target")
    assert target.troubles == ()
    assert [(phase.id, phase.state) for phase in target.phases] == [
        ("find", "same"),
        ("wait", "changed"),
        ("connect", "same"),
        ("settle", "removed"),
        ("bill", "same"),
        ("stay", "added"),
    ]
    assert target.phases[1].phase.name == "Count the days"
    connect = [f"{step.state}:{step.id}" for step in target.phases[2].steps]
    assert connect == ["added:eta", "same:engineer", "removed:chase"]
    bill = [f"{'<' if step.moved and step.mark else ''}{step.id}" for step in target.phases[4].steps]
    assert bill == ["<slow", "bill", "recommend", "slow"]  # the end of `settle` comes first


def test_a_change_lays_fields_over_the_current_step(join: Journey) -> None:
    moved = next(step for step in resolve_target(join, "target").steps if step.id == "moved")
    assert moved.step.name == "Is told early if the date must move"
    assert moved.step.done_by == ("moved-date-desk-team",)
    assert dict(moved.step.emotion or {}) == {"all": 0.1}
    assert moved.step.feeling is None  # or the step would be "Angry +0.1"
    assert moved.step.effort is not None
    assert (moved.step.effort.time, moved.step.effort.money) == (Duration(2), Money(24))  # key by key
    assert moved.step.handoff is None
    assert "handoff" in moved.step.nothing
    assert moved.step.bounce is not None
    assert moved.step.quotes == ()
    assert moved.difference is not None
    assert (moved.difference.follows, moved.difference.carried_by) == (("keep-our-word",), ("moved-date-desk",))


def test_a_branch_to_a_removed_step_goes_where_that_one_went(join: Journey) -> None:
    target = {step.id: step.step for step in resolve_target(join, "target").steps}
    assert target["in-touch"].next is not None
    assert [way.step for way in target["in-touch"].next] == ["in-touch"]


def test_a_further_target_starts_from_the_first(join: Journey) -> None:
    assert set(join.targets) == {"target", "vision"}
    vision = resolve_target(join, "vision")
    assert vision.troubles == ()
    assert join.targets["vision"].status == "option"
    assert "eta" not in {step.id for step in vision.steps}
    assert [goal.key for goal in join.targets["vision"].goals] == ["everybody-recommends"]


def test_a_target_may_stand_in_the_file_of_a_journey(portfolio: Portfolio) -> None:
    home = portfolio.journey_by_id["move-home"]
    assert [step.id for step in resolve_target(home, "target").steps] == ["start", "told"]


def test_a_phase_may_stand_in_a_file_of_its_own(portfolio: Portfolio) -> None:
    split = portfolio.journey_by_id["split"]
    assert [phase.key for phase in split.phases] == ["discover", "wait"]
    assert [hotspot.key for hotspot in split.hotspots] == ["alone", "first", "second"]


def test_libraries_are_read_line_by_line(portfolio: Portfolio) -> None:
    shared = portfolio.shared
    assert {
        kind: [getattr(entry, "key", "") for entry in shared[kind]] for kind in ("principle", "life-cycle stage")
    } == {
        "principle": ["act-first", "keep-our-word"],
        "life-cycle stage": ["buying"],
    }
    strategy = portfolio.libraries["strategy"]
    (maturity,) = strategy.maturity  # type: ignore[attr-defined]
    assert (maturity.now, maturity.target) == (2, 4)
    north = next(entry for entry in shared["segment"] if entry.key == "north")  # type: ignore[attr-defined]
    assert north.dimension == "region"  # type: ignore[attr-defined]
    billing = next(entry for entry in shared["department"] if entry.key == "billing")  # type: ignore[attr-defined]
    assert (billing.office, billing.lead, billing.objectives) == ("back", "mei-tanaka", ("join/bill-we-agreed",))  # type: ignore[attr-defined]
    (mailbox,) = shared["system"]
    assert mailbox.since.start == datetime.date(2013, 1, 1)  # type: ignore[attr-defined]
    (capability,) = shared["capability"]
    assert (capability.kind, capability.now, capability.target) == ("know", 0, 4)  # type: ignore[attr-defined]
    value = portfolio.libraries["value"]
    assert value.hour == 18  # type: ignore[attr-defined]
    assert (value.weights.time, value.weights.money, value.weights.emotion) == (1, 1, 10)  # type: ignore[attr-defined]
    assert value.segments["home-movers"].time == 2  # type: ignore[attr-defined]


def test_settings_are_read_line_by_line(portfolio: Portfolio) -> None:
    settings = portfolio.settings
    assert (settings.format, settings.currency, settings.language, settings.audience) == (1, "GBP", "en", "internal")
    assert settings.today == datetime.date(2026, 11, 22)
    assert (settings.fresh_for, settings.review_every) == (Duration(60 * DAY), Duration(180 * DAY))
    assert (settings.min_n, settings.suppress_below) == (30, 10)
    assert (settings.fiscal_year.starts, settings.fiscal_year.named_after) == (10, "end")
    assert settings.rules == {"CX203": "error", "CX310": "off"}
    assert settings.lanes[-1].field == "x-legal"  # type: ignore[union-attr]
    assert settings.categories == ()
    assert settings.roots == ()


# metrics and tables


def series(found: Examined, metric: str, **where: str) -> Series:
    matching = [
        one
        for one in found.measures.series
        if one.metric.key == metric and all(getattr(one.where, name) == value for name, value in where.items())
    ]
    assert matching, metric
    return matching[0]


def value(found: Examined, metric: str, **where: str) -> float:
    estimate = series(found, metric, **where).points[0].estimate
    assert estimate is not None
    return estimate.value


def test_a_metric_says_what_its_number_means(portfolio: Portfolio) -> None:
    nps = portfolio.metric_by_id["joining-nps"]
    assert (nps.method, nps.kind, nps.scale, nps.better) == ("nps", "nps", Scale(0, 10), "up")
    assert [(entry.at, entry.why) for entry in nps.breaks] == [("2019-Q3", "wording")]
    assert (nps.owner, nps.evidence, nps.journey) == ("insight", ("join/joining-survey",), "join")
    assert portfolio.metric_by_id["bill-calls"].per == 100
    mapped = portfolio.metric_by_id["mapped-ease"].source[0]
    assert (mapped.columns, mapped.where, mapped.missing) == ({"period": "month"}, {"question": "Ease"}, ("No Data",))
    assert mapped.fiscal_year is not None
    assert mapped.fiscal_year.starts == 4


@pytest.mark.parametrize(
    ("metric", "expected"),
    [
        ("joining-nps", 100 * (600 - 150) / 1000),
        ("net-ease", 100 * (140 - 40) / 200),
        ("got-through", 0.8),
        ("top-two", 0.75),
        ("top-three", 0.5),
        ("bill-calls", 12.5),
        ("ease", 5.4),
        ("days-to-online", 17),
        ("orders", 900),
        ("minutes-in-all", 1234.5),
        ("weighted", 3.2),
        ("estimate", 0.4),
        ("published-share", 0.63),
        ("published-share-signed", 0.63),
        ("published-nps", -14),
    ],
)
def test_each_shape_of_a_row_becomes_its_number(found: Examined, metric: str, expected: float) -> None:
    assert math.isclose(value(found, metric), expected)


def test_a_published_figure_has_no_interval(found: Examined) -> None:
    estimate = series(found, "published-nps").points[0].estimate
    assert estimate is not None
    assert (estimate.low, estimate.high, estimate.n) == (None, None, 1104)


def test_a_weighted_mean_rests_on_the_effective_n(found: Examined) -> None:
    weighted, plain = (series(found, name).points[0].estimate for name in ("weighted", "as-weighted-but-not"))
    assert weighted is not None and plain is not None
    assert weighted.low is not None and plain.low is not None
    assert weighted.low < plain.low
    assert weighted.n == plain.n == 400


def test_every_spelling_of_a_period_is_read(found: Examined) -> None:
    points = series(found, "periods").points
    spelled = {(point.period.start.isoformat(), point.period.end.isoformat()) for point in points}
    assert spelled == {
        ("2026-01-01", "2026-12-31"),
        ("2026-07-01", "2026-09-30"),
        ("2026-09-01", "2026-09-30"),
        ("2026-09-07", "2026-09-13"),
        ("2026-09-14", "2026-09-14"),
        ("2019-10-01", "2019-12-31"),
        ("2019-10-01", "2020-09-30"),
    }


def test_a_fiscal_year_may_have_columns_of_its_own(found: Examined) -> None:
    (point,) = series(found, "fiscal").points
    assert (point.period.start, point.period.end) == (datetime.date(2019, 10, 1), datetime.date(2019, 12, 31))


def test_a_stretch_may_be_given_by_its_ends(tmp_path: Path) -> None:
    folder = copy_site(FORMAT, tmp_path / "site")
    metric = "metrics:\n  - {id: stretch, name: S, method: count, source: stretch.csv}\n"
    table = "metric,from,to,value\nstretch,2026-06-15,2026-08-14,12\n"
    write(folder, {"metrics/stretch.yml": metric, "metrics/stretch.csv": table})
    found = examine(Project(folder))
    assert errors(found) == []
    (point,) = series(found, "stretch").points
    assert (point.period.start, point.period.end) == (datetime.date(2026, 6, 15), datetime.date(2026, 8, 14))


def test_a_row_with_a_former_id_still_belongs_to_its_step(tmp_path: Path) -> None:
    folder = copy_site(FORMAT, tmp_path / "site")
    metric = "metrics:\n  - {id: renamed, name: R, method: count, journey: join, source: renamed.csv}\n"
    write(folder, {"metrics/renamed.yml": metric, "metrics/renamed.csv": "period,step,value\n2026-09,old-id,12\n"})
    assert errors(examine(Project(folder))) == []


def test_a_row_with_a_former_id_of_its_metric_still_counts(tmp_path: Path) -> None:
    folder = copy_site(FORMAT, tmp_path / "site")
    metric = "metrics:\n  - {id: renamed, name: R, formerly: old-no, method: count, source: renamed.csv}\n"
    write(folder, {"metrics/renamed.yml": metric, "metrics/renamed.csv": "metric,period,value\nold-no,2026-09,12\n"})
    assert value(examine(Project(folder)), "renamed") == 12


def test_rows_know_their_place_and_segment(found: Examined) -> None:
    assert value(found, "ease", phase="wait", segment="") == 3.1
    assert value(found, "feeling-score", step="moved", segment="home-movers") == -1.9


def test_what_ingest_is_to_do_is_left_to_it(found: Examined) -> None:
    assert (FORMAT / "metrics" / "ingest" / "survey.yml").exists()
    assert load(Project(FORMAT)).diagnostics == ()


# what editors say to the same files


class _Yaml12(yaml.SafeLoader):
    """Takes scalars for what YAML 1.2 takes them for: dates, `no` and `3:20` are text."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}


for _tag, _pattern, _first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("null", r"null|Null|NULL|~", "nN~"),
):
    _Yaml12.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_pattern})$"), list(_first))
_Yaml12.add_constructor(
    "tag:yaml.org,2002:int", lambda _, node: int(node.value, 0 if node.value[1:2] in ("o", "x") else 10)
)
_Yaml12.add_constructor("tag:yaml.org,2002:float", lambda _, node: float(node.value))


def read_as_yaml_1_2(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=_Yaml12)


def kind_of(path: Path) -> str:
    """The schema of a file by its name, where there is one."""
    parts = path.relative_to(FORMAT).with_suffix("").parts
    if parts == ("cxsite",):
        return "cxsite"
    if parts[0] == "metrics":
        return "ingest" if "ingest" in parts else "metrics"
    if len(parts) == 2:
        return parts[1] if parts[1] in FILES and parts[1] != "journey" else "journey"
    if len(parts) == 4:
        return "phase" if parts[2] == "current" else parts[2]
    return "target" if parts[2].startswith("target") else parts[2]


def validated() -> list[Path]:
    return [path for path in sorted(FORMAT.rglob("*.yml")) if ".cxsite" not in path.parts]


@pytest.mark.parametrize("path", validated(), ids=lambda path: path.relative_to(FORMAT).as_posix())
def test_an_editor_accepts_each_file(path: Path) -> None:
    validator = pytest.importorskip("jsonschema").Draft202012Validator
    kind = kind_of(path)
    written = read_as_yaml_1_2(path)
    if path.parent.name in ("hotspots", "ideas", "actions") and path.parent.name not in written:
        kind = path.parent.name.removesuffix("s")  # one entry in a file of its own
    if kind not in FILES:
        pytest.skip(f"there is no schema `{kind}`")
    schema = schema_of(kind)
    wrong = [
        f"{'/'.join(map(str, error.absolute_path))}: {error.message[:100]}"
        for error in validator(schema).iter_errors(written)
        if path.name != "journey.yml" or error.validator != "required"  # its phases stand in another file
    ]
    assert wrong == []


def test_the_files_of_a_journeys_folder_are_one_journey_to_an_editor() -> None:
    validator = pytest.importorskip("jsonschema").Draft202012Validator
    folder = FORMAT / "journeys" / "join"
    names = ("journey", "current", "hotspots", "ideas", "actions")
    parts = [read_as_yaml_1_2(folder / f"{name}.yml") for name in names]
    whole = {key: value for part in parts for key, value in part.items()}
    assert [error.message[:100] for error in validator(schema_of("journey")).iter_errors(whole)] == []


def test_types_are_those_of_yaml_1_2(tmp_path: Path) -> None:
    write(tmp_path, {"t.yml": "[no, 3:20, 012, 1e3, 2026-09-30, true, 0x1f, null]"})
    assert read_as_yaml_1_2(tmp_path / "t.yml") == ["no", "3:20", 12, 1000.0, "2026-09-30", True, 31, None]


def test_every_table_is_tidy() -> None:
    for path in FORMAT.rglob("*.csv"):
        rows = list(csv.reader(path.read_text(encoding="utf-8").splitlines()))
        assert {len(row) for row in rows} == {len(rows[0])}, path
