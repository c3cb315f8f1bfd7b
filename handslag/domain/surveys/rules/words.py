"""The words of a survey: kinds of questions, ways of choosing people, states."""

from enum import StrEnum


class QuestionKind(StrEnum):
    """How a question is answered."""

    SINGLE = "single"
    SCALE = "scale"  # one of several, in an order that means something
    MULTIPLE = "multiple"
    MATRIX = "matrix"  # the same options for several rows
    RANKING = "ranking"
    NUMBER = "number"
    DATE = "date"
    SHORT = "short"
    LONG = "long"
    PLACE = "place"


CHOOSES = frozenset(
    {
        QuestionKind.SINGLE,
        QuestionKind.SCALE,
        QuestionKind.MULTIPLE,
        QuestionKind.MATRIX,
        QuestionKind.RANKING,
    }
)
# Kept apart from the other answers, so that no text or place has a person around it.
LOOSE = frozenset({QuestionKind.SHORT, QuestionKind.LONG, QuestionKind.PLACE})


class Background(StrEnum):
    """What a question about the respondent is used for when answers are weighed."""

    SEX = "sex"
    AGE = "age"
    AREA = "area"


class Known(StrEnum):
    """What the number of inhabitants may be known by, beside the area."""

    SEX = "sex"
    AGE = "age"


class ReleaseState(StrEnum):
    """How far figures are on their way to the public."""

    ASKED = "asked"  # somebody has chosen the questions
    READY = "ready"  # protected, to be looked at
    REFUSED = "refused"  # cannot be protected beside what was shown before
    DROPPED = "dropped"  # looked at and not published
    PUBLISHED = "published"
    REPLACED = "replaced"  # by a later one
    TAKEN_BACK = "taken_back"


class Selection(StrEnum):
    """How those who answer have been chosen."""

    DRAWN = "drawn"  # a random sample, one code each
    OPEN = "open"  # whoever wants to


class SurveyState(StrEnum):
    """How far a survey has come."""

    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"


class Help(StrEnum):
    """How somebody answered who did not do it on a page of their own."""

    PAPER = "paper"
    ASSISTED = "assisted"


class MailingKind(StrEnum):
    """What is sent to those who were drawn, in this order."""

    LETTER = "letter"
    REMINDER = "reminder"  # a card
    SECOND = "second"  # once more, with a paper form
