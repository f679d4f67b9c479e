"""Templates: everything is escaped, and nothing is left out without a word."""

from __future__ import annotations

from importlib.resources import files

import pytest
from jinja2 import StrictUndefined, TemplateNotFound, UndefinedError

from cxsite.pages import render as module
from cxsite.pages.render import render

TEMPLATES = sorted(
    f"{folder.name}/{template.name}"
    for folder in (files("cxsite.pages") / "templates").iterdir()
    if folder.is_dir()
    for template in folder.iterdir()
)


def test_a_value_is_escaped() -> None:
    assert '<p class="cx-lead">&lt;b&gt;&amp;</p>' in render("shelf/lead", way=(), tabs=(), description="<b>&")


def test_a_value_that_is_missing_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        render("home/lead")


def test_a_template_that_is_not_there_is_an_error() -> None:
    with pytest.raises(TemplateNotFound):
        render("home/none")


def test_templates_are_escaped_by_default_and_strict() -> None:
    environment = module._environment()
    assert environment.autoescape is True
    assert environment.undefined is StrictUndefined


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_marks_nothing_as_safe_and_has_no_inline_style_or_script(name: str) -> None:
    text = (files("cxsite.pages") / "templates" / name).read_text(encoding="utf-8")
    for banned in ("| safe", "|safe", "style=", "<script", "onclick", "autoescape false"):
        assert banned not in text


def test_there_are_no_empty_lines_so_that_no_engine_ends_the_block_there() -> None:
    assert "\n\n" not in render("shelf/lead", way=(), tabs=(), description="")
