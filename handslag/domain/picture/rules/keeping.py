"""How long the parts of a picture are kept, and why."""

from handslag.core.retention.rules import Statement

_WORKING = "The working text behind the frozen versions; the next one is made from it."

RETENTION = (
    Statement(
        model="picture.Picture",
        keep="picture",
        months=None,
        then="keep",
        why="The law asks for it, and the plan rests on it.",
    ),
    Statement(
        model="picture.PictureParty",
        keep="picture",
        months=None,
        then="keep",
        why="Shows who answers for the picture.",
    ),
    Statement(
        model="picture.Passage", keep="picture", months=None, then="keep", why=_WORKING
    ),
    Statement(
        model="picture.Problem",
        keep="picture",
        months=None,
        then="keep",
        why="Goals, measures and promises point at it from year to year.",
    ),
    Statement(
        model="picture.Judgement", keep="picture", months=None, then="keep", why=_WORKING
    ),
    Statement(
        model="picture.Citation",
        keep="picture",
        months=None,
        then="keep",
        why="Shows what each judgement rests on.",
    ),
    Statement(
        model="picture.CauseAnalysis",
        keep="picture",
        months=None,
        then="keep",
        why=_WORKING,
    ),
    Statement(
        model="picture.Cause",
        keep="picture",
        months=None,
        then="keep",
        why="Measures say which cause they answer.",
    ),
    Statement(
        model="picture.SourceNote",
        keep="picture",
        months=None,
        then="keep",
        why="Shows which sources were used and which were rejected, and why.",
    ),
    Statement(
        model="picture.Score",
        keep="picture",
        months=None,
        then="keep",
        why="Shows how each party scored a problem before they agreed.",
    ),
    Statement(
        model="picture.PictureVersion",
        keep="decision",
        months=None,
        then="keep",
        why="The plan is decided on exactly this version.",
    ),
    Statement(
        model="picture.Publication",
        keep="decision",
        months=None,
        then="keep",
        why="Shows when a version was public.",
    ),
)
