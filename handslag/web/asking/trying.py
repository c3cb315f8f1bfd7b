"""The link with which somebody tries a survey: signed, and good for a week."""

from uuid import UUID

from django.core.signing import BadSignature, TimestampSigner

LIVES = 7 * 24 * 60 * 60  # seconds
_LINKS = TimestampSigner(sep=".", salt="handslag.survey.trial")


def link_of(key: UUID) -> str:
    """The last part of the address on which the survey can be tried."""
    return _LINKS.sign(key.hex)


def survey_of(link: str) -> UUID | None:
    """Which survey a link lets one try; nothing if it is not ours, or too old."""
    try:
        return UUID(hex=_LINKS.unsign(link, max_age=LIVES))
    except (BadSignature, ValueError):
        return None
