"""Random reports, and what everyone can read before and after them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from random import Random

from django.test import Client

from handslag.core.access import ANYONE, Role
from handslag.domain.incidents.models import Incident, Report
from handslag.domain.incidents.rules import Inside, Known, Occurrence, TextState, Where
from handslag.domain.organisations.models import Place
from handslag.web.public import cached
from tests import make
from tests.make import incidents as made
from tests.web.matrix.world import World

CODES = ("graffiti", "outdoors", "quarrel", "lighting", "safe_place", "drugs")
ROUNDS = (1, 1, 2)  # in all fewer than anything is ever said of

# What differs each time a page is asked for, whatever has been reported.
FRESH = (
    re.compile(rb'name="(?:token|key)"[^>]*value="[^"]*"'),
    re.compile(rb'value="[^"]*"[^>]*name="(?:token|key)"'),
    re.compile(rb'nonce="[^"]*"'),
)


@dataclass(frozen=True)
class Told:
    """What must be nowhere: the numbers and places of reports, and all their words."""

    signs: tuple[str, ...]


def some_reports(world: World, places: list[Place], few: int, random: Random) -> Told:
    """A few reports of every sort: by residents and reporters, today and long ago."""
    signs = []
    for _ in range(few):
        lon, lat = 14 + random.random(), 59 + random.random()
        when = made.NOW - timedelta(days=random.choice((0, 3, 40, 200)))
        draft = made.incident_draft(
            random.choice(CODES),
            where=Where(
                lon=lon,
                lat=lat,
                place=random.choice([None, *(one.public_id for one in places)]),
                inside=random.choice(list(Inside)),
            ),
            when=Occurrence(Known.EXACT, starts=when),
            text=f"Mörkt bakom huset {random.randrange(10**9)}.",
        )
        by = random.choice((None, world.municipality))
        actor = make.member(world.municipality, Role.REPORTER) if by else ANYONE
        report = made.report(world.municipality, draft, actor=actor, by=by, now=when)
        signs += _signs(report)
    return Told(tuple(signs))


def _signs(report: Report) -> list[str]:
    one = report.incidents.get()
    Incident.objects.filter(pk=one.pk).update(text_state=TextState.CHECKED)
    return [
        *(str(report.public_id), str(one.public_id), str(report.key), one.text),
        *(f"{one.lon:.4f}", f"{one.lat:.4f}", str(one.east), str(one.north)),
    ]


def pages(addresses: Iterable[str]) -> dict[str, bytes]:
    """What anyone gets at every open address, but for what is fresh each time.

    Drawn anew: a page kept from before would show nothing of what came in since.
    """
    cached.clear()
    visitor = Client(
        headers={"Sec-Fetch-Site": "same-origin"}, raise_request_exception=False
    )
    found = {}
    for address in addresses:
        body = visitor.get(address).getvalue()
        for pattern in FRESH:
            body = pattern.sub(b"", body)
        found[address] = body
    return found


def changed(before: Mapping[str, bytes], addresses: Iterable[str]) -> list[str]:
    """The addresses that answer otherwise than before."""
    after = pages(addresses)
    return [one for one in before if before[one] != after.get(one)]
