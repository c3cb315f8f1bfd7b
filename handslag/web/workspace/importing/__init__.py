"""Pages where files of figures are sent in, looked at, read in and taken back."""
