"""A painter: compiled Vega specs of a small subset, drawn in Python; what is outside the subset is refused."""

PAINTER = 2
"""To be raised with any change to what is painted, so that no drawing of before is taken for one of now."""
