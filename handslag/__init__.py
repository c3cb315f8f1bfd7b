"""Handslag: citizen promises by a municipality and its local police, kept in the open."""
