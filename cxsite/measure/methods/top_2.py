"""The share of the two best answers (top-2 box), from `numerator` and `denominator`, with Wilson's interval."""

from __future__ import annotations

from dataclasses import replace

from cxsite.measure.methods import share

METHOD = replace(share.METHOD, id="top-2")
