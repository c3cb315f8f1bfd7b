"""When it happens, whether it changes, and whether this week is unlike the usual."""
