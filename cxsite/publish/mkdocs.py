"""The MkDocs plugin. Works on ProperDocs too, which loads it under MkDocs' names. The only module that imports mkdocs.

Each hook says why it runs when it does. Nothing is written into `docs_dir`: pages and assets are generated files.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as SitePage
from mkdocs.utils import get_relative_url
from mkdocs.utils.templates import TemplateContext

from cxsite import __version__
from cxsite.diagnostics import Severity, count_of
from cxsite.errors import CxsiteError
from cxsite.pages.assets import STYLE
from cxsite.pages.plan import Page
from cxsite.pipeline import Examined, Site, build, examine
from cxsite.project import Project, find_project
from cxsite.publish.extension import fill_pending
from cxsite.publish.nav import choose_home, collisions, with_home
from cxsite.publish.report import keep_ledger, one_line
from cxsite.publish.store import Store
from cxsite.publish.stub import write_stub

log = get_plugin_logger("cxsite")


class CxsiteConfig(Config):  # type: ignore[no-untyped-call]
    """No options: settings live in `cxsite.yml`, because Zensical ignores a plugin's block in mkdocs.yml."""


class CxsitePlugin(BasePlugin[CxsiteConfig]):  # type: ignore[no-untyped-call]
    """Publishes the project's journeys beside the pages in `docs/`."""

    project: Project
    site: Site
    plans: dict[str, Page]
    home: str

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Defined so that MkDocs keeps one plugin object over all rebuilds of `serve`."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Early: the extension has to be configured before any page is read."""
        try:
            self.project = find_project(Path(config.config_file_path).parent)
        except CxsiteError as problem:
            raise PluginError(str(problem)) from None
        self.store = Store(self.project.work / "parts")
        for name in ("attr_list", "cxsite"):
            if name not in config.markdown_extensions:
                config.markdown_extensions.append(name)
        config.mdx_configs["cxsite"] = {"store": str(self.store.folder), "late": True, "version": __version__}
        if STYLE not in config.extra_css:
            config.extra_css.append(STYLE)
        watched = (self.project.journeys, self.project.metrics, self.project.settings)
        config.watch.extend(str(path) for path in watched if path.exists() and str(path) not in config.watch)
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """The one place to add pages. What authors wrote in `docs/` is known here, so a clash is found."""
        examined = examine(self.project)
        authored = [file.src_uri for file in files if file.is_documentation_page()]
        self.home = choose_home(authored)
        self._report(examined)
        self.site = build(examined, self.home)
        self.plans = {page.path: page for page in self.site.pages}
        if clashes := collisions(self.site.pages, authored):
            raise PluginError("\n".join(str(clash) for clash in clashes))
        config.nav = with_home(config.nav, self.home)
        self._add(files, config)
        keep_ledger(self.project.work, self.site.ledger)
        return files

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        """Leaf pages are not in the navigation (it is quadratic in its pages), so they get their neighbours here."""
        leaves = [page for page in self.site.pages if not page.in_nav]
        for index, leaf in enumerate(leaves):
            page, parent = self._page(files, leaf.path), self._page(files, leaf.parent)
            page.parent = parent.parent
            page.previous_page = self._page(files, leaves[index - 1].path) if index else parent
            page.next_page = self._page(files, leaves[index + 1].path) if index + 1 < len(leaves) else None
        return nav

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
            page.content = fill_pending(page.content or "", self.store)
        return context

    def _report(self, examined: Examined) -> None:
        levels = {Severity.ERROR: log.error, Severity.WARNING: log.warning, Severity.NOTE: log.info}
        for diagnostic in examined.diagnostics:
            levels[diagnostic.severity](one_line(diagnostic))
        if examined.has_errors:
            count = sum(d.severity is Severity.ERROR for d in examined.diagnostics)
            raise PluginError(f"the journeys have {count_of(count, 'error')}, listed above")

    def _add(self, files: Files, config: MkDocsConfig) -> None:
        made = {page.path: self._generated(config, page) for page in self.site.pages}

        def address(path: str, here: str) -> str:
            target = made.get(path) or files.get_file_from_path(path)
            return get_relative_url(target.url, made[here].url) if target else path

        names: list[str] = []
        for page in self.site.pages:
            text, used = write_stub(page, self.store, address)
            made[page.path].content_string = text
            files.append(made[page.path])
            names.extend(used)
        for asset in self.site.assets:
            files.append(File.generated(config, asset.path, content=asset.content))
        self.store.keep_only(names)

    def _generated(self, config: MkDocsConfig, page: Page) -> File:
        inclusion = InclusionLevel.INCLUDED if page.in_nav else InclusionLevel.NOT_IN_NAV
        return File.generated(config, page.path, content="", inclusion=inclusion)

    def _plan(self, page: SitePage) -> Page | None:
        return self.plans.get(page.file.src_uri)

    @staticmethod
    def _page(files: Files, path: str) -> SitePage:
        file = files.get_file_from_path(path)
        if file is None or file.page is None:
            raise CxsiteError(f"the page {path} was taken away by another plugin", "look at the order of `plugins:`")
        return file.page
