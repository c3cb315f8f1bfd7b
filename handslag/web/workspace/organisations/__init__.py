"""Pages about one's own organisations: how the public reaches them, and who does what."""
