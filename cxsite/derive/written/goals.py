"""What the business wants of a goal, in words."""

from __future__ import annotations

from collections.abc import Mapping

GOALS: Mapping[str, str] = {
    "new-sales": "New sales",
    "increase-nps": "Increase NPS",
    "self-service": "Self-service",
    "reduce-churn": "Reduce churn",
    "capture-share": "Gain market share",
    "increase-clv": "Increase CLV",
    "other": "Other goal of the business",
}
"""What the business wants of a goal."""
