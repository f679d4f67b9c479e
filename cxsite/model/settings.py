"""`cxsite.yml`: what holds for the whole site."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from cxsite.diagnostics import closest
from cxsite.model.base import OWN_PREFIX, Entry
from cxsite.model.kinds import Kind
from cxsite.model.meant import WrongValueError
from cxsite.model.metric import FiscalYear
from cxsite.model.named import Named
from cxsite.model.text import Id, Text
from cxsite.model.values import Day, Duration, Length, Whole

COMMITS = 200
"""How many commits are told where nobody says."""
CATEGORIES = ("proposition-and-policy", "process", "people", "technology", "organisation")


def _own_field(text: str) -> str:
    if not text.startswith(OWN_PREFIX):
        raise WrongValueError(f"`{text}` is not a field of your own", f"those begin with `{OWN_PREFIX}`")
    return text


class OwnLane(Entry):
    """A lane of the map for a field of one's own."""

    field: Annotated[Text, AfterValidator(_own_field), Kind("key of your own", "x-legal")]
    """The key of a step whose text the lane shows; it begins with `x-`."""
    name: Text
    """What the lane is called."""


LANES = (
    *("goal", "steps", "images", "emotion", "thinks", "quotes", "effort", "work", "frontstage", "backstage", "support"),
    *("physical_evidence", "metrics", "hotspots", "causes", "ideas"),
)


def _known_lane(lane: Any) -> Any:
    if isinstance(lane, str) and lane not in LANES:
        near = closest(lane, LANES)
        hint = f"did you mean `{near}`?" if near else f"known: {', '.join(LANES)}"
        raise WrongValueError(f"`{lane}` is not a lane", hint, near)
    return lane


Lane = Annotated[str, AfterValidator(_known_lane), Kind("lane", "emotion", f"names of lanes ({', '.join(LANES)})")]


class Category(Named):
    """A category of hotspots and actions."""


def _as_categories(value: Any) -> Any:
    entries = value if isinstance(value, list | tuple) else [value]
    return [{"id": entry, "name": entry} if isinstance(entry, str) else entry for entry in entries]


_IDS = Kind("id", plural="ids", section="ids")
RuleCode = Annotated[str, Kind("code of a rule", "CX203", "codes of rules")]


ChangeId = Annotated[str, Kind("id of a kind of change", "quote", "ids of kinds of changes")]


class Root(Entry):
    """Another content tree."""

    path: Text
    """Its folder."""
    prefix: Id
    """What the ids of its journeys begin with."""


class Settings(Entry):
    """The settings of a site. Every one has a default."""

    format: Annotated[Literal[1], BeforeValidator(lambda v: int(v) if v == "1" else v)] = 1
    """The version of the authoring format."""
    currency: Text = "EUR"
    """Three letters: what amounts are in where they do not say."""
    language: Text = "en"
    """The language the maps are written in: long words break by its rules. The words of cxsite itself are English."""
    audience: Literal["internal", "public"] = "internal"
    """Who reads the site; `public` keeps internal quotes out."""
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
    """When the fiscal year starts, for periods such as `FY2020-Q1`."""
    categories: Annotated[tuple[Category, ...], BeforeValidator(_as_categories), _IDS] = ()
    """In place of proposition-and-policy, process, people, technology and organisation."""
    lanes: tuple[Lane | OwnLane, ...] = ()
    """Which lanes maps have, in which order."""
    rules: dict[RuleCode, Literal["error", "warning", "note", "off"]] = {}  # noqa: RUF012 (pydantic copies it)
    """How much single rules weigh, by their code: `{CX203: error}`."""
    changes: dict[ChangeId, Literal["attention", "notice", "info", "off"]] = {}  # noqa: RUF012 (pydantic copies it)
    """How much kinds of changes weigh in a review, by their id: `{quote: notice}`."""
    history: Whole | None = None
    """How many commits the history on the pages goes back: 200 where it is left out, none on a public site."""
    roots: tuple[Root, ...] = ()
    """Other content trees, each with a prefix for its ids."""

    @property
    def commits_back(self) -> int:
        """How many commits are told. A public site tells none by itself: they hold what was taken out of the maps."""
        if self.history is not None:
            return self.history
        return 0 if self.audience == "public" or "history" in self.nothing else COMMITS

    @property
    def category_ids(self) -> tuple[str, ...]:
        """The categories there are."""
        return tuple(category.key for category in self.categories) or CATEGORIES

    def category_name(self, key: str) -> str:
        """What a category is called; one that nobody named reads as its id."""
        named = next((one.name for one in self.categories if one.key == key), key)
        return named.replace("-", " ").capitalize() if named == key else named
