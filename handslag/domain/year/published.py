"""What may anyone see of the year? What there is to read, and one's own calendar."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, OuterRef, Q

from handslag.core.deadlines import Deadline, months_after
from handslag.domain.agreements.models import AgreementSlug
from handslag.domain.council.models import Council
from handslag.domain.council.rules import Layer
from handslag.domain.organisations.models import Organisation, Relation, Tie
from handslag.domain.organisations.queries import actor_for
from handslag.domain.picture.models import PictureVersion
from handslag.domain.plans.models import PlanSlug
from handslag.domain.series.models import Indicator
from handslag.domain.voices.models import Occasion
from handslag.domain.weeks.models import EstPicture
from handslag.domain.year import queries
from handslag.domain.year.queries import Home
from handslag.domain.year.rules.rhythm import occasions

MONTHS_AHEAD = 24


@dataclass(frozen=True, slots=True)
class There:
    """Which parts of the chain anyone may read in a municipality."""

    picture: bool = False
    plan: bool = False
    agreement: bool = False
    council: bool = False
    seen: bool = False
    said: bool = False
    figures: bool = False


@dataclass(frozen=True, slots=True)
class Turn:
    """One time of something that comes back."""

    key: str
    what: str
    starts: date
    ends: date
    place: str


@dataclass(frozen=True, slots=True)
class Day:
    """One deadline, and the municipality it is in."""

    deadline: Deadline
    place: str


@dataclass(frozen=True, slots=True)
class OwnCalendar:
    """The calendar of one person, as they may see it on this day."""

    language: str
    made_at: datetime
    days: tuple[Day, ...]
    turns: tuple[Turn, ...]


def own_calendar(token: str, *, today: date) -> OwnCalendar | None:
    """The calendar at a secret address; none where the address has ended."""
    feed = queries.feed_at(token)
    if feed is None:
        return None
    actor = actor_for(feed.person, today=today)
    homes = queries.homes_of(actor, today=today)
    names = {one.organisation.pk: one.organisation.short_name for one in homes}
    found = queries.deadlines_for(actor, homes, today=today)
    return OwnCalendar(
        language=feed.person.language,
        made_at=feed.made_at,
        days=tuple(Day(one, names.get(one.home, "")) for one in found),
        turns=tuple(turn for home in homes if home.is_own for turn in _turns(home, today)),
    )


def _turns(home: Home, today: date) -> list[Turn]:
    last = months_after(today, MONTHS_AHEAD)
    return [
        Turn(
            f"{one.public_id}-{time.starts.isoformat()}",
            one.what,
            time.starts,
            time.ends,
            home.organisation.short_name,
        )
        for one in queries.rhythm_of(home.organisation)
        for time in occasions(queries.draft_of(one).span, today, last)
    ]


def what_is_there(municipality: str) -> There:
    """What there is to lead to from the page of a municipality. One query."""
    here = OuterRef("pk")
    covered = Relation.objects.filter(
        upper=OuterRef(here), kind=Tie.COVERS, valid_to=None, lower=OuterRef("organisation")
    )
    found = (
        Organisation.objects.filter(slugs__slug=municipality)
        .annotate(
            picture=Exists(
                PictureVersion.objects.filter(
                    picture__home=here,
                    picture__party=None,
                    publication__isnull=False,
                    publication__ended_at=None,
                )
            ),
            plan=Exists(PlanSlug.objects.filter(home=here)),
            agreement=Exists(
                AgreementSlug.objects.filter(
                    municipality=here, agreement__version__isnull=False
                )
            ),
            council=Exists(
                Council.objects.filter(
                    Q(home=here) | Exists(covered), layer=Layer.STRATEGIC
                )
            ),
            seen=Exists(EstPicture.objects.filter(within=here, published_at__isnull=False)),
            said=Exists(Occasion.objects.filter(home=here, published_at__isnull=False)),
            figures=Exists(Indicator.objects.filter(home=here, is_public=True)),
        )
        .values("picture", "plan", "agreement", "council", "seen", "said", "figures")
        .first()
    )
    return There(**found) if found else There()
