"""The page that lays a target beside the map it differs from."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support import ROOT, copy_site, write

from cxsite.pages.plan import Page
from cxsite.pipeline import build, examine
from cxsite.project import find_project
from pages.kinds.test_target import JOURNEY, TARGET, html, target, words


def compare(text: str = TARGET, journey: str = JOURNEY) -> Page:
    return target(text, journey, "compare")


def row(page: Page, step: str) -> str:
    begin, end = f'" aria-labelledby="(?:detail|step)-{step}">', r'<li class="cx-cmp__|\Z'
    (found,) = re.findall(rf"{begin}(.*?)(?={end})", html(page, "steps"), re.S)
    return str(found)


def ledger_row(page: Page, step: str) -> list[str]:
    (found,) = re.findall(
        rf'<tr><th scope="row"><a href="#(?:detail|step)-{step}">.*?</tr>', html(page, "ledger"), re.S
    )
    return [words(cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", found, re.S)]


def test_each_step_stands_once_in_the_order_of_the_full_target() -> None:
    found = re.findall(r'<h4 id="(?:detail|step)-([^"]+)"', html(compare(), "steps"))
    assert found == ["look", "ask", "pay", "ride", "print", "wait"]


def test_the_grid_has_a_column_for_each_step_of_a_customer_on_either_map() -> None:
    found = re.findall(r'<h4 id="step-([^"]+)"', html(compare(), "map"))
    assert found == ["look", "ask", "pay", "ride", "wait"]
    assert re.findall(r'<li class="cx-step cx-cmp--(\w+)', html(compare(), "map")) == [
        *("changed", "removed", "same", "added", "moved")
    ]


def test_a_column_says_both_names_the_change_and_what_it_takes_off() -> None:
    (cells,) = re.findall(
        r'<li class="cx-step cx-cmp--changed">((?:(?!<li class="cx-step).)*?id="step-look".*?)</li>',
        html(compare(), "map"),
        re.S,
    )
    text = words(cells)
    assert "Looks" in text
    assert "Sees at once" in text
    assert "Δ changed" in text
    assert "− 7 min" in text


def test_a_step_that_stays_is_unchanged_in_what_it_takes() -> None:
    (cells,) = re.findall(
        r'<li class="cx-step cx-cmp--same">((?:(?!<li class="cx-step).)*?id="step-pay".*?)</li>',
        html(compare(), "map"),
        re.S,
    )
    assert "Effort removed unchanged" in words(cells)


def test_a_change_is_written_field_by_field_from_old_to_new() -> None:
    text = words(row(compare(), "look"))
    assert "Name before: Looks →, after: Sees at once" in text
    assert "Time before: 10 min →, after: 3 min" in text
    assert "Feeling before: Lost →, after: Sure" in text
    assert "Money before" not in text


@pytest.mark.parametrize(
    ("step", "said"), [("ask", "No longer needed"), ("ride", "Did not exist"), ("pay", "As before")]
)
def test_a_side_that_is_not_there_says_so(step: str, said: str) -> None:
    assert said in words(row(compare(), step))


def test_a_moved_step_says_from_which_phase_to_which() -> None:
    assert "Phase before: Choose →, after: Pay" in words(row(compare(), "wait"))


def test_steps_and_phases_keep_their_anchors() -> None:
    assert {"step-look", "step-ask", "phase-choose", "phase-after"} <= compare().anchors
    ids = re.findall(r'\sid="([^"]+)"', html(compare()))
    assert len(ids) == len(set(ids))


def test_both_curves_are_drawn_over_the_customers_steps_with_the_gain_filled() -> None:
    felt = JOURNEY.replace("id: pay, name: Pays", "id: pay, name: Pays, emotion: 0.2")
    text = html(compare(journey=felt), "map")
    assert text.count('class="cx-mark cx-mark--emotion"') == 1
    assert 'fill="var(--cx-add)"' in text
    assert "intended, not yet measured" in text
    assert '"step-print"' not in text  # a step of ours, behind the customer's


def test_the_ledger_says_before_after_and_removed_of_each_step() -> None:
    found = ledger_row(compare(), "look")
    assert found[:8] == ["Sees at once", "Δ changed", "10 min", "3 min", "7 min", "£2", "£2", "nothing"]
    assert found[8:11] == ["−0.5", "+1.0 intended", "0.5"]


def test_a_step_that_not_everybody_takes_is_weighed_and_says_so() -> None:
    assert ledger_row(compare(), "ask")[2] == "10 min of 20 min each time"


def test_what_is_not_known_is_said_in_its_cell() -> None:
    found = ledger_row(compare(), "ride")
    assert found[2:5] == ["not there", "not assessed", "not known"]


def test_a_step_beside_the_main_path_says_so() -> None:
    assert ledger_row(compare(), "print")[2] == "beside the main path"


def test_the_sums_are_those_of_the_target_page() -> None:
    assert html(compare(), "effort") == html(target(), "effort")
    text = words(html(compare(), "ledger"))
    assert "Expected of one customer 24 min 7 min 17 min" in text
    assert "If every step happens 34 min 7 min 27 min" in text


def test_each_phase_says_its_gap() -> None:
    text = words(html(compare(), "phases"))
    assert "Pick Δ changed" in text
    assert "before 24 min after 3 min" in text
    assert "After + added" in text
    assert "before not there after not known" in text


def test_a_phase_that_joins_another_says_so() -> None:
    text = "phases: [{remove: choose, into: pay}]\n"
    found = words(html(compare(text), "steps"))
    assert "Choose − removed" in found
    assert "Its steps went elsewhere" in found


def test_a_map_without_a_step_has_its_comparison() -> None:
    page = compare("by: 2027\n", "name: A\nowner: o\nphases: [{name: P}]\n")
    assert [part.id for part in page.parts] == ["lead", "effort", "steps", "phases"]


def test_the_title_says_what_is_compared() -> None:
    assert compare().title == "Buy a ticket: compare with target"


@pytest.mark.parametrize("site", ["example", "format"])
def test_every_link_within_a_page_leads_to_something_on_it(tmp_path: Path, site: str) -> None:
    pages = build(examine(find_project(copy_site(ROOT / "tests/sites" / site, tmp_path / site)))).pages
    found = [page for page in pages if re.search(r"/(target|compare)[^/]*/index", page.path)]
    assert len(found) >= 2
    for page in found:
        assert set(re.findall(r'href="#([^"]+)"', html(page))) <= page.anchors, page.path


VISION = "from: target\nsteps: [{remove: ride, what: No ride}]\n"


def test_every_pair_of_maps_has_a_page_and_each_leads_to_all() -> None:
    page = target(VISION, which="compare-vision/current", name="target-vision.yml")
    assert page.title == "Buy a ticket: current map and target “vision”"
    text = html(page, "lead")
    assert re.findall(r'<li><a href="cx:([^"]+)"(.*?)>', text[text.index("cx-pairs") :]) == [
        ("ticket/compare/index.md", ""),
        ("ticket/compare-vision/current/index.md", ' aria-current="page"'),
        ("ticket/compare-vision/index.md", ""),
    ]
    assert "cx-pairs" not in html(compare(), "lead")


def test_a_pair_says_what_the_whole_way_makes_of_each_step() -> None:
    page = target(VISION, which="compare-vision/current", name="target-vision.yml")
    text = html(page, "map")
    assert re.findall(r'<h4 id="step-([^"]+)"', text) == ["look", "ask", "pay", "wait"]
    assert "Sees at once" in text
    assert "One screen" in text
    assert "Time removed for one customer 17 min" in words(html(page, "effort"))


def test_beyond_four_targets_each_stands_beside_the_current_map_alone(tmp_path: Path) -> None:
    many = "".join(f"  v{n}: {{from: v{n - 1}}}\n" if n else "  v0: {}\n" for n in range(5))
    text = f"name: A\nowner: o\nphases: [{{name: P, steps: [{{name: S}}]}}]\ntargets:\n{many}"
    files = {f"journeys/a/target-v{n}.yml": f"from: v{n - 1}\n" if n else "by: 2027\n" for n in range(5)}
    files["journeys/a/journey.yml"] = text.split("targets:", maxsplit=1)[0]
    pages = build(examine(find_project(write(tmp_path, files)))).pages
    pairs = [page.path for page in pages if page.path.startswith("a/compare-") and page.path.count("/") == 3]
    assert pairs == [f"a/compare-v{n}/current/index.md" for n in range(1, 5)]
    assert "only these pairs have a page" in html(next(page for page in pages if page.path == pairs[0]), "lead")


def test_a_sum_of_nothing_that_leaves_steps_out_is_not_known_and_never_a_zero() -> None:
    _, pay, *_ = re.findall(r'<tr><th scope="row">.*?</tr>', html(compare(), "phases"), re.S)
    assert words(pay).endswith("after not known")
    assert not re.search(r"(before|after) 0(?![\d.])", words(pay))
