"""The same things done by the libraries that we compare ourselves with."""
