"""Who does a step, who hands over to whom, who answers for what, and what customers said."""
