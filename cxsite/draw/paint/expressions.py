"""Expressions as closures, by operator precedence. A function, an operator or a name that is not known is refused."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import Any

from cxsite.draw.paint.refuse import Unsupported
from cxsite.draw.paint.scope import Found, Names, Row, Scope
from cxsite.draw.paint.ticks import written_whole
from cxsite.draw.paint.values import UNDEFINED, added, equal, less, number, text, truthy, valid

_TOKEN = re.compile(
    r"""\s*(?:(?P<number>\d+\.?\d*|\.\d+)|(?P<string>"[^"\\]*"|'[^'\\]*')|(?P<name>[A-Za-z_$][\w$]*)"""
    r"""|(?P<sign>===|!==|==|!=|<=|>=|&&|\|\||[-+*/!<>?:.,()\[\]]))"""
)
_WORDS: dict[str, Any] = {"true": True, "false": False, "null": None}
Token = tuple[str, str]


def compile_expression(source: str, names: Names) -> Found:
    """The closure of an expression over `datum`."""
    return _Parser(source, names).whole()


class _Parser:
    def __init__(self, source: str, names: Names) -> None:
        self.source = source
        self.names = names
        self.tokens = [*_tokens(source), ("end", "")]
        self.at = 0

    def whole(self) -> Found:
        found = self.ternary()
        if self.tokens[self.at][0] != "end":
            self.refuse()
        return found

    def refuse(self, what: str = "") -> None:
        raise Unsupported(f"expression {self.source!r}: {what or self.tokens[self.at][1] or 'its end'}")

    def take(self, sign: str) -> bool:
        taken = self.tokens[self.at] == ("sign", sign)
        self.at += taken
        return taken

    def need(self, sign: str) -> None:
        if not self.take(sign):
            self.refuse()

    def ternary(self) -> Found:
        test = self.binary(0)
        if not self.take("?"):
            return test
        then = self.ternary()
        self.need(":")
        other = self.ternary()
        return lambda datum, scope: then(datum, scope) if truthy(test(datum, scope)) else other(datum, scope)

    def binary(self, least: int) -> Found:
        left = self.unary()
        while True:
            kind, sign = self.tokens[self.at]
            if kind != "sign" or sign not in _BINARY or _BINARY[sign][0] <= least:
                return left
            self.at += 1
            power, made = _BINARY[sign]
            left = made(left, self.binary(power))

    def unary(self) -> Found:
        if self.take("!"):
            one = self.unary()
            return lambda datum, scope: not truthy(one(datum, scope))
        if self.take("-"):
            two = self.unary()
            return lambda datum, scope: -number(two(datum, scope))
        if self.take("+"):
            three = self.unary()
            return lambda datum, scope: number(three(datum, scope))
        return self.member(self.primary())

    def member(self, whole: Found) -> Found:
        while True:
            if self.take("."):
                kind, name = self.tokens[self.at]
                if kind != "name":
                    self.refuse()
                self.at += 1
                whole = _member(whole, constant_of(name))
            elif self.take("["):
                key = self.ternary()
                self.need("]")
                whole = _member(whole, key)
            else:
                return whole

    def primary(self) -> Found:
        kind, word = self.tokens[self.at]
        self.at += 1
        if kind == "number":
            return constant_of(float(word))
        if kind == "string":
            return constant_of(word[1:-1])
        if kind == "name":
            return self.called(word) if self.take("(") else self.named(word)
        if word == "(":
            inside = self.ternary()
            self.need(")")
            return inside
        self.at -= 1
        self.refuse()
        raise AssertionError

    def named(self, name: str) -> Found:
        if name in _WORDS:
            return constant_of(_WORDS[name])
        if name == "datum":
            return self.field() or (lambda datum, _scope: datum)
        if name not in self.names.signals:
            self.refuse(name)
        return lambda _datum, scope: scope.signals[name]

    def field(self) -> Found | None:
        """A field of the row in one step, since nearly every expression asks for one."""
        at = self.at
        if self.take(".") and self.tokens[self.at][0] == "name":
            name = self.tokens[self.at][1]
            self.at += 1
            return lambda datum, _scope: datum.get(name, UNDEFINED)
        self.at = at
        if self.take("[") and self.tokens[self.at][0] == "string" and self.tokens[self.at + 1] == ("sign", "]"):
            key = self.tokens[self.at][1][1:-1]
            self.at += 2
            return lambda datum, _scope: datum.get(key, UNDEFINED)
        self.at = at
        return None

    def called(self, name: str) -> Found:
        if name in _NAMING:
            return self.naming(name)
        arguments = [] if self.take(")") else self.arguments()
        if name == "format" and self.tokens[self.at - 2] != ("string", "'d'"):
            self.refuse("format")
        count, function = _FUNCTIONS.get(name, (-1, valid))
        if len(arguments) != count:
            self.refuse(f"{name}()")
        return _called(function, arguments)

    def arguments(self) -> list[Found]:
        found = [self.ternary()]
        while self.take(","):
            found.append(self.ternary())
        self.need(")")
        return found

    def naming(self, name: str) -> Found:
        kind, word = self.tokens[self.at]
        key = word[1:-1]
        known = key in self.names.rows if name == "data" else self.names.scales.get(key) == "band"
        if kind != "string" or not known:
            self.refuse(f"{name}({word})")
        self.at += 1
        self.need(")")
        return _NAMING[name](key)


def _tokens(source: str) -> list[Token]:
    found: list[Token] = []
    at, source = 0, source.rstrip()
    while at < len(source):
        match = _TOKEN.match(source, at)
        if match is None or match.lastgroup is None:
            raise Unsupported(f"expression {source!r}: {source[at:]}")
        found.append((match.lastgroup, match[match.lastgroup]))
        at = match.end()
    return found


def constant_of(value: Any) -> Found:
    """Finds the same value for every row."""
    return lambda _datum, _scope: value


def _called(function: Callable[..., Any], arguments: list[Found]) -> Found:
    if len(arguments) == 1:
        (only,) = arguments
        return lambda datum, scope: function(only(datum, scope))
    return lambda datum, scope: function(*(one(datum, scope) for one in arguments))


def _member(whole: Found, key: Found) -> Found:
    return lambda datum, scope: _item(whole(datum, scope), key(datum, scope))


def _item(whole: Any, key: Any) -> Any:
    if isinstance(whole, dict):
        return whole.get(text(key), UNDEFINED)
    if isinstance(whole, list | tuple | str):
        if key == "length":
            return len(whole)
        index = number(key)
        return whole[int(index)] if 0 <= index < len(whole) and index == int(index) else UNDEFINED
    return UNDEFINED


def _and(left: Found, right: Found) -> Found:
    return lambda datum, scope: right(datum, scope) if truthy(one := left(datum, scope)) else one


def _or(left: Found, right: Found) -> Found:
    return lambda datum, scope: one if truthy(one := left(datum, scope)) else right(datum, scope)


def _of_two(function: Callable[[Any, Any], Any]) -> Callable[[Found, Found], Found]:
    return lambda left, right: lambda datum, scope: function(left(datum, scope), right(datum, scope))


def _same(one: Any, other: Any) -> bool:
    kinds = [str if isinstance(v, str) else bool if isinstance(v, bool) else type(v) for v in (one, other)]
    numbers = all(isinstance(v, int | float) and not isinstance(v, bool) for v in (one, other))
    return bool(one == other) and (numbers or kinds[0] is kinds[1])


def _divided(one: Any, other: Any) -> float:
    above, below = number(one), number(other)
    if below == 0:
        return math.nan if above == 0 or above != above else math.copysign(math.inf, above) * math.copysign(1, below)
    return above / below


_BINARY: dict[str, tuple[int, Callable[[Found, Found], Found]]] = {
    "||": (1, _or),
    "&&": (2, _and),
    "==": (3, _of_two(equal)),
    "!=": (3, _of_two(lambda one, other: not equal(one, other))),
    "===": (3, _of_two(_same)),
    "!==": (3, _of_two(lambda one, other: not _same(one, other))),
    "<": (4, _of_two(less)),
    ">": (4, _of_two(lambda one, other: less(other, one))),
    "+": (5, _of_two(added)),
    "-": (5, _of_two(lambda one, other: number(one) - number(other))),
    "*": (6, _of_two(lambda one, other: number(one) * number(other))),
    "/": (6, _of_two(_divided)),
}


def _to_number(value: Any) -> float | None:
    return None if value is None or value is UNDEFINED or value == "" else number(value)


def _finite(value: Any) -> bool:
    return math.isfinite(number(value))


def _replaced(whole: Any, old: Any, new: Any) -> str:
    return text(whole).replace(text(old), text(new), 1)


def _bandspace(count: Any, inner: Any, outer: Any) -> float:
    space = number(count) - number(inner) + 2 * number(outer)
    return (space if space > 0 else 1) if truthy(count) else 0


_FUNCTIONS: dict[str, tuple[int, Callable[..., Any]]] = {
    "isValid": (1, valid),
    "isFinite": (1, _finite),
    "toNumber": (1, _to_number),
    "ceil": (1, lambda value: math.ceil(number(value))),
    "replace": (3, _replaced),
    "format": (2, lambda value, _specifier: written_whole(number(value))),
    "bandspace": (3, _bandspace),
}


def _rows(name: str) -> Found:
    def found(_datum: Row, scope: Scope) -> Any:
        return scope.rows[name]

    return found


def _domain(name: str) -> Found:
    def found(_datum: Row, scope: Scope) -> Any:
        return scope.domains[name]

    return found


_NAMING: dict[str, Callable[[str], Found]] = {"data": _rows, "domain": _domain}
