"""Held beside others: what differs from like ones by more than chance."""
