"""What those who left an address are told: once, in one letter."""

from datetime import datetime

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from handslag.core.mail.services import post_letter
from handslag.core.periods import stockholm_day
from handslag.domain.voices.models import Occasion, Told
from handslag.domain.voices.queries import letter_token

ABOUT = "occasion"


def letters_of(occasion: Occasion, told: Told, *, now: datetime) -> int:
    """Put a letter in the outbox to each address that has not had one; say how many."""
    waiting = occasion.addresses.select_for_update().filter(told_on__isnull=True)
    slug = occasion.home.slugs.get(current=True).slug
    rows = list(waiting)
    for row in rows:
        english = "/en" if row.language == "en" else ""
        here = f"{settings.PUBLIC_ADDRESS}{english}/{slug}/ni-sa/"
        about = {
            "title": occasion.title,
            "home": occasion.home.name,
            "said": told.said,
            "page": f"{here}{occasion.slug}/" if occasion.published_at else here,
            "answer": f"{here}svar/{letter_token(row)}/",
        }
        with translation.override(row.language):
            body = _(
                "You took part in %(title)s, and wanted to hear what became of it."
                "\n\n%(home)s says:\n%(said)s\n\nRead more:\n%(page)s\n\n"
                "Was this what you meant? Answer with one click:\n%(answer)s\n\n"
                "This is the only letter. Your address is removed within three months."
            )
            post_letter(
                to=row.email,
                subject=_("What became of it: %(title)s") % about,
                body=body % about,
                about=ABOUT,
            )
    waiting.filter(pk__in=[row.pk for row in rows]).update(told_on=stockholm_day(now))
    return len(rows)
