"""The board of steps: where the work of a municipality stands."""
