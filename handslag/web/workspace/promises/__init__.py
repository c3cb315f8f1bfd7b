"""Pages about promises: sets, one promise, approval, progress, follow-up, amendment."""
