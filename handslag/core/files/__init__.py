"""Uploaded files, such as the signed original of a promise.

A file is known by its content (SHA-256): the same content is kept once, and
what an approved version points at can never be exchanged for something else.
"""
