"""The share of the three best answers (top-3 box), from `numerator` and `denominator`, with Wilson's interval."""

from __future__ import annotations

from dataclasses import replace

from cxsite.measure.methods import share

METHOD = replace(share.METHOD, id="top-3")
