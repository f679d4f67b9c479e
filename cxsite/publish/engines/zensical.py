"""Zensical, Material's successor. It runs no MkDocs plugin, so the pages are generated for it.

It refuses folders outside the project, and its own are best left alone, so pages, copied docs and a derived
configuration go into `.cxsite/zensical/`, and the finished site is brought from there to `site_dir`.
"""

from __future__ import annotations

import posixpath
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from cxsite import __version__
from cxsite.diagnostics import Severity
from cxsite.errors import ContentError, EngineError, EngineMissingError, ProjectError
from cxsite.pages.assets import STYLE
from cxsite.pipeline import Examined, Site, examine
from cxsite.pipeline import build as build_pages
from cxsite.project import Project
from cxsite.publish.config import listed, names, read_config, write_config
from cxsite.publish.engines import Options, run
from cxsite.publish.nav import choose_home, collisions, with_home
from cxsite.publish.report import keep_ledger, one_line
from cxsite.publish.store import Store
from cxsite.publish.stub import write_stub
from cxsite.publish.tree import deliver, manifest_for, mirror, write_all

NAME = "zensical"
_DOES_ITSELF = frozenset({"search", "cxsite"})


def build(project: Project, options: Options) -> None:
    """Generates the pages and builds them."""
    config = read_config(project.config)
    options = replace(options, strict=options.strict or config.get("strict") is True)
    docs, output = _folders(project, config)
    site = _pages(project, config, docs, options)
    folder = project.work / NAME
    generate(project, config, site, folder, docs)
    run(
        NAME,
        ["build", "-f", str(folder / "mkdocs.yml"), *(["--strict"] if options.strict else [])],
        project.root,
    )
    missing = [page.path for page in site.pages if not _published(folder / "site", page.path).is_file()]
    if missing:
        raise EngineError(f"zensical left out {', '.join(missing)}", "its messages stand above")
    deliver(folder / "site", output, manifest_for(project.work, output))


def _folders(project: Project, config: dict[str, Any]) -> tuple[Path, Path]:
    """Where docs come from and the site goes to; refuses what would write over somebody's work."""
    docs = (project.root / str(config.get("docs_dir") or "docs")).resolve()
    output = (project.root / str(config.get("site_dir") or "site")).resolve()
    if not docs.is_dir():
        raise ProjectError(f"there is no folder {docs.name} for your own pages", "make it; `docs/about.md` will do")
    if docs in (project.work, *project.work.parents):
        raise ProjectError("docs_dir holds the whole project", "give your own pages a folder of their own")
    for folder in (project.root, docs, project.journeys, project.metrics, project.work):
        inside = output in folder.parents or output == folder or (folder != project.root and folder in output.parents)
        if inside:
            message = f"site_dir would put the site over `{folder.name}`"
            raise ProjectError(message, "give the site a folder of its own: `site_dir: site`")
    return docs, output


def serve(_project: Project, _address: str) -> None:
    """Not yet: Zensical watches only its own pages, and ours have to be generated on each change."""
    raise EngineMissingError("cxsite cannot serve with zensical yet", "use `cxsite serve --engine mkdocs`")


def generate(project: Project, config: dict[str, Any], site: Site, folder: Path, docs: Path) -> None:
    """Writes everything that Zensical reads, where it differs from what is there."""
    store = Store(project.work / "parts-zensical")
    files: dict[str, str | bytes] = {}
    used: list[str] = []
    for page in site.pages:
        text, digests = write_stub(page, store, _relative)
        files[page.path] = text
        used.extend(digests)
    files |= {asset.path: asset.content for asset in site.assets}
    mirror(docs, folder / "docs", keep=files)
    write_all(folder / "docs", files)
    write_all(folder, {"mkdocs.yml": write_config(_derived(project, config, site, store, folder))})
    store.keep_only(used)


def _pages(project: Project, config: dict[str, Any], docs: Path, options: Options) -> Site:
    examined = examine(project)
    _report(examined, options)
    for plugin in names(config.get("plugins")):
        if plugin not in _DOES_ITSELF:
            message = f"note: zensical runs no MkDocs plugin; `{plugin}` works only where zensical knows it itself"
            print(message, file=sys.stderr)
    if config.get("hooks"):
        print("note: zensical runs no `hooks:`", file=sys.stderr)
    authored = [path.relative_to(docs).as_posix() for path in sorted(docs.rglob("*.md"))]
    site = build_pages(examined, choose_home(authored))
    if clashes := collisions(site.pages, authored):
        raise clashes[0]
    keep_ledger(project.work, site.ledger)
    return site


def _report(examined: Examined, options: Options) -> None:
    for diagnostic in examined.diagnostics:
        print(f"{diagnostic.severity.word}: {one_line(diagnostic)}", file=sys.stderr)
    warned = any(d.severity is Severity.WARNING for d in examined.diagnostics)
    if examined.has_errors or (options.strict and warned):
        raise ContentError("the site was not built, because the journeys have problems", "they are listed above")


def _derived(project: Project, config: dict[str, Any], site: Site, store: Store, folder: Path) -> dict[str, Any]:
    derived = {**config, "docs_dir": "docs", "site_dir": "site"}
    extensions = [e for e in listed(config.get("markdown_extensions")) if names([e])[0] != "cxsite"]
    if "attr_list" not in names(extensions):
        extensions.append("attr_list")
    derived["markdown_extensions"] = [
        *extensions,
        {"cxsite": {"store": str(store.folder), "version": __version__}},
    ]
    derived["extra_css"] = [*(config.get("extra_css") or []), STYLE]
    home = next(page.path for page in site.pages if page.in_nav)
    if (nav := with_home(config.get("nav"), home)) is not None:
        derived["nav"] = nav
    leaves = [f"/{page.path}" for page in site.pages if not page.in_nav]
    derived["not_in_nav"] = "\n".join([str(config.get("not_in_nav") or "").strip(), *leaves]).strip()
    theme = config.get("theme")
    if isinstance(theme, dict) and isinstance(custom := theme.get("custom_dir"), str):
        mirror(project.root / custom, folder / "overrides")
        derived["theme"] = {**theme, "custom_dir": "overrides"}
    return derived


def _relative(path: str, here: str) -> str:
    """Zensical resolves addresses in the HTML itself, from one source file to another."""
    return posixpath.relpath(path, posixpath.dirname(here) or ".")


def _published(site: Path, path: str) -> Path:
    """Where the page is in the finished site. Ours are all `index.md`, which every address style makes `index.html`."""
    return site / f"{path.removesuffix('.md')}.html"
