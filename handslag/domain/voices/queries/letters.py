"""What stands in the address of a letter's link, and whose it is."""

from uuid import UUID

from django.core.signing import BadSignature, TimestampSigner

from handslag.domain.voices.models import LeftAddress, Occasion

_SIGNER = TimestampSigner(salt="handslag.voices.letter", sep=".")
_LOOKING = TimestampSigner(salt="handslag.voices.preview", sep=".")
LIVES = 90 * 24 * 60 * 60  # seconds: as long as the address is kept


LOOKS = 60 * 60  # seconds: how long one can look at a page before it is public


def preview_token(occasion: Occasion) -> str:
    """Good for looking at the page of an occasion as anyone will, for an hour."""
    return _LOOKING.sign(occasion.public_id.hex)


def previewed_by(token: str) -> UUID | None:
    """The occasion that a link to look is good for."""
    try:
        return UUID(_LOOKING.unsign(token, max_age=LOOKS))
    except BadSignature:
        return None


def letter_token(row: LeftAddress) -> str:
    """Good for this address at this occasion, and for saying what was meant."""
    return _SIGNER.sign(row.public_id.hex)


def address_of(token: str) -> LeftAddress | None:
    """The address a letter went to, as long as it is kept."""
    try:
        key = _SIGNER.unsign(token, max_age=LIVES)
    except BadSignature:
        return None
    found = LeftAddress.objects.filter(public_id=UUID(key)).select_related("occasion")
    return found.first()
