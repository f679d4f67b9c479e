"""What a map says, field by field."""

from __future__ import annotations

import pytest

from cxsite.derive.maps.said import LABELS, Said, Sayer, by_field, label_of, told, unsaid, volume_label
from cxsite.derive.people.parties import Parties
from cxsite.derive.places.path import Stop
from cxsite.model.step import PhaseFields, StepFields
from derive.known import Known, example, known, one_phase

TABLES = {
    "metrics/m.yml": "metrics:\n  - {id: ease, name: Ease, method: mean, scale: 1..7, source: ease.csv}\n"
    "  - {id: got, name: Got through, method: share, source: got.csv}\n"
    "  - {id: none-yet, name: None yet, method: share}\n",
    "metrics/ease.csv": "period,journey,step,mean,sd,n\n2026-01,a,s,1,0.5,100\n",
    "metrics/got.csv": "period,journey,phase,numerator,denominator\n2026-01,a,p,30,100\n",
    "journeys/touchpoints.yml": "channels: [{id: sms, name: Text message}, {id: web, name: Site}]\n",
    "journeys/segments.yml": "segments: [{id: movers, name: Home movers}]\n",
}


def of_step(fields: str, more: str = "", files: dict[str, str] | None = None) -> dict[str, Said]:
    made = known(one_phase(f"id: s, name: S, {fields}", more=more), TABLES if files is None else files)
    return by_field(sayer(made).step(stop(made)))


def sayer(made: Known) -> Sayer:
    return Sayer(made.journey, made.readings, Parties(made.portfolio))


def stop(made: Known) -> Stop:
    phase = made.journey.phases[0]
    return Stop(phase, phase.steps[0])


def test_every_field_of_a_step_and_of_a_phase_has_its_label() -> None:
    parts = {"effort": {"effort.time", "effort.money"}, "bounce": {"bounce.share", "bounce.to"}}
    parts["handoff"] = {"handoff.what", "handoff.loses"}
    for field in {*StepFields.model_fields, *PhaseFields.model_fields}:
        assert parts.get(field, {field}) <= LABELS.keys(), field


@pytest.mark.parametrize(
    ("fields", "field", "said"),
    [
        ("thinks: And now", "thinks", "And now"),
        ("channel: [sms, web]", "channel", "Text message, Site"),
        ("emotion: -1.7", "emotion", "−1.7"),
        ("emotion: none", "emotion", "none"),
        ("'emotion': {all: -1, movers: -2}", "emotion", "−1.0; Home movers: −2.0"),
        ("'feeling': {all: Angry, movers: Furious}", "feeling", "Angry; Home movers: Furious"),
        ("effort: {time: 90min}", "effort.time", "1 h 30 min"),
        ("effort: {money: 12.50 USD}", "effort.money", "$12.50"),
        ("effort: {money: none}", "effort.money", "none"),
        ("effort: none", "effort.time", "none"),
        ("elapsed: 14d", "elapsed", "14 days"),
        ("unplanned: true", "unplanned", "yes"),
        ("unplanned: 44%", "unplanned", "44 %"),
        ("optional: false", "optional", "no"),
        ("repeats: 2..3", "repeats", "2 to 3 times"),
        ("bounce: {share: 7%, to: leave}", "bounce.share", "7 %"),
        ("bounce: none", "bounce.to", "none"),
        ("handoff: {loses: The date}", "handoff.loses", "The date"),
        ("next: [{step: s, when: it fails, share: 11%}]", "next", "S (it fails, 11 %)"),
        ("backstage: [One, Two]", "backstage", "One; Two"),
        ("volume: 4000", "volume", "4,000"),
        ("lane: support", "lane", "support"),
        ("links: https://tracker.test/7", "links", "https://tracker.test/7"),
        ("quotes: [{text: Oh, consent: public}]", "quotes", "1 quote"),
        ("x-law: Art. 1", "x-law", "Art. 1"),
    ],
)
def test_each_kind_of_field_is_said_in_words(fields: str, field: str, said: str) -> None:
    assert of_step(fields)[field].text == said


def test_a_measured_value_says_n_method_interval_and_period() -> None:
    said = of_step("share: got")["share"]
    assert said.reading is None  # its table tells phases apart, and none of its rows is about the step
    files = {**TABLES, "metrics/got.csv": "period,journey,step,numerator,denominator\n2026-01,a,s,30,100\n"}
    said = of_step("share: got", files=files)["share"]
    assert said.reading
    assert said.text == f"30.0 % ({told(said.reading)}), Got through"
    for part in ("n 100", "Wilson", "95 % interval 21.9 % to 39.6 %", "Jan 2026"):
        assert part in said.text


def test_a_metric_without_a_number_is_not_measured() -> None:
    assert of_step("share: none-yet")["share"].text == "not measured, None yet"


def test_a_measured_emotion_goes_before_what_was_assessed_and_says_how_it_is_known() -> None:
    said = of_step("emotion: 1", "emotion_from: ease\n")["emotion"]
    assert (said.bare, said.reading is not None) == ("−2.0", True)
    assert said.text.startswith("−2.0 (measured: n 100, mean")


def test_who_does_a_step_and_answers_for_it_is_said_where_it_is_the_phases() -> None:
    found = of_step("thinks: x")
    assert (found["owner"].text, found["done_by"].text) == ("sales", "sales")
    assert of_step("done_by: none")["done_by"].text == "none"


COUNTED = TABLES["metrics/m.yml"].replace("method: share, source: got.csv", "method: count, source: got.csv")


def test_a_phase_reads_the_metrics_about_it() -> None:
    text = "phases: [{id: p, name: P, volume: got, customer_goal: Go, steps: [{id: s, name: S}]}]\n"
    table = "period,journey,phase,value,n\n2026-01,a,p,30,100\n"
    made = known(text, {**TABLES, "metrics/got.csv": table, "metrics/m.yml": COUNTED})
    found = by_field(sayer(made).phase(made.journey.phases[0]))
    assert found["volume"].text.startswith("30 (n 100")
    assert (found["customer_goal"].text, found["owner"].text) == ("Go", "sales")


@pytest.mark.parametrize(("column", "said"), [("", "30 (n 100"), ("step,", "not measured")])
def test_a_phase_takes_the_number_of_the_whole_only_where_its_table_tells_no_places_apart(
    column: str, said: str
) -> None:
    row = "2026-01,a,s,30,100" if column else "2026-01,a,30,100"
    files = {**TABLES, "metrics/got.csv": f"period,journey,{column}value,n\n{row}\n", "metrics/m.yml": COUNTED}
    made = known("phases: [{id: p, name: P, volume: got, steps: [{id: s, name: S}]}]\n", files)
    assert by_field(sayer(made).phase(made.journey.phases[0]))["volume"].text.startswith(said)


@pytest.mark.parametrize(
    ("rows", "label"),
    [
        ("2026-09,a,1200\n", "Customers in Sep 2026"),
        ("2025,a,9000\n2026-Q3,a,3000\n", "Customers in 2026 Q3"),
        ("2025,a,9000\n", "Customers a year"),
        ("FY2026,a,9100\n", "Customers a year"),
        ("2025,a,\n", "Customers a year"),
    ],
)
def test_customers_are_those_of_the_time_that_was_counted(rows: str, label: str) -> None:
    files = {
        "metrics/m.yml": "metrics: [{id: orders, name: Orders, method: count, source: orders.csv}]\n",
        "metrics/orders.csv": f"period,journey,value\n{rows}",
    }
    text = "volume: orders\nphases: [{id: p, name: P, volume: orders, steps: [{id: s, name: S}]}]\n"
    made = known(text, files)
    phase = by_field(sayer(made).phase(made.journey.phases[0]))["volume"]
    found = made.readings.about("orders", "a")
    assert phase.label == label
    assert volume_label(None if isinstance(found, str) else found) == label


def test_a_number_of_customers_that_is_written_is_that_of_a_year() -> None:
    assert volume_label(None) == "Customers a year"


def test_what_is_not_said_is_never_a_zero() -> None:
    assert unsaid("effort.time") == unsaid("emotion") == unsaid("bounce.share") == "not assessed"
    assert unsaid("thinks") == "not said"
    assert "emotion" not in of_step("thinks: x")


def test_own_fields_are_called_by_the_words_of_their_key() -> None:
    assert label_of("x-legal-basis") == "Legal basis"


def test_all_steps_of_the_example_are_said() -> None:
    made = example()
    for phase in made.journey.phases:
        for step in phase.steps:
            assert by_field(sayer(made).step(Stop(phase, step)))["name"].text == step.name
