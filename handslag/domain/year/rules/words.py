"""The words of the year as the code writes them. The glossary has them in Swedish."""

from enum import StrEnum


class RhythmKind(StrEnum):
    """What kind of thing comes back in the year."""

    KNOWLEDGE = "knowledge"  # a survey in the field, statistics, a new picture
    DIALOGUE = "dialogue"  # those who live or work here are asked
    COUNCIL = "council"  # the council or its preparing group meets
    DECISION = "decision"  # a board or the assembly decides
    FOLLOW_UP = "follow_up"  # what was done is looked at
    PUBLICATION = "publication"  # everyone is told


class Section(StrEnum):
    """The duties of the law (2023:196) by their sections."""

    PICTURE = "4"
    PLAN = "5"
    EVERY_SECOND_YEAR = "6"
    TOGETHER_WITH_OTHER_PLANS = "7"
    AGREEMENTS = "8-9"
    COUNCIL = "10"
    COORDINATION = "11-12"
    LEADING_BOARD = "13"
    CAMERAS = "14"


# A municipality may; it need not.
RIGHTS = frozenset({Section.CAMERAS})
DUTIES = tuple(section for section in Section if section not in RIGHTS)
