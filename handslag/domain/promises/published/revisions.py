"""What a public page is made of, as a short key: has anything changed since it was drawn?

Each service that changes what the public reads raises `public_revision` of the
municipalities it concerns, in its own transaction. Both keys take one small query.
"""

from django.db.models import Count, Sum

from handslag.domain.organisations.models import Organisation


def of_municipality(slug: str) -> str | None:
    """The key of everything shown of one municipality. None: no such address."""
    rows = Organisation.objects.filter(slugs__slug=slug)
    found = rows.values_list("pk", "public_revision").first()
    return f"m{found[0]}.{found[1]}" if found else None


def of_the_country() -> str:
    """The key of everything shown at all: it grows with each change anywhere."""
    found = Organisation.objects.aggregate(all=Count("pk"), raised=Sum("public_revision"))
    return f"s{found['all']}.{found['raised']}"
