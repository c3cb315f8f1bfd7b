"""Finds what points at one person in a text somebody typed, before it is kept.

Numbers are judged by their form and their check digit; names by lists of first
names and surnames and by the words around them, for "Björn" is an animal too and
"Storgatan" is nobody. What is certain can be refused where it is typed; what is
not must be looked at by somebody. Pure, and linear in the length of the text.
"""
