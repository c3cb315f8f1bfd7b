"""Outside systems: how to ask them, and what their answers and files say.

Pure: nothing here knows a database, a page or a municipality of ours. A client is given
`fetch`, so that tests hand it answers that were recorded; a reader is given rows, so that
a file and a call end in the same place. Called by tasks only.
"""
