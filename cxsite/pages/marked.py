"""A text on a page that says which printed figure it is, and what of it: what tests go by."""

from __future__ import annotations

from typing import Literal

from markupsafe import Markup

from cxsite.pages.unbroken import together

Kind = Literal["judged", "chain", "counted", "effort", "carried"]
"""The key of `cxsite numbers --format json` under which the figure stands."""


def marked(kind: Kind, mark: str, says: str, text: Markup | str) -> Markup:
    """The text; `mark` is the word of the figure, `says` which of its values the text gives."""
    return Markup('<span data-{}="{}" data-says="{}">{}</span>').format(kind, mark, says, together(text))
