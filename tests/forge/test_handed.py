"""A difference that another run handed over: the same comment comes of it, and nothing else gets through."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from compare.states import after

from cxsite.compare.formats.json import write
from cxsite.errors import ForgeError
from cxsite.forge.comment import Links, compose
from cxsite.forge.handed import LIMIT, read_handed
from cxsite.forge.links import links_of
from cxsite.pages.subjects import with_pages
from forge.test_comment import GITHUB, T, many

LINES = "journeys/value.yml", "emotion: 10", "emotion: 9"


def handed(folder: Path, text: str) -> Path:
    file = folder / "difference.json"
    file.write_text(text, encoding="utf-8")
    return file


def test_the_comment_that_is_made_of_it_is_the_one_that_the_project_makes(tmp_path: Path) -> None:
    for there in (
        after((T, "severity: high", "severity: low"), LINES),
        many(30),
        after((T, "name: Buy", "name: [Buy")),
    ):
        made = with_pages(there)
        read = read_handed(handed(tmp_path, write(made)))
        for more in (("",), ("https://p.example/{number}/",), ("https://p.example/{number}/", True)):
            texts = [compose(one, links_of(one, GITHUB, *more), 65_536) for one in (read, made)]
            assert texts[0] == texts[1]
            assert there.form or ("https://p.example/1/" in texts[0]) == bool(more[0])


def edited(path: str, value: Any) -> Callable[[dict[str, Any]], None]:
    """Sets what stands at a path such as `changes.0.title`."""

    def edit(said: Any) -> None:
        *way, last = path.split(".")
        for key in way:
            said = said[int(key) if key.isdigit() else key]
        said[last] = value

    return edit


@pytest.mark.parametrize(
    ("edit", "why"),
    [
        (edited("extra", 1), "extra: Extra inputs"),
        (edited("::set-env name=A::b\n", 1), r"\?\?set-env\?name"),
        (edited("after.commit", "`<script>"), "after.commit: String should match"),
        (edited("changes.0.level", "urgent"), "changes.0.level"),
        (edited("changes.0.subject.page", "//evil.example/"), "changes.0.subject.page: String should match"),
        (edited("changes.0.subject.told", "../../x/"), "changes.0.subject.told: String should match"),
        (edited("changes.0.is_at.line", 2**40), "changes.0.is_at.line"),
        (edited("changes.0.is_at.file", "../../../../login"), "a place outside its repository"),
        (edited("folder", "/etc/"), "a place outside its repository"),
        (edited("same_meaning", "yes"), "same_meaning"),
        (edited("version", 2), "version"),
    ],
)
def test_what_its_schema_does_not_know_is_refused(
    tmp_path: Path, edit: Callable[[dict[str, Any]], None], why: str
) -> None:
    said = json.loads(write(after((T, "severity: high", "severity: low"))))
    edit(said)
    with pytest.raises(ForgeError, match=why) as problem:
        read_handed(handed(tmp_path, json.dumps(said)))
    assert "\n" not in problem.value.message, "a line of its own could be a command in the log"


def test_what_strangers_write_stays_text_and_within_the_limit(tmp_path: Path) -> None:
    said = json.loads(write(many(40)))
    evil = "<img src=x> [x](http://evil) @everyone #1 www.evil.example `a` | " * 400
    for change in said["changes"]:
        change.update(what=evil, hint=evil, sentence=evil)
        change["subject"].update(title=evil, name=evil)
    said["before"]["label"] = evil
    said["before"]["commit"] = ""
    text = compose(read_handed(handed(tmp_path, json.dumps(said))), Links(), 65_536)
    assert len(text) <= 65_536
    for bad in ("<img", "[x](", "@everyone", "#1 ", "www.evil", "://"):
        assert bad not in text


@pytest.mark.parametrize("text", ["", "[]", "{", '{"version": 1}', "[" * 100_000, "\x00", '{"version": NaN}'])
def test_what_is_no_difference_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(ForgeError, match="is no difference"):
        read_handed(handed(tmp_path, text))


def test_only_a_plain_file_of_a_reasonable_size_is_read(tmp_path: Path) -> None:
    secret = handed(tmp_path, write(many(1)))
    link, pipe, large = tmp_path / "link.json", tmp_path / "pipe.json", tmp_path / "large.json"
    link.symlink_to(secret)
    os.mkfifo(pipe)
    with large.open("wb") as file:
        file.truncate(LIMIT + 1)
    for path, why in (
        (link, "cannot be opened"),
        (pipe, "no plain file"),
        (tmp_path, "no plain file"),
        (large, "more than 20,000,000 bytes"),
        (tmp_path / "none.json", "cannot be opened"),
    ):
        with pytest.raises(ForgeError, match=why):
            read_handed(path)
