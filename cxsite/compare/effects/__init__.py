"""What follows from changes, a theme a module: figures that are worked out, told apart from what somebody edited."""
