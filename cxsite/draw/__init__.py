"""From values to drawings: Altair charts by kind, inline marks, and their twins in words and rows."""
