"""Series as pages show them, what stands beside them, and what is measured where."""
