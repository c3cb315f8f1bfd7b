"""What reports, surveys and series say together, and how sure that is.

An analysis asks one question of what is known of a municipality: where, again, when,
more or fewer, unlike the usual, did it help. The answer is a sentence with its figure,
its uncertainty and its method. It can be cited as it stands: then it is evidence, and
frozen.
"""
