"""The languages a questionnaire can be asked in: their own names, and their direction."""

from handslag.domain.surveys.rules.languages import LANGUAGES as NAMES
from handslag.domain.surveys.rules.languages import RIGHT_TO_LEFT, direction

__all__ = ["NAMES", "RIGHT_TO_LEFT", "direction"]
