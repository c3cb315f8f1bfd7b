"""The open catalogue of citizen promises: its records, read, weighed and written. Pure."""
