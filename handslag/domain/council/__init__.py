"""The crime prevention council (lokalt brottsförebyggande råd) and its meetings.

By law strategic questions are handled in a council that the municipality leads
and whose partners are represented by people in leading positions. It may cover
several municipalities, and have a preparing group and an EST group below it.
A meeting is called with an agenda made from what is due, held, written down
and adjusted; then its minutes are final. Decisions and tasks follow from it.
"""
