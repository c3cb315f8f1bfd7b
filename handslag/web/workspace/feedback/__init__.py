"""What became of what was reported: told to those who reported it, month by month."""
