"""The surveys whose results are public, as lines of a list."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.safestring import SafeString

from handslag.domain.surveys.published.results import results_in
from handslag.web.public.spoken import swedish


@dataclass(frozen=True, slots=True)
class ShownResults:
    """One of them, and where it is read."""

    href: str
    title: SafeString
    asked_until: date
    is_example: bool


def results_shown(municipality: str) -> list[ShownResults]:
    """The latest first. One query."""
    return [
        ShownResults(
            reverse("public:survey-results", args=[municipality, one.slug]),
            swedish(one.title),
            one.asked_until,
            one.is_example,
        )
        for one in results_in(municipality)
    ]
