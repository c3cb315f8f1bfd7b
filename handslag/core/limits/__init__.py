"""How often something may be tried, counted exactly over all processes.

Keys (an address, a link) are stored as keyed hashes, so that the table tells
nobody who tried what.
"""
