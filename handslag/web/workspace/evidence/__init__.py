"""Pages about findings: what is known, and can be cited."""
