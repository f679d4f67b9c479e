"""Two states of a project, and what is told of the difference."""
