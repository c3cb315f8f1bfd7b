"""What every part needs. Knows no municipality, no promise, no page."""
