"""Pages about indicators: what is followed, what is held, what is typed in."""
