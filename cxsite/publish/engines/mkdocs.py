"""MkDocs with Material: the plugin does the work."""

from __future__ import annotations

from cxsite.project import Project
from cxsite.publish.engines import Options, run

NAME = "mkdocs"


def build(project: Project, options: Options, name: str = NAME) -> None:
    """Builds with the plugin. Never quiet: MkDocs' `-q` also silences the warnings that `--strict` counts."""
    run(name, arguments(project, options), project.root)


def serve(project: Project, address: str, name: str = NAME) -> None:
    """Serves and rebuilds on change."""
    run(name, ["serve", "-f", str(project.config), "-a", address], project.root)


def arguments(project: Project, options: Options) -> list[str]:
    """The command line of a build."""
    chosen = ["--strict"] if options.strict else []
    return ["build", "-f", str(project.config), "--clean", *chosen]
