"""What people and machines see: the workspace, the public site and the API.

A page asks queries, calls services and shows what it gets. It never touches a
table, and the public pages get only what each package's `published.py` hands out.
"""
