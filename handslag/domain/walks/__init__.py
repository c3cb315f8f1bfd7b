"""Safety walks (trygghetsvandringar) and inventories.

People walk a route together in three meetings: one to plan it, one to walk it, one
where those who are responsible say what they will do about each finding. What was seen
at each stop is judged in words. Some months later one walks again, and compares. Beside
it stand the evening's places (Purple Flag) and how many areas keep watch together.
"""
