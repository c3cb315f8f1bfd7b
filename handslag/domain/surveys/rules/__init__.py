"""What can be asked and answered, who is drawn, when answers are opened. Pure."""

from handslag.domain.surveys.rules.answers import Answers, Problem
from handslag.domain.surveys.rules.checking import Lack, completeness, lacks
from handslag.domain.surveys.rules.questionnaire import (
    OTHER,
    Condition,
    Option,
    Question,
    Questionnaire,
    Row,
    Section,
    Words,
    said,
)
from handslag.domain.surveys.rules.retention import RETENTION
from handslag.domain.surveys.rules.words import (
    Background,
    QuestionKind,
    Selection,
    SurveyState,
)

__all__ = [
    "OTHER",
    "RETENTION",
    "Answers",
    "Background",
    "Condition",
    "Lack",
    "Option",
    "Problem",
    "Question",
    "QuestionKind",
    "Questionnaire",
    "Row",
    "Section",
    "Selection",
    "SurveyState",
    "Words",
    "completeness",
    "lacks",
    "said",
]
