"""Several parties say yes to one exact text.

The thing that needs approval (a promise set, an agreement) is frozen as a
`Version`, and the thing itself points at its `Round`. Approvals know nothing
about the thing: only which parties must agree, and on which exact words.
"""
