"""Citizen promises (medborgarlöften).

A promise is a concrete, time-limited undertaking that a municipality and the
police make together to those who live or stay in a place. Promises are given
in a set for a period, under a cooperation agreement. Both authorities approve
the same exact wording before anyone else sees it; a frozen, numbered version
of it is what the public reads. Progress and follow-ups come afterwards, and
what is not reported is shown as not reported.
"""
