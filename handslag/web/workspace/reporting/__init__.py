"""Reporting in service: the page that works without coverage, training, photos."""
