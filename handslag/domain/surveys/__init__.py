"""Surveys (enkäter): what is asked, who is asked, and what they answer.

A survey is one wave: a questionnaire, a time when it is open, and answers that nobody
can tie to whoever gave them. Answers wait sealed until enough have come to be mixed,
and are then kept as columns of numbers; free texts and places are kept apart from them.
"""
