"""Colours as roles: each stand-in is found again, and nothing else is taken for one."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from cxsite.draw.palette import ROLES, stand_in, to_variables


@pytest.mark.parametrize("role", ROLES)
def test_a_stand_in_becomes_the_variable_of_its_role(role: str) -> None:
    assert to_variables(f'fill="{stand_in(role)}"') == f'fill="var(--cx-{role})"'
    assert to_variables(stand_in(role).upper()) == f"var(--cx-{role})"


def test_every_role_has_a_colour_of_its_own() -> None:
    colours = [stand_in(role) for role in ROLES]
    assert len(set(colours)) == len(ROLES)
    assert all(re.fullmatch(r"#[0-9a-f]{6}", colour) for colour in colours)


@pytest.mark.parametrize("colour", ["#000000", "#fff", "#010101", "#16202b", "none", "transparent", "#010d"])
def test_other_colours_stay(colour: str) -> None:
    assert to_variables(colour) == colour


def test_a_role_that_is_not_there_has_no_colour() -> None:
    with pytest.raises(ValueError, match="not in"):
        stand_in("pink")


def test_all_stand_ins_of_a_drawing_are_replaced() -> None:
    svg = f"<g fill='{stand_in('ink')}' stroke='{stand_in('card')}'/>" * 3
    assert to_variables(svg) == "<g fill='var(--cx-ink)' stroke='var(--cx-card)'/>" * 3


def _blocks() -> dict[str, str]:
    css = (files("cxsite.pages") / "assets" / "cx.css").read_text(encoding="utf-8")
    light = re.search(r"^:root \{(.*?)^\}", css, re.M | re.S)
    dark = re.search(r'^\[data-md-color-scheme="slate"\] \{(.*?)^\}', css, re.M | re.S)
    assert light
    assert dark
    return {"light": light[1], "dark": dark[1]}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("role", ROLES)
def test_the_style_sheet_has_a_colour_for_every_role(role: str, scheme: str) -> None:
    assert re.search(rf"--cx-{role}: #[0-9a-f]{{3,6}};", _blocks()[scheme])
