"""Files in a project that people go on to write in."""
