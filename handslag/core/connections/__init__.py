"""Connections: what outside systems and files are read, which are on, how each time went.

All are off until somebody turns them on. The row of a connection is locked while it is
decided whether a call may be made, so that two processes never ask too often together.
"""
