"""One letter wrong somewhere in the example: said at that very line, with the word that was meant."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from support import TESTS, copy_site, times

from cxsite.check.lookup import all_references, resolve_all
from cxsite.load.content import load
from cxsite.load.files import Text
from cxsite.load.node import SCALAR, SEQUENCE, Node
from cxsite.load.nodes import read_tree
from cxsite.pipeline import examine
from cxsite.project import Project

EXAMPLE = TESTS / "sites" / "example"
ENUMS = {"kind", "severity", "consent", "status", "delivery", "office", "method", "backing", "better"}
VERBS = {"change", "remove", "before", "after", "phase", "into"}
HOW_MANY = times(200)
SEED = 20261001


@dataclass(frozen=True)
class Word:
    """A word of the example and where it stands; lines and columns count from 1."""

    what: str
    file: str
    line: int
    column: int
    text: str


def scalars(node: Node, key: str = "") -> Iterator[tuple[str, str, Node]]:
    """Every key (as `key`) and every value under a key that takes one of a few words, or a step of the map."""
    for name, value in node.pairs():
        yield "key", name.text, name
        yield from scalars(value, name.text)
    if node.kind == SEQUENCE:
        for item in node.items:
            yield from scalars(item, key)
    if node.kind == SCALAR and key in ENUMS:
        yield "choice", key, node
    if node.kind == SCALAR and key in VERBS:
        yield "target", key, node


def words() -> list[Word]:
    """Keys, choices and references of five letters or more."""
    portfolio = load(Project(EXAMPLE)).portfolio
    found: list[Word] = []
    for path in sorted(EXAMPLE.rglob("*.yml")):
        name = path.relative_to(EXAMPLE).as_posix()
        node, _ = read_tree(Text(name, path.read_text(encoding="utf-8")))
        assert node is not None
        for what, key, scalar in scalars(node):
            if what == "target" and not name.endswith("target.yml"):
                continue  # elsewhere it is a reference, and comes below
            if (name, key) == ("metrics/metrics.yml", "kind"):
                continue  # what people call it: any text
            found.append(Word(what, name, scalar.here.line, scalar.here.column, scalar.text))
    for reference, _ in all_references(portfolio, resolve_all(portfolio)):
        span = reference.span
        if reference.kind != "category" and span.line == span.end_line:
            found.append(Word("reference", span.file, span.line, span.column, reference.text))
    there = {word: (EXAMPLE / word.file).read_text(encoding="utf-8").split("\n") for word in found}
    return sorted(
        {w for w in found if len(w.text) >= 5 and there[w][w.line - 1][w.column - 1 :].startswith(w.text)},
        key=lambda w: (w.file, w.line, w.column, w.what),
    )


def misspelt(text: str, chance: random.Random) -> tuple[str, str]:
    """The word with one letter dropped, doubled, swapped with the next, or replaced."""
    how = chance.choice(["drop", "double", "swap", "replace"])
    at = chance.choice([i for i, char in enumerate(text[:-1]) if char.isalpha() and text[i + 1].isalpha()])
    made = {
        "drop": text[:at] + text[at + 1 :],
        "double": text[:at] + text[at] + text[at:],
        "swap": text[:at] + text[at + 1] + text[at] + text[at + 2 :],
        "replace": text[:at] + chance.choice("abcdefghijklmnopqrstuvwxyz") + text[at + 1 :],
    }
    return how, made[how]


def chosen() -> list[tuple[Word, str, str]]:
    """The same misspellings in every run; none of them a word that the example knows."""
    chance = random.Random(SEED)
    all_words = words()
    known = {word.text for word in all_words}
    picked: list[tuple[Word, str, str]] = []
    while len(picked) < HOW_MANY:
        word = chance.choice(all_words)
        how, text = misspelt(word.text, chance)
        if text not in known:
            picked.append((word, how, text))
    return picked


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_site(EXAMPLE, tmp_path_factory.mktemp("misspelt") / "example")


def said(folder: Path, word: Word, text: str) -> str:
    """Empty where the misspelling is said at its line with the word meant; else what was said."""
    path = folder / word.file
    before = path.read_text(encoding="utf-8")
    lines = before.split("\n")
    line = lines[word.line - 1]
    lines[word.line - 1] = line[: word.column - 1] + text + line[word.column - 1 + len(word.text) :]
    path.write_text("\n".join(lines), encoding="utf-8")
    try:
        found = examine(Project(folder)).diagnostics
    finally:
        path.write_text(before, encoding="utf-8")
    here = [d for d in found if (d.span.file, d.span.line) == (word.file, word.line)]
    if any(d.suggestion == word.text for d in here):
        return ""
    return "; ".join(f"{d.code} {d.span} {d.message} ({d.suggestion})" for d in here or found[:3]) or "nothing"


def test_a_misspelling_is_said_at_its_line_with_the_word_that_was_meant(copy: Path) -> None:
    missed = []
    for word, how, text in chosen():
        if answer := said(copy, word, text):
            missed.append(f"{word.file}:{word.line} {word.what} `{word.text}` -> `{text}` ({how}): {answer}")
    assert not missed, f"{HOW_MANY - len(missed)} of {HOW_MANY} found\n" + "\n".join(missed)


def test_misspellings_are_of_every_kind() -> None:
    picked = chosen()
    assert {word.what for word, _, _ in picked} == {"key", "choice", "target", "reference"}
    assert {how for _, how, _ in picked} == {"drop", "double", "swap", "replace"}


def test_a_misspelt_group_is_said_at_its_line_with_the_word_that_was_meant(copy: Path) -> None:
    (word,) = [word for word in words() if word.text == "promoters" and word.what == "key"]
    assert said(copy, word, "promotrs") == ""
