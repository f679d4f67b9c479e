"""What is shown while people write: the last site that could be made, and what is wrong now. Knows no engine."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from cxsite.errors import CxsiteError, InternalError, disk_error
from cxsite.ledger import Ledger
from cxsite.pages.assets import assets
from cxsite.pages.plan import Site
from cxsite.pages.trouble import Trouble, banner, trouble_of, trouble_page

Made = TypeVar("Made")


@dataclass(frozen=True)
class Shown(Generic[Made]):
    """What is published: something made, of now or of before; what is wrong, as HTML for the top of each page."""

    made: Made
    banner: str = ""


class Live(Generic[Made]):
    """Remembers the last good state of a server's project. Nothing that goes wrong in making ends the server.

    `good` is a state that was made before, and its `home`.
    """

    def __init__(self, say: Callable[[CxsiteError], None], good: tuple[str, Made] | None = None) -> None:
        self._say = say
        self._good = good

    def show(self, make: Callable[[], Made | Trouble], home: str, empty: Callable[[], Made]) -> Shown[Made]:
        """What `make` gives; where it fails, the last good one, or `empty` before there was one for this `home`."""
        trouble = self.attempt(make)
        if not isinstance(trouble, Trouble):
            self._good = (home, trouble)
            return Shown(trouble)
        stale = self._good is not None and self._good[0] == home
        made = self._good[1] if self._good is not None and stale else empty()
        return Shown(made, banner(trouble, stale))

    def attempt(self, make: Callable[[], Made | Trouble]) -> Made | Trouble:
        """What `make` gives, or why it does not."""
        try:
            return make()
        except CxsiteError as problem:
            return self.told(problem)
        except OSError as problem:
            return self.told(disk_error(problem))
        except Exception as problem:
            traceback.print_exc()
            return self.told(InternalError.of(problem))

    def told(self, *problems: CxsiteError) -> Trouble:
        """The trouble that these are, said in the terminal too."""
        for problem in problems:
            self._say(problem)
        return trouble_of(problems)


def empty_site(home: str) -> Site:
    """A site of one page, which says that there is nothing to show yet."""
    return Site((trouble_page(home),), assets(), Ledger())
