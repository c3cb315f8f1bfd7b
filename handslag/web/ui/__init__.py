"""How everything looks. Knows the parts of a page and nothing of the field.

Templates, style sheets and the few tags that compute. `/arbete/stil/` shows
every part in every state, with the line that makes it.
"""
