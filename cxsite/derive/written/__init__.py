"""How values are written for people: numbers, amounts, and the words for what a metric is."""
