"""Dialogues (medborgardialog, medarbetardialog): people and staff talk, somebody listens.

A dialogue is planned with one or more meetings, people sign up, a facilitator writes
down what is said, never who said it. Afterwards one says how many came and from where,
and the result is released at one moment. A dialogue with staff has two meetings with a
script each: WHAT shall we do, and HOW shall we do it.
"""
