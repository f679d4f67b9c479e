"""Who is behind a Net Promoter Score: detractors, passives, promoters in words and shares, and the score's interval."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from cxsite.derive.written.numbers import write_number
from cxsite.draw.charts import Chart, Datasets, Kind, Studio
from cxsite.draw.charts.blocks import COLUMNS, Reading, block, draw, head, heads, row_axis, themed
from cxsite.draw.palette import stand_in
from cxsite.draw.twin import Twin, sentence

_DRAWING = 62


@dataclass(frozen=True)
class Group:
    """One group of answers: three shares, 0..1, that make one, and the score with its interval, n and period."""

    name: str
    detractors: float
    passives: float
    promoters: float
    score: Reading

    def __post_init__(self) -> None:
        """Refuses shares that do not make one, or another score."""
        shares = (self.detractors, self.passives, self.promoters)
        if min(shares) < 0 or abs(sum(shares) - 1) > 0.015:
            raise ValueError(f"the shares of {self.name} do not make one")
        if abs(100 * (self.promoters - self.detractors) - self.score.estimate.value) > 1.5:
            raise ValueError(f"the score of {self.name} is not promoters less detractors")


@dataclass(frozen=True)
class Nps:
    """Groups to be compared, in the order in which they are drawn."""

    name: str
    groups: tuple[Group, ...]


def twin(nps: Nps) -> Twin:
    """Name, sentences and a row for each group."""
    rows = [
        (g.name, _percent(g.detractors), _percent(g.passives), _percent(g.promoters), *g.score.cells)
        for g in nps.groups
    ]
    told = [f"{g.name}: {g.score.text}, {g.score.told}, {', '.join(_shares(g))}" for g in nps.groups]
    return Twin(
        f"Detractors, passives, promoters: {nps.name}",
        sentence(*(told or ["no answers"])),
        ("Group", "Detractors", "Passives", "Promoters", *COLUMNS),
        tuple(rows),
    )


def _percent(share: float) -> str:
    return f"{write_number(100 * share, 0)} %"


def _shares(group: Group) -> tuple[str, str, str]:
    return (
        f"Detractors {_percent(group.detractors)}",
        f"Passives {_percent(group.passives)}",
        f"Promoters {_percent(group.promoters)}",
    )


def datasets(nps: Nps) -> Datasets:
    """Passives stand around the middle; -100..100 is the axis of the shares and of the score."""
    rows, bars = [], []
    for row, group in enumerate(nps.groups):
        half = 50 * group.passives
        low, high = group.score.ends or (None, None)
        words = dict(zip(("left", "middle", "right"), _shares(group), strict=True))
        details = f"NPS {group.score.text}, {group.score.told}, {group.score.period}"
        rows.append(
            {"row": row, "score": group.score.place, "low": low, "high": high, **words, **head(group.name, details)}
        )
        bars += [
            {"row": row, "kind": 0, "from": -half - 100 * group.detractors, "to": -half},
            {"row": row, "kind": 1, "from": -half, "to": half},
            {"row": row, "kind": 2, "from": half, "to": half + 100 * group.promoters},
        ]
    return {"rows": rows, "bars": bars}


def nps_chart(nps: Nps, studio: Studio) -> Chart:
    """The chart of these groups."""
    return draw(NPS, datasets(nps), twin(nps), studio)


def _template(width: int) -> dict[str, Any]:
    import altair as alt

    made = block(width, _DRAWING)
    bar, words, score = (made.centre + down for down in (-20, -1, 20))
    signed = "(datum.value > 0 ? '+' : '') + replace(format(datum.value, 'd'), '-', '−')"
    axis = alt.Axis(title="Score, and share of answers in per cent", values=[-100, -50, 0, 50, 100], labelExpr=signed)
    scale = alt.Scale(domain=[-100, 100], nice=False)
    rows, y = alt.Chart(alt.Data(name="rows")), row_axis()
    colour = alt.Color(
        "kind:N",
        scale=alt.Scale(domain=[0, 1, 2], range=[stand_in("neg"), stand_in("quiet"), stand_in("pos")]),
        legend=None,
    )
    ends: tuple[tuple[str, Literal["left", "center", "right"], int], ...]
    ends = (("left", "left", -100), ("middle", "center", 0), ("right", "right", 100))
    texts = [
        rows.mark_text(align=align, dy=words, color=stand_in("ink")).encode(y=y, x=alt.XDatum(at), text=f"{end}:N")
        for end, align, at in ends
    ]
    layers = [
        alt.Chart(alt.Data(name="bars"))
        .mark_bar(height=16, yOffset=bar, stroke=stand_in("card"), strokeWidth=1)
        .encode(y=y, x=alt.X("from:Q", axis=axis, scale=scale), x2="to:Q", color=colour),
        rows.transform_filter("isValid(datum.low)")
        .mark_rule(strokeWidth=8, opacity=0.55, color=stand_in("bar"), yOffset=score)
        .encode(y=y, x=alt.X("low:Q", scale=scale, axis=axis), x2="high:Q"),
        rows.mark_point(filled=True, size=80, opacity=1, color=stand_in("ink"), yOffset=score).encode(
            y=y, x=alt.X("score:Q", scale=scale, axis=axis)
        ),
        *texts,
        *heads(width, made),
    ]
    return themed(layers, width, {"step": made.step})


NPS = Kind("nps", 1, _template)
"""A block for each group."""
