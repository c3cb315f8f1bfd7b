"""A survey as those who answer it see it: what is asked, until when, on which terms."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.db.models import F, QuerySet

from handslag.core.text import sort_key
from handslag.domain.organisations.models import Place
from handslag.domain.surveys.models import Survey
from handslag.domain.surveys.rules import Questionnaire, Selection, SurveyState
from handslag.domain.surveys.rules.documents import read


@dataclass(frozen=True, slots=True)
class AskedSurvey:
    """One survey that is open, will be, or has been."""

    key: UUID
    home: str  # the address of the municipality
    slug: str
    place: str
    name: str
    contact: str
    title: str
    asked: Questionnaire
    needs_code: bool
    opens_on: date
    closes_on: date
    is_closed: bool
    is_example: bool

    def is_open(self, today: date) -> bool:
        return not self.is_closed and self.opens_on <= today <= self.closes_on


@dataclass(frozen=True, slots=True)
class AskedPlace:
    """A named place that can be chosen instead of a point on the map."""

    key: str
    name: str


def survey_at(municipality: str, slug: str) -> AskedSurvey | None:
    """The survey at this address, unless it is a draft. One query."""
    found = _public().filter(
        home__slugs__slug=municipality, home__slugs__current=True, occasion__slug=slug
    )
    row = found.first()
    return _asked(row, municipality) if row else None


def survey_to_try(key: UUID) -> AskedSurvey | None:
    """A survey for somebody who was sent a link to try it, also while it is a draft."""
    rows = Survey.objects.select_related("home", "occasion").filter(public_id=key)
    found = rows.annotate(address=F("home__slugs__slug")).filter(home__slugs__current=True)
    row = found.first()
    return replace(_asked(row, row.address), needs_code=False) if row else None


def surveys_open(municipality: str, today: date) -> Sequence[AskedSurvey]:
    """What can be answered today or soon in a municipality. One query."""
    found = _public().filter(
        home__slugs__slug=municipality,
        home__slugs__current=True,
        state=SurveyState.OPEN,
        closes_on__gte=today,
    )
    return [_asked(row, municipality) for row in found.order_by("opens_on", "pk")]


def places_of(municipality: str) -> list[AskedPlace]:
    """The named places of a municipality, as they are called. One query."""
    rows = Place.objects.filter(within__slugs__slug=municipality).values_list(
        "public_id", "name"
    )
    found = [AskedPlace(str(key), name) for key, name in rows]
    return sorted(found, key=lambda one: sort_key(one.name))


def _public() -> QuerySet[Survey]:
    found = Survey.objects.exclude(state=SurveyState.DRAFT)
    return found.select_related("home", "occasion")


def _asked(row: Survey, municipality: str) -> AskedSurvey:
    return AskedSurvey(
        key=row.public_id,
        home=municipality,
        slug=row.occasion.slug,
        place=row.home.short_name,
        name=row.home.name,
        contact=row.home.contact_email,
        title=row.occasion.title,
        asked=read(row.document),
        needs_code=row.selection == Selection.DRAWN,
        opens_on=row.opens_on,
        closes_on=row.closes_on,
        is_closed=row.state == SurveyState.CLOSED,
        is_example=row.occasion.is_example,
    )
