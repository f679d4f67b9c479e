"""Words that were written anew."""

from __future__ import annotations

from collections.abc import Iterator

from cxsite.compare.change import Change, Level
from cxsite.compare.edit import Edit
from cxsite.compare.kind import ChangeKind, ListKind
from cxsite.compare.units import Unit
from cxsite.compare.words import label


class Rewritten(ChangeKind):
    """A text was written anew: a summary, a finding, what customers think or expect.

    The whole of both texts is on the page and in the JSON.
    """

    id, level = "rewritten", Level.INFO
    claims = {
        "*": (
            *("summary", "thinks", "expectation", "interaction", "outcome", "finding"),
            *("customer_goal", "opportunity", "what", "vision", "mission"),
        )
    }


class Links(ListKind):
    """Links to places elsewhere came or went."""

    id, level = "links", Level.INFO
    claims = {"*": ("links",)}


class OwnFields(ChangeKind):
    """Fields of one's own (`x-…`) say something else."""

    id, level = "own-field", Level.INFO
    claims = {"*": ("own",)}

    def what(self, edit: Edit) -> str:
        keys = sorted({*edit.old, *edit.new})
        return ", ".join(f"`{key}`" for key in keys if edit.old.get(key) != edit.new.get(key)) + " changed"


class SaidToBeNone(ChangeKind):
    """Fields of which somebody says that there is none, which is more than leaving them out."""

    id, level = "none-said", Level.INFO
    claims = {"*": ("nothing",)}

    def tell(self, edit: Edit) -> Iterator[Change]:
        if self._said(edit):
            yield from super().tell(edit)

    def what(self, edit: Edit) -> str:
        return "; ".join(self._said(edit))

    def _said(self, edit: Edit) -> list[str]:
        """The fields that had no value before and have none now: of the others, the change of the value tells it."""
        pair = edit.pair
        assert pair.before is not None and pair.after is not None
        came = [name for name in edit.new if name not in edit.old and _is_empty(pair.before, name)]
        left = [name for name in edit.old if name not in edit.new and _is_empty(pair.after, name)]
        words = (("there is none now:", came), ("whether there is none is open again:", left))
        return [f"{word} {', '.join(map(label, sorted(names)))}" for word, names in words if names]


def _is_empty(unit: Unit, field: str) -> bool:
    return getattr(unit.entry, field, None) in (None, (), {})


class Translated(ChangeKind):
    """A text in another language was written, rewritten or taken out."""

    id, level = "translated", Level.INFO
    claims = {
        "translation": (
            *(
                "name",
                "summary",
                "outcome",
                "finding",
                "phases",
                "steps",
                "hotspots",
                "ideas",
                "actions",
                "goals",
                "evidence",
            ),
        )
    }

    def what(self, edit: Edit) -> str:
        return f"{edit.label} written anew"
