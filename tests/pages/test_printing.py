"""How large a map is on paper."""

from __future__ import annotations

from derive.known import known

from cxsite.derive.atlas import Atlas
from cxsite.derive.maps.opportunities import opportunities
from cxsite.derive.stepviews import map_detail
from cxsite.pages.lanes import lanes_of
from cxsite.pages.printing import SIZES, print_size


def size(phases: int, steps: int, quote: str = "", above: tuple[int, ...] = ()) -> int:
    said = f", quotes: [{{text: {quote}}}]" if quote else ""
    lines = (
        f"  - {{id: p{p}, name: P, steps: ["
        + ", ".join(f"{{id: s{p}-{s}, name: A step{said}}}" for s in range(steps))
        + "]}\n"
        for p in range(phases)
    )
    made = known("phases:\n" + "".join(lines), {})
    atlas = Atlas(made.portfolio, made.measures, made.whole.content.today)
    detail = map_detail(atlas, made.journey)
    could = opportunities(detail.view, (), atlas.portfolio)
    return print_size(detail, lanes_of(detail, atlas.settings, could), could, above)


def test_a_small_map_keeps_its_size() -> None:
    assert size(2, 2) == SIZES[0] == 100


def test_the_more_is_said_the_smaller_it_is_written_down_to_the_least() -> None:
    long = "word " * 120
    sizes = [size(6, steps, long) for steps in (2, 4, 8)]
    assert 100 > sizes[0] > sizes[1] >= sizes[2] >= SIZES[-1]
    assert size(12, 5, long) <= sizes[1]


def test_what_stands_above_a_map_on_its_sheet_takes_room_from_it() -> None:
    long = "word " * 60
    assert size(6, 4, long, (80, 300, 4000)) < size(6, 4, long, (80, 300)) <= size(6, 4, long)
