"""Pages for those who work here. A login is always needed."""
