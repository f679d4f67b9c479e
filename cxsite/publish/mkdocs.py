"""The MkDocs plugin. Works on ProperDocs too, which loads it under MkDocs' names. The only module that imports mkdocs.

Each hook says why it runs when it does. Nothing is written into `docs_dir`: pages and assets are generated files.
A build ends at the first error. `serve` goes on: it shows the last good site, and on top of each page what is wrong.
"""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, Literal

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as SitePage
from mkdocs.structure.toc import get_toc
from mkdocs.utils import get_relative_url
from mkdocs.utils.templates import TemplateContext

from cxsite import __version__
from cxsite.diagnostics import Diagnostic, Severity, count_of
from cxsite.errors import ArtefactError, CxsiteError, ProjectError
from cxsite.pages.assets import SCRIPT, STYLE
from cxsite.pages.plan import Page, Site
from cxsite.pages.trouble import Trouble, banner, trouble_of, trouble_of_content
from cxsite.project import Project, find_project
from cxsite.publish import against, offline
from cxsite.publish.converted import Conversions, setup_of
from cxsite.publish.extension import fill_pending, gap, wrap
from cxsite.publish.feed import with_feed
from cxsite.publish.live import Live, Shown, empty_site
from cxsite.publish.lock import WorkLock
from cxsite.publish.made import make
from cxsite.publish.nav import choose_home, collisions, neighbours, unclaimed, with_overviews
from cxsite.publish.report import keep_ledger, one_line
from cxsite.publish.sources import CommitLink, SourceLink, commit_link, no_commit, no_source, source_link
from cxsite.publish.store import Held
from cxsite.publish.stub import write_stub
from cxsite.publish.watch import Bell, Watch, content_of

log = get_plugin_logger("cxsite")
_FIRST_HEADING = re.compile(r"<h1\b")


class CxsiteConfig(Config):  # type: ignore[no-untyped-call]
    """No options: settings live in `cxsite.yml`, because Zensical ignores a plugin's block in mkdocs.yml."""


class CxsitePlugin(BasePlugin[CxsiteConfig]):  # type: ignore[no-untyped-call]
    """Publishes the project's journeys beside the pages in `docs/`."""

    project: Project
    shown: Shown[Site]
    plans: dict[str, Page]
    home: str
    live: Live[Site] | None = None
    bell: Bell | None = None
    absent: ProjectError | None = None
    lock: WorkLock | None = None
    written: tuple[Site, list[File]] | None = None
    source: SourceLink = staticmethod(no_source)
    commit: CommitLink = staticmethod(no_commit)
    conversions: Conversions

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Says what is asked. Having this, MkDocs keeps one plugin object over all rebuilds of `serve`."""
        self.live = self._live() if command == "serve" else None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Early: the extension has to be configured before any page is read."""
        self.strict = config.strict
        if offline.asked():
            offline.prepare(config)
        self._find_project(Path(config.config_file_path).parent)
        self.store = Held()
        docs = Path(os.path.relpath(config.docs_dir, Path(config.config_file_path).parent)).as_posix()
        self.source = source_link(config.repo_url, config.edit_uri, config.edit_uri_template, docs)
        self.commit = commit_link(config.repo_url)
        for name in ("attr_list", "cxsite"):
            if name not in config.markdown_extensions:
                config.markdown_extensions.append(name)
        live = self.live is not None
        options = {"store": self.store, "late": True, "live": live, "version": __version__}
        config.mdx_configs["cxsite"] = options
        setup = "" if live else setup_of(config.markdown_extensions, config.mdx_configs)
        self.conversions = Conversions(self.project.work / "cache", setup)
        if STYLE not in config.extra_css:
            config.extra_css.append(STYLE)
        if SCRIPT not in config.extra_javascript:
            config.extra_javascript.append(SCRIPT)
        if live and self.bell is None:
            self.bell = Bell(Watch(content_of(self.project)))
        return config

    def on_serve(
        self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Callable[..., Any]
    ) -> LiveReloadServer:
        """The server is made and does not listen yet. It can only watch what is there, so it watches our bell."""
        if self.live is None or self.bell is None:  # `serve --clean` begins as `build` does, and only now says more
            self.live, self.bell = self._live(self.shown.made), Bell(Watch(content_of(self.project)))
        server.watch(str(self.bell.file))
        log.info(f"Watching {', '.join(path.name for path in self.bell.watch.paths)} too")
        self.bell.start(server.observer.is_alive)
        return server

    def on_shutdown(self) -> None:
        """Also reached when MkDocs is interrupted."""
        if self.bell is not None:
            self.bell.stop()
        self._release()

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """The last moment before MkDocs empties the site's folder."""
        self.lock = WorkLock(self.project.work)
        self.lock.take()

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """The one place to add pages. What authors wrote in `docs/` is known here, so a clash is found."""
        authored = [file.src_uri for file in files if file.is_documentation_page()]
        self.home = choose_home(authored)
        make = partial(self._make, files, config, authored)
        if self.live is None:
            self.shown = Shown(_or_stop(make()))
        else:
            self.shown = self.live.show(make, self.home, lambda: empty_site(self.home))
        if self.shown.banner:  # an older site knows nothing of pages that were written since
            pages = unclaimed(self.shown.made.pages, authored)
            self.shown = replace(self.shown, made=replace(self.shown.made, pages=pages))
        site = self.shown.made
        self.plans = {page.path: page for page in site.pages}
        config.nav = with_overviews(config.nav, self.home, site.pages)
        for file in self._files(site, files, config):
            files.append(file)
        return files

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        """Leaf pages are not in the navigation (it is quadratic in its pages), so they get their neighbours here."""
        try:
            self._give_neighbours(files)
        except CxsiteError as problem:
            if self.live is None:
                raise
            more = banner(self.live.told(problem), stale=False)
            self.shown = replace(self.shown, banner=self.shown.banner + more)
        return nav

    def on_pre_page(self, page: SitePage, config: MkDocsConfig, files: Files) -> SitePage:
        """The last hook before a page is converted."""
        if self._plan(page) is not None:
            self.conversions.take_over(page, get_toc)
        return page

    def on_page_content(self, html: str, page: SitePage, config: MkDocsConfig, files: Files) -> str:
        """After the page's own anchors were gathered: links to ids inside our HTML are valid links."""
        if (plan := self._plan(page)) is not None:
            page.present_anchor_ids = {*(page.present_anchor_ids or ()), *plan.anchors}
        return html

    @event_priority(-100)
    def on_page_context(
        self, context: TemplateContext, /, *, page: SitePage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Last, after search has read the page: parsing a map of 55 KB takes it 60 ms, and finds nothing new."""
        if self._plan(page) is not None:
            page.content = self._filled(page.content or "")
        if self.shown.banner:
            page.content = wrap(self.shown.banner) + (page.content or "")
        return context

    def on_post_template(self, output_content: str, /, *, template_name: str, config: MkDocsConfig) -> str:
        """An address that was a page in an earlier run leads here: what is wrong is said there too."""
        if template_name != "404.html" or not self.shown.banner:
            return output_content
        return _FIRST_HEADING.sub(lambda found: wrap(self.shown.banner) + found[0], output_content, count=1)

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Last: other plugins may still read what we made."""
        if offline.asked():
            offline.finish(Path(config.site_dir))
        self.conversions.keep()
        self._release()

    def on_build_error(self, *, error: Exception) -> None:
        """MkDocs calls this one or `on_post_build`, or both."""
        self._release()

    def _live(self, good: Site | None = None) -> Live[Site]:
        return Live(lambda problem: self._log(logging.ERROR, str(problem)), (self.home, good) if good else None)

    def _find_project(self, start: Path) -> None:
        self.absent = None
        try:
            self.project = find_project(start)
        except ProjectError as problem:
            if self.live is None:
                raise PluginError(str(problem)) from None
            self.project, self.absent = Project(start), problem

    def _make(self, files: Files, config: MkDocsConfig, authored: list[str]) -> Site | Trouble:
        if self.absent is not None:
            raise self.absent
        found = make(self.project, self.home, self._report, against.asked())
        if found.site is None:
            return trouble_of_content(found.diagnostics)
        site = with_feed(found.site, config.site_url, config.site_name)
        if clashes := collisions(site.pages, authored):
            return self.live.told(*clashes) if self.live else trouble_of(clashes)
        self.written = (site, self._write(site, files, config))
        keep_ledger(self.project.work, site.ledger)
        return site

    def _report(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        levels = {Severity.ERROR: logging.ERROR, Severity.WARNING: logging.WARNING, Severity.NOTE: logging.INFO}
        for diagnostic in diagnostics:
            self._log(levels[diagnostic.severity], one_line(diagnostic))

    def _log(self, level: int, line: str) -> None:
        """In the server of a strict site nothing may count as a warning, or MkDocs stops the server."""
        if self.live is not None and self.strict and level > logging.INFO:
            log.info(f"{logging.getLevelName(level).lower()}: {line}")
        else:
            log.log(level, line)

    def _files(self, site: Site, files: Files, config: MkDocsConfig) -> list[File]:
        if self.written is None or self.written[0] is not site:
            self.written = (site, self._write(site, files, config))
        made, self.written = self.written[1], None
        return made

    def _write(self, site: Site, files: Files, config: MkDocsConfig) -> list[File]:
        made = {page.path: self._generated(config, page) for page in site.pages}

        assets = [File.generated(config, asset.path, content=asset.content) for asset in site.assets]
        known = {**{file.src_uri: file for file in assets}, **made}

        def address(path: str, here: str) -> str:
            target = known.get(path) or files.get_file_from_path(path)
            return get_relative_url(target.url, made[here].url) if target else path

        for page in site.pages:
            made[page.path].content_string, _ = write_stub(page, self.store, address, self.source, self.commit)
        return [*made.values(), *assets]

    def _filled(self, content: str) -> str:
        try:
            return fill_pending(content, self.store)
        except ArtefactError as problem:
            if self.live is None:
                raise
            self.live.told(problem)
            return gap(problem) + content

    def _release(self) -> None:
        if self.lock is not None:
            self.lock.give_back()

    def _generated(self, config: MkDocsConfig, page: Page) -> File:
        inclusion = InclusionLevel.INCLUDED if page.in_nav else InclusionLevel.NOT_IN_NAV
        return File.generated(config, page.path, content="", inclusion=inclusion)

    def _plan(self, page: SitePage) -> Page | None:
        return self.plans.get(page.file.src_uri)

    def _give_neighbours(self, files: Files) -> None:
        for leaf, before, after in neighbours(self.shown.made.pages):
            page, parent = self._page(files, leaf.path), self._page(files, leaf.parent)
            page.parent = parent.parent
            page.previous_page = self._page(files, before)
            page.next_page = self._page(files, after) if after else None
            page.edit_url = self.source(leaf.source) or None if leaf.source else None

    @staticmethod
    def _page(files: Files, path: str) -> SitePage:
        file = files.get_file_from_path(path)
        if file is None or file.page is None:
            raise CxsiteError(f"the page {path} was taken away by another plugin", "look at the order of `plugins:`")
        return file.page


def _or_stop(made: Site | Trouble) -> Site:
    """The site; a build ends where there is none."""
    if isinstance(made, Site):
        return made
    if any(fault.place for fault in made.faults):
        raise PluginError(f"the journeys have {count_of(len(made.faults), 'error')}, listed above")
    raise PluginError("\n".join(str(fault) for fault in made.faults))
