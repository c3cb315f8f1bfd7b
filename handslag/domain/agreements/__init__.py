"""Cooperation agreements (samverkansöverenskommelser).

An agreement says between whom, for which purposes and in which areas one works
together against crime, what each party undertakes, and for how long. The law
(2023:196, 8-9 §§) wants it written, with purposes and areas. Those who are asked
approve the same exact wording; a frozen version of it is what the public reads.
It is followed up at least every second year, and may be prolonged by its own words.
"""
