"""mkdocs.yml, read and derived from without MkDocs: `!ENV` is filled in, other tags go through untouched."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from yaml_env_tag import construct_env_tag

from cxsite.errors import ProjectError


@dataclass(frozen=True)
class Tagged:
    """A value with a tag that only the engine understands."""

    node: yaml.Node


class _Loader(yaml.SafeLoader):
    """Keeps unknown tags."""


class _Dumper(yaml.SafeDumper):
    """Writes them back."""

    def ignore_aliases(self, _data: Any) -> bool:
        """Written out, for readers that know no aliases."""
        return True


_Loader.add_constructor("!ENV", construct_env_tag)
_Loader.add_constructor(None, lambda _, node: Tagged(node))
_Dumper.add_representer(Tagged, lambda _, tagged: tagged.node)


def read_config(path: Path, above: tuple[Path, ...] = ()) -> dict[str, Any]:
    """The configuration with what it inherits laid below it.

    Raises:
        ProjectError: the file is missing or is not a YAML mapping.
    """
    try:
        config = yaml.load(path.read_text(encoding="utf-8"), _Loader)
    except OSError:
        hint = "write one: `site_name`, `theme: material`, `plugins: [search, cxsite]`"
        raise ProjectError(f"there is no {path.name} in {path.parent}", hint) from None
    except UnicodeDecodeError:
        raise ProjectError(f"{path.name} is not UTF-8", "save it with the encoding UTF-8") from None
    except yaml.YAMLError as problem:
        raise ProjectError(f"{path.name} is not YAML: {problem}", "look at its indent and quotes") from None
    if not isinstance(config, dict):
        raise ProjectError(f"{path.name} holds no settings", "begin with `site_name: …`")
    parent = config.pop("INHERIT", None)
    if not isinstance(parent, str):
        return config
    if (path.parent / parent).resolve() in (path.resolve(), *above):
        raise ProjectError(f"{path.name} inherits from itself", "take one `INHERIT:` out")
    return _laid_over(read_config(path.parent / parent, (*above, path.resolve())), config)


def write_config(config: dict[str, Any]) -> str:
    """The configuration as YAML text."""
    return str(yaml.dump(config, Dumper=_Dumper, allow_unicode=True, sort_keys=False))


def listed(entries: Any) -> list[Any]:
    """A list of names or of single mappings, from either of the two ways in which mkdocs.yml writes it."""
    if isinstance(entries, dict):
        return [{name: options} if options else name for name, options in entries.items()]
    return list(entries or [])


def names(entries: Any) -> list[str]:
    """The names alone."""
    return [next(iter(entry)) if isinstance(entry, dict) else str(entry) for entry in listed(entries)]


def own_pages(root: Path, config: dict[str, Any]) -> Path:
    """The folder of the pages that people write. The usual one is made where it is missing: git keeps no empty folder.

    Raises:
        ProjectError: a folder of another name is not there.
    """
    named = config.get("docs_dir")
    folder = (root / str(named or "docs")).resolve()
    if not named:
        folder.mkdir(exist_ok=True)
    if not folder.is_dir():
        raise ProjectError(f"there is no folder {folder.name} for your own pages", "make it, or take `docs_dir:` out")
    return folder


def _laid_over(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    merged = dict(below)
    for key, value in above.items():
        both = isinstance(value, dict) and isinstance(merged.get(key), dict)
        merged[key] = _laid_over(merged[key], value) if both else value
    return merged
