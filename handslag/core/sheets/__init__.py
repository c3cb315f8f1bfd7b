"""Tables for spreadsheets: written a row at a time, read within bounds. Pure."""
