"""mkdocs.yml without MkDocs: what it inherits, and tags that only the engine understands."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from support import write

from cxsite.errors import ProjectError
from cxsite.publish.config import Tagged, listed, names, own_pages, read_config, write_config


def read(folder: Path, text: str, **others: str) -> dict[str, Any]:
    write(folder, {"mkdocs.yml": text, **{name.replace("_", "."): content for name, content in others.items()}})
    return read_config(folder / "mkdocs.yml")


TAGGED = """\
site_name: Journeys
theme: {name: material, custom_dir: !relative overrides}
markdown_extensions:
- pymdownx.emoji:
    emoji_index: !!python/name:material.extensions.emoji.twemoji
    emoji_generator: !!python/name:material.extensions.emoji.to_svg ''
- pymdownx.superfences:
    custom_fences:
    - name: mermaid
      format: !!python/name:pymdownx.superfences.fence_code_format
- toc:
    slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}
"""


class Nodes(yaml.SafeLoader):
    """Reads a tagged value as its tag and its content."""


def _node(loader: yaml.SafeLoader, node: yaml.Node) -> tuple[str, Any]:
    if isinstance(node, yaml.MappingNode):
        return node.tag, loader.construct_mapping(node, deep=True)
    if isinstance(node, yaml.SequenceNode):
        return node.tag, loader.construct_sequence(node, deep=True)
    return node.tag, node.value


Nodes.add_constructor(None, _node)


def test_tags_go_through_untouched(tmp_path: Path) -> None:
    written = write_config(read(tmp_path, TAGGED))
    assert yaml.load(written, Nodes) == yaml.load(TAGGED, Nodes)
    assert "!!python/name:material.extensions.emoji.twemoji" in written


ENV = [
    ("!ENV [CX_TEST_A, CX_TEST_B, default]", {"CX_TEST_A": "a", "CX_TEST_B": "b"}, "a"),
    ("!ENV [CX_TEST_A, CX_TEST_B, default]", {"CX_TEST_B": "b"}, "b"),
    ("!ENV [CX_TEST_A, default]", {}, "default"),
    ("!ENV CX_TEST_A", {"CX_TEST_A": "a"}, "a"),
    ("!ENV CX_TEST_A", {}, None),
]


@pytest.mark.parametrize(("written", "environment", "expected"), ENV)
def test_the_environment_is_filled_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: str, environment: dict[str, str], expected: str | None
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert read(tmp_path, f"site_name: {written}\n") == {"site_name": expected}


def test_a_tag_is_never_run(tmp_path: Path) -> None:
    config = read(tmp_path, f"x: !!python/object/apply:os.mkdir ['{tmp_path}/made']\n")
    assert isinstance(config["x"], Tagged)
    write_config(config)
    assert not (tmp_path / "made").exists()


LEAVES = st.one_of(
    st.none(), st.booleans(), st.integers(-(10**9), 10**9), st.floats(allow_nan=False),
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=12),
)  # fmt: skip
OWN = st.lists(st.text("ABC_", min_size=1, max_size=5), min_size=1, max_size=2).map(lambda found: ("!own", found))
NAME = st.from_regex(r"[a-z]{1,5}(\.[a-z]{1,5}){0,2}", fullmatch=True).map(
    lambda n: (f"tag:yaml.org,2002:python/name:{n}", "")
)
VALUES = st.recursive(
    st.one_of(LEAVES, OWN, NAME),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text("abc", min_size=1), inner, max_size=3)
    ),
    max_leaves=8,
)


class _Writer(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True


def _tagged(dumper: yaml.SafeDumper, value: tuple[str, Any]) -> yaml.Node:
    tag, content = value
    return (
        dumper.represent_sequence(tag, content) if isinstance(content, list) else dumper.represent_scalar(tag, content)
    )


_Writer.add_representer(tuple, _tagged)


@given(st.dictionaries(st.text("abcdef_", min_size=1, max_size=6), VALUES, max_size=4))
def test_any_configuration_is_written_back_as_it_was_read(
    tmp_path_factory: pytest.TempPathFactory, config: dict[str, Any]
) -> None:
    folder = tmp_path_factory.mktemp("config")
    text = yaml.dump(config, Dumper=_Writer, allow_unicode=True)
    once = read(folder, text)
    assert yaml.load(write_config(once), Nodes) == yaml.load(text, Nodes) == config
    assert write_config(read(folder, write_config(once))) == write_config(once)


def test_values_used_twice_are_written_out(tmp_path: Path) -> None:
    written = write_config(read(tmp_path, "a: &x [1]\nb: *x\nc: &y {k: v}\nd: *y\n"))
    assert yaml.safe_load(written) == {"a": [1], "b": [1], "c": {"k": "v"}, "d": {"k": "v"}}
    assert not set("&*") & set(written)


def test_what_is_inherited_lies_below(tmp_path: Path) -> None:
    config = read(
        tmp_path,
        "INHERIT: base.yml\nsite_name: Own\ntheme: {features: [b]}\nplugins: [cxsite]\n",
        base_yml="site_name: Base\ntheme: {name: material, features: [a]}\nplugins: [search]\nrepo_url: https://r\n",
    )
    assert config == {
        "site_name": "Own",
        "theme": {"name": "material", "features": ["b"]},
        "plugins": ["cxsite"],
        "repo_url": "https://r",
    }


def test_inheritance_goes_up_more_than_once(tmp_path: Path) -> None:
    write(tmp_path, {"conf/one.yml": "INHERIT: ../two.yml\na: 1\n", "two.yml": "a: 2\nb: 2\n"})
    assert read(tmp_path, "INHERIT: conf/one.yml\nc: 3\n") == {"a": 1, "b": 2, "c": 3}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "holds no settings"),
        ("- a\n", "holds no settings"),
        ("a: [\n", "is not YAML"),
        ("a: b: c\n", "is not YAML"),
    ],
)
def test_a_file_that_holds_no_settings_is_refused(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ProjectError, match=said) as problem:
        read(tmp_path, text)
    assert problem.value.hint


def test_a_missing_file_is_refused_with_what_to_write(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match=r"there is no mkdocs\.yml") as problem:
        read_config(tmp_path / "mkdocs.yml")
    assert "plugins: [search, cxsite]" in problem.value.hint


@pytest.mark.parametrize(
    ("entries", "expected", "by_name"),
    [
        (None, [], []),
        ([], [], []),
        (["a", {"b": {"x": 1}}], ["a", {"b": {"x": 1}}], ["a", "b"]),
        ({"a": None, "b": {"x": 1}, "c": {}}, ["a", {"b": {"x": 1}}, "c"], ["a", "b", "c"]),
    ],
)
def test_plugins_are_listed_from_either_way_of_writing_them(entries: Any, expected: Any, by_name: list[str]) -> None:
    assert listed(entries) == expected
    assert names(entries) == by_name


def test_a_circle_of_inheritance_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ProjectError):
        read(tmp_path, "INHERIT: base.yml\n", base_yml="INHERIT: mkdocs.yml\n")


def test_a_file_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_bytes(b"site_name: K\xfcndigung\n")
    with pytest.raises(ProjectError):
        read_config(tmp_path / "mkdocs.yml")


def test_the_usual_folder_of_pages_is_made_and_another_one_is_missed(tmp_path: Path) -> None:
    assert own_pages(tmp_path, {}) == tmp_path.resolve() / "docs"
    assert (tmp_path / "docs").is_dir()
    with pytest.raises(ProjectError, match="there is no folder pages"):
        own_pages(tmp_path, {"docs_dir": "pages"})
