"""Councils and their meetings, for those who run them and those who sit there."""
