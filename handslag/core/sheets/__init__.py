"""Tables of Excel: written a row at a time, read within bounds. Pure."""
