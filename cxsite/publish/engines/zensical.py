"""Zensical, Material's successor. It runs no MkDocs plugin, so the pages are generated for it.

It refuses folders outside the project, and its own are best left alone, so pages, copied docs and a derived
configuration go into `.cxsite/zensical/`, and the finished site is brought from there to `site_dir`. To serve, they
go into `.cxsite/zensical-serve/`, which its own server watches; we watch what people write, and generate anew.
"""

from __future__ import annotations

import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from cxsite.diagnostics import Diagnostic, Severity
from cxsite.errors import ContentError, CxsiteError, EngineError
from cxsite.pages.plan import Site
from cxsite.pages.trouble import Trouble, trouble_of_content
from cxsite.project import Project
from cxsite.publish import offline
from cxsite.publish.child import end, stopped
from cxsite.publish.config import names, read_config
from cxsite.publish.engines import NOT_BUILT, Options, run, start
from cxsite.publish.feed import with_feed
from cxsite.publish.generate import (
    Generated,
    authored_in,
    below_banner,
    custom_theme,
    folders,
    generate,
    sources,
    write_pages,
)
from cxsite.publish.live import Live, empty_site
from cxsite.publish.lock import WorkLock
from cxsite.publish.made import make as make_site
from cxsite.publish.nav import choose_home, collisions
from cxsite.publish.report import keep_ledger, one_line
from cxsite.publish.sources import commit_link
from cxsite.publish.store import Store
from cxsite.publish.tree import deliver, manifest_for
from cxsite.publish.watch import INTERVAL, Watch, content_of

NAME = "zensical"
_DOES_ITSELF = frozenset({"search", "cxsite"})


def build(project: Project, options: Options) -> None:
    """Generates the pages and builds them."""
    with WorkLock(project.work):
        _build(project, options)


def _build(project: Project, options: Options) -> None:
    config = read_config(project.config)
    _say_what_is_left_out(config)
    config = offline.derived(config) if options.offline else config
    options = replace(options, strict=options.strict or config.get("strict") is True)
    docs, output = folders(project, config)

    def report(diagnostics: tuple[Diagnostic, ...]) -> None:
        _report(diagnostics)
        least = Severity.WARNING if options.strict else Severity.ERROR
        if any(one.severity >= least for one in diagnostics):
            raise ContentError(NOT_BUILT, "they are listed above")

    authored = authored_in(docs)
    made = make_site(project, choose_home(authored), report, options.against)
    assert made.site is not None  # without one `report` raised
    store, folder = Store(project.work / "parts-zensical"), project.work / NAME
    generated = _generated(project, made.site, authored, store, config)
    generate(project, config, generated, folder, docs, store)
    store.keep_only(generated.used)
    run(
        NAME,
        ["build", "-f", str(folder / "mkdocs.yml"), *(["--strict"] if options.strict else [])],
        project.root,
    )
    pages = generated.site.pages
    missing = [page.path for page in pages if not _published(folder / "site", page.path).is_file()]
    if missing:
        raise EngineError(f"zensical left out {', '.join(missing)}", "its messages stand above")
    if options.offline:
        offline.finish(folder / "site")
    deliver(folder / "site", output, manifest_for(project.work, output))


def serve(project: Project, address: str) -> None:
    """Serves, and generates anew on change. Zensical's own server does the rest."""
    preview = _Preview(project)
    watch = Watch(preview.paths)
    preview.renew()
    arguments = ["serve", "-f", str(preview.folder / "mkdocs.yml"), "-a", address]
    process = start(NAME, arguments, project.root)
    renewed = False
    try:
        # An extension of somebody else that raises ends Zensical's server; the next change may mend that.
        while process.poll() is None or renewed:
            time.sleep(INTERVAL)
            if watch.changed():
                preview.renew()
                renewed = True
                watch = watch if watch.paths == preview.paths else Watch(preview.paths)
                process = process if process.poll() is None else start(NAME, arguments, project.root)
    finally:
        end(process)
    if process.returncode:
        raise stopped(NAME, process.returncode)


class _Preview:
    """What Zensical's server is given. No part that a page may still name is deleted while it runs."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.folder = project.work / "zensical-serve"
        self.store = Store(project.work / "parts-zensical-serve")
        self.live: Live[Generated] = Live(_say)
        self.config = read_config(project.config)
        self.docs, _ = folders(project, self.config)
        self.fresh = True
        _say_what_is_left_out(self.config)

    @property
    def paths(self) -> tuple[Path, ...]:
        """Everything that people write."""
        theme = custom_theme(self.project, self.config)
        return (*content_of(self.project), self.project.config, self.docs, *([theme] if theme else []))

    def renew(self) -> None:
        """Generates everything, where it differs. What goes wrong is said in the terminal, and on the pages."""
        with WorkLock(self.project.work):
            self.live.attempt(self._renew)

    def _renew(self) -> Generated:
        problem = self._read()
        authored = authored_in(self.docs)
        home = choose_home(authored)

        def make() -> Generated | Trouble:
            if problem is not None:
                raise problem
            made = make_site(self.project, home, _report)
            if made.site is None:
                return trouble_of_content(made.diagnostics)
            return _generated(self.project, made.site, authored, self.store, self.config)

        shown = self.live.show(make, home, lambda: write_pages(empty_site(home), self.store))
        made = below_banner(shown, self.docs, authored, self.store)
        generate(self.project, self.config, made, self.folder, self.docs, self.store, live=True)
        if self.fresh:
            self.store.keep_only(made.used)
            self.fresh = False
        return made

    def _read(self) -> CxsiteError | None:
        """Reads mkdocs.yml; while that is broken, what it said before goes on."""
        try:
            config = read_config(self.project.config)
            self.docs, _ = folders(self.project, config)
        except CxsiteError as problem:
            return problem
        self.config = config
        return None


def _say_what_is_left_out(config: dict[str, Any]) -> None:
    for plugin in names(config.get("plugins")):
        if plugin not in _DOES_ITSELF:
            message = f"note: zensical runs no MkDocs plugin; `{plugin}` works only where zensical knows it itself"
            print(message, file=sys.stderr)
    if config.get("hooks"):
        print("note: zensical runs no `hooks:`", file=sys.stderr)


def _report(diagnostics: tuple[Diagnostic, ...]) -> None:
    for diagnostic in diagnostics:
        print(f"{diagnostic.severity.word}: {one_line(diagnostic)}", file=sys.stderr)


def _generated(project: Project, site: Site, authored: list[str], store: Store, config: dict[str, Any]) -> Generated:
    """The site's files, with the addresses that mkdocs.yml gives it and its repository."""
    whole = with_feed(_unclashing(project, site, authored), config.get("site_url"), str(config.get("site_name") or ""))
    return write_pages(whole, store, sources(config), commit_link(config.get("repo_url")))


def _unclashing(project: Project, site: Site, authored: list[str]) -> Site:
    """The site, which stands nowhere where people wrote a page themselves."""
    if clashes := collisions(site.pages, authored):
        raise clashes[0]
    keep_ledger(project.work, site.ledger)
    return site


def _say(problem: CxsiteError) -> None:
    print(f"error: {problem}", file=sys.stderr)


def _published(site: Path, path: str) -> Path:
    """Where the page is in the finished site. Ours are all `index.md`, which every address style makes `index.html`."""
    return site / f"{path.removesuffix('.md')}.html"
