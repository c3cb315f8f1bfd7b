"""What was answered in surveys, as anyone may read it."""
