"""What stands in the address of a letter's link, and whose it is."""

from uuid import UUID

from django.core.signing import BadSignature, TimestampSigner

from handslag.domain.voices.models import LeftAddress

_SIGNER = TimestampSigner(salt="handslag.voices.letter", sep=".")
LIVES = 90 * 24 * 60 * 60  # seconds: as long as the address is kept


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
