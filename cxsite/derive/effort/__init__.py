"""What a map takes from its customers in minutes, money and feelings, and how many get through it."""
