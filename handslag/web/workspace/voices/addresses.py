"""Where the public page of an occasion is, and where one looks at it before."""

from django.urls import reverse

from handslag.domain.voices import queries
from handslag.domain.voices.models import Occasion


def preview_address(occasion: Occasion) -> str:
    """Where one looks at the page as a stranger, for an hour."""
    slug = occasion.home.slugs.get(current=True).slug
    token = queries.preview_token(occasion)
    return reverse("public:preview-said", args=[slug, token])


def public_address(occasion: Occasion) -> str:
    """Where anyone reads it."""
    slug = occasion.home.slugs.get(current=True).slug
    return reverse("public:what-you-said", args=[slug, occasion.slug])
