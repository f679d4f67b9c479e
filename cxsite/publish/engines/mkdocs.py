"""MkDocs with Material: the plugin does the work."""

from __future__ import annotations

from cxsite.errors import ProjectError
from cxsite.project import Project
from cxsite.publish.child import attend
from cxsite.publish.config import names, own_pages, read_config
from cxsite.publish.engines import Options, run, start
from cxsite.publish.offline import ASKED

NAME = "mkdocs"


def build(project: Project, options: Options, name: str = NAME) -> None:
    """Builds with the plugin. Never quiet: MkDocs' `-q` also silences the warnings that `--strict` counts."""
    check_plugin(project)
    more = {**({ASKED: "1"} if options.offline else {}), **(options.against.environment() if options.against else {})}
    run(name, arguments(project, options), project.root, more)


def serve(project: Project, address: str, name: str = NAME) -> None:
    """Serves and rebuilds on change; the plugin watches the journeys."""
    check_plugin(project)
    attend(start(name, ["serve", "-f", str(project.config), "-a", address], project.root), name)


def check_plugin(project: Project) -> None:
    """Refuses a configuration that would build a site without any journey, and say nothing."""
    config = read_config(project.config)
    if "cxsite" not in names(config.get("plugins")):
        raise ProjectError("mkdocs.yml does not name the plugin", "add `cxsite` to it: `plugins: [search, cxsite]`")
    own_pages(project.root, config)


def arguments(project: Project, options: Options) -> list[str]:
    """The command line of a build."""
    chosen = ["--strict"] if options.strict else []
    return ["build", "-f", str(project.config), "--clean", *chosen]
