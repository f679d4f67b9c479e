"""What a build says of itself: diagnostics as lines, and the counters on disk for whoever asks afterwards."""

from __future__ import annotations

import json
from pathlib import Path

from cxsite.diagnostics import Diagnostic
from cxsite.draw.cache import write_whole
from cxsite.ledger import Ledger

FILE = "build.json"


def one_line(diagnostic: Diagnostic) -> str:
    """A diagnostic for a log: `journeys/join.yml:3:5: CX101 … (did you mean …?)`."""
    hint = f" ({diagnostic.hint})" if diagnostic.hint else ""
    return f"{diagnostic.span}: {diagnostic.code} {diagnostic.message}{hint}"


def keep_ledger(work: Path, ledger: Ledger) -> None:
    """Leaves the counters and times in the work folder."""
    seconds = {name: round(value, 4) for name, value in ledger.seconds.items()}
    write_whole(work / FILE, json.dumps({"counts": ledger.counts, "seconds": seconds}, indent=2) + "\n")


def read_ledger(work: Path) -> Ledger | None:
    """The counters of the last build, or None."""
    try:
        kept = json.loads((work / FILE).read_text(encoding="utf-8"))
        return Ledger(dict(kept["counts"]), dict(kept["seconds"]))
    except (OSError, ValueError, TypeError, KeyError):
        return None
