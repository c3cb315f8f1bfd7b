"""Series and indicators (statistikserier och indikatorer).

A series is what someone measured, by area and period: reported crimes, a key figure of
Kolada, a question of a survey, what is counted here. Each cell is a value, nought,
missing, secret or suppressed, and never one for the other. An indicator says what a
series, or a number typed in, is used for: where we began, where we want to be by when,
which way is good, and why.
"""
