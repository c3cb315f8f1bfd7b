"""What was answered: the figures, what they are weighed by, and what is made public."""
