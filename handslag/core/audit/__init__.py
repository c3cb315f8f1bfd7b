"""The log: who did what to which thing, and when.

A service writes one row in the same transaction as its deed. Rows hold ids
and codes only, never a name or a text, because they can never be erased.
Rows are added, never changed: triggers in the database refuse anything else,
and a sealing step chains them so that a change behind the triggers shows.
"""
