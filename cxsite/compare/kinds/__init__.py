"""The kinds of changes, a theme a module."""
