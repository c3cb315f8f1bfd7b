"""What the police tell of on their site: type, time and area of single events.

News and no statistics: the police choose what they tell. The events are context for those
who work with a municipality; nothing is counted from them in an analysis, and no map is
made, for their point is the middle of an area. No text of theirs is kept.
"""
