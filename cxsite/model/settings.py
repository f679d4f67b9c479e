"""`cxsite.yml`: what holds for the whole site."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from cxsite.model.base import Entry
from cxsite.model.metric import FiscalYear
from cxsite.model.text import Text
from cxsite.model.values import Day, Days, parse_number

Whole = Annotated[int, BeforeValidator(lambda v: parse_number(v) if isinstance(v, str) else v), Field(ge=0)]


class Settings(Entry):
    """The settings of a site. Every one has a default."""

    format: Annotated[Literal[1], BeforeValidator(lambda v: int(v) if v == "1" else v)] = 1
    """The version of the authoring format."""
    currency: Text = "EUR"
    language: Text = "en"
    audience: Literal["internal", "public"] = "internal"
    today: Day | None = None
    """Only for reproducible builds and tests; the day of the build where it is left out."""
    fresh_for: Days = 60
    """How many days a number stays fresh after its period has ended."""
    review_every: Days = 180
    """How many days a journey counts as reviewed."""
    min_n: Whole = 30
    """Below this n a number is shown grey, without a verdict."""
    suppress_below: Whole = 10
    """Below this n a number is not shown."""
    fiscal_year: FiscalYear = Field(default_factory=FiscalYear)
