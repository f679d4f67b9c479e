"""`cxsite.yml`: what holds for the whole site."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from cxsite.diagnostics import closest
from cxsite.model.base import OWN_PREFIX, Entry
from cxsite.model.metric import FiscalYear
from cxsite.model.named import Named
from cxsite.model.text import Id, Text
from cxsite.model.values import Day, Duration, Length, Whole

CATEGORIES = ("proposition-and-policy", "process", "people", "technology", "organisation")


def _own_field(text: str) -> str:
    if not text.startswith(OWN_PREFIX):
        raise ValueError(f"`{text}` is not a field of your own; those begin with `{OWN_PREFIX}`")
    return text


class OwnLane(Entry):
    """A lane of the map for a field of one's own."""

    field: Annotated[Text, AfterValidator(_own_field)]
    """The field's name, which begins with `x-`. Required."""
    name: Text
    """What the lane is called. Required."""


LANES = (
    *("goal", "steps", "emotion", "thinks", "quotes", "effort", "work", "frontstage", "backstage", "support"),
    *("physical_evidence", "metrics", "hotspots", "causes", "ideas"),
)


def _known_lane(lane: Any) -> Any:
    if isinstance(lane, str) and lane not in LANES:
        near = closest(lane, LANES)
        raise ValueError(
            f"`{lane}` is not a lane; " + (f"did you mean `{near}`?" if near else f"known: {', '.join(LANES)}")
        )
    return lane


class Category(Named):
    """A category of hotspots and actions."""


def _as_categories(value: Any) -> Any:
    entries = value if isinstance(value, list | tuple) else [value]
    return [{"id": entry, "name": entry} if isinstance(entry, str) else entry for entry in entries]


class Root(Entry):
    """Another content tree."""

    path: Text
    """Its folder. Required."""
    prefix: Id
    """What its journeys' ids begin with. Required."""


class Settings(Entry):
    """The settings of a site. Every one has a default."""

    format: Annotated[Literal[1], BeforeValidator(lambda v: int(v) if v == "1" else v)] = 1
    """The version of the authoring format."""
    currency: Text = "EUR"
    language: Text = "en"
    audience: Literal["internal", "public"] = "internal"
    today: Day | None = None
    """Only for reproducible builds and tests; the day of the build where it is left out."""
    fresh_for: Length = Duration(60 * 1440)
    """How long a number stays fresh after its period has ended."""
    review_every: Length = Duration(180 * 1440)
    """How long a review of a journey holds."""
    min_n: Whole = 30
    """Below this n a number is shown grey, without a verdict."""
    suppress_below: Whole = 10
    """Below this n a number is not shown."""
    fiscal_year: FiscalYear = Field(default_factory=FiscalYear)
    categories: Annotated[tuple[Category, ...], BeforeValidator(_as_categories)] = ()
    """In place of the five of this product: ids, or `{id, name}`."""
    lanes: tuple[Annotated[str, AfterValidator(_known_lane)] | OwnLane, ...] = ()
    """Which lanes maps have, in which order."""
    rules: dict[str, Literal["error", "warning", "note", "off"]] = {}  # noqa: RUF012 (pydantic copies it)
    """The weight of single rules, by code."""
    roots: tuple[Root, ...] = ()
    """Other content trees."""

    @property
    def category_ids(self) -> tuple[str, ...]:
        """The categories there are."""
        return tuple(category.key for category in self.categories) or CATEGORIES
