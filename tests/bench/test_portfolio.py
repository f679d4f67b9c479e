"""Generated portfolios: as valid as written ones, and the same each time."""

from __future__ import annotations

import pytest

from bench.portfolio import FORMS, portfolio, write_portfolio
from bench.words import title
from cxsite.diagnostics import Severity
from cxsite.pipeline import Examined, examine
from cxsite.project import Project


@pytest.fixture(scope="module")
def ten(tmp_path_factory: pytest.TempPathFactory) -> Examined:
    return examine(Project(write_portfolio(tmp_path_factory.mktemp("ten"), 10)))


def test_ten_journeys_check_clean(ten: Examined) -> None:
    assert [str(d) for d in ten.diagnostics if d.severity is not Severity.NOTE] == []


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others() -> None:
    first = portfolio(4)
    assert portfolio(4) == first
    assert portfolio(4, seed=8) != first


def test_a_journey_is_the_same_in_a_larger_portfolio() -> None:
    few, many = portfolio(3), portfolio(5)
    own = [name for name in few if name.startswith("journeys/join-") or name.startswith("metrics/join-")]
    assert own
    assert all(few[name] == many[name] for name in own)


def test_a_thousand_journeys_have_a_thousand_names() -> None:
    assert len({title(index) for index in range(3000)}) == 3000


def test_the_journeys_are_as_varied_as_real_ones(ten: Examined) -> None:
    journeys = ten.content.portfolio.journeys
    assert len(journeys) == 10
    full = [journey for journey in journeys if journey.hotspots]
    assert 0 < len(full) < 10
    assert {journey.status for journey in journeys} == {"draft", "live"}
    assert 0 < sum(bool(journey.targets) for journey in full) < len(full)
    assert all(4 <= len(journey.phases) <= 7 and 8 <= len(journey.steps) <= 20 for journey in full)
    assert any(action.shipped for journey in full for action in journey.actions)
    assert len({len(list(ten.project.journeys.rglob(f"{j.key}*/**/*.yml"))) for j in full}) >= len(set(FORMS))
