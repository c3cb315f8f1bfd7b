"""Sealing what nobody may read before the time has come.

A key pair is made for each thing to seal. The public half may stand in the database; the
private half is a file outside it, and outside the backups. When the file is destroyed
nothing opens what was sealed, whoever holds every copy of the database.

The boxes are libsodium's sealed boxes (X25519, XSalsa20-Poly1305).
"""
