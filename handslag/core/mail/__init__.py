"""The outbox: a message is a row first, then a letter or a text message.

A service writes the row in its own transaction, so that nothing is sent about
what was rolled back. The worker sends. Where no mail server is named (the
demo, a laptop) messages stay in the outbox and are shown there.
"""
