"""What may anyone see of surveys? The only door between them and the public."""

from handslag.domain.surveys.published.fielding import (
    AskedPlace,
    AskedSurvey,
    places_of,
    survey_at,
    survey_to_try,
    surveys_open,
)

__all__ = [
    "AskedPlace",
    "AskedSurvey",
    "places_of",
    "survey_at",
    "survey_to_try",
    "surveys_open",
]
