"""Pages about connections: which are on, how they went, and one page for each run."""
