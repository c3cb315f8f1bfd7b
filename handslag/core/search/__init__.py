"""Finds things by their words, however they were typed.

Services write what is public into one table; here it is found again although
the query has no å, ä or ö, other capitals, or one letter wrong. A query takes
two steps: first the list of known words gives those that resemble what was
typed (trigrams: FTS5 on SQLite, pg_trgm on PostgreSQL), then the entries with
those words are fetched and put in order in Python, alike on both databases.
"""
