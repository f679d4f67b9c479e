"""Every kind of chart is built and validated once for each width, whatever is drawn with it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from cxsite.draw.cache import Cache
from cxsite.draw.charts import Datasets, Kind, Studio
from cxsite.draw.charts.blocks import draw, wrap
from cxsite.draw.twin import Twin, named

TWIN = Twin("N", "D.", ("A",), (("1",),))


def kinds() -> list[tuple[Kind, Datasets]]:
    from cxsite.draw.charts import distribution, expected, nps, phases

    from . import test_distribution, test_expected, test_nps, test_phases

    return [
        (distribution.DISTRIBUTION, distribution.datasets(test_distribution.SPREAD)),
        (nps.NPS, nps.datasets(test_nps.NPS)),
        (expected.EXPECTED, expected.datasets(test_expected.EXPECTED)),
        (phases.PHASES, phases.datasets(test_phases.PHASES)),
    ]


@pytest.mark.parametrize(("kind", "rows"), kinds(), ids=lambda value: getattr(value, "id", ""))
def test_a_kind_is_built_once_and_a_drawn_chart_is_not_drawn_again(tmp_path: Path, kind: Kind, rows: Datasets) -> None:
    built: list[int] = []

    def template(width: int) -> dict[str, Any]:
        built.append(width)
        return kind.template(width)

    counted = replace(kind, template=template)
    first, fewer = Studio(Cache(tmp_path)), {name: values[:1] for name, values in rows.items()}
    charts = [draw(counted, data, TWIN, first) for data in (rows, fewer, rows)]
    assert (first.drawn, len(built)) == (4, 2)
    assert charts[0] == charts[2] != charts[1]
    again = Studio(Cache(tmp_path))
    assert draw(counted, rows, TWIN, again) == charts[0]
    assert (again.drawn, len(built)) == (0, 2)
    other = Studio(Cache(tmp_path / "other"))
    assert draw(counted, rows, TWIN, other) == charts[0]


def test_a_chart_is_named_once() -> None:
    chart = named('<svg class="cx-chart" aria-hidden="true" focusable="false"><g/></svg>', Twin('"<N>"', "D.", (), ()))
    assert chart == (
        '<svg class="cx-chart" role="img" aria-label="&#34;&lt;N&gt;&#34;" aria-description="D."><desc>D.</desc><g/></svg>'
    )
    with pytest.raises(ValueError, match="a name already"):
        named(chart, TWIN)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("one two", ["one two"]),
        ("one two three four", ["one two", "three four"]),
        ("one two three four five", ["one two", "three fou…"]),
        ("abcdefghijklmnopq", ["abcdefghij", "klmnopq"]),
        ("非常に難しいと", ["非常に難し", "いと"]),
    ],
)
def test_a_text_is_broken_into_lines_and_what_is_left_out_is_marked(text: str, lines: list[str]) -> None:
    assert wrap(text, 10, 2) == lines
