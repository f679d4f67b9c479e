"""What numbers mean and where they come from. After such a change they may not be comparable with those before."""

from __future__ import annotations

from cxsite.compare.change import Level
from cxsite.compare.kind import ChangeKind, ListKind


class MetricMethod(ChangeKind):
    """A number is made from its rows in another way."""

    id, level = "metric-method", Level.ATTENTION
    claims = {"metric": ("method",)}


class MetricDefinition(ChangeKind):
    """What a number means is said otherwise: its question, scale, unit, direction."""

    id, level = "metric-definition", Level.ATTENTION
    claims = {"metric": ("kind", "question", "scale", "better", "unit", "per", "collected", "journey", "fresh_for")}


class MetricSource(ListKind):
    """A number comes from another table, or from other rows or columns of it."""

    id, level = "metric-source", Level.ATTENTION
    claims = {"metric": ("source",)}


class MetricBreak(ListKind):
    """A break was added to a series, or taken out: numbers on both sides of it are never compared."""

    id, level = "metric-break", Level.ATTENTION
    claims = {"metric": ("breaks",)}


class MeasuredBy(ListKind):
    """Other metrics are shown beside it, or draw its curve."""

    id, level = "measured-by", Level.INFO
    claims = {"*": ("metrics", "emotion_from", "without_a_hitch")}


class Volume(ChangeKind):
    """How many customers come, or what serving them costs us, is another number."""

    id = "volume"
    claims = {"*": ("volume", "cost_to_serve")}
