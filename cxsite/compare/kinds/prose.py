"""Words that were written anew."""

from __future__ import annotations

from collections.abc import Iterator

from cxsite.compare.change import Change, Level
from cxsite.compare.edit import Edit
from cxsite.compare.kind import ChangeKind, ListKind
from cxsite.compare.units import Unit
from cxsite.compare.words import label, short, went
from cxsite.derive.written.quotes import in_quotes


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

    def tell(self, edit: Edit) -> Iterator[Change]:
        for key in sorted({*edit.old, *edit.new}):
            both = edit.old.get(key), edit.new.get(key)
            if both[0] != both[1]:
                was, now = (edit.words(value, "after") for value in both)
                said = (in_quotes(short(text)) if " " in text else text for text in (was, now))
                yield self.make(edit.sides, edit.pair, went(f"`{key}`", *said), key, (was, now), (was, now))


class SaidToBeNone(ChangeKind):
    """Fields of which somebody says that there is none, which is more than leaving them out."""

    id, level = "none-said", Level.INFO
    claims = {"*": ("nothing",)}

    def tell(self, edit: Edit) -> Iterator[Change]:
        """Fields that had no value before and have none now: of the others, the change of the value tells it."""
        pair = edit.pair
        assert pair.before is not None and pair.after is not None
        for name in sorted({*edit.old, *edit.new}):
            if name not in edit.old and _is_empty(pair.before, name):
                yield self.make(edit.sides, pair, f"there is no {label(name)}, which was open", name, ("", "none"))
            elif name not in edit.new and _is_empty(pair.after, name):
                what = f"whether there is no {label(name)} is open again"
                yield self.make(edit.sides, pair, what, name, ("none", ""))


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
