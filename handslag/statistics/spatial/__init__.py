"""Where it happens: points, squares, areas and what gathers there.

Coordinates are metres in the plane (SWEREF 99 TM), days are whole days. Arrays of a map
have their rows from south to north and their columns from west to east.
"""
