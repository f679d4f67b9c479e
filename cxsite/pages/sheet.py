"""The part of the style sheet that depends on the site: what other sites write as inline styles (strict CSP).

Widths by the number of steps, heights by feeling, the rows of the lanes in their order, and what hides what.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from cxsite.compare.grid import Grid
from cxsite.derive.atlas import Atlas
from cxsite.derive.facets import Facet
from cxsite.derive.maps.columns import columns_by_phase, counts_of
from cxsite.derive.maps.pairs import pairs_of
from cxsite.derive.work.outlook import STATES
from cxsite.derive.work.spots import RATINGS
from cxsite.draw.marks.columns import layout_name, layout_of
from cxsite.model.settings import Settings
from cxsite.pages.lanes import LABEL, UNIT, lane_order, target_lane_order
from cxsite.pages.printing import SIZES
from cxsite.pages.review import UNIT as NARROW
from cxsite.pages.review import layout_before, layout_class, layout_in, places_before, weights_in

_MOST_SEGMENTS = 6
_LETTERS = 16
"""Pixels of what is one high, on paper: the texts of a page are .7 of that, or 8.4 points."""


def layouts_of(atlas: Atlas) -> Iterator[tuple[int, ...]]:
    """The number of columns of each phase, of every map and every comparison."""
    for journey in atlas.journeys:
        yield counts_of(atlas.view(journey))
        yield from (columns_by_phase(atlas.pair(journey, *pair)) for pair in pairs_of(journey))
        for target in journey.targets:
            yield columns_by_phase(atlas.target(journey, target))
            if counts := counts_of(atlas.target_map(journey, target)):
                yield counts


def site_sheet(
    layouts: Iterable[tuple[int, ...]],
    settings: Settings,
    facets: Iterable[Facet] = (),
    grids: Sequence[Grid] = (),
) -> str:
    """The rules, one a line, under the selector that all of ours stand under.

    `grids` are the maps before and after that are shown.
    """
    found, beside = sorted(set(layouts)), sorted({layout_in(grid) for grid in grids})
    of_maps = {layout_name(counts): layout_of(counts) for counts in found}
    of_reviews = {layout_class(letters): weights_in(letters) for letters in beside}
    spans = {count for counts in found for count in counts} | {len(one) for letters in beside for one in letters}
    rules = [*_widths(spans, {**of_maps, **of_reviews}), *_fitting(of_maps, UNIT), *_fitting(of_reviews, NARROW)]
    rules += _reordered(grids)
    rules += [*_heights(), *_rows(settings), *_filters(len(settings.category_ids))]
    if beside:
        rules.append(f".cx-chg {{ --unit: {NARROW}rem; }}")
    rules += _sifting(facets)
    rules += [*_places(), *_picks()]
    sizes = "".join(f"  {rule}\n" for size in SIZES for rule in _printed(size))
    inside = "".join(f"  {rule}\n" for rule in rules)
    return f"\n:is(#_, .cx) {{\n{inside}}}\n@media print {{\n{sizes}}}\n"


def _printed(size: int) -> Iterator[str]:
    """A map is as large as its sheet allows; all that stands before and behind it is as large as on other sheets."""
    yield f"html:has(.cx-print{size}) {{ font-size: {size / 5:g}px; }}"
    if (zoom := _LETTERS * 5 / size) > 1:
        others = ":is(.cx-h1, h2, cx-part):not(:has(.cx-map), :has(+ cx-part > .cx-map), :has(+ p + cx-part > .cx-map))"
        behind = ":is(#_, .cx) .cx-map > .cx-scroll ~ *"
        yield f"html:has(.cx-print{size}) :is(.md-typeset > {others}, {behind}) {{ zoom: {zoom:.3g}; }}"


def _widths(spans: Iterable[int], layouts: Mapping[str, Sequence[float]]) -> Iterator[str]:
    for width in sorted(spans):
        yield f".cx-span{width} {{ --k: {width}; }}"
    for width in range(2, max(spans, default=0) + 1):
        yield f".cx-run{width} {{ --run: {width}; }}"
    for name, weights in layouts.items():
        yield f".{name} {{ --n: {len(weights)}; --w: {sum(weights):g}; --cols: {_tracks(weights)}; }}"


def _reordered(grids: Iterable[Grid]) -> Iterator[str]:
    """Where the state before is seen alone, phases stand as they stood, as wide as they are."""
    moved = [grid for grid in grids if places_before(grid) != tuple(range(len(grid.blocks)))]
    seen = '.cx-map:has([value="before"]:checked)'
    for letters in sorted({layout_before(grid) for grid in moved}):
        yield f"{seen} .{layout_class(letters, before=True)} {{ --cols: {_tracks(weights_in(letters))}; }}"
    for place in range(max((len(grid.blocks) for grid in moved), default=0)):
        yield f"{seen} .cx-was{place} {{ order: {place}; }}"


def _tracks(weights: Sequence[float]) -> str:
    runs = [(weight, len(list(same))) for weight, same in groupby(weights)]
    return " ".join(f"repeat({number}, minmax(0, {weight:g}fr))" for weight, number in runs)


def _fitting(layouts: Mapping[str, Sequence[float]], unit: float) -> Iterator[str]:
    """Where a map has room it scrolls with the page, its phases staying in sight; else in a frame of its own."""
    by_width: dict[float, list[str]] = {}
    for name, weights in layouts.items():
        by_width.setdefault(LABEL + unit * sum(weights), []).append(f".{name}")
    for width, names in sorted(by_width.items()):
        fits = f'.cx-map:has([value="fit"]:checked) .cx-scroll:has({", ".join(names)})'
        yield (
            f"@container map (min-width: {width:.4g}rem) {{ "
            f"{fits} {{ overflow: clip; max-height: none; }} {fits} :is(.cx-ph, .cx-lane--head) {{ top: 2.4rem; }} }}"
        )


def _heights() -> Iterator[str]:
    for tenths in range(-20, 21):
        yield f".cx-e{tenths} {{ --e: {tenths / 10:g}; }}"


def _places() -> Iterator[str]:
    """Per cents of a plot, across and up."""
    for axis in "xy":
        yield from (f".cx-{axis}{share} {{ --{axis}: {share}; }}" for share in range(101))


def _picks() -> Iterator[str]:
    """The views of lists of hotspots and actions: what is not chosen is hidden, and so is a heading over nothing."""
    for word in (*RATINGS[:-1], "alone"):
        own = ".cx-spot--alone" if word == "alone" else f'[data-severity="{word}"]'
        chosen = f'.cx-views:has([name="hotspots"][value="{word}"]:checked)'
        yield f"{chosen} :is([data-severity]:not({own}), .cx-sect:not(:has({own}))) {{ display: none; }}"
    for word in STATES:
        own = f'[data-status="{word.replace(" ", "-")}"]'
        chosen = f'.cx-views:has([name="actions"][value="{word.replace(" ", "-")}"]:checked)'
        yield f"{chosen} :is([data-status]:not({own}), .cx-rgroup:not(:has({own}))) {{ display: none; }}"


def _rows(settings: Settings) -> Iterator[str]:
    """The lanes in their order, on current maps and on targets; below 60em a map is a story, one cell under another."""
    orders = {"": lane_order(settings), ".cx-grid--target": target_lane_order(settings)}
    yield f".cx-map {{ --lab: {LABEL}rem; --unit: {UNIT}rem; }}"
    for name, lanes in orders.items():
        rows = " ".join(f"[{lane.key}] auto" for lane in lanes)
        yield f".cx-grid{name} {{ grid-template-rows: [phase] auto {rows} [end]; }}"
    keys = dict.fromkeys(lane.key for lanes in orders.values() for lane in lanes)
    placed = " ".join(f".cx-l-{key} {{ grid-row: {key}; }}" for key in keys)
    yield f"@media screen and (min-width: 60em), print {{ {placed} }}"
    for key in keys:
        if key != "steps":
            yield f"{_without('lane', key)} .cx-l-{key} {{ display: none; }}"


def _filters(categories: int) -> Iterator[str]:
    for number in range(1, categories + 1):
        yield f'{_with("category", number)} [data-category]:not([data-category="{number}"]) {{ display: none; }}'
    for word in RATINGS:
        yield f'{_without("severity", word)} [data-severity="{word}"] {{ display: none; }}'
    for number in range(1, _MOST_SEGMENTS + 1):
        chosen, own = _with("segment", number), f'[data-segment="{number}"]'
        yield f'{chosen} [data-voice]:not([data-voice="{number}"]) {{ display: none; }}'
        yield f"{chosen} .cx-pt{own} {{ display: flex; }}"
        unseen = f'.cx-map:not(:has([name="segment"][value="{number}"]:checked))'
        yield f'{unseen} [data-curve="{number}"] {{ display: none; }}'
        yield f"{chosen} .cx-cell:has({own}) > .cx-pt:not({own}) {{ display: none; }}"


def _sifting(facets: Iterable[Facet]) -> Iterator[str]:
    """What a list shows of which each entry says what it can be found by."""
    for facet in facets:
        for one in facet.options:
            chosen = f'.cx-sift:has([name="{facet.key}"] [value="{one.value}"]:checked)'
            yield f'{chosen} [data-{facet.key}]:not([data-{facet.key}~="{one.value}"]) {{ display: none; }}'


def _with(name: str, value: object) -> str:
    return f'.cx-map:has([name="{name}"][value="{value}"]:checked)'


def _without(name: str, value: object) -> str:
    return f'.cx-map:has([name="{name}"][value="{value}"]:not(:checked))'
