"""What a painter cannot draw is said when it is made, never found out while it draws."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any


class Unsupported(Exception):  # noqa: N818 (a refusal, not a mistake)
    """A spec has a feature that the painter does not know; the message names it."""


def only(known: Iterable[str], given: Mapping[str, Any], place: str) -> None:
    """Refuses keys that are not known, since each might change the drawing."""
    if unknown := sorted(set(given) - set(known)):
        raise Unsupported(f"{place}: {', '.join(unknown)}")


def plain_name(name: Any, place: str) -> str:
    """The name of a field; one that is a path into a value is refused."""
    if not isinstance(name, str) or set(name) & set(".[]\\'\""):
        raise Unsupported(f"{place}: field {name!r}")
    return name


def one_of(value: Any, known: Iterable[Any], place: str) -> Any:
    """The value, if it is one of those that are known. `True` is not 1."""
    if not any(value == one and type(value) is type(one) for one in known):
        raise Unsupported(f"{place}: {value!r}")
    return value
