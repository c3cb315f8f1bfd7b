"""The surveys one can answer, as lines of what one can take part in."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from handslag.domain.surveys.published import surveys_open
from handslag.web.public.voices.parts import Chance
from handslag.web.ui.templatetags.ui import swedish_date


def chances(municipality: str, today: date) -> Iterator[Chance]:
    """Open now, or soon."""
    for one in surveys_open(municipality, today):
        said = (
            _("survey, until %(day)s")
            if not one.needs_code
            else _("survey for those who got a letter, until %(day)s")
        )
        yield Chance(
            href=reverse("public:take-part-in", args=[municipality, one.slug]),
            text=one.title,
            hint=said % {"day": swedish_date(one.closes_on)},
            starts=one.opens_on,
            is_example=one.is_example,
        )
