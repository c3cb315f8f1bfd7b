"""The week of a group (EST): what it meets about, decides, and follows up.

A group looks back to its last meeting: what is new, what is unlike the usual, what is
not done yet. It puts places and problems in order for the coming week, with a target
for each organisation, and asks at the next meeting what became of them.
"""
