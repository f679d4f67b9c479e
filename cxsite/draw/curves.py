"""The emotion curves of a target and of the map it differs from, over every step that stands on either."""

from __future__ import annotations

from cxsite.derive.maps.columns import columns_by_phase, columns_of
from cxsite.derive.maps.rows import Felt as Known
from cxsite.derive.maps.said import told
from cxsite.derive.maps.targets import TargetView
from cxsite.diagnostics import count_of
from cxsite.draw.marks.columns import layout_of, weighted
from cxsite.draw.marks.emotion import Curve, Emotion, Felt


def curves_of(view: TargetView, base: str) -> Emotion:
    """Both curves over the columns of a comparison; `base` names the map before."""
    columns = columns_of(view)
    rows = [(index, row) for index, (_, row) in enumerate(columns) if row]
    before = tuple((i, _felt(row.felt[0])) for i, row in rows if row.gap.before)
    after = tuple((i, _felt(row.felt[1])) for i, row in rows if row.gap.after)
    names = tuple(row.name if row else "" for _, row in columns)
    name = f"{base} and target, over {count_of(len(rows), 'step')}"
    widths = weighted(layout_of(columns_by_phase(view)))
    were = tuple(row.gap.before.stop.step.name if row and row.gap.before else "" for _, row in columns)
    return Emotion(name, names, widths, Curve(base, before, were), Curve("Target", after))


def _felt(known: Known | None) -> Felt:
    if known is None:
        return Felt(None)
    low, high = known.feeling.ends or (None, None)
    return Felt(known.feeling.value, known.word, low, high, _source(known))


def _source(known: Known) -> str:
    if known.intended:
        return "intended, not yet measured"
    if known.feeling.reading:
        return told(known.feeling.reading)
    return "looked at, and there is none" if known.feeling.origin == "none" else "assessed, not measured"
