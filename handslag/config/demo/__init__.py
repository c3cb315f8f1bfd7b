"""A demonstration: five real municipalities, and a year that is made up.

The older promises of the five are restated from their own published pages.
The years 2025-2027 of Degerfors, and the joint set for 2027, are made up to
show every state; each of those pages says so. All of it is made by the same
services as people use.
"""
