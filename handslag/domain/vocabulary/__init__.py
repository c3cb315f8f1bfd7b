"""Words that all municipalities share, so that their promises can be compared.

Focus areas (fokusområden), kinds of activity, sources of knowledge, units and
statuses. Each has a code that is kept for ever and a label in Swedish and
English. A code we have never seen is let in as provisional, never refused.
"""
