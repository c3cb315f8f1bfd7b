"""What is stored of a code that somebody types."""

from django.conf import settings

from handslag.domain.surveys.rules.codes import hash_of, typed


def code_hash(code: str) -> str:
    """The fingerprint of a code, with the secret of this installation."""
    return hash_of(settings.SECRET_KEY.encode(), typed(code))
