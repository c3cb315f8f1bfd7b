"""How long things are kept (gallring).

Each package states it for its own models, as `RETENTION` in its `rules.py`.
Every model is named in exactly one statement.
"""
