"""Rules: found by being there, each with an id, a title and a reference text of its own."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from pathlib import Path

import pytest
from support import JOURNEY, small_project

from cxsite.check import rules
from cxsite.check.rule import Rule, Subject, all_rules, check
from cxsite.diagnostics import Severity
from cxsite.load.content import load
from cxsite.measure.measures import measure
from cxsite.project import Project

RULES = all_rules()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_says_what_it_is_about(rule: Rule) -> None:
    text = inspect.cleandoc(vars(type(rule))["__doc__"])
    title = text.split("\n", 1)[0]
    assert title.endswith(".")
    assert len(title) < 90
    assert rule.problem.title == title.rstrip(".")
    assert rule.problem.id == rule.id
    assert rule.problem.severity is rule.severity


def test_every_rule_has_an_id_of_its_own() -> None:
    ids = [rule.id for rule in RULES]
    assert ids == sorted(set(ids))
    assert all(re.fullmatch(r"CX[23]\d\d", one) for one in ids)


def test_every_class_with_an_id_below_rules_is_found() -> None:
    written = {
        value
        for module in pkgutil.iter_modules(rules.__path__)
        for value in vars(importlib.import_module(f"{rules.__name__}.{module.name}")).values()
        if isinstance(value, type) and issubclass(value, Rule) and "id" in vars(value)
    }
    assert {type(rule) for rule in RULES} == written
    assert len(written) >= 7


def test_what_rules_share_is_no_rule() -> None:
    assert all(not type(rule).__name__.startswith("_") for rule in RULES)


def test_a_severity_weighs_at_least_a_note() -> None:
    assert {rule.severity for rule in RULES} <= set(Severity)


def test_a_sound_project_breaks_no_rule(tmp_path: Path) -> None:
    sound = {"journeys/ticket.yml": JOURNEY + "reviewed: 2026-09-01\nreview_every: 100 years\n"}
    content = load(Project(small_project(tmp_path, sound)))
    assert check(content, measure(content)[0]) == ()


def test_what_rules_say_is_in_the_order_of_the_places(tmp_path: Path) -> None:
    text = (
        "name: A\nowner: b\nmetrics: [gone, gone-too]\nphases:\n"
        "  - {name: P, metrics: nope}\n  - {name: P}\nhotspots:\n  - {name: H, steps: no}\n"
    )
    content = load(Project(small_project(tmp_path, {"journeys/a.yml": text})))
    said = [(problem.code, problem.span.line) for problem in check(content, measure(content)[0])]
    said = [one for one in said if one[0] != "CX251"]
    assert said == [("CX210", 3), ("CX210", 3), ("CX210", 5), ("CX201", 6), ("CX210", 8)]


def test_a_subject_knows_its_portfolio(tmp_path: Path) -> None:
    content = load(Project(small_project(tmp_path)))
    assert Subject(content, measure(content)[0]).portfolio is content.portfolio
