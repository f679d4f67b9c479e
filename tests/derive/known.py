"""What tests of maps share: a journey and its numbers from a few lines of YAML."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, Phase, settings
from support import ROOT, small_project, times, write

from cxsite.derive.places.readings import Readings
from cxsite.measure.series import Measures
from cxsite.model.journey import Journey
from cxsite.model.portfolio import Portfolio
from cxsite.pipeline import Examined, examine
from cxsite.project import Project

HEAD = "name: A\nowner: sales\n"

moderate = settings(
    max_examples=times(8),
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # making a whole project small takes minutes
)


@dataclass(frozen=True)
class Known:
    """A project that was read, with the journey in question."""

    whole: Examined
    journey: Journey
    readings: Readings

    @property
    def portfolio(self) -> Portfolio:
        return self.readings.portfolio

    @property
    def measures(self) -> Measures:
        return self.readings.measures


def known(text: str, files: Mapping[str, str] | None = None, errors: bool = False) -> Known:
    """The journey `a`, in one file, in a project with these other files."""
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), {"journeys/a.yml": HEAD + text, **(files or {})})
        return of_project(Path(folder), "a", errors)


def of_project(folder: Path, journey: str, errors: bool = False) -> Known:
    whole = examine(Project(folder))
    assert errors or not whole.has_errors, [str(one) for one in whole.diagnostics]
    portfolio = whole.content.portfolio
    return Known(whole, portfolio.journey_by_id[journey], Readings(portfolio, whole.measures))


@cache
def example(journey: str = "join") -> Known:
    """The small example."""
    return of_project(ROOT / "tests" / "sites" / "example", journey)


def every(folder: Path) -> tuple[Known, ...]:
    """Each journey of a project."""
    whole = examine(Project(folder))
    readings = Readings(whole.content.portfolio, whole.measures)
    return tuple(Known(whole, journey, readings) for journey in whole.content.portfolio.journeys)


def one_phase(*steps: str, more: str = "") -> str:
    """A map of one phase `p` with these steps, each between braces."""
    return f"{more}phases:\n  - id: p\n    name: P\n    steps:\n" + "".join(f"      - {{{step}}}\n" for step in steps)


__all__ = ["HEAD", "Known", "every", "example", "known", "moderate", "of_project", "one_phase", "small_project"]
