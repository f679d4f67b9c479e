"""Diagnostics as the forges show them: one format a file, each with `write(diagnostics, folder)`."""
