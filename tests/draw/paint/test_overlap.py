"""Labels that run into one another."""

from __future__ import annotations

from cxsite.draw.paint.overlap import Label, kept


def row(count: int, width: float = 18, every: float = 10) -> list[Label]:
    return [Label([str(i)], "center", i * every, 0, (i * every, 0, i * every + width, 12)) for i in range(count)]


def numbers(labels: list[Label]) -> list[int]:
    return [int(label.lines[0]) for label in labels]


def test_labels_with_room_are_all_kept() -> None:
    assert numbers(kept(row(9, width=8), 0)) == list(range(9))
    assert numbers(kept(row(9, width=8), 6)) == [0, 2, 4, 6, 8]


def test_every_other_label_is_left_out_until_none_runs_into_another() -> None:
    assert numbers(kept(row(9), 0)) == [0, 2, 4, 6, 8]
    assert numbers(kept(row(9, width=25), 0)) == [0, 4, 8]


def test_of_labels_that_never_fit_the_first_and_the_last_stay() -> None:
    assert numbers(kept(row(6, width=500), 0)) == [0, 5]
    assert numbers(kept(row(5, width=500), 0)) == [0, 4]
    assert numbers(kept(row(2, width=500), 0)) == [0, 1]
    assert kept([], 0) == []


def test_labels_without_text_push_nothing_away() -> None:
    empty = [Label([""], "center", 5, 0, (5, 0, 5, 12))]
    assert numbers(kept([*row(1, width=8), *empty, *row(3, width=8)[1:]], 0)) == [0, 1, 2]
    assert kept(empty, 0) == empty
