"""Pages about progress: what has been done for a promise, written down as it is done."""
