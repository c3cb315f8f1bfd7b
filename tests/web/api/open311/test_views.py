"""Another system hands a report in once, and only whoever holds its number reads of it."""

import json
from uuid import uuid4

import pytest
from django.test import Client

from handslag.core.access import Role
from handslag.core.audit.models import Entry
from handslag.domain.incidents import services
from handslag.domain.incidents.models import Contact, Held, Incident, Report
from handslag.domain.incidents.queries import desk_of
from handslag.domain.incidents.rules import TextState
from tests import make
from tests.make import incidents as made

HERE = "/open311/v2/lundby"
GIVEN = {"service_code": "graffiti", "lat": "59.236", "long": "14.437"}


@pytest.fixture
def lundby(db):
    municipality = make.municipality("Lundby kommun")
    made.desk(municipality)
    return municipality


def key_for(municipality, name="Felanmälan"):
    desk = desk_of(municipality)
    assert desk is not None
    staff = make.member(municipality, Role.COORDINATOR)
    return services.make_key(staff, desk, name, now=made.NOW)


@pytest.fixture
def key(lundby):
    return key_for(lundby)[1]


def post(key, form="json", *, headers=None, **given):
    return Client().post(
        f"{HERE}/requests.{form}", {**GIVEN, "api_key": key, **given}, headers=headers
    )


def handed_in(key, **given):
    answer = post(key, **given)
    assert answer.status_code == 201, answer.content
    return answer.json()[0]["service_request_id"]


def asked(address):
    return Client().get(f"{HERE}/{address}")


def test_what_can_be_handed_in_is_what_residents_can_choose(lundby):
    codes = {one["service_code"] for one in asked("services.json").json()}
    assert "graffiti" in codes
    assert "drugs" not in codes
    assert asked("services/graffiti.json").json()["attributes"] == []
    assert asked("services/drugs.json").status_code == 404
    assert asked("discovery.json").json()["endpoints"][0]["type"] == "production"


def test_the_same_in_xml_with_the_names_of_the_standard(lundby, key):
    lundby.categories.filter(code="graffiti").update(sv="Klotter & <tejp>")
    said = asked("services.xml").content.decode()
    assert "<service_name>Klotter &amp; &lt;tejp&gt;</service_name>" in said
    assert "<services><service><service_code>" in said
    number = handed_in(key)
    told = asked(f"requests/{number}.xml").content.decode()
    assert f"<service_requests><request><service_request_id>{number}<" in told
    assert "<errors><error><code>404</code>" in asked("services/x.xml").content.decode()


def test_it_is_handed_in_once_however_often_it_is_sent(lundby, key):
    headers = {"Idempotency-Key": "FEL-2026-17"}
    first, again = post(key, headers=headers), post(key, headers=headers)
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json() == again.json()
    other = key_for(lundby, "Parkbolaget")[1]
    assert post(other, headers=headers).status_code == 201
    assert Report.objects.count() == 2


def test_without_a_key_that_holds_nothing_is_taken_in(lundby, key):
    assert post("").status_code == 403
    assert post("gissat").json()[0]["code"] == 403
    sjovik = make.municipality("Sjövik kommun")
    made.desk(sjovik)
    assert post(key_for(sjovik)[1]).status_code == 403
    assert not Incident.objects.exists()


def test_whoever_guesses_keys_must_wait(lundby, key):
    codes = {post("gissat").status_code for _ in range(22)}
    assert codes == {403, 429}
    assert post(key).status_code == 201


def test_what_is_wrong_is_named(lundby, key):
    assert "service_code" in post(key, service_code="").json()[0]["description"]
    for wrong in ({"lat": "norrut"}, {"lat": "nan"}, {"service_code": "drönare"}):
        assert post(key, **wrong).status_code == 400
    refused = post(key, description="Ring 070-174 06 05 om det.")
    assert refused.status_code == 400
    assert "070-174 06 05" in refused.json()[0]["description"]
    assert not Incident.objects.exists()


def test_the_one_who_reported_is_never_kept(lundby, key):
    number = handed_in(
        key,
        description="Trasig lampa.",
        email="boende@example.org",
        first_name="Test",
        last_name="Testsson",
        phone="0701740605",
        media_url="https://example.org/bild.jpg",
    )
    assert not Contact.objects.exists()
    row = Incident.objects.select_related("report").get(public_id=number)
    kept = [str(value) for value in (*vars(row).values(), *vars(row.report).values())]
    assert not any("Testsson" in one or "0701740605" in one for one in kept)
    assert all("Test" not in json.dumps(one.details) for one in Entry.objects.all())


def test_words_that_may_name_somebody_wait_and_are_not_told(lundby, key):
    number = handed_in(key, description="Det var Kalle som ritade på väggen.")
    row = Incident.objects.get(public_id=number)
    assert (row.text, row.text_state) == ("", TextState.HELD)
    assert Held.objects.get().incident == row
    assert "Kalle" not in asked(f"requests/{number}.json").content.decode()


def test_neither_words_nor_point_are_told_and_no_other_report_is_answered(lundby, key):
    number = handed_in(key, description="Trasig lampa vid bron.")
    told = asked(f"requests/{number}.json").json()[0]
    assert (told["status"], told["service_code"]) == ("open", "graffiti")
    hidden = ("description", "lat", "long", "address", "media_url")
    assert {told[name] for name in hidden} == {None}
    resident = made.incident(lundby)
    assert asked(f"requests/{resident.public_id}.json").status_code == 404
    assert asked(f"requests.json?service_request_id={resident.public_id}").json() == []
    assert asked(f"requests/{uuid4()}.json").status_code == 404


def test_a_list_is_of_ones_own_or_empty(lundby, key):
    other = key_for(lundby, "Parkbolaget")[1]
    first, second = handed_in(key), handed_in(other, service_code="litter")
    assert asked("requests.json").json() == []
    assert asked("requests.json?status=open&start_date=2020-01-01T00:00:00Z").json() == []

    def numbers(key, more=""):
        rows = asked(f"requests.json?api_key={key}{more}").json()
        return [one["service_request_id"] for one in rows]

    assert (numbers(key), numbers(other)) == ([first], [second])
    assert numbers(key, "&status=closed") == []
    assert numbers(key, "&service_code=litter") == []
    assert numbers(key, "&page=2") == []
    assert numbers(key, "&end_date=2020-01-01T00:00:00Z") == []
    assert asked(f"requests.json?api_key={key}&status=klar").status_code == 400
    assert asked(f"requests.json?api_key={key}&start_date=igår").status_code == 400
    both = asked(f"requests.json?service_request_id={first},{second}").json()
    assert len(both) == 2


def test_a_receipt_leads_to_the_number(lundby, key):
    answer = post(key).json()[0]
    code = answer["service_notice"].split()[-1].rstrip(".")
    told = asked(f"tokens/{code}.json").json()[0]
    assert told["service_request_id"] == answer["service_request_id"]
    assert asked("tokens/0000-0000-0000.json").status_code == 404


def test_a_desk_that_is_closed_to_systems_is_not_there(lundby, key):
    assert asked("services.json?jurisdiction_id=lundby").status_code == 200
    assert asked("services.json?jurisdiction_id=sjovik").status_code == 404
    desk = desk_of(lundby)
    assert desk is not None
    type(desk).objects.update(is_open_to_machines=False)
    assert asked("services.json").status_code == 404
    assert post(key).status_code == 404


def test_any_page_may_ask_and_nobody_on_the_way_keeps_it(lundby, key):
    number = handed_in(key)
    answer = asked(f"requests/{number}.json")
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert not answer.cookies
