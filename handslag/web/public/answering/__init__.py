"""Answering a survey without an account, on a page at a time."""
