"""Open data for machines, as JSON and CSV: the same words as the public pages."""
