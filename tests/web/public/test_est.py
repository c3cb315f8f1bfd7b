"""The public summary, as a stranger sees it who wants to know more than the map says."""

from datetime import UTC, date, datetime
from random import Random

import pytest
from django.db import transaction

from handslag.core.access import Role
from handslag.core.refusals import NotAllowedError
from handslag.domain.incidents.models import Desk, Drawn, Incident, ReleasedSquare
from handslag.domain.organisations.models import Place, PlaceKind
from handslag.domain.weeks import services
from handslag.domain.weeks.models import EstPicture
from handslag.domain.weeks.rules.spans import SpanKind, span_of
from handslag.domain.weeks.rules.words import Heading
from handslag.statistics import grid
from handslag.web.public import cached
from tests import make
from tests.make import est
from tests.make import incidents as made
from tests.web.public.test_maps import CORNER, MONTHS, lundby, release, report, told

__all__ = ["lundby"]

OCTOBER = datetime(2026, 10, 5, 9, tzinfo=UTC)
SPANS = (
    span_of(SpanKind.MONTH, date(2026, 7, 1)),
    span_of(SpanKind.MONTH, date(2026, 9, 1)),
    span_of(SpanKind.QUARTER, date(2026, 7, 1)),
    span_of(SpanKind.WEEK, date(2026, 9, 9)),
    span_of(SpanKind.TERTIAL, date(2026, 7, 1)),
)
ADDRESSES = (
    "/lundby/lagesbild/est/",
    *(f"/lundby/lagesbild/est/{span.address}/" for span in SPANS),
    "/lundby/flode.xml",
    "/lundby/",
)


@pytest.fixture
def writer(lundby):
    return make.member(lundby, Role.COORDINATOR)


def published(writer, lundby, words: str = "Lugnt vid vattnet.") -> list[EstPicture]:
    """Every span, frozen and made public."""
    group = made.group(lundby, since=date(2026, 1, 1))
    found = []
    for span in SPANS:
        picture = services.begin_picture(writer, group, span, within=lundby, now=OCTOBER)
        est.write(writer, picture, Heading.PROBLEMS, "Bara för gruppen.")
        est.write(writer, picture, Heading.SUMMARY, words)
        picture.refresh_from_db()
        frozen = services.freeze_picture(
            writer, picture, revision=picture.revision, is_read=True, now=OCTOBER
        )
        found.append(services.publish_summary(writer, frozen, is_read=True, now=OCTOBER))
    return found


def seen(visitor) -> dict[str, str]:
    """What every address about it answers, made anew, in both languages."""
    cached.clear()
    every = [*ADDRESSES, *(f"/en{one}" for one in ADDRESSES)]
    return {one: visitor.get(one).content.decode() for one in every}


def test_two_worlds_that_differ_in_all_that_is_in_no_number_read_alike(
    lundby, writer, visitor
):
    """Whatever the group counts, the public page says what the map says, and no more."""
    told(lundby)
    for month in MONTHS:
        release(lundby, month)
    with transaction.atomic():
        published(writer, lundby)
        with_all = seen(visitor)
        transaction.set_rollback(True)
    released = Drawn.objects.values("incident")
    others = Incident.objects.exclude(pk__in=released)
    assert others.count() > 30
    others.delete()
    published(writer, lundby)
    without = seen(visitor)
    frozen = set(EstPicture.objects.values_list("public_id", flat=True))
    assert len(frozen) == len(SPANS)
    for address, page in with_all.items():
        if "flode" not in address:  # its entries are named by the keys of the pictures
            assert page == without[address], address
    assert "Bara för gruppen." not in "".join(with_all.values())


def test_the_numbers_are_those_of_the_map_added_up(lundby, writer, visitor):
    told(lundby)
    for month in MONTHS:
        release(lundby, month)
    published(writer, lundby)
    pages = seen(visitor)
    n = sum(ReleasedSquare.objects.values_list("n", flat=True))
    assert n > 10
    assert f"visade {n} rapporter" in pages["/lundby/lagesbild/est/2026-k3/"]
    assert "En vecka har inga siffror" in pages["/lundby/lagesbild/est/2026-v37/"]
    assert "/lundby/lagesbild/est/" in pages["/lundby/"]
    assert "Vad gruppen har sett: kvartal 3 2026" in pages["/lundby/flode.xml"]
    assert "quarter 3 of 2026" in pages["/en/lundby/lagesbild/est/2026-k3/"]


def test_not_released_too_few_and_a_number_are_three_things(lundby, writer, visitor):
    report(lundby, Random(1), (0, 0), datetime(2026, 7, 3, tzinfo=UTC))
    release(lundby, MONTHS[0])
    group = published(writer, lundby)[0].group
    pages = seen(visitor)
    assert "Ingenstans räckte det" in pages["/lundby/lagesbild/est/2026-07/"]
    quarter = pages["/lundby/lagesbild/est/2026-k3/"]
    assert "för få för att visas" in quarter
    assert "inte gjord" in quarter
    assert "Den offentliga kartan är inte gjord" in quarter
    assert ">0<" not in quarter
    assert EstPicture.objects.filter(group=group).count() == len(SPANS)


def test_a_small_place_is_named_only_where_the_map_has_shown_something(lundby, writer):
    told(lundby)
    here, there = ((CORNER[0] + 250 + way * 500, CORNER[1] + 250) for way in (0, 4))
    for name, at in (("Torget", here), ("Parken", there)):
        lon, lat = grid.to_wgs84(*at)
        Place.objects.create(
            within=lundby, name=name, kind=PlaceKind.SQUARE, lon=lon, lat=lat
        )
    for month in MONTHS:
        release(lundby, month)
    with transaction.atomic(), pytest.raises(NotAllowedError) as refused:
        published(writer, lundby, "Mest vid parkens entré.")
    assert refused.value.code == "weeks.place_is_too_fine"
    assert refused.value.facts == {"said": "Parken"}
    assert published(writer, lundby, "Mest på torget.")


def test_what_is_made_up_says_so_and_is_not_indexed(lundby, writer, visitor):
    Desk.objects.update(is_example=True)
    published(writer, lundby)
    for address in ADDRESSES[:2]:
        answer = visitor.get(address)
        assert answer.headers["X-Robots-Tag"] == "noindex"
        assert "Påhittat" in answer.content.decode()
    assert "påhitt" in visitor.get("/lundby/flode.xml").content.decode()
    for nowhere in ("2026-08", "2026-7", "x", "2026-v99"):
        assert visitor.get(f"/lundby/lagesbild/est/{nowhere}/").status_code == 404
