"""What `cxsite numbers` prints: each kind of figure for people and for machines, one kind a file."""
