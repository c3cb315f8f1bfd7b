"""How many know the citizen promise, or said yes to another question, as published
measurements have shown it."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from handslag.domain.surveys.figures import Part
from handslag.domain.surveys.figures.released import Released, read_release
from handslag.domain.surveys.figures.waves import is_same
from handslag.domain.surveys.models import Release, Survey
from handslag.domain.surveys.rules import Question
from handslag.domain.surveys.rules.words import ReleaseState

KNOWS, EXPOSED = "knows_promise", "exposed"  # questions of the bank
YES = "yes"
SURE = 0.05


@dataclass(frozen=True, slots=True)
class Knowing:
    """One measurement: the share who know the promise, or said yes, of those who
    answered."""

    slug: str
    title: str
    ended: date
    share: float
    lower: float
    upper: float
    n: int
    invited: int
    answered: int
    is_example: bool


@dataclass(frozen=True, slots=True)
class Awareness:
    """The measurements that can be set beside each other, the oldest first. `change`:
    from the last but one, with its interval, and whether chance can explain it."""

    measured: tuple[Knowing, ...]
    change: tuple[float, float, float] | None = None
    is_certain: bool = False


@dataclass(frozen=True, slots=True)
class _Found:
    knowing: Knowing
    released: Released
    question: Question
    part: Part
    at: int


def awareness_of(municipality: str) -> Awareness:
    """From published results of drawn samples alone. Where the question or the areas
    were changed it begins anew. One query."""
    return _of(Release.objects.filter(survey__home__slugs__slug=municipality))


def exposure_of(home: int) -> Awareness:
    """How many say that they have been exposed to a crime. One query."""
    return _of(Release.objects.filter(survey__home=home), EXPOSED)


def awareness_of_home(survey: Survey) -> Awareness:
    """The same, for those who work with a survey of the municipality."""
    return _of(Release.objects.filter(survey__home=survey.home_id))


def _of(releases: QuerySet[Release], bank: str = KNOWS) -> Awareness:
    rows = releases.filter(state=ReleaseState.PUBLISHED).select_related("survey__occasion")
    found: list[_Found] = []
    for row in rows.order_by("survey__closes_on", "survey__pk"):
        one = _found(row, bank)
        if one is not None:
            goes_on = found and _is_comparable(one, found[-1])
            found = [*found, one] if goes_on else [one]
    measured = tuple(one.knowing for one in found)
    before = found[-1].part.before if len(found) > 1 else None
    at = found[-1].at if found else 0
    if before is None or before.p[at] != before.p[at]:
        return Awareness(measured)
    change = before.difference[at], before.lower[at], before.upper[at]
    return Awareness(measured, change, before.p[at] < SURE)


def _found(row: Release, bank: str) -> _Found | None:
    released = read_release(bytes(row.content))
    asked = released.asked.questions()
    question = next((one for one in asked if one.bank == bank), None)
    part = released.figures.part(question.key, "") if question else None
    if question is None or part is None or not released.figures.is_sample:
        return None
    keys = [one.key for one in question.options if not one.is_apart]
    yes = YES if YES in keys else keys[0]
    at, whole = part.answers.index(yes), part.whole
    if whole is None or whole.values[at] != whole.values[at]:
        return None
    knowing = Knowing(
        slug=row.survey.occasion.slug,
        title=row.survey.occasion.title,
        ended=row.survey.closes_on,
        share=whole.values[at],
        lower=whole.lower[at],
        upper=whole.upper[at],
        n=whole.n,
        invited=released.figures.invited,
        answered=released.figures.n,
        is_example=row.survey.occasion.is_example,
    )
    return _Found(knowing, released, question, part, at)


def _is_comparable(now: _Found, then: _Found) -> bool:
    both = now.released, then.released
    areas = [
        sorted(one.code for one in group.groups)
        if (group := released.figures.grouping("area"))
        else []
        for released in both
    ]
    asked = [released.asked for released in both]
    return areas[0] == areas[1] and is_same(asked[0], asked[1], now.question.key)
