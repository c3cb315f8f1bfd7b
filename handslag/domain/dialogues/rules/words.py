"""The fixed words of a dialogue."""

from enum import StrEnum


class Kind(StrEnum):
    """In what way one talks (F2.12)."""

    MEETING = "meeting"
    SQUARE = "square"
    DIGITAL = "digital"
    INTERVIEW = "interview"
    SCHOOL = "school"
    VAN = "van"
    DOORS = "doors"
    ASSOCIATION = "association"
    WORKPLACE = "workplace"
    OTHER = "other"


class Room(StrEnum):
    """Whether there is room, as anyone may know it: no number tells who signed up."""

    PLENTY = "plenty"
    FEW = "few"
    NONE = "none"


class Audience(StrEnum):
    """With whom. Staff work in the municipality or the police."""

    CITIZENS = "citizens"
    STAFF = "staff"


class Script(StrEnum):
    """The two scripted meetings of a dialogue with staff (F2.6)."""

    WHAT = "what"
    HOW = "how"


class Part(StrEnum):
    """By what those who came are counted."""

    SEX = "sex"
    AGE = "age"
    AREA = "area"


class Sex(StrEnum):
    """As the facilitator counted; those nobody could tell are left out."""

    WOMEN = "women"
    MEN = "men"


class Age(StrEnum):
    """Age groups that one can tell across a table."""

    CHILD = "0-12"
    YOUNG = "13-17"
    YOUNG_ADULT = "18-29"
    ADULT = "30-64"
    OLDER = "65-"
