"""Templates: Jinja with escaping on, and the few filters that pages share."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from cxsite.derive.maps.said import as_heading
from cxsite.derive.work.spots import lacks_of, rating_of
from cxsite.derive.written.amounts import (
    write_emotion_lost,
    write_length,
    write_minutes,
    write_points,
    write_repeats,
    write_share,
)
from cxsite.derive.written.marks import effort_mark
from cxsite.derive.written.numbers import write_emotion, write_interval, write_n, write_number, write_value
from cxsite.diagnostics import count_of
from cxsite.draw.marks.face import face, shape
from cxsite.draw.twin import is_detail
from cxsite.pages import words
from cxsite.pages.hyphens import narrow
from cxsite.pages.marked import marked
from cxsite.pages.plan import COMMIT, LINK
from cxsite.pages.text import quoted, to_html, to_plain
from cxsite.pages.unbroken import together


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("cxsite.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,  # or each use of a template asks the disk whether it changed
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        text=to_html, quoted=quoted, plain=to_plain, number=write_number, emotion=write_emotion, count=count_of
    )
    environment.filters.update(heading=as_heading, narrow=narrow)
    units: dict[str, Callable[..., str]] = {
        "share": write_share,
        "minutes": write_minutes,
        "duration": write_length,
        "points": write_points,
    }
    environment.filters.update({name: _unbroken(write) for name, write in units.items()})
    environment.filters.update(times=write_repeats, together=together)
    environment.globals.update(face=face, shape=shape, rating_of=rating_of, lacks_of=lacks_of, is_detail=is_detail)
    environment.globals.update(
        value=_unbroken(write_value), interval=_unbroken(write_interval), n=_unbroken(write_n), link=LINK
    )
    environment.globals.update(minutes=_unbroken(write_minutes), points=_unbroken(write_points))
    environment.globals.update(lost=_unbroken(write_emotion_lost), commits=COMMIT, words=words)
    environment.globals.update(marked=marked, effort_mark=effort_mark)
    return environment


def _unbroken(write: Callable[..., str]) -> Callable[..., str]:
    """What it writes, with numbers and units that stay together."""
    return lambda *values: str(together(write(*values)))


def render(template: str, **values: Any) -> Markup:
    """A template as HTML: `current/map` is the part `map` of the page kind `current`."""
    lines = _environment().get_template(f"{template}.html.j2").render(**values).splitlines()
    return Markup("\n".join(line.strip() for line in lines if line.strip()))
