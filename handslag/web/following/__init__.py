"""An indicator in words, as a chart, as a table and as a file: the same to those who work
with it and to everyone."""
