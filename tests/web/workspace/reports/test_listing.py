"""Reports for staff, page by page: found, dealt with, moderated, taken out as a file."""

import csv
import sys
from dataclasses import replace
from datetime import date
from io import StringIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from handslag.core.access import Role
from handslag.core.audit.models import Entry
from handslag.domain.incidents.models import Held, Incident, Reading, Step
from handslag.domain.incidents.rules import TextState
from handslag.domain.incidents.services.photos import show_photo
from handslag.domain.organisations.models import Kind
from tests import make
from tests.make import incidents as made
from tests.make.photos import marked_photo, photo
from tests.web.matrix.asking import browser

REPORTS = "/arbete/rapporter/"
STATEMENTS = 5
BESIDES = 3  # session, person, roles
BEGAN = date(2026, 1, 1)


@pytest.fixture
def lundby(db):
    municipality = make.municipality("Lundby kommun")
    made.desk(municipality)
    return municipality


@pytest.fixture
def staff(lundby):
    return browser(make.member(lundby, Role.COORDINATOR))


def page(client, path):
    answer = client.get(path)
    assert answer.status_code == 200, path
    return answer.content.decode()


def test_an_event_from_the_list_to_its_end(lundby, staff):
    first = made.incident(lundby, text="Klotter på muren.")
    second = made.incident(lundby, text="Klotter på samma mur.")
    listed = page(staff, REPORTS)
    assert "Två händelser" in listed or "två händelser" in listed
    assert "Klotter på muren." in listed
    here = f"{REPORTS}{second.public_id}/"
    assert f"{here}samma/{first.public_id}/" in page(staff, here)
    answer = staff.post(f"{here}avsluta/", {"outcome": "will_not", "revision": 0})
    assert answer.status_code == 422
    assert "Skriv varför" in answer.content.decode()
    typed = {"words": "Muren är tvättad.", "revision": 0}
    assert staff.post(f"{here}atgard/", typed).status_code == 302
    late = staff.post(f"{here}atgard/", {**typed, "words": "Vi har målat över."})
    assert late.status_code == 422
    assert "Vi har målat över." in late.content.decode()
    assert Step.objects.count() == 1
    staff.post(f"{here}avsluta/", {"outcome": "fixed", "words": "", "revision": 1})
    closed = page(staff, here)
    assert "Muren är tvättad." in closed
    assert "Åtgärdat" in closed
    assert page(staff, f"{REPORTS}?phase=closed").count("<li><div") == 1
    merge = f"{REPORTS}{first.public_id}/samma/{second.public_id}/"
    assert staff.post(merge, {"revision": 0}).status_code == 302
    assert Incident.objects.get(pk=first.pk).merged_into == second


def test_what_people_type_is_never_read_as_markup(lundby, staff):
    """The lines are put together by hand: each word that somebody typed is escaped."""
    typed = "<script>x</script>"
    place = make.place(lundby, f"Torget {typed}")
    lundby.categories.filter(code="graffiti").update(sv=f"Klotter {typed}")
    where = replace(made.HERE, place=place.public_id, words=f"vid {typed}")
    made.report(lundby, made.incident_draft(where=where, text=f"Mörkt {typed}"))
    owner = make.organisation(f"Bolaget {typed}", Kind.HOUSING_COMPANY)
    Incident.objects.update(owner=owner, text_state=TextState.CHECKED, by=owner)
    assert page(staff, REPORTS).count("&lt;script&gt;") == 6 + 1
    assert typed not in page(staff, REPORTS)


def test_any_page_of_the_list_takes_five_statements(lundby, staff):
    police = make.police_district("Lokalpolisområde Lundby", serving=lundby)
    made.group(lundby, police, since=BEGAN)
    drafts = [made.incident_draft() for _ in range(10)]
    for _ in range(11):
        made.report(lundby, *drafts)
    rows = [row.public_id for row in Incident.objects.order_by("-pk")]
    for client in (staff, browser(make.member(police, Role.LIAISON_OFFICER))):
        client.get(REPORTS)
        for query, shown in (("", rows[:100]), (f"?before={rows[99]}", rows[100:])):
            with CaptureQueriesContext(connection) as asked:
                found = page(client, f"{REPORTS}{query}")
            assert len(asked) <= STATEMENTS + BESIDES
            assert [row for row in rows if f'href="{row}/"' in found] == shown
        back = page(client, f"{REPORTS}?after={rows[100]}")
        assert f'href="{rows[0]}/"' in back
    assert "110 händelser" in found


def test_those_who_are_no_authority_read_what_a_moderator_has_read(lundby, staff):
    company = make.organisation("Lundbybostäder", Kind.HOUSING_COMPANY)
    made.group(lundby, company, since=BEGAN)
    tenant = browser(make.member(company, Role.REPORTER))
    incident = made.incident(lundby, text="=Klotter på muren.")
    here = f"{REPORTS}{incident.public_id}/"
    for path in (REPORTS, here, f"{REPORTS}rapporter.csv"):
        answer = tenant.get(path)
        assert b"muren" not in b"".join(answer), path
    assert staff.post(f"{REPORTS}granska/", {"read": [incident.public_id]}).status_code
    assert "Klotter på muren." in page(tenant, here)
    file = b"".join(tenant.get(f"{REPORTS}rapporter.csv")).decode()
    heads, row = csv.reader(StringIO(file.removeprefix("\ufeff")), delimiter=";")
    assert dict(zip(heads, row, strict=True))["Text"] == "'=Klotter på muren."
    assert Entry.objects.filter(action="incidents.exported").count() == 2
    read = [(one.how, one.n) for one in Reading.objects.order_by("pk")]
    assert read[:3] == [("list", 1), ("one", 1), ("export", 1)]
    assert "Tog ut en fil" in page(staff, f"{REPORTS}laslogg/")


def test_words_that_wait_are_shown_to_the_moderator_alone(lundby, staff):
    incident = made.incident(lundby)
    Incident.objects.filter(pk=incident.pk).update(text_state=TextState.HELD)
    held = Held.objects.create(
        incident=incident,
        within=lundby,
        field="text",
        words="Kalle klottrar.",
        found=[{"start": 0, "end": 5, "kind": "name"}],
        until=made.NOW.date(),
    )
    here = f"{REPORTS}granska/{held.public_id}/"
    for path in (REPORTS, f"{REPORTS}{incident.public_id}/", f"{REPORTS}rapporter.csv"):
        assert b"Kalle" not in b"".join(staff.get(path)), path
    assert "<mark>Kalle</mark>" in page(staff, here)
    wrong = staff.post(here, {"choice": "take_out", "others": "Pelle"})
    assert "står inte i texten" in wrong.content.decode()
    staff.post(here, {"choice": "take_out", "marked": ["0"]})
    assert Incident.objects.get().text == "[…] klottrar."
    assert staff.get(here).status_code == 404


def test_a_photo_is_on_the_page_once_shown_and_the_queue_leads_to_those_that_wait(
    lundby, staff
):
    """Also of a report without a word in it; before that it is nowhere."""
    reporter = make.member(lundby, Role.REPORTER)
    report = made.report(lundby, actor=reporter, by=lundby)
    here = f"{REPORTS}{report.incidents.get().public_id}/"
    unmarked = photo(reporter, report)
    assert "/arbete/rapportera/bilder/" not in page(staff, f"{REPORTS}granska/")
    waiting = marked_photo(reporter, report)
    assert "/arbete/rapportera/bilder/" in page(staff, f"{REPORTS}granska/")
    file = f"/arbete/rapportera/bild/{waiting.public_id}/fil/"
    assert file not in page(staff, here)
    moderator = make.member(lundby, Role.COORDINATOR)
    show_photo(moderator, waiting, boxes=[], alt="En lampa.", now=made.NOW)
    shown = page(staff, here)
    assert f'<img src="{file}" alt="En lampa."' in shown
    assert str(unmarked.public_id) not in shown
    assert staff.get(file)["Content-Type"] == "image/jpeg"


@pytest.mark.parametrize("together", [1, 2, 4, 5])
def test_the_file_holds_each_event_once_however_many_are_read_together(
    lundby, staff, monkeypatch, together
):
    # Its only function has the same name, and hides it.
    module = sys.modules["handslag.domain.incidents.queries.taken_out"]
    monkeypatch.setattr(module, "AT_A_TIME", together)
    texts = [f"Nummer {n}." for n in range(4)]
    for text in texts:
        made.incident(lundby, text=text)
    file = b"".join(staff.get(f"{REPORTS}rapporter.csv")).decode()
    _heads, *rows = csv.reader(StringIO(file), delimiter=";")
    assert [row[-2] for row in rows] == texts[::-1]
