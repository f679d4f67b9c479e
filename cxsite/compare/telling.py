"""How changes are put: what they are about, from which value to which, and where."""

from __future__ import annotations

from cxsite.compare.change import Subject
from cxsite.compare.edit import Edit
from cxsite.compare.listing import entry_parts
from cxsite.compare.meaning import reference_kind
from cxsite.compare.pairs import Pair
from cxsite.compare.sides import SideName, Sides
from cxsite.compare.units import Unit
from cxsite.compare.words import short, went
from cxsite.derive.written.quotes import in_quotes
from cxsite.diagnostics import Span
from cxsite.model.base import NOWHERE, Entry
from cxsite.model.goal import Goal

_ALONE = {"settings": "Settings", "strategy": "Strategy", "value definition": "What customers value"}


def subject_of(sides: Sides, pair: Pair) -> Subject:
    """What a change is about. A difference of a target is called by the step or phase it is about."""
    unit = pair.unit
    name = _called(sides, unit, pair)
    return Subject(unit.journey, unit.scope, unit.noun, unit.key, name, _title(unit, name))


def _called(sides: Sides, unit: Unit, pair: Pair) -> str:
    if isinstance(unit.entry, Goal) and not unit.entry.name:
        return _goal(sides, unit.entry, unit, pair)
    of = {"target step": "step", "target phase": "phase"}.get(unit.noun)
    if of is None or getattr(unit.entry, "add", None):
        return unit.name
    side: SideName = "after" if pair.after else "before"
    return sides.name(side, of, unit.key, unit.journey)


def _goal(sides: Sides, goal: Goal, unit: Unit, pair: Pair) -> str:
    """Its metric, and where of it: `Ease, Wait`."""
    side: SideName = "after" if pair.after else "before"
    parts = (("metric", goal.metric), ("phase", goal.phase), ("step", goal.step), ("segment", goal.segment))
    return ", ".join(sides.name(side, kind, text, unit.journey) for kind, text in parts if text)


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
    if not field:
        return unit.span
    info = type(unit.entry).model_fields.get(field)
    return unit.entry.span((info.alias if info else None) or field)


def from_to(edit: Edit) -> str:
    """`owner from Billing to Sales`, `risk set to “No staff”`, `due removed (was Oct 2026)`."""
    if isinstance(edit.old, Entry) and type(edit.old) is type(edit.new):
        return f"{edit.label}, {', '.join(entry_parts(edit, edit.old, edit.new, 'not assessed')) or 'said otherwise'}"
    was, now = (_quoted(edit, text) for text in (edit.was, edit.now))
    if was and edit.is_none_now:
        return f"{edit.label}: none any more (was {was})"
    return went(edit.label, was, now)


def _quoted(edit: Edit, words: str) -> str:
    """Words of an author in quotation marks; ids, numbers and names without."""
    unit = edit.pair.unit
    is_text = isinstance(edit.new if edit.old is None else edit.old, str) and " " in words
    return in_quotes(short(words)) if is_text and not reference_kind(type(unit.entry), edit.field) else short(words)
