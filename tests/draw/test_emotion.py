"""The emotion curve over a grid of steps, and down the side of a list."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxsite.draw.marks.columns import weighted
from cxsite.draw.marks.emotion import Curve, Emotion, Felt, key, runs, twin, wide
from cxsite.draw.marks.rail import rails, step_twin

from .drawn import SVG, assert_fit_for_a_page, assert_golden, texts
from .examples_emotion import NOW, emotion, line

VALUES = st.lists(st.none() | st.floats(-2, 2), min_size=1, max_size=12)


def plain(*values: float | None) -> Emotion:
    names = tuple(f"Step {i}" for i in range(len(values)))
    return Emotion("Map", names, weighted([1] * len(values)), line("Current", values))


@pytest.mark.parametrize(("target", "segments"), [(False, False), (True, False), (True, True)])
def test_the_drawing_is_fit_for_a_page_and_is_the_kept_one(target: bool, segments: bool) -> None:
    drawn = emotion(target, segments)
    assert_fit_for_a_page(wide(drawn), twin(drawn))
    assert_golden(f"emotion-{'target' if target else 'current'}{'-segments' if segments else ''}", wide(drawn))
    for i, rail in enumerate(rails(drawn)):
        assert_fit_for_a_page(rail, step_twin(drawn, i))
    assert_golden(f"rail-{'target' if target else 'current'}{'-segments' if segments else ''}", "\n".join(rails(drawn)))


@given(VALUES, VALUES, VALUES)
def test_any_curves_are_drawn_whole(
    now: list[float | None], goal: list[float | None], part: list[float | None]
) -> None:
    count = min(len(now), len(goal), len(part))
    drawn = replace(
        plain(*now[:count]), target=line("T", tuple(goal[:count])), segments=(line("S", tuple(part[:count])),)
    )
    root = assert_fit_for_a_page(wide(drawn), twin(drawn))
    assert len(twin(drawn).rows) == 3 * count
    for circle in root.iter(f"{SVG}circle"):
        assert all(0 <= float(circle.get(name, "").rstrip("%")) <= 100 for name in ("cx", "cy"))
    for d in re.findall(r' d="([^"]+)"', wide(drawn)):
        assert all(0 <= float(number) <= 1000 for number in re.findall(r"-?\d+(?:\.\d+)?", d))
    for i, rail in enumerate(rails(drawn)):
        assert_fit_for_a_page(rail, step_twin(drawn, i))


def test_no_line_crosses_a_step_that_was_not_assessed() -> None:
    drawn = plain(1, -1, None, 0.5, 1)
    before, after = runs(drawn, drawn.current)
    assert (before[0].x0, before[-1].x1) == pytest.approx((0.1, 0.3))
    assert (after[0].x0, after[-1].x1) == pytest.approx((0.7, 0.9))
    covered = [n for d in re.findall(r'd="(M[^"]*C[^"]*)"', wide(drawn)) for n in re.findall(r"([\d.]+) [\d.]+", d)]
    assert not [x for x in covered if 300 < float(x) < 700]


def test_a_line_runs_on_past_a_step_that_this_map_does_not_have() -> None:
    drawn = replace(plain(1, 0, 1), current=line("Current", (1, 0, 1), frozenset({1})))
    (run,) = runs(drawn, drawn.current)
    assert (run[0].x0, run[0].x1) == pytest.approx((1 / 6, 5 / 6))


def test_a_step_between_two_gaps_is_a_dot() -> None:
    svg = wide(plain(None, 1, None))
    assert svg.count("<circle") == 1
    assert not re.search(r'd="M[^"]*C', svg)


def test_the_shape_of_a_dot_tells_the_sign() -> None:
    shapes = [re.findall(r"<(circle|rect) ", wide(plain(value))) for value in (1.0, -1.0, 0.0)]
    assert shapes == [["circle"], ["rect"], ["rect"]]
    sizes = [re.search(r'width="(\d+)" height="(\d+)"', wide(plain(v)).split("<rect")[1]).groups() for v in (-1.0, 0.0)]  # type: ignore[union-attr]
    assert sizes == [("8", "8"), ("11", "4")]


def test_the_line_changes_its_colour_exactly_at_zero() -> None:
    svg = wide(plain(1, -1))
    above, below = (re.search(rf'd="([^"]+)" stroke="var\(--cx-{role}\)"', svg) for role in ("pos", "neg"))
    assert above
    assert below
    assert above[1].endswith("500 500")
    assert below[1].startswith("M500 500")


def test_every_value_is_written_and_a_gap_has_its_mark() -> None:
    root = assert_fit_for_a_page(wide(emotion()), twin(emotion()))
    assert texts(root) == ["+1.1", "+0.2", "?", "−1.7", "−0.4", "+0.5", "0.0", "+0.3"]


def test_the_table_has_what_is_drawn_and_how_it_is_known() -> None:
    rows = twin(emotion(target=True)).rows
    assert [row[2] for row in rows if row[1] == "Current"] == [
        "+1.1", "+0.2", "not assessed", "−1.7", "−0.4", "+0.5", "0.0", "+0.3",
    ]  # fmt: skip
    assert [row[0] for row in rows if row[1] == "Target"] == ["Looks", "Orders", "Calls", "Pays", "Is asked", "Stays"]
    assert rows[3][3:] == ("Angry", "n 412, mean, Sep 2026, 95 % interval −1.9 to −1.5")
    assert rows[2][3:] == ("", "")


def test_the_sentences_name_the_lowest_and_the_highest_step() -> None:
    told = twin(emotion()).description
    assert told.startswith("Current: lowest −1.7 at “Calls”, highest +1.1 at “Looks”. 1 of 8 steps not assessed.")
    assert twin(plain(None)).description.startswith("Current: not assessed.")


def test_an_area_is_filled_as_a_gain_where_the_target_is_higher_and_as_a_loss_where_it_is_lower() -> None:
    drawn = replace(plain(1, -1), target=line("Target", (-1, 1)))
    assert re.findall(r'fill="var\(--cx-(\w+)\)" fill-opacity', wide(drawn)) == ["neg", "add"]
    without = replace(plain(1, None, 1), target=line("Target", (2, 2, 2)))
    assert "fill-opacity" not in wide(without)


def test_the_rails_of_two_steps_meet() -> None:
    first, second = rails(plain(1, -1))
    assert re.findall(r"C[^\"]* (\d+) 1000\"", first) == re.findall(r'd="M(\d+) 0C', second) == ["500"]


def test_the_curve_of_a_segment_says_by_which_number_it_is_shown() -> None:
    drawn = emotion(segments=True)
    (segment,) = drawn.segments
    assert "data-curve" not in wide(drawn)
    numbered = replace(drawn, segments=(replace(segment, number=3),))
    assert all('data-curve="3"' in one for one in (wide(numbered), "".join(rails(numbered))))


def test_the_key_has_a_sample_for_each_curve() -> None:
    samples = key(emotion(target=True, segments=True))
    assert [label for label, _ in samples] == ["Current", "Target", "North"]
    assert len({svg for _, svg in samples}) == 3


def test_two_steps_alike_are_written_once_where_the_target_changes_nothing() -> None:
    same = replace(plain(1), target=line("Target", (1,)))
    assert texts(assert_fit_for_a_page(wide(same), twin(same))) == ["+1.0"]


@pytest.mark.parametrize(
    "make",
    [
        lambda: Felt(2.1),
        lambda: Felt(float("nan")),
        lambda: Felt(0, low=-3),
        lambda: Curve("C", ((1, Felt(0)), (0, Felt(0)))),
        lambda: replace(plain(1, 1), steps=("One",)),
        lambda: replace(plain(1), current=line("C", (1, 1))),
        lambda: replace(plain(1), segments=(line("S", (1,)),) * 7),
    ],
)
def test_what_cannot_be_drawn_truthfully_is_refused(make: object) -> None:
    with pytest.raises(ValueError, match=r"."):
        make()  # type: ignore[operator]


def test_the_same_value_gives_the_same_bytes() -> None:
    assert wide(emotion(True, True)) == wide(emotion(True, True))
    assert len(NOW) == len(rails(emotion()))
