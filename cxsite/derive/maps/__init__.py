"""Maps as pages show them, and what differs between two of them."""
