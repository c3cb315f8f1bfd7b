"""What runs by itself: which job ran when, and whose turn it is.

The table of jobs is in `config/schedule.py`. Any number of workers may look
at it; each job is run by one of them at a time.
"""
