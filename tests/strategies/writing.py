"""Plain structures to files, in many styles, and where in a file a value then stands.

Every scalar is text here, as it is for the loader: `"12min"`, `"0.5"`, `"true"`. The word `none` as a statement is
`NONE`; the same letters as a text are written in quotes.
"""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

Content = Mapping[str, Any]
"""File name to a mapping (YAML), a `Table` (CSV), or the text of any other file."""
Path = tuple[str | int, ...]


class Nothing(str):
    """The word `none`, meant as such."""

    __slots__ = ()

    def __deepcopy__(self, memo: object) -> Nothing:
        return self


NONE = Nothing("none")


@dataclass
class Table:
    """A CSV file: columns, and rows of as many cells."""

    columns: list[str]
    rows: list[list[str]]
    delimiter: str = ","


@dataclass(frozen=True)
class Style:
    """How YAML is laid out. A seed decides what differs from value to value."""

    seed: int = 0
    quotes: str = "as needed"
    """`as needed`, `mixed`"""
    flow: bool = False
    """Inner mappings and lists in braces and brackets."""
    shuffled: bool = False
    comments: bool = False
    indent: int = 2
    ending: str = "\n"


PLAIN = Style()


def styles() -> SearchStrategy[Style]:
    """Any layout of the same content."""
    return st.builds(
        Style,
        seed=st.integers(0, 1000),
        quotes=st.sampled_from(["as needed", "mixed"]),
        flow=st.booleans(),
        shuffled=st.booleans(),
        comments=st.booleans(),
        indent=st.sampled_from([2, 4]),
        ending=st.sampled_from(["\n", "\r\n"]),
    )


def files_of(content: Content, style: Style = PLAIN) -> dict[str, str]:
    """The texts of all files, ready for `support.write`."""
    return {name: _file(value, style) for name, value in content.items()}


def _file(value: Any, style: Style) -> str:
    if isinstance(value, str):
        return value
    return _csv(value) if isinstance(value, Table) else to_yaml(value, style)


def _csv(table: Table) -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=table.delimiter, lineterminator="\n")
    writer.writerows([table.columns, *table.rows])
    return out.getvalue()


def to_yaml(value: Any, style: Style = PLAIN) -> str:
    """A mapping as YAML. Whatever would be read as something else stands in quotes."""
    chance = random.Random(style.seed)
    if style.shuffled:
        value = _shuffled(value, chance)
    out = io.StringIO()
    dumper = _Dumper(
        out,
        default_flow_style=False,
        allow_unicode=True,
        width=1_000_000,
        indent=style.indent,
        sort_keys=False,
    )
    dumper.chance = chance if style.quotes == "mixed" or style.flow else None
    dumper.mixed, dumper.flow = style.quotes == "mixed", style.flow
    dumper.open()
    dumper.represent(value)
    dumper.close()
    text = out.getvalue()
    if style.comments:
        text = _commented(text, chance)
    return text.replace("\n", style.ending) if style.ending != "\n" else text


class _Dumper(yaml.cyaml.CBaseDumper):
    """Knows no types but text, so that nothing is quoted only because YAML 1.1 takes it for a number or a date."""

    chance: random.Random | None = None
    mixed = flow = False

    def ignore_aliases(self, data: object) -> bool:
        return True


_BREAKS = frozenset("\x85\u2028\u2029")
"""Line breaks of YAML 1.1 that are none in YAML 1.2: escaped, so that both read the same."""


def _text(dumper: Any, value: str) -> Any:
    style = "'" if value == "none" or not value else None
    if dumper.mixed:
        style = dumper.chance.choice(['"', "'", style])
    if not _BREAKS.isdisjoint(value):
        style = '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style)


def _inner(dumper: Any, value: Any) -> bool | None:
    return True if dumper.flow and dumper.represented_objects and dumper.chance.random() < 0.3 else None


def _mapping(dumper: Any, value: Mapping[str, Any]) -> Any:
    return dumper.represent_mapping("tag:yaml.org,2002:map", value.items(), _inner(dumper, value))


def _list(dumper: Any, value: list[Any]) -> Any:
    return dumper.represent_sequence("tag:yaml.org,2002:seq", value, _inner(dumper, value))


_Dumper.add_representer(Nothing, lambda dumper, _: dumper.represent_scalar("tag:yaml.org,2002:str", "none"))
_Dumper.add_representer(str, _text)
_Dumper.add_representer(dict, _mapping)
_Dumper.add_representer(list, _list)


def _shuffled(value: Any, chance: random.Random) -> Any:
    if isinstance(value, Mapping):
        items = [(key, _shuffled(inner, chance)) for key, inner in value.items()]
        chance.shuffle(items)
        return dict(items)
    return [_shuffled(inner, chance) for inner in value] if isinstance(value, list) else value


def _commented(text: str, chance: random.Random) -> str:
    """Comment lines in front of keys, and comments behind single-line values; never inside a text."""
    lines = text.split("\n")
    before: set[int] = set()
    behind: set[int] = set()
    for key, value in _pairs(yaml.compose(text, Loader=yaml.CBaseLoader)):
        line = lines[key.start_mark.line]
        if not line[: key.start_mark.column].strip():
            before.add(key.start_mark.line)
        end = value.end_mark
        if isinstance(value, yaml.ScalarNode) and end.line == key.start_mark.line and not line[end.column :].strip():
            behind.add(end.line)
    for number in sorted(before | behind, reverse=True):
        if number in behind and chance.random() < 0.5:
            lines[number] += "  # why: 'so'"
        if number in before and chance.random() < 0.3:
            lines.insert(number, chance.choice(["# a: comment", "", "#", "    # - of any indent"]))
    return "\n".join(["# at the top", *lines, "# at the end", ""])


def _pairs(node: Any) -> Any:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if node.flow_style is not True:
                yield key, value
            yield from _pairs(value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _pairs(value)


@dataclass(frozen=True)
class Spot:
    """A place in a content: of the value at `path`, or with `key` of the key that leads there. A row of a table has its
    number (0-based) as the path."""

    file: str
    path: Path = ()
    key: bool = False


def line_of(content: Content, spot: Spot, style: Style = PLAIN) -> int:
    """The line in which a spot is written, found by PyYAML and not by the loader that is tested."""
    value = content[spot.file]
    if isinstance(value, Table):
        return int(spot.path[0]) + 2 if spot.path else 1
    node = yaml.compose(to_yaml(value, style), Loader=yaml.CBaseLoader)
    for index, part in enumerate(spot.path):
        if isinstance(part, int):
            node = node.value[part]
        else:
            key, inner = next(pair for pair in node.value if pair[0].value == part)
            node = key if spot.key and index == len(spot.path) - 1 else inner
    return int(node.start_mark.line) + 1
