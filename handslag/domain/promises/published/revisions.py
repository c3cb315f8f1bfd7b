"""What a public page is made of, as a short key: has anything changed since it was drawn?

Each service that changes what the public reads raises `public_revision` of the
municipalities it concerns, in its own transaction. Both keys take one small
query, written out by hand: a kept page costs little more than this question.
"""

from django.db import connection

_OF_ONE = (
    "SELECT one.id, one.public_revision FROM organisations_organisation one"
    " JOIN organisations_slug slug ON slug.organisation_id = one.id WHERE slug.slug = %s"
)
_OF_ALL = "SELECT COUNT(*), SUM(public_revision) FROM organisations_organisation"


def of_municipality(slug: str) -> str | None:
    """The key of everything shown of one municipality. None: no such address."""
    with connection.cursor() as cursor:
        cursor.execute(_OF_ONE, [slug])
        found = cursor.fetchone()
    return f"m{found[0]}.{found[1]}" if found else None


def of_the_country() -> str:
    """The key of everything shown at all: it grows with each change anywhere."""
    with connection.cursor() as cursor:
        cursor.execute(_OF_ALL)
        count, raised = cursor.fetchone()
    return f"s{count}.{raised}"
