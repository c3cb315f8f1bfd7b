from hashlib import sha256

from handslag.domain.year.models import CalendarFeed


def token_hash(token: str) -> str:
    """What is kept of the secret part of an address."""
    return sha256(token.encode()).hexdigest()


def feed_at(token: str) -> CalendarFeed | None:
    """Whose calendar has this address, if anybody's still has."""
    found = CalendarFeed.objects.filter(
        token_hash=token_hash(token), person__is_active=True
    )
    return found.select_related("person").first()


def feed_of(person_id: int) -> CalendarFeed | None:
    """The person's address, as far as it is known: when it was made."""
    return CalendarFeed.objects.filter(person=person_id).first()
