"""A report in words and for machines: one format a file, each with `write(report)`."""
