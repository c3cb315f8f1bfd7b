"""Points in time and space, for analysis: sorted files beside the database.

A file a source and year, a row a point, in small whole numbers; and small tables counted
from them, so that no page reads points. Made anew from what they come from: nothing here
is the only copy of anything, and a backup leaves it out.
"""
