"""What refers to what: references as values, and the other end of every link."""
