from handslag.domain.surveys.models.answers import Batch, Block, Envelope, SaidPlace
from handslag.domain.surveys.models.results import Count, Margin, Release
from handslag.domain.surveys.models.sample import Invitation, Mailing, Stratum
from handslag.domain.surveys.models.surveys import Survey

__all__ = [
    "Batch",
    "Block",
    "Count",
    "Envelope",
    "Invitation",
    "Mailing",
    "Margin",
    "Release",
    "SaidPlace",
    "Stratum",
    "Survey",
]
