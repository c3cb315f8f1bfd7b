"""The results of a survey as anyone may read them: the release that stands, or why none."""

from dataclasses import dataclass
from datetime import date, datetime

from handslag.core.periods import stockholm_day
from handslag.domain.surveys.figures.released import Released, read_release
from handslag.domain.surveys.models import Release
from handslag.domain.surveys.rules.words import ReleaseState


@dataclass(frozen=True, slots=True)
class PublishedResults:
    """What was answered, and how it was counted."""

    municipality: str
    slug: str
    title: str
    number: int
    published_at: datetime | None
    asked_from: date
    asked_until: date
    released: Released
    is_example: bool
    is_told: bool  # what was said otherwise is public too


@dataclass(frozen=True, slots=True)
class ResultsTakenBack:
    """There were results here; when they went, and why."""

    title: str
    on: date
    why: str


def results_at(municipality: str, slug: str) -> PublishedResults | ResultsTakenBack | None:
    """The results of the survey at this address. One query."""
    found = (
        Release.objects.filter(
            survey__home__slugs__slug=municipality,
            survey__occasion__slug=slug,
            state__in=[ReleaseState.PUBLISHED, ReleaseState.TAKEN_BACK],
        )
        .select_related("survey__occasion")
        .order_by("-number")
        .first()
    )
    if found is None or found.published_at is None:
        return None
    occasion = found.survey.occasion
    if found.state == ReleaseState.TAKEN_BACK:
        gone = found.taken_back_at or found.published_at
        return ResultsTakenBack(occasion.title, stockholm_day(gone), found.why)
    return published(found, municipality)


def latest_results(home: int) -> PublishedResults | None:
    """The results of a municipality's latest survey that anyone may read. One query."""
    found = (
        Release.objects.filter(survey__home=home, state=ReleaseState.PUBLISHED)
        .select_related("survey__occasion")
        .order_by("-survey__closes_on", "-survey__pk", "-number")
        .first()
    )
    return published(found, "") if found else None


def published(release: Release, municipality: str) -> PublishedResults:
    """A release as it is read, or will be read once it is published."""
    survey, occasion = release.survey, release.survey.occasion
    return PublishedResults(
        municipality=municipality,
        slug=occasion.slug,
        title=occasion.title,
        number=release.number,
        published_at=release.published_at,
        asked_from=survey.opens_on,
        asked_until=survey.closes_on,
        released=read_release(bytes(release.content)),
        is_example=occasion.is_example,
        is_told=occasion.published_at is not None,
    )


@dataclass(frozen=True, slots=True)
class ResultsLine:
    """One survey whose results anyone may read."""

    slug: str
    title: str
    asked_until: date
    is_example: bool


def results_of(municipality: str, slug: str) -> ResultsLine | None:
    """That there are results at this address. One query."""
    return next((one for one in _lines(municipality, survey__occasion__slug=slug)), None)


def results_in(municipality: str) -> list[ResultsLine]:
    """All surveys whose results are public, the latest first. One query."""
    return _lines(municipality)


def _lines(municipality: str, **where: str) -> list[ResultsLine]:
    rows = Release.objects.filter(
        survey__home__slugs__slug=municipality, state=ReleaseState.PUBLISHED, **where
    ).order_by("-survey__closes_on", "-survey__pk")
    occasion = "survey__occasion"
    names = (f"{occasion}__slug", f"{occasion}__title")
    return [
        ResultsLine(*one)
        for one in rows.values_list(*names, "survey__closes_on", f"{occasion}__is_example")
    ]
