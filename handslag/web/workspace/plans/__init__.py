"""Action plans, the chain and state grants at work."""
