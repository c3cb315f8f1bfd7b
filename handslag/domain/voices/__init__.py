"""Occasions when people were heard, what they said, and what they were told of it.

A survey, a dialogue, a safety walk and a batch of reports are each an occasion. What
people said there becomes voices, which people code to themes and places; what the
occasion shows becomes findings that can be cited. It cannot be closed before those who
spoke have been told what became of it, or everyone can read why they were not.
"""
