"""Residents' reports without an account: the way in steps, the receipt, the letters."""
