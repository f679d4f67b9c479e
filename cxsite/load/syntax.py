"""What libyaml complains of, in plain words: where it is, what it is, what to write instead."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import yaml

from cxsite.diagnostics import Code, Diagnostic, Severity, Span
from cxsite.load.cuts import tab_at
from cxsite.load.files import Text

NOT_YAML = Code("CX010", Severity.ERROR, "the file is not YAML")
"""The most frequent causes are a text that holds `: ` without quotes, a quote or a bracket left open, and lines whose
indent does not match that of their neighbours."""

_QUOTE_FIRST = re.compile(r"^.*?(?=(?:^|[\s\[{,])[\"'])")
"""What stands in front of the first text in quotes."""


@dataclass(frozen=True)
class _Complaint:
    """What libyaml says, where it stopped, and where what it was reading began."""

    source: Text
    problem: str
    context: str
    at: Span
    began: Span | None

    @property
    def line(self) -> str:
        """The text of the line it stopped in."""
        lines = self.source.lines
        return lines[self.at.line - 1] if self.at.line <= len(lines) else ""

    @property
    def sign(self) -> str:
        """The character it stopped at."""
        return self.line[self.at.column - 1 : self.at.column]


def explain(source: Text, problem: yaml.YAMLError) -> Diagnostic:
    """The diagnostic for a file that libyaml cannot read."""
    complaint = _complaint(source, problem)
    told = next((tell(complaint) for part, tell in _KNOWN if part in complaint.problem), None)
    if told is not None:
        return told
    message = f"this is not YAML: {complaint.problem}"
    return NOT_YAML(complaint.at, message, "look at the indent, and at quotes and brackets left open")


def _complaint(source: Text, problem: yaml.YAMLError) -> _Complaint:
    mark, context = getattr(problem, "problem_mark", None), getattr(problem, "context_mark", None)
    what = getattr(problem, "problem", None) or getattr(problem, "reason", None) or "it cannot be read"
    doing = getattr(problem, "context", None) or ""
    return _Complaint(source, str(what), str(doing), _place(source, problem, mark), _span(source, context))


def _place(source: Text, problem: yaml.YAMLError, mark: Any) -> Span:
    position = getattr(problem, "position", None)
    if mark is None and position is not None:
        before = source.text.encode()[:position].decode(errors="ignore")  # libyaml counts bytes
        return Span(source.name, before.count("\n") + 1, len(before) - before.rfind("\n"))
    return _span(source, mark) or Span(source.name)


def _span(source: Text, mark: Any) -> Span | None:
    return Span(source.name, mark.line + 1, mark.column + 1) if mark is not None else None


def _second_colon(it: _Complaint) -> Diagnostic:
    before = it.line[: it.at.column - 1]
    if ": " in before:
        key, _, text = it.line.partition(": ")
        hint = f"put the text in quotes: `{key.strip(' -')}: {_quoted(text)}`"
        return NOT_YAML(it.at, "a text with `: ` in it needs quotes", hint)
    message = "this line is indented more than the one above it, and was read as part of its text"
    return NOT_YAML(it.at, message, "give a key the indent of its neighbours; put a text with `: ` in it in quotes")


def _quoted(text: str) -> str:
    """The text in quotes that keep it as it is."""
    text = text.strip()
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def _first_sign(it: _Complaint) -> Diagnostic:
    if it.sign == "\t":
        return _tab(it)
    return NOT_YAML(it.at, f"a text may not begin with `{it.sign}`", "put the text in quotes")


def _tab(it: _Complaint) -> Diagnostic:
    return tab_at(it.at)


def _open_bracket(it: _Complaint) -> Diagnostic:
    began = it.began or it.at
    sign, end = ("[", "]") if "sequence" in it.context else ("{", "}")
    first = it.source.lines[began.line - 1][began.column :] if began.line <= len(it.source.lines) else ""
    hash_at = _HASH_IN_TEXT.search(first)
    if hash_at and end in first[hash_at.start() :]:
        here = replace(began, column=began.column + hash_at.start() + 3)
        message = f"` #` begins a comment, so the `{end}` behind it is not read"
        return NOT_YAML(here, message, "put the text with ` #` in quotes")
    if it.at.line == began.line and it.sign == ":":
        return NOT_YAML(it.at, "a text with `: ` in it needs quotes", "put the whole text in quotes")
    message = f"the `{sign}` that opens here is not closed, or a comma is missing before line {it.at.line}"
    return NOT_YAML(began, message, "close it; put a text that holds `: `, a comma or brackets in quotes")


def _open_quote(it: _Complaint) -> Diagnostic:
    if "quoted" not in it.context:
        return NOT_YAML(it.began or it.at, "what begins here does not end", "is a bracket or a quote left open?")
    return NOT_YAML(it.began or it.at, "the quote that opens here is never closed", "close it with the same mark")


def _no_key(it: _Complaint) -> Diagnostic:
    if it.line[: it.at.column - 1].rstrip().endswith(("'", '"')):
        text = _QUOTE_FIRST.sub("", it.line).strip()
        whole = text[1:-1] if text[0] == text[-1] else text
        return NOT_YAML(
            it.at, "the text goes on behind its closing quote", f"write the whole of it as `{_quoted(whole)}`"
        )
    return NOT_YAML(it.at, "this does not line up with what stands above it", "give all keys of an entry one indent")


def _out_of_line(it: _Complaint) -> Diagnostic:
    hint = "give all keys of an entry the same indent; a new entry of the list begins with `- `"
    return NOT_YAML(it.at, "this line does not line up with those above it", hint)


def _no_colon(it: _Complaint) -> Diagnostic:
    hint = "write `key: value`; if it goes on with the text above, put that text below a `>`"
    return NOT_YAML(it.began or it.at, "this line has no `: ` and belongs to nothing", hint)


def _alias_sign(it: _Complaint) -> Diagnostic:
    sign = "*" if "alias" in it.context else "&"
    return NOT_YAML(it.began or it.at, f"a text may not begin with `{sign}`", "put the text in quotes")


def _says(message: str, hint: str) -> Callable[[_Complaint], Diagnostic]:
    return lambda it: NOT_YAML(it.at, message, hint)


_HASH_IN_TEXT = re.compile(r"\S #")
_KNOWN: tuple[tuple[str, Callable[[_Complaint], Diagnostic]], ...] = (
    ("mapping values are not allowed", _second_colon),
    ("cannot start any token", _first_sign),
    ("tab character", _tab),
    ("expected ',' or", _open_bracket),
    ("unexpected end of stream", _open_quote),
    ("did not find expected key", _no_key),
    ("could not find expected ':'", _no_colon),
    ("expected alphabetic or numeric", _alias_sign),
    ("expected '-' indicator", _out_of_line),
    (
        "expected comment or line break",
        _says(
            "behind `>` or `|` a text begins in the line below",
            "put it there, indented; or in quotes, if the sign belongs to it",
        ),
    ),
    ("unknown escape", _says("a backslash means something in double quotes", "use single quotes, or write two")),
    (
        "block sequence entries",
        _says(
            "a list begins in the line below its key",
            "put `- ` there, indented; or a text that begins with `- ` in quotes",
        ),
    ),
    ("mapping keys are not allowed", _says("a text may not begin with `? `", "put the text in quotes")),
    ("unknown directive", _says("a line may not begin with `%`", "put the text in quotes")),
    ("control characters", _says("a sign stands here that is no letter, and cannot be seen", "take it out")),
    ("<document start>", _says("the indent is smaller than at the top", "begin all top keys in the first column")),
)
