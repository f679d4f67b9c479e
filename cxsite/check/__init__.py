"""Rules over the model and the series: what fits its field and still does not fit the rest."""
