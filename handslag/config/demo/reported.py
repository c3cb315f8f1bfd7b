"""Eighteen months of reports in Degerfors and Karlskoga, all of them made up.

One spot grows and one is solved by a measure; both lie where nobody lives: one on the
lake, one in the woods. The rest is drawn with a rhythm that is believable: evenings and
weekends, more in spring and autumn. The same seed gives the same reports each time.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from math import cos, exp, pi
from random import Random
from uuid import UUID

from handslag.config.demo.accounts import DEGERFORS, HOUSING, KARLSKOGA, POLICE
from handslag.config.demo.seen import SEEN
from handslag.config.demo.stage import TODAY, Stage, at
from handslag.core.access import ANYONE, system
from handslag.core.periods import STOCKHOLM
from handslag.domain.incidents import services
from handslag.domain.incidents.models import Group, GroupMember, Route
from handslag.domain.incidents.rules import (
    Cadence,
    Certainty,
    Channel,
    Daypart,
    IncidentDraft,
    Inside,
    Known,
    Occurrence,
    ReportDraft,
    Where,
    Worry,
)
from handslag.domain.incidents.services.desks import Terms
from handslag.domain.organisations import services as organisations
from handslag.domain.organisations.models import Place, PlaceKind
from handslag.domain.organisations.services import Point

BEGAN = date(2025, 5, 19)  # a Monday
WEEKS = 79
MENDED = date(2026, 4, 20)
SEED = 1862
MADE_UP = "påhittat exempel"
_METRES = 111_320.0  # of one degree of latitude
_SPREAD = 45.0  # metres, one standard deviation
_NIGHT = 4  # o'clock: what happens later belongs to the next day

GROWING, SOLVED, STEADY = "growing", "solved", "steady"
STREET = {"graffiti": 4, "broken_glass": 3, "litter": 3, "outdoors": 3, "quarrel": 1}


@dataclass(frozen=True, slots=True)
class Spot:
    """A place where something is reported, so many times a week."""

    within: str
    name: str
    kind: PlaceKind
    lon: float
    lat: float
    weekly: float
    mix: Mapping[str, int]
    course: str = STEADY


SPOTS = (
    Spot(
        DEGERFORS,
        "Badplatsen vid Möckeln",
        PlaceKind.PARK,
        14.4630,
        59.2760,
        1.0,
        {"outdoors": 4, "reckless_driving": 4, "litter": 3, "fire": 1, "drugs": 1},
        GROWING,
    ),
    Spot(
        DEGERFORS,
        "Elljusspåret",
        PlaceKind.PARK,
        14.3905,
        59.2150,
        1.4,
        {"lighting": 6, "desolate": 3, "sight": 2, "other_damage": 1},
        SOLVED,
    ),
    Spot(
        DEGERFORS,
        "Resecentrum",
        PlaceKind.STATION,
        14.4301,
        59.2369,
        0.9,
        {**STREET, "lighting": 2, "safe_place": 1},
    ),
    Spot(DEGERFORS, "Stora torget", PlaceKind.SQUARE, 14.4312, 59.2386, 0.7, STREET),
    Spot(
        DEGERFORS,
        "Brukskolans gård",
        PlaceKind.SCHOOL,
        14.4249,
        59.2402,
        0.5,
        {"other_damage": 3, "graffiti": 3, "broken_glass": 2, "reckless_driving": 2},
    ),
    Spot(
        KARLSKOGA,
        "Busstorget",
        PlaceKind.SQUARE,
        14.5241,
        59.3268,
        1.3,
        {**STREET, "in_mall": 2, "drugs": 1, "safe_place": 1},
    ),
    Spot(
        KARLSKOGA,
        "Strandparken",
        PlaceKind.PARK,
        14.5172,
        59.3239,
        1.0,
        {"outdoors": 3, "litter": 4, "lighting": 2, "desolate": 2, "safe_place": 1},
    ),
    Spot(
        KARLSKOGA,
        "Idrottsplatsen",
        PlaceKind.PARK,
        14.5330,
        59.3312,
        0.7,
        {"other_damage": 3, "reckless_driving": 3, "graffiti": 2, "traffic": 1},
    ),
)
# Who reports in service: the account, the organisation, how often of ten.
REPORTERS = {
    DEGERFORS: (("rapportor", HOUSING), ("park", DEGERFORS), ("kommunpolis", POLICE)),
    KARLSKOGA: (("karlskoga", KARLSKOGA), ("kommunpolis", POLICE)),
}
ROUTES = (
    (DEGERFORS, "", "", DEGERFORS, 14),
    (DEGERFORS, "damage", "", HOUSING, 7),
    (DEGERFORS, "lighting", "", DEGERFORS, 21),
    (DEGERFORS, "reckless_driving", "", POLICE, 14),
    (KARLSKOGA, "", "", KARLSKOGA, 14),
)


def tell(stage: Stage) -> None:
    """Open the desks, name the places, and report week after week."""
    for name in (DEGERFORS, KARLSKOGA):
        _open(stage, name)
    _name_places(stage)
    _route(stage)
    _meet(stage)
    dice = Random(SEED)  # noqa: S311 - the same reports each time
    seen = sorted(
        (_seen(spot, when, dice) for spot in SPOTS for when in _times(spot, dice)),
        key=lambda one: one.sent,
    )
    places = {
        (place.within_id, place.name): place.public_id
        for place in Place.objects.filter(source=MADE_UP)
    }
    for one in seen:
        place = places[stage.org(one.spot.within).pk, one.spot.name]
        _report(stage, one, place, dice)


@dataclass(frozen=True, slots=True)
class Seen:
    """Something at a spot at a time, and when it was reported."""

    spot: Spot
    when: datetime
    sent: datetime


def _seen(spot: Spot, when: datetime, dice: Random) -> Seen:
    sent = when + timedelta(minutes=dice.randrange(10, 900))
    return Seen(spot, when, min(sent, at(TODAY - timedelta(days=1), hour=20)))


def _open(stage: Stage, name: str) -> None:
    account = "samordnare" if name == DEGERFORS else "karlskoga"
    actor, now = stage.actor(account), at(BEGAN - timedelta(days=30))
    desk = services.open_desk(actor, stage.org(name), now=now, is_example=True)
    terms = Terms(
        is_open_to_residents=True, is_open_to_machines=True, shares_with_group=True, days=14
    )
    services.save_desk(actor, desk, terms, revision=desk.revision)


def _name_places(stage: Stage) -> None:
    for spot in SPOTS:
        organisations.name_place(
            system("demo"),
            stage.org(spot.within),
            kind=spot.kind,
            name=spot.name,
            point=Point(spot.lon, spot.lat),
            source=MADE_UP,
        )


def _route(stage: Stage) -> None:
    for position, (within, category, _place, owner, days) in enumerate(ROUTES):
        home = stage.org(within)
        kind = home.categories.filter(code=category).first()
        Route.objects.create(
            within=home, position=position, category=kind, owner=stage.org(owner), days=days
        )


def _meet(stage: Stage) -> None:
    """One group for both municipalities, every week; Karlskoga has one of its own."""
    group = Group.objects.create(
        name="EST Degerfors",
        lead=stage.org(DEGERFORS),
        cadence=Cadence.WEEKLY,
        weekday=2,
        since=BEGAN,
    )
    both = Group.objects.create(
        name="Gemensam grupp Karlskoga-Degerfors",
        lead=stage.org(KARLSKOGA),
        cadence=Cadence.FORTNIGHTLY,
        weekday=4,
        since=BEGAN,
    )
    for one, names in (
        (group, (DEGERFORS, POLICE, HOUSING)),
        (both, (KARLSKOGA, DEGERFORS, POLICE)),
    ):
        for name in names:
            GroupMember.objects.create(group=one, organisation=stage.org(name), since=BEGAN)


def _times(spot: Spot, dice: Random) -> Iterator[datetime]:
    """When something is seen at a spot: more on evenings and weekends."""
    for week in range(WEEKS):
        monday = BEGAN + timedelta(weeks=week)
        for _each in range(_poisson(_rate(spot, monday), dice)):
            day = monday + timedelta(days=dice.choices(range(7), (2, 2, 2, 3, 5, 6, 3))[0])
            hour = dice.choices((8, 13, 17, 20, 22, 23, 1), (1, 2, 3, 5, 6, 4, 2))[0]
            if hour < _NIGHT:
                day += timedelta(days=1)
            when = datetime.combine(day, time(hour, dice.randrange(60)), tzinfo=STOCKHOLM)
            if when.date() < TODAY - timedelta(days=1):
                yield when.astimezone(UTC)


def _rate(spot: Spot, day: date) -> float:
    """How many a week on average: the season, and what becomes of the spot."""
    season = 1 + 0.25 * cos(2 * pi * (day.timetuple().tm_yday - 250) / 365)
    if spot.course == GROWING:
        return spot.weekly * season * (0.4 + 2.2 * (day - BEGAN).days / (7 * WEEKS))
    if spot.course == SOLVED:
        return spot.weekly * season * (1.3 if day < MENDED else 0.15)
    return spot.weekly * season


def _poisson(mean: float, dice: Random) -> int:
    """Knuth's way: multiply until it is less than e to the minus mean."""
    limit, product, n = exp(-mean), dice.random(), 0
    while product > limit:
        product *= dice.random()
        n += 1
    return n


def _report(stage: Stage, seen: Seen, place: UUID, dice: Random) -> None:
    spot, when, sent = seen.spot, seen.when, seen.sent
    category = dice.choices(list(spot.mix), list(spot.mix.values()))[0]
    is_safe = category == "safe_place"
    by_reporter = not is_safe and dice.random() < 0.55  # noqa: PLR2004 - about half
    incident = IncidentDraft(
        category=category,
        where=_where(spot, place, dice),
        when=_occurrence(when, dice, exact=by_reporter),
        text=dice.choice(SEEN[category]),
        worry=dice.choice((Worry.LITTLE, Worry.SOME, Worry.SOME, Worry.MUCH)),
        certainty=dice.choice((Certainty.SEEN, Certainty.SEEN, Certainty.TRACES)),
    )
    draft = ReportDraft(
        key=UUID(int=dice.getrandbits(128), version=4), incidents=(incident,)
    )
    home = stage.org(spot.within)
    if not by_reporter:
        services.receive(ANYONE, home, draft, channel=Channel.RESIDENT, now=sent)
        return
    key, name = dice.choice(REPORTERS[spot.within])
    services.receive(
        stage.actor(key),
        home,
        draft,
        channel=Channel.REPORTER,
        by=stage.org(name),
        now=sent,
    )


def _where(spot: Spot, place: UUID, dice: Random) -> Where:
    north = dice.gauss(0, _SPREAD) / _METRES
    east = dice.gauss(0, _SPREAD) / (_METRES * cos(spot.lat * pi / 180))
    return Where(
        lon=round(spot.lon + east, 5),
        lat=round(spot.lat + north, 5),
        accuracy=dice.choice((8, 12, 20, 35)),
        place=place,
        inside=Inside.OUTDOORS,
    )


def _occurrence(when: datetime, dice: Random, *, exact: bool) -> Occurrence:
    if exact:
        return Occurrence(Known.EXACT, starts=when)
    if dice.random() < 0.5:  # noqa: PLR2004 - half of them know
        return Occurrence(Known.INTERVAL, starts=when - timedelta(hours=2), ends=when)
    return Occurrence(Known.OFTEN, dayparts=(Daypart.EVENING,))
