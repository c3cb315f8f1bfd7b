"""Files of points: sent in, looked at, read in, taken back."""
