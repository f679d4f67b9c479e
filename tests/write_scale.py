"""Writes docs/scale.md from a run: `make scale` (`CXSITE_BENCH_SIZES=100,300`, the default)."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.scale import Pair, compare, page

DOCS = Path(__file__).parents[1] / "docs" / "scale.md"


def main() -> None:
    """Runs each size once or, up to 100 journeys, three times, and writes the page."""
    pairs: list[Pair] = []
    for size in map(int, os.environ.get("CXSITE_BENCH_SIZES", "100,300").split(",")):
        rounds = int(os.environ.get("CXSITE_BENCH_ROUNDS") or (3 if size <= 100 else 1))
        with tempfile.TemporaryDirectory() as folder:
            pairs += compare(Path(folder), size, rounds)
    text = page(pairs, os.cpu_count() or 1)
    DOCS.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
