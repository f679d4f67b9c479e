"""How changes are put: what they are about, from which value to which, and where."""

from __future__ import annotations

from cxsite.compare.change import Subject
from cxsite.compare.edit import Edit
from cxsite.compare.meaning import Plain, plain, reference_kind
from cxsite.compare.pairs import Pair
from cxsite.compare.sides import SideName, Sides
from cxsite.compare.units import Unit
from cxsite.compare.words import label, short
from cxsite.derive.written.quotes import in_quotes
from cxsite.diagnostics import Span
from cxsite.model.base import NOWHERE, Entry

_ALONE = {"settings": "Settings", "strategy": "Strategy", "value definition": "What customers value"}


def subject_of(sides: Sides, pair: Pair) -> Subject:
    """What a change is about. A difference of a target is called by the step or phase it is about."""
    unit = pair.unit
    name = _called(sides, unit, pair)
    return Subject(unit.journey, unit.scope, unit.noun, unit.key, name, _title(unit, name))


def _called(sides: Sides, unit: Unit, pair: Pair) -> str:
    of = {"target step": "step", "target phase": "phase"}.get(unit.noun)
    if of is None or getattr(unit.entry, "add", None):
        return unit.name
    side: SideName = "after" if pair.after else "before"
    return sides.name(side, of, unit.key, unit.journey)


def _title(unit: Unit, name: str) -> str:
    if unit.noun in _ALONE:
        return _ALONE[unit.noun]
    if unit.noun == "target map":
        return "Target map" if unit.key == "target" else f"Target map `{unit.key}`"
    if unit.noun == "translation":
        return f"Translation `{unit.key}`"
    within = ""
    if unit.parent is not None and unit.parent.noun == "target map":
        within = ", in the target" if unit.parent.key == "target" else f", in the target `{unit.parent.key}`"
    noun = {"target step": "step", "target phase": "phase"}.get(unit.noun, unit.noun)
    return f"{noun[0].upper()}{noun[1:]} {in_quotes(name)}{within}"


def place_of(unit: Unit | None, field: str = "") -> Span:
    """Where a field is written, the thing itself where the field is not; nowhere for what is not there."""
    if unit is None:
        return NOWHERE
    if not field or field in ("own", "nothing"):
        return unit.span
    info = type(unit.entry).model_fields.get(field)
    return unit.entry.span((info.alias if info else None) or field)


def from_to(edit: Edit) -> str:
    """`owner from Billing to Sales`, `risk set to “No staff”`, `due taken out, it was Oct 2026`."""
    if isinstance(edit.old, Entry) and type(edit.old) is type(edit.new):
        return f"{edit.label}, {', '.join(_parts(edit)) or 'said otherwise'}"
    was, now = (_quoted(edit, text) for text in (edit.was, edit.now))
    if not was:
        return f"{edit.label} set to {now}"
    if edit.is_none_now:
        return f"there is no {edit.label} now; it was {was}"
    return f"{edit.label} from {was} to {now}" if now else f"{edit.label} taken out; it was {was}"


def _quoted(edit: Edit, words: str) -> str:
    """Words of an author in quotation marks; ids, numbers and names without."""
    unit = edit.pair.unit
    is_text = isinstance(edit.new if edit.old is None else edit.old, str) and " " in words
    return in_quotes(short(words)) if is_text and not reference_kind(type(unit.entry), edit.field) else short(words)


def _parts(edit: Edit) -> list[str]:
    """What differs inside an entry: `time from 12 min to 4 min`."""
    found = []
    for name in type(edit.old).model_fields:
        was, now = (edit.part_in_words(name, side) or "not assessed" for side in ("before", "after"))
        found += [f"{label(name)} from {was} to {now}"] if was != now else []
    return found


def in_and_out(edit: Edit, one: str = "") -> str:
    """What came to a list and what left it: `systems: added Billing engine; removed Excel`."""
    old, new = _items(edit, "before"), _items(edit, "after")
    came, left = (
        [text for key, text in new if key not in dict(old)],
        [text for key, text in old if key not in dict(new)],
    )
    parts = [f"{word} {short(', '.join(texts))}" for word, texts in (("added", came), ("removed", left)) if texts]
    return f"{one or edit.label}: {'; '.join(parts) or 'in another order'}"


def _items(edit: Edit, side: SideName) -> list[tuple[Plain, str]]:
    """Each item of a list: what it means, and its words."""
    value, unit = (edit.old, edit.pair.before) if side == "before" else (edit.new, edit.pair.after)
    if value is None or unit is None:
        return []
    kind, resolve = reference_kind(type(unit.entry), edit.field), edit.sides.resolver(side, unit)
    items = value if isinstance(value, tuple | list) else (value,)
    return [(plain(item, kind, resolve, True), edit.words(item, side)) for item in items]
