"""Who is behind a Net Promoter Score: detractors, passives, promoters in words and shares, and the score's interval."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from cxsite.derive.written.numbers import write_number
from cxsite.draw.charts import NARROW, Chart, Datasets, Kind, Studio
from cxsite.draw.charts.blocks import COLUMNS, Reading, block, draw, head, heads, is_short, row_axis, themed
from cxsite.draw.palette import stand_in
from cxsite.draw.twin import Twin, sentence

_DRAWING = 48
_LETTERS = {"wide": 0.53, "narrow": 0.19}
"""How many letters have room on a bar of one per cent."""


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
    rows, bars, names = [], [], _lines(nps)
    for row, group in enumerate(nps.groups):
        half = 50 * group.passives
        low, high = group.score.ends or (None, None)
        place = group.score.place
        told = head(group.name, f"NPS {group.score.text}, {group.score.told}, {group.score.period}", names=names)
        rows.append({"row": row, "spot": row, "score": place, "low": low, "high": high, **told})
        rows[-1] |= {"end": place if high is None else high, "text": group.score.text}
        ends = (-half - 100 * group.detractors, -half, half, half + 100 * group.promoters)
        for kind, words in enumerate(_shares(group)):
            start, end = ends[kind], ends[kind + 1]
            said = {f"text_{width}": _inside(words, end - start, width) for width in ("wide", "narrow")}
            bars.append({"row": row, "kind": kind, "from": start, "to": end, "middle": (start + end) / 2, **said})
    return {"rows": rows, "bars": bars}


def _inside(words: str, share: float, width: str) -> str:
    """What stands on a bar of so many per cent: its word and share, its share, or nothing where there is no room."""
    letters = share * _LETTERS[width]
    percent = " ".join(words.rsplit(" ", 2)[1:])
    return words if len(words) <= letters else percent if len(percent) <= letters else ""


def _lines(nps: Nps) -> int:
    return 1 if is_short(group.name for group in nps.groups) else 2


def nps_chart(nps: Nps, studio: Studio) -> Chart:
    """The chart of these groups."""
    return draw(NPS if _lines(nps) == 1 else NPS_OF_LONG_NAMES, datasets(nps), twin(nps), studio)


def _template(width: int, names: int) -> dict[str, Any]:
    import altair as alt

    made = block(width, _DRAWING, names, details=(1, 2))
    bar, score = made.centre - 11, made.centre + 14
    signed = "(datum.value > 0 ? '+' : '') + replace(format(datum.value, 'd'), '-', '−')"
    axis = alt.Axis(title="Score, and share of answers in per cent", values=[-100, -50, 0, 50, 100], labelExpr=signed)
    scale = alt.Scale(domain=[-100, 100], nice=False)
    rows, bars, y = alt.Chart(alt.Data(name="rows")), alt.Chart(alt.Data(name="bars")), row_axis()
    colour = alt.Color(
        "kind:N",
        scale=alt.Scale(domain=[0, 1, 2], range=[stand_in("neg"), stand_in("quiet"), stand_in("pos")]),
        legend=None,
    )
    text = f"text_{'narrow' if width == NARROW else 'wide'}:N"
    said = [
        bars.transform_filter(f"datum.kind {'==' if passive else '!='} 1")
        .mark_text(dy=bar, color=stand_in("ink" if passive else "card"), fontWeight="bold")
        .encode(y=y, x=alt.X("middle:Q", scale=scale, axis=axis), text=text)
        for passive in (True, False)
    ]
    layers = [
        bars.mark_bar(height=22, yOffset=bar, stroke=stand_in("card"), strokeWidth=1).encode(
            y=y, x=alt.X("from:Q", axis=axis, scale=scale), x2="to:Q", color=colour
        ),
        *said,
        rows.transform_filter("isValid(datum.low)")
        .mark_rule(strokeWidth=8, opacity=0.55, color=stand_in("bar"), yOffset=score)
        .encode(y=y, x=alt.X("low:Q", scale=scale, axis=axis), x2="high:Q"),
        rows.mark_point(filled=True, size=80, opacity=1, color=stand_in("ink"), yOffset=score).encode(
            y=y, x=alt.X("score:Q", scale=scale, axis=axis)
        ),
        rows.mark_text(align="left", dx=8, dy=score, fontWeight="bold", color=stand_in("ink")).encode(
            y=y, x=alt.X("end:Q", scale=scale, axis=axis), text="text:N"
        ),
        *heads(width, made),
    ]
    return themed(layers, width, {"step": made.step})


NPS = Kind("nps", 2, lambda width: _template(width, 1))
"""A block for each group."""
NPS_OF_LONG_NAMES = Kind("nps-long", 2, lambda width: _template(width, 2))
"""The same with room for names of two lines."""
