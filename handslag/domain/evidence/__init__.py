"""Findings that can be cited (underlag).

A promise answers to something: a dialogue, a survey, the police's statistics,
a safety walk. A finding says where it comes from, what it says, when and where
it holds, and who may see it. It is frozen when recorded: a correction is a new
finding that points at the one it corrects. What we know (surveys, dialogues,
reports) records findings here; what we decide (promises) cites them.
"""
