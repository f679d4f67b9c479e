"""ProperDocs, which carries MkDocs 1.x on: the same plugin, the same command line."""

from __future__ import annotations

from cxsite.project import Project
from cxsite.publish.engines import Options, mkdocs

NAME = "properdocs"


def build(project: Project, options: Options) -> None:
    """Builds with the plugin, which ProperDocs loads under MkDocs' names."""
    mkdocs.build(project, options, NAME)


def serve(project: Project, address: str) -> None:
    """Serves and rebuilds on change."""
    mkdocs.serve(project, address, NAME)
