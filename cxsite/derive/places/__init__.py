"""The main path through a map, and the latest numbers about its places."""
