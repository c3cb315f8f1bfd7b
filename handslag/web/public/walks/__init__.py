"""Safety walks, for anyone: those one may join, and what was seen on those walked."""
