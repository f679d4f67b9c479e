"""Two states of a portfolio -> what changed between them, told as changes of the map. Pure: nothing is read here."""
