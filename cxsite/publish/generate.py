"""A site as Markdown files and a configuration, for an engine that runs no plugin of ours."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cxsite import __version__
from cxsite.errors import ProjectError
from cxsite.pages.assets import SCRIPT, STYLE
from cxsite.pages.plan import Site
from cxsite.project import Project
from cxsite.publish.config import listed, names, own_pages, write_config
from cxsite.publish.live import Shown
from cxsite.publish.nav import unclaimed, with_overviews
from cxsite.publish.sources import CommitLink, SourceLink, no_commit, no_source, source_link
from cxsite.publish.store import Store
from cxsite.publish.stub import MARK, write_stub
from cxsite.publish.tree import drop_others, mirror, write_all

_FRONT_MATTER = re.compile(rb"\A(?:\xef\xbb\xbf)?---[ \t]*\r?\n.*?\n---[ \t]*(?:\r?\n|\Z)", re.DOTALL)

_THEME = "overrides"
_MISSING = "404.html"
_NOWHERE = """{% extends "main.html" %}
{% block content %}
<h1>404 - Not found</h1>
<p>While the journeys cannot be read, their pages may be missing; \
<a href="{{ nav.homepage.url | url }}">the first page</a> says what is wrong.</p>
{% endblock %}
"""


@dataclass(frozen=True)
class Generated:
    """A site with the texts of its files by name, and the digests of the parts that they name."""

    site: Site
    files: dict[str, str | bytes]
    used: tuple[str, ...]


def folders(project: Project, config: dict[str, Any]) -> tuple[Path, Path]:
    """Where docs come from and the site goes to; refuses what would write over somebody's work."""
    docs = own_pages(project.root, config)
    output = (project.root / str(config.get("site_dir") or "site")).resolve()
    if docs in (project.work, *project.work.parents):
        raise ProjectError("docs_dir holds the whole project", "give your own pages a folder of their own")
    for folder in (project.root, docs, project.journeys, project.metrics, project.work):
        inside = output in folder.parents or output == folder or (folder != project.root and folder in output.parents)
        if inside:
            message = f"site_dir would put the site over `{folder.name}`"
            raise ProjectError(message, "give the site a folder of its own: `site_dir: site`")
    return docs, output


def below_banner(shown: Shown[Generated], docs: Path, authored: list[str], store: Store) -> Generated:
    """All pages with the banner on top, authored ones too; just the generated ones where there is none."""
    made = shown.made
    if not shown.banner:
        return made
    part = store.put(f"\n{shown.banner}")
    mark = f"{MARK} trouble {part}\n\n".encode()
    gone = {page.path for page in made.site.pages} - {page.path for page in unclaimed(made.site.pages, authored)}
    ours = {name: text for name, text in made.files.items() if name not in gone}
    texts: dict[str, str | bytes] = {**{name: (docs / name).read_bytes() for name in authored}, **ours}
    files = {name: _put_on_top(mark, text) if name.endswith(".md") else text for name, text in texts.items()}
    return Generated(made.site, files, (*made.used, part))


def _put_on_top(mark: bytes, page: str | bytes) -> bytes:
    text = page.encode() if isinstance(page, str) else page
    found = _FRONT_MATTER.match(text)
    begin = found.end() if found else 0
    return text[:begin] + b"\n" + mark + text[begin:].removeprefix(b"\xef\xbb\xbf")


def sources(config: dict[str, Any]) -> SourceLink:
    """How places in files become addresses, by mkdocs.yml."""
    repository = config.get("repo_url"), config.get("edit_uri"), config.get("edit_uri_template")
    return source_link(*repository, str(config.get("docs_dir") or "docs"))


def write_pages(site: Site, store: Store, source: SourceLink = no_source, commit: CommitLink = no_commit) -> Generated:
    """The site's files as text. Its parts are in the store before any page names them."""
    files: dict[str, str | bytes] = {}
    used: list[str] = []
    for page in site.pages:
        text, digests = write_stub(page, store, _relative, source, commit)
        files[page.path] = text
        used.extend(digests)
    files |= {asset.path: asset.content for asset in site.assets}
    return Generated(site, files, tuple(used))


def generate(
    project: Project,
    config: dict[str, Any],
    generated: Generated,
    folder: Path,
    docs: Path,
    store: Store,
    *,
    live: bool = False,
) -> None:
    """Writes everything that Zensical reads, where it differs from what is there."""
    mirror(docs, folder / "docs", keep=generated.files, without=generated.files)
    write_all(folder / "docs", generated.files)
    options = {"store": str(store.folder), "version": __version__, **({"live": True} if live else {})}
    derived = _derived(config, generated.site, options)
    if templates := _bring_theme(custom_theme(project, config), folder / _THEME, live):
        theme = config.get("theme")
        derived["theme"] = {**(theme if isinstance(theme, dict) else {"name": theme or "material"}), **templates}
    write_all(folder, {"mkdocs.yml": write_config(derived)})


def authored_in(docs: Path) -> list[str]:
    """The pages that people wrote there themselves."""
    return [path.relative_to(docs).as_posix() for path in sorted(docs.rglob("*.md"))]


def custom_theme(project: Project, config: dict[str, Any]) -> Path | None:
    """The folder with templates of the project's own, if it has one."""
    theme = config.get("theme")
    custom = theme.get("custom_dir") if isinstance(theme, dict) else None
    return project.root / custom if isinstance(custom, str) else None


def _bring_theme(custom: Path | None, folder: Path, live: bool) -> dict[str, str]:
    """Templates of the project's own and, in a site that is looked at while it is written, our page for addresses
    that lead nowhere. It is always the same: Zensical's server starts again when a template changes."""
    ours = {_MISSING: _NOWHERE} if live and not (custom and (custom / _MISSING).is_file()) else {}
    if custom is None:
        drop_others(folder, ours)
    else:
        mirror(custom, folder, keep=ours)
    write_all(folder, ours)
    return {"custom_dir": folder.name} if custom or ours else {}


def _derived(config: dict[str, Any], site: Site, options: dict[str, Any]) -> dict[str, Any]:
    derived = {**config, "docs_dir": "docs", "site_dir": "site"}
    extensions = [e for e in listed(config.get("markdown_extensions")) if names([e])[0] != "cxsite"]
    if "attr_list" not in names(extensions):
        extensions.append("attr_list")
    derived["markdown_extensions"] = [
        *extensions,
        {"cxsite": options},
    ]
    derived["extra_css"] = [*(config.get("extra_css") or []), STYLE]
    derived["extra_javascript"] = [*(config.get("extra_javascript") or []), SCRIPT]
    home = next(page.path for page in site.pages if page.in_nav)
    if (nav := with_overviews(config.get("nav"), home, site.pages)) is not None:
        derived["nav"] = nav
    leaves = [f"/{page.path}" for page in site.pages if not page.in_nav]
    derived["not_in_nav"] = "\n".join([str(config.get("not_in_nav") or "").strip(), *leaves]).strip()
    return derived


def _relative(path: str, here: str) -> str:
    """Zensical resolves addresses in the HTML itself, from one source file to another."""
    return posixpath.relpath(path, posixpath.dirname(here) or ".")
