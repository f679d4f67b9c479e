"""The rules, one theme a module."""
