"""MkDocs with Material: the plugin does the work."""

from __future__ import annotations

from typing import Any

from cxsite.diagnostics import Severity
from cxsite.errors import ContentError, EngineError, ProjectError
from cxsite.project import Project
from cxsite.publish.child import attend
from cxsite.publish.config import names, own_pages, read_config
from cxsite.publish.engines import NOT_BUILT, Options, run, start
from cxsite.publish.offline import ASKED

NAME = "mkdocs"


def build(project: Project, options: Options, name: str = NAME) -> None:
    """Builds with the plugin. Never quiet: MkDocs' `-q` also silences the warnings that `--strict` counts."""
    config = check_plugin(project)
    more = {**({ASKED: "1"} if options.offline else {}), **(options.against.environment() if options.against else {})}
    try:
        run(name, arguments(project, options), project.root, more)
    except EngineError:
        if _stopped_by_content(project, options.strict or config.get("strict") is True):
            raise ContentError(NOT_BUILT, "they are listed above") from None
        raise


def serve(project: Project, address: str, name: str = NAME) -> None:
    """Serves and rebuilds on change; the plugin watches the journeys."""
    check_plugin(project)
    attend(start(name, ["serve", "-f", str(project.config), "-a", address], project.root), name)


def check_plugin(project: Project) -> dict[str, Any]:
    """The configuration; refuses one that would build a site without any journey, and say nothing."""
    config = read_config(project.config)
    if "cxsite" not in names(config.get("plugins")):
        raise ProjectError("mkdocs.yml does not name the plugin", "add `cxsite` to it: `plugins: [search, cxsite]`")
    own_pages(project.root, config)
    return config


def _stopped_by_content(project: Project, strict: bool) -> bool:
    """True where the journeys have what stops a build; the engine itself only says that it ended with an error."""
    from cxsite.pipeline import examine

    least = Severity.WARNING if strict else Severity.ERROR
    return any(one.severity >= least for one in examine(project).diagnostics)


def arguments(project: Project, options: Options) -> list[str]:
    """The command line of a build."""
    chosen = ["--strict"] if options.strict else []
    return ["build", "-f", str(project.config), "--clean", *chosen]
