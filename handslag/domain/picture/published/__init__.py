from handslag.domain.picture.published.causes import PublishedAnalysis, PublishedCause
from handslag.domain.picture.published.pages import (
    ComparedPage,
    PicturePage,
    PublishedVersion,
    compared_page,
    picture_page,
    pictures_found,
    shows_problem,
)
from handslag.domain.picture.published.wording import (
    PublishedFinding,
    PublishedJudgement,
    PublishedParty,
    PublishedPassage,
    PublishedPicture,
    PublishedProblem,
    PublishedSource,
    read,
)

__all__ = [
    "ComparedPage",
    "PicturePage",
    "PublishedAnalysis",
    "PublishedCause",
    "PublishedFinding",
    "PublishedJudgement",
    "PublishedParty",
    "PublishedPassage",
    "PublishedPicture",
    "PublishedProblem",
    "PublishedSource",
    "PublishedVersion",
    "compared_page",
    "picture_page",
    "pictures_found",
    "read",
    "shows_problem",
]
