"""Trees to entries: what does not fit is found at its place, with what it was meant to be."""

from __future__ import annotations

from typing import get_args

import pytest
from pydantic import BaseModel

from cxsite.diagnostics import Diagnostic
from cxsite.load.files import Text
from cxsite.load.nodes import read_tree
from cxsite.load.shape import shape
from cxsite.model.action import Action, Idea
from cxsite.model.base import Entry
from cxsite.model.goal import Goal
from cxsite.model.hotspot import Hotspot, HotspotKind
from cxsite.model.hotspot import Severity as Weight
from cxsite.model.journey import Evidence, EvidenceKind, Journey, Status
from cxsite.model.library import Capability, Department, Maturity, Organisation, Segments, Strategy, Technology, Value
from cxsite.model.metric import Break, BreakReason, Direction, FiscalYear, Method, Metric, MetricsFile, Source
from cxsite.model.named import Quote
from cxsite.model.settings import Settings
from cxsite.model.step import Bounce, Effort, Lane, Phase, Step
from cxsite.model.target import StepDifference, Target

# A whole document for each entry, with a line to fill in it.
JOURNEY = "name: A\nowner: b\nphases:\n  - name: P\n"
METRIC = "metrics:\n  - name: N\n    method: mean\n"
PLACES: dict[type[BaseModel], tuple[type[Entry], str]] = {
    Journey: (Journey, JOURNEY + "{}\n"),
    Phase: (Journey, JOURNEY + "    {}\n"),
    Step: (Journey, JOURNEY + "    steps:\n      - name: S\n        {}\n"),
    Hotspot: (Journey, JOURNEY + "hotspots:\n  - name: H\n    {}\n"),
    Evidence: (Journey, JOURNEY + "evidence:\n  - name: E\n    {}\n"),
    Idea: (Journey, JOURNEY + "ideas:\n  - name: I\n    {}\n"),
    Action: (Journey, JOURNEY + "actions:\n  - name: A\n    {}\n"),
    Goal: (Journey, JOURNEY + "goals:\n  - metric: m\n    target: 25\n    {}\n"),
    Quote: (Journey, JOURNEY + "quotes:\n  - text: T\n    {}\n"),
    Effort: (Journey, JOURNEY + "    steps:\n      - name: S\n        effort:\n          {}\n"),
    Bounce: (Journey, JOURNEY + "    steps:\n      - name: S\n        bounce:\n          {}\n"),
    Target: (Target, "finding: F\n{}\n"),
    StepDifference: (Target, "steps:\n  - change: a\n    {}\n"),
    Strategy: (Strategy, "vision: V\n{}\n"),
    Maturity: (Strategy, "maturity:\n  - name: M\n    {}\n"),
    Value: (Value, "summary: S\n{}\n"),
    Segments: (Segments, "# nothing\n{}\n"),
    Department: (Organisation, "departments:\n  - name: D\n    {}\n"),
    Capability: (Technology, "capabilities:\n  - name: C\n    kind: do\n    {}\n"),
    Settings: (Settings, "currency: EUR\n{}\n"),
    FiscalYear: (Settings, "fiscal_year:\n  {}\n"),
    MetricsFile: (MetricsFile, "# nothing\n{}\n"),
    Metric: (MetricsFile, METRIC + "    {}\n"),
    Source: (MetricsFile, METRIC + "    source:\n      file: x.csv\n      {}\n"),
    Break: (MetricsFile, METRIC + "    breaks:\n      - at: 2019\n        why: scale\n        {}\n"),
}
FIELDS = [(entry, made.alias or field) for entry in PLACES for field, made in entry.model_fields.items()]
WORDS = [
    *((Journey, "status", word) for word in get_args(Status)),
    *((Evidence, "kind", word) for word in get_args(EvidenceKind)),
    *((Hotspot, "kind", word) for word in get_args(HotspotKind)),
    *((Hotspot, "severity", word) for word in get_args(Weight)),
    *((Step, "lane", word) for word in get_args(Lane)),
    *((Settings, "audience", word) for word in ("internal", "public")),
    *((FiscalYear, "named_after", word) for word in ("start", "end")),
    *((Metric, "better", word) for word in get_args(Direction)),
]


def shaped(model: type[Entry], text: str) -> tuple[Entry | None, tuple[Diagnostic, ...]]:
    node, found = read_tree(Text("a.yml", text))
    assert node is not None, found
    return shape(model, node)


def only(model: type[Entry], text: str) -> Diagnostic:
    entry, found = shaped(model, text)
    assert entry is None
    assert len(found) == 1, found
    return found[0]


def covered(text: str, problem: Diagnostic) -> str:
    span = problem.span
    assert span.line == span.end_line, "one line is expected"
    return text.split("\n")[span.line - 1][span.column - 1 : span.end_column - 1]


def twisted(word: str) -> str:
    """The word with its last letter twice, as fingers do."""
    return word + word[-1]


@pytest.mark.parametrize(("entry", "field"), FIELDS, ids=[f"{entry.__name__}-{field}" for entry, field in FIELDS])
def test_a_misspelt_key_is_found_and_known(entry: type[BaseModel], field: str) -> None:
    model, place = PLACES[entry]
    text = place.replace("{}", f"{twisted(field)}: x")
    problem = only(model, text)
    assert problem.code == "CX101"
    assert covered(text, problem) == twisted(field)
    assert problem.suggestion == field
    assert problem.hint == f"did you mean `{field}`?"


@pytest.mark.parametrize(("entry", "field", "word"), WORDS, ids=[f"{field}-{word}" for _, field, word in WORDS])
def test_a_misspelt_word_of_a_list_is_found_and_known(entry: type[BaseModel], field: str, word: str) -> None:
    model, place = PLACES[entry]
    text = place.replace("{}", f"{field}:  {twisted(word)}")
    problem = only(model, text)
    assert problem.code == "CX103"
    assert covered(text, problem) == twisted(word)
    assert problem.suggestion == word


@pytest.mark.parametrize("word", get_args(Method))
def test_a_misspelt_method_is_found_and_known(word: str) -> None:
    text = f"metrics:\n  - {{name: N, method: {twisted(word)}}}\n"
    problem = only(MetricsFile, text)
    assert (covered(text, problem), problem.suggestion) == (twisted(word), word)


@pytest.mark.parametrize("word", get_args(BreakReason))
def test_a_misspelt_reason_of_a_break_is_found_and_known(word: str) -> None:
    text = METRIC + f"    breaks: [{{at: 2019, why: {twisted(word)}}}]\n"
    problem = only(MetricsFile, text)
    assert (covered(text, problem), problem.suggestion) == (twisted(word), word)


def test_a_word_like_none_of_the_list_gets_the_list() -> None:
    problem = only(Journey, JOURNEY + "status: zzzz\n")
    assert (problem.suggestion, problem.hint) == ("", "write one of them")
    assert problem.message == "`zzzz` is not one of draft, live, retired"


def test_a_key_like_no_other_gets_the_known_ones() -> None:
    problem = only(Journey, JOURNEY + "    zzzz: 1\n")
    assert problem.suggestion == ""
    assert (
        "keys that can: cost_to_serve, customer_goal, done_by, evidence, formerly, id, life_cycle, links, metrics"
        in problem.hint
    )
    assert "`x-`" in problem.hint


@pytest.mark.parametrize(("entry", "template"), [(entry, place) for entry, (_, place) in PLACES.items()])
def test_own_fields_are_welcome_everywhere(entry: type[BaseModel], template: str) -> None:
    made, found = shaped(PLACES[entry][0], template.replace("{}", "x-own: {a: [b]}"))
    assert (made is not None, found) == (True, ())


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (JOURNEY + "    steps:\n      - name: S\n        steps: [x]\n", 7),
        (JOURNEY + "    phases: [x]\n", 5),
        (JOURNEY + "hotspots:\n  - name: H\n    hotspots: x\n", 7),
    ],
    ids=["steps-in-a-step", "phases-in-a-phase", "hotspots-in-a-hotspot"],
)
def test_a_key_that_is_known_further_out_is_found_further_in(text: str, line: int) -> None:
    assert only(Journey, text).span.line == line


@pytest.mark.parametrize(
    ("text", "line", "column", "name"),
    [
        ("owner: b\nphases: [{name: P}]\n", 1, 1, "name"),
        ("name: A\nphases: [{name: P}]\n", 1, 1, "owner"),
        ("# first\n\nname: A\nowner: b\n", 3, 1, "phases"),
        ("name: A\nowner: b\nphases:\n  - name: P\n  - id: q\n", 5, 5, "name"),
        ("name: A\nowner: b\nphases: [{name: P, steps: [{emotion: 1}]}]\n", 3, 28, "name"),
    ],
)
def test_a_missing_key_is_asked_for_where_its_entry_begins(text: str, line: int, column: int, name: str) -> None:
    problem = only(Journey, text)
    assert (problem.code, problem.span.line, problem.span.column) == ("CX102", line, column)
    assert problem.message.startswith(f"`{name}` is missing from this ")
    assert problem.hint.startswith(f"add a line `{name}: …`: ")


@pytest.mark.parametrize(
    ("line", "value", "message"),
    [
        ("volume: 12k", "12k", "volume: `12k` is not a plain number like 12 or -1.7"),
        ("volume: [1]", "[1]", "volume: takes a single value, and here stands a list or a mapping"),
        ("review_every: 6m", "6m", "review_every: `6m`: m may be minutes or months"),
        ("reviewed: 2026-09", "2026-09", "reviewed: `2026-09` is not a day"),
        ("as_of: soon", "soon", "as_of: `soon` is not a period"),
        ("owner: [a]", "[a]", "`owner` takes text, and here stands a list"),
        ("owner: {a: b}", "{a: b}", "`owner` takes text, and here stands a mapping of keys"),
        ("metrics: {a: b}", "{a: b}", "`metrics` takes text, and here stands a mapping of keys"),
        ("metrics: [ok, [b]]", "[b]", "`metrics` takes text, and here stands a list"),
        ("phases: []", "[]", "phases: a journey needs at least one phase"),
        ("phases: P", "P", "`phases` takes a list, and here stands `P`"),
        ("phases: [P]", "P", "each of `phases` takes keys of its own, and here stands `P`"),
    ],
)
def test_a_wrong_value_is_found_in_its_place_with_what_is_wanted(line: str, value: str, message: str) -> None:
    key, _, _ = line.partition(":")
    whole = {"name": "name: A", "owner": "owner: b", "phases": "phases: [{name: P}]"} | {key: line}
    text = "\n".join(whole.values()) + "\n"
    problem = only(Journey, text)
    assert problem.code == "CX103"
    assert covered(text, problem) == value
    assert problem.message.startswith(message)


@pytest.mark.parametrize(
    ("line", "value"),
    [
        *(("emotion: 3", "3"), ("optional: yes", "yes"), ("id: Has Moved", "Has Moved"), ("id: none", "none")),
        *(("share: 0.6", "0.6"), ("elapsed: 14", "14"), ("repeats: often", "often"), ("cost_to_serve: £9", "£9")),
        *(("unplanned: 44", "44"), ("effort: {time: 6m}", "6m"), ("bounce: {share: 7}", "7")),
    ],
)
def test_a_wrong_value_of_a_step_is_found_in_its_place(line: str, value: str) -> None:
    text = PLACES[Step][1].replace("{}", line)
    problem = only(Journey, text)
    assert (problem.code, covered(text, problem)) == ("CX103", value)
    assert f"`{value}`" in problem.message


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("name:\nowner: b\nphases: [{name: P}]\n", 1, 1),
        ("name: A\nowner: ''\nphases: [{name: P}]\n", 2, 1),
        ("name: A\nowner: b\nphases:\n", 3, 1),
        ("name: A\nowner: b\nphases: [{name: P}]\nmetrics: [a, '']\n", 4, 14),
        ("name: A\nowner: b\nphases:\n  -\n", 4, 4),
        ("name: A\nowner: b\nphases: [{name: P}]\nx-own:\n", 4, 1),
    ],
)
def test_an_empty_value_is_an_error_at_its_key(text: str, line: int, column: int) -> None:
    problem = only(Journey, text)
    assert (problem.code, problem.span.line, problem.span.column) == ("CX104", line, column)


def test_all_that_is_wrong_is_said_at_once() -> None:
    text = "nam: A\nowner: [b]\nphases:\n  - name: P\n    steps:\n      - {name: S, emotion: 5}\nstatus: liv\n"
    _, found = shaped(Journey, text)
    assert sorted(problem.code for problem in found) == ["CX101", "CX103", "CX103", "CX103"]


def test_every_empty_value_is_said_at_once() -> None:
    _, found = shaped(Journey, "name:\nowner:\nphases: [{name: P}]\n")
    assert [problem.span.line for problem in found] == [1, 2]


@pytest.mark.parametrize(
    ("line", "value"), [("scale: 0-10", "0-10"), ("fresh_for: 6m", "6m"), ("source: [a.csv, a.csv]", "[a.csv, a.csv]")]
)
def test_a_wrong_value_of_a_metric_is_found_in_its_place(line: str, value: str) -> None:
    text = PLACES[Metric][1].replace("{}", line)
    problem = only(MetricsFile, text)
    assert (problem.code, covered(text, problem)) == ("CX103", value)


@pytest.mark.parametrize(("line", "value"), [("starts: 13", "13"), ("starts: Oct", "Oct")])
def test_a_wrong_month_is_found_in_its_place(line: str, value: str) -> None:
    text = PLACES[FiscalYear][1].replace("{}", line)
    problem = only(Settings, text)
    assert (problem.code, covered(text, problem)) == ("CX103", value)


def test_a_missing_file_of_a_source_is_asked_for_in_the_source() -> None:
    problem = only(MetricsFile, METRIC + "    source:\n      where: {a: b}\n")
    assert (problem.code, problem.span.line, problem.span.column) == ("CX102", 5, 7)


@pytest.mark.parametrize(("model", "text"), [(Settings, "- a\n"), (MetricsFile, "just text\n")])
def test_a_file_that_holds_no_keys_is_told_so_in_a_whole_sentence(model: type[Entry], text: str) -> None:
    assert "``" not in only(model, text).message


@pytest.mark.parametrize("value", ["[live]", "{live: true}"])
def test_a_list_where_one_word_is_wanted_is_told_so(value: str) -> None:
    assert "``" not in only(Journey, JOURNEY + f"status: {value}\n").message


def test_a_list_where_a_scale_is_wanted_is_told_in_words_of_the_format() -> None:
    assert "instance" not in only(MetricsFile, METRIC + "    scale: [0, 10]\n").message


@pytest.mark.parametrize("value", ["[2026-09]", "{from: 2026}"])
def test_a_list_where_a_day_is_wanted_is_an_error_and_no_crash(value: str) -> None:
    assert only(Journey, JOURNEY + f"as_of: {value}\n").code == "CX103"


def test_a_value_behind_an_alias_is_found_where_it_was_written() -> None:
    text = "name: &n A\nowner: b\nphases: [{name: P}]\nstatus: *n\n"
    assert only(Journey, text).span.line == 1


def test_a_field_of_which_there_is_none_was_looked_at() -> None:
    made, found = shaped(Journey, PLACES[Step][1].replace("{}", "bounce: none"))
    assert found == ()
    assert isinstance(made, Journey)
    step = made.steps[0]
    assert (step.bounce, step.nothing, step.written) == (None, {"bounce"}, {"name", "bounce"})


def test_none_in_quotes_is_a_text_like_any_other() -> None:
    made, _ = shaped(Journey, PLACES[Step][1].replace("{}", "thinks: 'none'"))
    assert isinstance(made, Journey)
    assert (made.steps[0].thinks, made.steps[0].nothing) == ("none", frozenset())


def test_a_field_whose_key_is_a_word_of_the_language_may_be_none_too() -> None:
    made, _ = shaped(Journey, PLACES[Idea][1].replace("{}", "for: none"))
    assert isinstance(made, Journey)
    assert (made.ideas[0].for_, made.ideas[0].nothing) == (None, {"for"})


def test_what_is_written_in_another_place_is_the_same() -> None:
    one, _ = shaped(Journey, JOURNEY)
    other, _ = shaped(Journey, "# a line more\n" + JOURNEY)
    assert one == other
    assert one != shaped(Journey, JOURNEY + "x-own: 1\n")[0]


def test_of_very_many_problems_the_first_are_explained_and_the_rest_counted() -> None:
    keys = "".join(f"nonsense{number}: x\n" for number in range(20_000))
    node, _ = read_tree(Text("a.yml", f"name: A\nowner: b\nphases: [{{name: P}}]\n{keys}"))
    assert node is not None
    _, found = shape(Journey, node)
    assert len(found) == 201
    assert "19,800 more problems" in found[-1].message


@pytest.mark.parametrize(
    ("entry", "line", "hint"),
    [
        (Phase, "goal: To be online", "did you mean `customer_goal`?"),
        (Action, "window: 90d", "it belongs to `judge`: write `judge: {window: …}`"),
        (Step, "time: 5min", "it belongs to `effort`: write `effort: {time: …}`"),
        (Journey, "severity: high", "it belongs to a hotspot: move it there"),
        (Phase, "bounce: 3%", "it belongs to a step: move it there"),
        (Effort, "bounce: 3%", "it belongs to the step around it: move it there"),
        (Goal, "bounce: 3%", "it belongs to a step or a step difference: move it there"),
    ],
)
def test_a_key_in_the_wrong_place_is_told_the_nearest_one_that_takes_it(
    entry: type[BaseModel], line: str, hint: str
) -> None:
    model, document = PLACES[entry]
    problem = only(model, document.replace("{}", line))
    assert (problem.code, problem.hint) == ("CX101", hint)
