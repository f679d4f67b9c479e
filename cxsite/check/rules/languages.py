"""Translations: of things and texts that are there, and how much is missing."""

from __future__ import annotations

from collections.abc import Iterator

from cxsite.check.rule import Rule, Subject
from cxsite.diagnostics import Diagnostic, Severity, closest
from cxsite.model.journey import Journey
from cxsite.model.translation import KINDS, Translation, coverage, text_keys, things


class TranslationsOfWhatIsThere(Rule):
    """A translation is of something that the journey does not have.

    A file `lang/de.yml` names phases, steps, hotspots and the rest by their ids, and of each the texts it translates.
    """

    id = "CX290"

    def check(self, subject: Subject) -> Iterator[Diagnostic]:
        """Every unknown id, and every key that holds no text."""
        for journey, _, translation in _translations(subject):
            for kind in KINDS:
                yield from self._of_kind(journey, translation, kind)

    def _of_kind(self, journey: Journey, translation: Translation, kind: str) -> Iterator[Diagnostic]:
        known = things(journey, kind)
        former = {old: key for key, entry in known.items() for old in getattr(entry, "formerly", ())}
        for name, words in getattr(translation, kind).items():
            if name not in known and name not in former:
                near = closest(name, known)
                hint = f"did you mean `{near}`?" if near else f"its {kind}: {', '.join(list(known)[:8])}"
                message = f"`{journey.key}` has no `{name}` among its {kind}"
                yield self.problem(translation.key_span(kind, name), message, hint, suggestion=near)
            for key in words:
                if key not in text_keys(KINDS[kind]):
                    near = closest(key, text_keys(KINDS[kind]))
                    hint = f"did you mean `{near}`?" if near else f"texts are {', '.join(text_keys(KINDS[kind]))}"
                    message = f"`{key}` is no text of the {kind}"
                    yield self.problem(translation.key_span(kind, name, key), message, hint, suggestion=near)


class TranslationsAreWhole(Rule):
    """A translation lacks texts.

    What is missing is shown in the language the journey was written in.
    """

    id = "CX291"
    severity = Severity.NOTE

    def check(self, subject: Subject) -> Iterator[Diagnostic]:
        """Every translation that is not whole, with how much is missing."""
        for journey, language, translation in _translations(subject):
            found = coverage(journey, translation)
            if found.translated < found.texts:
                message = f"{found.translated} of {found.texts} texts of `{journey.key}` are there in `{language}`"
                yield self.problem(translation.span(), message, "the others are shown as they were written")


def _translations(subject: Subject) -> Iterator[tuple[Journey, str, Translation]]:
    for journey in subject.portfolio.journeys:
        for language, translation in subject.portfolio.translations.get(journey.key, {}).items():
            yield journey, language, translation
