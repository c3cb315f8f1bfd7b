"""Those who were drawn, stratum by stratum."""

from collections.abc import Iterator

from django.db.models import QuerySet

from handslag.core.text import slug, sort_key
from handslag.domain.organisations.models import Place
from handslag.domain.organisations.rules import PlaceKind
from handslag.domain.surveys.models import Stratum, Survey
from handslag.domain.surveys.rules import SurveyState

# What an area to draw from may be: a place that people live in.
_LIVED_IN = (PlaceKind.LOCALITY, PlaceKind.NEIGHBOURHOOD, PlaceKind.AREA)


def strata_of(survey: Survey) -> QuerySet[Stratum]:
    """The areas of a survey in their order."""
    return survey.strata.select_related("place").order_by("position", "pk")


def places_of(survey: Survey) -> QuerySet[Place]:
    """The places of the municipality that people live in, by name."""
    return Place.objects.filter(within=survey.home_id, kind__in=_LIVED_IN).order_by("name")


def areas_of(survey: Survey) -> dict[str, str]:
    """What one can answer to where one lives, code → name: the areas that are drawn from;
    before there are any, the parts of the municipality, or else its localities."""
    strata = dict(strata_of(survey).values_list("code", "name"))
    if strata:
        return {slug(code) or code: name for code, name in strata.items()}
    lived_in = list(places_of(survey).values_list("kind", "name"))
    parts = [name for kind, name in lived_in if kind == PlaceKind.AREA]
    towns = [name for kind, name in lived_in if kind == PlaceKind.LOCALITY]
    chosen = parts if len(parts) > 1 else towns
    return {slug(name)[:40]: name for name in sorted(chosen, key=sort_key)}


def is_drawn(survey: Survey) -> bool:
    """Whether a sample has been drawn."""
    return survey.invitations.exists()


def is_sample_fixed(survey: Survey) -> bool:
    """Whether letters have been made or the survey has opened: nobody is drawn anew."""
    made = survey.mailings.filter(made_on__isnull=False)
    return survey.state != SurveyState.DRAFT or made.exists()


def drawn_lines(survey: Survey) -> Iterator[tuple[str, str, int, int | None]]:
    """Code and name of the area, number of the letter, and the line of the list."""
    rows = survey.invitations.order_by("number").values_list(
        "stratum__code", "stratum__name", "number", "line"
    )
    return rows.iterator(chunk_size=2_000)
