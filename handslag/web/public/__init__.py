"""Pages for anyone: they read only what `published.py` gives, and set no cookie."""
