"""Answers as rows, in files that other programs read."""
