"""Tables that open in Excel: written a row at a time. Pure."""
