"""Hypothesis strategies that make valid content of the whole authoring format, and edits on it.

    projects()          file name -> text, ready for `support.write`
    contents()          the same as plain structures: file name -> mapping, list, text (`files_of` writes them as YAML and CSV)
    journeys()          one journey with everything in it, as one mapping
    phases(), steps()   parts of it
    metrics()           definitions of metrics with their tables
    targets_for(j)      targets of a journey; their changes fit its steps
    mutations(content)  one edit on a content: says what it did, where, and which places it breaks

What refers to something is drawn from a `World`: the ids that there are. Draw one first and hand it to the parts that
are to fit together; each strategy makes its own where none is given. All of it is honest: past things lie before 2025,
due things after 2039, levels of goals fit the method of their metric, quotes hold no names and no numbers.
"""

from strategies.entries import steps
from strategies.fields import SHAPES
from strategies.journeys import journeys, phases
from strategies.mutations import HARMFUL, HARMLESS, MUTATORS, Edit, Mutation, mutations
from strategies.projects import contents, projects
from strategies.tables import metrics
from strategies.targets import targets_for
from strategies.words import ids, texts
from strategies.world import Scope, World, worlds
from strategies.writing import NONE, Spot, Style, files_of, line_of, styles

__all__ = [
    "HARMFUL",
    "HARMLESS",
    "MUTATORS",
    "NONE",
    "SHAPES",
    "Edit",
    "Mutation",
    "Scope",
    "Spot",
    "Style",
    "World",
    "contents",
    "files_of",
    "ids",
    "journeys",
    "line_of",
    "metrics",
    "mutations",
    "phases",
    "projects",
    "steps",
    "styles",
    "targets_for",
    "texts",
    "worlds",
]
