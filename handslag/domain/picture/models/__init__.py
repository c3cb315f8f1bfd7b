from handslag.domain.picture.models.causes import Cause, CauseAnalysis
from handslag.domain.picture.models.pictures import Passage, Picture, PictureParty
from handslag.domain.picture.models.problems import Judgement, Problem, Score
from handslag.domain.picture.models.sources import Citation, SourceNote
from handslag.domain.picture.models.versions import PictureVersion, Publication

__all__ = [
    "Cause",
    "CauseAnalysis",
    "Citation",
    "Judgement",
    "Passage",
    "Picture",
    "PictureParty",
    "PictureVersion",
    "Problem",
    "Publication",
    "Score",
    "SourceNote",
]
