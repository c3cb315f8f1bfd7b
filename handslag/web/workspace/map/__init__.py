"""What was reported, on a map: squares from far, each report from near, a table beside."""
