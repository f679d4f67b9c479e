"""The style sheet that the site serves."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest
from support import VA, copy_site, write

from cxsite.pages.assets import STYLE
from cxsite.pipeline import build, examine
from cxsite.project import find_project


def style(folder: Path) -> str:
    asset = build(examine(find_project(folder))).assets[0]
    assert asset.path == STYLE == "assets/cxsite/cx.css"
    return asset.content.decode()


@pytest.mark.parametrize(("counts", "spans"), [([1], {1}), ([0, 3, 3], {1, 3}), ([2, 12], {2, 12})])
def test_there_is_a_width_for_every_phase(tmp_path: Path, counts: list[int], spans: set[int]) -> None:
    phases = [
        {"id": f"p{i}", "name": "P", "steps": [{"id": f"s{i}-{n}", "name": "S"} for n in range(count)]}
        for i, count in enumerate(counts)
    ]
    write(tmp_path, {"journeys/j.yml": f"name: J\nowner: o\nphases: {phases}\n".replace("'", '"')})
    text, columns = style(tmp_path), [max(1, count) for count in counts]
    assert re.findall(r"\.cx-span(\d+) \{ --k: (\d+); \}", text) == [(str(n), str(n)) for n in sorted(spans)]
    layout = re.search(rf"\.cx-lay-{'-'.join(map(str, columns))} \{{ --n: (\d+); --w: [\d.]+; --cols: (.*?); \}}", text)
    assert layout
    assert int(layout[1]) == sum(columns) == sum(int(n) for n in re.findall(r"repeat\((\d+), minmax", layout[2]))


def test_the_lanes_stand_in_the_order_of_the_settings(tmp_path: Path) -> None:
    lanes = "lanes: [hotspots, emotion, {field: x-legal, name: Legal}]\n"
    write(tmp_path, {"cxsite.yml": lanes, "journeys/j.yml": "name: J\nowner: o\nphases: [{name: P}]\n"})
    rows = "[phase] auto [steps] auto [hotspots] auto [emotion] auto [own2] auto [end]"
    assert f"grid-template-rows: {rows};" in style(tmp_path)


def test_the_pictures_of_steps_are_served_beside_the_style_sheet(tmp_path: Path) -> None:
    text = "name: J\nowner: o\nphases: [{name: P, steps: [{name: S, images: [{file: a b.png, alt: A}]}]}]\n"
    write(tmp_path, {"journeys/j.yml": text, "journeys/j/a b.png": b"picture"})
    site = build(examine(find_project(tmp_path)))
    picture = site.assets[-1]
    assert picture.content == b"picture"
    assert re.fullmatch(r"assets/cxsite/j-[0-9a-f]{12}\.png", picture.path)
    assert f'<img src="cx:{picture.path}" alt="A"' in "".join(part.html for part in site.pages[1].parts)


def test_the_style_sheet_fetches_nothing(tmp_path: Path) -> None:
    text = style(copy_site(VA, tmp_path / "va"))
    assert not re.search(r"url\(|@import|https?:|src:", text)
    assert text.count("{") == text.count("}")


@pytest.mark.parametrize("name", ["cx.js", "charts.js"])
def test_a_script_runs_no_text_and_fetches_only_from_the_site(name: str) -> None:
    script = (files("cxsite.pages") / "assets" / name).read_text(encoding="utf-8")
    assert not re.search(
        r"\beval\(|new Function|innerHTML|insertAdjacentHTML|https?:(?!//www\.w3\.org/2000/svg)|import\(", script
    )


def test_every_variable_that_is_used_is_set(tmp_path: Path) -> None:
    text = style(copy_site(VA, tmp_path / "va"))
    used, known = set(re.findall(r"var\((--[\w-]+)\)", text)), set(re.findall(r"(--[\w-]+):", text))
    assert {name for name in used if not name.startswith("--md-")} <= known  # those are the theme's


@pytest.mark.parametrize("site", [VA, VA.parent / "format"])
def test_every_class_of_the_templates_has_a_rule_or_needs_none(tmp_path: Path, site: Path) -> None:
    folder = copy_site(site, tmp_path / "site")
    pages = build(examine(find_project(folder))).pages
    html = "".join(part.html for page in pages for part in page.parts)
    used = {name for names in re.findall(r'class="([^"]*)"', html) for name in names.split()}
    styled = set(re.findall(r"\.(cx-[\w-]+)", style(folder)))
    # Read from the HTML by scripts and tests, or the default look of its kind.
    unstyled = {"cx-head", "cx-map", "cx-fig", "cx-data", "cx-legend--circle", "cx-emo", "cx-emo--neu", "cx-pin--pain"}
    unstyled |= {"cx-pin--handoff", "cx-pin--pressure", "cx-pin--bounce"}
    unstyled |= {f"cx-mark--{kind}" for kind in ("effort", "emotion", "handoffs", "key", "rail")}
    assert used - styled <= unstyled
