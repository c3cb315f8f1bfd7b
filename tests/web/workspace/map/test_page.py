"""The map of staff: numbers from far, reports from near, and only what one may see."""

import json
import re
from datetime import date, timedelta
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from handslag.core.access import Role
from handslag.domain.incidents.models import Incident, Reading
from handslag.domain.incidents.rules import Inside, Where
from handslag.domain.organisations.models import Kind, Place
from handslag.statistics.grid import cell, to_wgs84
from tests import make
from tests.make import incidents as made
from tests.web.matrix.asking import browser

MAP, MARKS, REPORTS = (
    "/arbete/karta/",
    "/arbete/karta/handelser.geojson",
    "/arbete/rapporter/",
)
CORNER = (467_000, 6_566_000)
NEAR = "467000,6566000,468000,6567000"
FAR = "460000,6560000,480000,6580000"
EVER = {"since": "all", "until": "2026-11"}
BESIDES = 3  # session, person, roles
BEGAN = date(2026, 1, 1)


@pytest.fixture
def lundby(db):
    municipality = make.municipality("Lundby kommun")
    made.desk(municipality)
    Place.objects.create(
        within=municipality, kind="square", name="Lundby torg", lon=14.43, lat=59.235
    )
    return municipality


@pytest.fixture
def staff(lundby):
    return browser(make.member(lundby, Role.COORDINATOR))


def at(across, along, category="graffiti", **said):
    """A draft of what happened so many metres from the corner."""
    lon, lat = to_wgs84(CORNER[0] + across, CORNER[1] + along)
    where = Where(lon=lon, lat=lat, inside=Inside.OUTDOORS)
    return made.incident_draft(category, where=where, **said)


def asked(client, municipality, box=FAR, metres=10, **more):
    said = {"within": municipality.public_id, "ruta": box, "meter": metres, **more}
    answer = client.get(MARKS, {**EVER, **said})
    assert answer.status_code == 200
    assert answer["X-Robots-Tag"] == "noindex"
    return json.loads(answer.content)


def numbers(found):
    return {one["id"]: one["properties"]["value"] for one in found["features"]}


def page(client, path):
    answer = client.get(path)
    assert answer.status_code == 200, path
    return unescape(answer.content.decode())


def the(pattern, text):
    (first, *_others) = re.findall(pattern, text)
    return first


def test_counters_and_reports_say_the_same_of_each_square(lundby, staff):
    police = make.police_district("Lokalpolisområde Lundby", serving=lundby)
    made.group(lundby, police, since=BEGAN)
    officer = browser(make.member(police, Role.LIAISON_OFFICER))
    spots = [(0, 0), (99, 99), (100, 0), (499, 0), (500, 0), (0, 999), (1000, 1000)]
    for _ in range(2):
        made.report(lundby, *(at(x + 0.5, y + 0.5) for x, y in spots))
    for metres, size in ((3, 100), (8, 250), (16, 500), (33, 1000)):
        expected: dict[str, int] = {}
        for x, y in spots:
            key = f"{size}-{cell(CORNER[0] + x, CORNER[1] + y, size)}"
            expected[key] = expected.get(key, 0) + 2
        for client in (staff, officer):
            assert numbers(asked(client, lundby, metres=metres)) == expected
    (ring,) = asked(staff, lundby, metres=500)["features"]
    assert ring["properties"]["value"] == 14
    kept = Incident.objects.latest("pk")
    Incident.objects.filter(pk=kept.pk).update(shared=False)
    assert sum(numbers(asked(officer, lundby, metres=16)).values()) == 13
    assert sum(numbers(asked(staff, lundby, metres=16)).values()) == 14
    assert Reading.objects.count() == 0  # numbers alone are no reading of a report


def test_each_report_is_shown_close_up_to_those_who_may_see_it_and_it_is_written_down(
    lundby, staff
):
    company = make.organisation("Lundbybostäder", Kind.HOUSING_COMPANY)
    made.group(lundby, company, since=BEGAN)
    tenant = browser(make.member(company, Role.REPORTER))
    stranger = browser(make.member(make.municipality("Sjövik kommun"), Role.COORDINATOR))
    made.report(lundby, at(10, 10, text="Klotter på muren."), at(20, 20), at(5000, 0))
    one, two, _ = Incident.objects.order_by("pk")
    Incident.objects.filter(pk=two.pk).update(shared=False)
    seen = {staff: {one, two}, tenant: {one}, stranger: set()}
    for client, shown in seen.items():
        found = asked(client, lundby, NEAR)["features"]
        assert {one["id"] for one in found} == {str(one.public_id) for one in shown}
        assert "muren" not in json.dumps(found)
        # Never from far, however it is asked.
        far = asked(client, lundby, FAR, metres=0.5)["features"]
        assert {one["geometry"]["type"] for one in far} <= {"Polygon"}
    read = [(one.how, set(one.shown)) for one in Reading.objects.order_by("pk")]
    assert read == [("map", {one.pk, two.pk}), ("map", {one.pk})]


def test_without_a_script_one_comes_closer_through_the_table(lundby, staff):
    for spot in ((10, 10), (30, 30), (4000, 4000)):
        made.report(lundby, at(*spot))
    path, names = f"{MAP}?since=all&until=2026-11", []
    for _ in range(4):
        found = page(staff, path)
        names.append(the(r"<caption[^>]*>(.*?)</caption>", found))
        path = MAP + the(r'<th scope="row"><a href="([^"]+)"', found)
        path = path.removeprefix(MAP) if REPORTS in path else path
        if path.startswith(REPORTS):
            break
    assert names[0].startswith("Rutor om")
    assert names[-1] == "Varje händelse för sig"
    assert path.startswith(REPORTS)
    page(staff, path)


def test_the_list_shows_what_lies_in_one_square(lundby, staff):
    made.report(lundby, at(10, 10), at(20, 20, "safe_place"), at(600, 0))
    (first, *_more) = asked(staff, lundby, metres=16)["features"]
    listed = page(staff, first["properties"]["href"])
    assert first["properties"]["value"] == 1
    assert "en händelse" in listed.lower()
    assert "Se den på kartan" in listed
    everything = asked(staff, lundby, metres=16, kind="all")
    assert sorted(numbers(everything).values()) == [1, 2]
    assert (
        "två händelser"
        in page(staff, everything["features"][0]["properties"]["href"]).lower()
    )
    assert len(asked(staff, lundby, kind="safe_place", metres=16)["features"]) == 1


def test_months_phases_and_what_is_not_understood(lundby, staff):
    for days in (0, 40, 400):
        made.incident(lundby, where=at(10, 10).where, now=made.NOW - timedelta(days=days))
    Incident.objects.filter(day__lt=date(2026, 1, 1)).update(phase="underway")

    def count(**said):
        return sum(numbers(asked(staff, lundby, metres=16, **said)).values())

    assert count() == 3
    assert count(since="2026-11", until="2026-11") == 1
    assert count(since="2026-11", until="2026-10") == 2
    assert count(since="2025-01", until="2026-11", phase="underway") == 1
    assert count(since="nonsense", until="2026-13", owner="nobody", phase="x") == 1
    assert asked(staff, lundby, box="1,2,3")["features"] == []
    assert asked(staff, lundby, box="nan,0,inf,1")["features"] == []


def test_a_map_that_is_made_up_says_so(lundby, staff):
    made.report(lundby, at(10, 10))
    assert "Påhittat" not in page(staff, MAP)
    assert not asked(staff, lundby)["made_up"]
    lundby.desk.is_example = True
    lundby.desk.save()
    assert "Påhittat för demonstrationen" in page(staff, MAP)
    assert asked(staff, lundby)["made_up"]


@pytest.mark.parametrize(("box", "statements"), [(FAR, 4), (NEAR, 6)])
def test_a_map_asks_as_little_of_many_as_of_few(lundby, staff, box, statements):
    made.report(lundby, at(10, 10))
    for _ in range(3):
        made.report(lundby, *(at(20 * n, 30 * n) for n in range(10)))
        with CaptureQueriesContext(connection) as said:
            asked(staff, lundby, box, metres=16)
        assert len(said) - BESIDES <= statements


def test_the_page_of_a_report_shows_its_point_and_leads_to_the_map(lundby, staff):
    made.report(lundby, at(10, 10), made.incident_draft(where=Where(words="Vid ån")))
    pointed, without = Incident.objects.order_by("pk")
    shown = page(staff, f"{REPORTS}{pointed.public_id}/")
    found = json.loads(the(r'data-marks="(.*?)" data-tiles', shown))
    (lon, lat) = found["features"][0]["geometry"]["coordinates"]
    assert (lon, lat) == (round(pointed.lon or 0, 6), round(pointed.lat or 0, 6))
    lies = the(r'<p id="var"><a href="([^"]+)"', shown)
    assert f"{REPORTS}{pointed.public_id}/" in page(staff, lies)
    assert "data-marks" not in page(staff, f"{REPORTS}{without.public_id}/")
