"""What stops the program.

    CxsiteError
    ├── ProjectError     no project here, or its own files are out of reach
    ├── ContentError     the content has errors, and what was asked needs it without
    ├── ArtefactError    a page asks for a drawn part that is not in the store
    ├── EngineError      the site engine stopped with an error
    ├── PageClashError   a generated page would stand where an authored one does
    ├── DiskError        a file could not be read or written
    ├── EngineMissingError   the site engine is not installed
    ├── RevisionError    a name stands for no commit
    ├── ForgeError       the forge refuses, or cannot be reached
    ├── OverwriteError   a new file would stand where somebody wrote another one
    └── InternalError    something went wrong inside cxsite itself

Trouble *in the content* is data (see `cxsite.diagnostics`): all of it is collected and shown in one run.
An exception is for what leaves nothing to go on with. Each has a code, a sentence, and the next step.
"""

from __future__ import annotations


class CxsiteError(Exception):
    """Base of all that `cxsite` raises on purpose.

    `code` is stable and documented, `message` one plain sentence, `hint` the next step for the reader.
    """

    code = "CX900"

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.code} {self.message}" + (f"\n  {self.hint}" if self.hint else "")


class ProjectError(CxsiteError):
    """There is no project here, or a file the project itself needs is out of reach.

    A project is a folder with `journeys/` or `cxsite.yml`; it is looked for upwards from where the command runs.
    """

    code = "CX901"


class ContentError(CxsiteError):
    """The content has errors, so the site was not built.

    `cxsite check` lists them, each with its place.
    """

    code = "CX902"


class ArtefactError(CxsiteError):
    """A page names a drawn part that is not in the store, so the page would have a hole.

    Delete `.cxsite/` and build again.
    """

    code = "CX903"


class EngineError(CxsiteError):
    """The site engine stopped with an error.

    What it said stands above the message. With the content unchanged, the cause is in `mkdocs.yml` or in a plugin.
    """

    code = "CX904"


class PageClashError(CxsiteError):
    """A generated page would stand where an authored one does.

    Rename or move the authored page below `docs/`.
    """

    code = "CX905"


class DiskError(CxsiteError):
    """A file could not be read or written.

    Look at the rights of the folder and at the room on the disk, and run it again.
    """

    code = "CX906"


class EngineMissingError(CxsiteError):
    """The site engine is not installed, or it cannot do what was asked.

    The extras `properdocs` and `zensical` install the other engines.
    """

    code = "CX907"


class RevisionError(CxsiteError):
    """A name stands for no commit, or git is not there to ask.

    In a checkout that holds only the latest commits, fetch the rest: `git fetch --unshallow`.
    """

    code = "CX909"


class ForgeError(CxsiteError):
    """The forge refuses a comment, or cannot be reached.

    What it said stands in the message. A token needs the right to write comments on pull or merge requests. A file that
    another run handed over is refused as well, where it is not what `cxsite diff --format json` writes.
    """

    code = "CX910"


class OverwriteError(CxsiteError):
    """A new file would be written over one that holds something else, so none was written.

    Look at what stands there. `--dry-run` shows what would be written, `--force` replaces it.
    """

    code = "CX911"


class InternalError(CxsiteError):
    """Something went wrong inside cxsite itself, which should not happen.

    A server goes on and shows it; every other command ends with it. Tell the developers, with the lines that stand in
    the terminal.
    """

    code = "CX908"

    @classmethod
    def of(cls, problem: Exception) -> InternalError:
        """The error for an exception that nobody expected."""
        what = f"{type(problem).__name__}: {problem}" if str(problem) else type(problem).__name__
        return cls(f"cxsite stumbled over itself ({what})", "tell its developers, with what stands in the terminal")


def disk_error(problem: OSError) -> DiskError:
    """The error for what the system said of a file."""
    message = f"{problem.filename or 'a file'}: {problem.strerror}"
    return DiskError(message, "look at the rights and the room on the disk")
