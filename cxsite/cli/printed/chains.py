"""Chains: the share of customers who get through all phases of a journey without a hitch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cxsite.cli.printed.shapes import Json, period_as_json, table
from cxsite.derive.atlas import Atlas
from cxsite.derive.effort.chain import Chain, Link
from cxsite.derive.written.amounts import write_share
from cxsite.derive.written.numbers import write_number
from cxsite.diagnostics import count_of
from cxsite.model.metric import Metric


def chains(atlas: Atlas, metrics: Iterable[Metric] | None = None) -> Iterator[Chain]:
    """The chain of each journey that has one; with metrics those made of them."""
    wanted = None if metrics is None else {metric.key for metric in metrics}
    for journey in atlas.journeys:
        chain = atlas.chain(journey)
        if chain and (wanted is None or chain.metric.key in wanted):
            yield chain


def lines(chain: Chain, atlas: Atlas) -> Iterator[str]:
    """A chain for people."""
    share = f"no share: {chain.why_open}" if chain.share is None else f"{write_share(chain.share)}, {chain.interval}"
    yield f"{chain.journey}: {chain.metric.key}, {share}"
    if chain.missing:
        through = f"{len(chain.measured)} of {count_of(len(chain.links), 'phase')}"
        missing = " and ".join(one.phase.key for one in chain.missing)
        yield f"  through {through} only: with {missing} it could only be lower"
    drawn = "" if chain.low is None else f", simulated in {write_number(chain.draws, 0)} draws from {chain.seed}"
    yield f"  {chain.assumes}{drawn}"
    stale = chain.stale(atlas.today, atlas.settings)
    rows = [
        ("phase", "share", "target", "whole with it", "period", "row"),
        *(_row(link, chain, stale) for link in chain.links),
    ]
    yield from table(rows, frozenset({1, 2, 3}))
    if chain.weakest:
        yield f"  weakest: {' and '.join(link.phase.key for link in chain.weakest)}"
    if chain.repair:
        yield f"  repair worth most: {chain.repair.phase.key}"


def _row(link: Link, chain: Chain, stale: tuple[Link, ...]) -> tuple[str, ...]:
    shares = (link.share, link.target, chain.repaired(link))
    period = link.reading.point.period.label if link.reading else ""
    period += f", {link.unsure}" if link.unsure else ""
    period += ", stale" if link in stale else ""
    written = ("" if one is None else write_share(one) for one in shares)
    return link.phase.key, *written, period, _place(link) or link.why_not


def _place(link: Link) -> str:
    span = link.reading.point.span if link.reading else None
    return f"{span.file}:{span.line}" if span else ""


def as_json(chain: Chain, atlas: Atlas) -> Json:
    """A chain for machines."""
    repair, stale = chain.repair, chain.stale(atlas.today, atlas.settings)
    return {
        "journey": chain.journey,
        "metric": chain.metric.key,
        "value": chain.share,
        "low": chain.low,
        "high": chain.high,
        "level": chain.level if chain.low is not None else None,
        "why_open": chain.why_open,
        "draws": chain.draws,
        "seed": chain.seed,
        "assumption": chain.assumes,
        "links": [_link_as_json(link, chain) | {"stale": link in stale} for link in chain.links],
        "weakest": [link.phase.key for link in chain.weakest],
        "missing": [link.phase.key for link in chain.missing],
        "repair": {"phase": repair.phase.key, "lift": repair.lift} if repair else None,
    }


def _link_as_json(link: Link, chain: Chain) -> Json:
    return {
        "phase": link.phase.key,
        "share": link.share,
        "counts": list(link.counts) if link.counts else None,
        **period_as_json(link.reading.point.period if link.reading else None),
        "row": _place(link),
        "target": link.target,
        "lift": link.lift,
        "why_not": link.why_not,
        "unsure": link.unsure,
        "whole": chain.repaired(link),
    }
