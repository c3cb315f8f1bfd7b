"""A walk through its pages: planned, walked, answered by the one responsible, compared."""

import re
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from handslag.domain.walks import services
from handslag.domain.walks.models import Finding, FindingPhoto, Stop, Walk
from handslag.domain.walks.rules import (
    FlagDraft,
    Level,
    Outcome,
    Parameter,
    PartRole,
    RevisitDraft,
    Watch,
    WatchDraft,
)
from tests.make import walks
from tests.make.photos import picture

PLAN = {
    "title": "Centrum",
    "kind": "walk",
    "walk_on": "2026-02-24",
    "gathers": "Biblioteket klockan 18",
    "revision": "0",
}


def said(browser, address: str) -> str:
    answer = browser.get(address)
    assert answer.status_code == 200, address
    text: str = answer.content.decode()
    return text


def test_a_walk_is_planned_with_stops_in_words_alone_or_on_the_map(at_work):
    wrong = at_work.post("/arbete/vandringar/ny/", {**PLAN, "answers_on": "2026-02-01"})
    assert wrong.status_code == 422
    assert "Svaren kommer efter vandringen" in wrong.content.decode()
    at_work.post("/arbete/vandringar/ny/", PLAN)
    walk = Walk.objects.get()
    route = f"/arbete/vandringar/{walk.public_id}/stopp/"
    at_work.post(route, {"name": "Tunneln", "lon": "", "lat": "", "revision": "0"})
    at_work.post(route, {"name": "Torget", "lon": "14.43", "lat": "59.24", "revision": "0"})
    assert list(Stop.objects.values_list("name", "lon")) == [
        ("Tunneln", None),
        ("Torget", 14.43),
    ]
    page = said(at_work, route)
    assert "Inte på kartan" in page
    assert "2 stopp, i den ordning ni går." in page
    named = at_work.post(route, {"name": "Hos 070-174 06 35", "revision": "0"})
    assert named.status_code == 422
    assert "Hos 070-174 06 35" in named.content.decode()


def test_the_one_responsible_reads_what_is_asked_and_answers(
    at_work, asked, coordinator, municipality, housing
):
    found = walks.asked(coordinator, municipality, housing)
    walks.finding(coordinator, found.walk, "Skräp vid bänken.")
    here = f"/arbete/vandringar/{found.walk.public_id}/"
    assert "Svara vad ni gör: Centrum" in said(asked, "/arbete/")
    page = said(asked, here)
    assert "Lampan är trasig." in page
    assert "Skräp vid bänken." not in page
    assert "Invånare: 8" not in page
    assert asked.get(f"{here}protokoll/").status_code == 404
    answer = f"{here}iakttagelse/{found.public_id}/svara/"
    late = asked.post(answer, {"reply": "later", "seen": "0", "by": "2026-05-01"})
    assert late.status_code == 422
    assert "Skriv varför" in late.content.decode()
    reply = {"reply": "do", "seen": "0", "by": "2026-05-01", "reason": "Ny lampa."}
    asked.post(answer, reply)
    assert "Svara vad ni gör: Centrum" not in said(asked, "/arbete/")
    overtaken = asked.post(answer, reply)
    assert "Någon annan hos er har svarat" in overtaken.content.decode()
    assert "Ny lampa." in said(at_work, here)


def test_a_finding_is_written_given_to_somebody_and_asked_about(
    at_work, coordinator, municipality, housing
):
    walk = walks.walk(coordinator, municipality)
    here = f"/arbete/vandringar/{walk.public_id}/"
    form = said(at_work, f"{here}iakttagelse/ny/")
    (key,) = re.findall(r'name="key" value="([0-9a-f-]{36})"', form)
    new = {
        "key": key,
        "tone": "lacking",
        "parameter": "lighting",
        "text": "Lampan är trasig.",
        "revision": "0",
    }
    for _ in range(2):  # the button was pressed twice
        at_work.post(f"{here}iakttagelse/ny/", new)
    found = Finding.objects.get()
    owner = f"{here}iakttagelse/{found.public_id}/ansvarig/"
    at_work.post(owner, {"owner": str(housing.public_id), "revision": "0"})
    held = {"light": "dark", "weather": "rain", "part_residents": "22", "revision": "0"}
    at_work.post(f"{here}gangen/", held)
    page = said(at_work, here)
    assert "Med fler än tjugo blir få hörda. Dela upp er i 3 grupper" in page
    assert "Mörkt. Regn." in page
    assert "1 brist hittades. 1 har inget svar än." in page
    at_work.post(f"{here}fraga/")
    found.refresh_from_db()
    assert found.asked_at is not None
    stale = at_work.post(f"{here}gangen/", held)
    assert "Någon annan ändrade" in stale.content.decode()


def test_a_photo_is_shown_when_somebody_has_looked(
    at_work, asked, coordinator, municipality, housing
):
    found = walks.asked(coordinator, municipality, housing)
    here = f"/arbete/vandringar/{found.walk.public_id}/"
    new = f"{here}iakttagelse/{found.public_id}/bild/"
    upload = SimpleUploadedFile("bild.png", picture(), "image/png")
    at_work.post(new, {"key": str(uuid4()), "file": upload})
    photo = FindingPhoto.objects.get()
    one = f"{here}bild/{photo.public_id}/"
    assert "Dölj ansikten och skyltar i en bild" in said(at_work, "/arbete/")
    assert asked.get(f"{one}fil/").status_code == 404
    hasty = at_work.post(one, {"do": "mark", "alt": "En lampa.", "squares": ["5"]})
    assert "Titta en gång till" in hasty.content.decode()
    at_work.post(one, {"do": "mark", "alt": "En lampa.", "nobody": "on"})
    shown = asked.get(f"{one}fil/")
    assert shown["Content-Type"] == "image/jpeg"
    assert shown.content.startswith(b"\xff\xd8")
    assert 'alt="En lampa."' in said(asked, here)


def test_the_protocol_is_a_page_and_a_document(at_work, coordinator, municipality):
    found = walks.asked(coordinator, municipality, municipality)
    here = f"/arbete/vandringar/{found.walk.public_id}/"
    page = said(at_work, f"{here}protokoll/")
    assert "Mörkt, eller trasiga lampor" in page
    assert "Invånare: 8" in page
    paper = at_work.get(f"{here}protokoll.pdf")
    assert paper.content.startswith(b"%PDF-")
    assert b"/StructTreeRoot" in paper.content


def test_two_walks_are_compared_stop_by_stop_and_finding_by_finding(
    at_work, coordinator, municipality
):
    found = walks.asked(coordinator, municipality, municipality)
    draft = walks.draft("Centrum igen", walks.TODAY)
    again = services.walk_again(coordinator, found.walk, draft, now=walks.NOW)
    walks.sheet(coordinator, again.stops.all()[0], {Parameter.LIGHTING: Level.GOOD})
    services.see_again(coordinator, again, found, RevisitDraft(Outcome.DONE, "Ny lampa."))
    page = said(at_work, f"/arbete/vandringar/{again.public_id}/jamfor/")
    assert "1 bedömning har blivit bättre, 0 sämre." in page
    assert "Bra belyst hela vägen" in page
    assert "Det är gjort" in page
    assert "Ny lampa." in page
    before = at_work.get(f"/arbete/vandringar/{found.walk.public_id}/jamfor/")
    assert before.status_code == 404


def test_an_evening_place_has_a_word_for_each_area_and_time(
    at_work, reading, coordinator, municipality
):
    flag = services.begin_flag(
        coordinator, municipality, FlagDraft("Centrum", walks.WALKED_ON)
    )
    here = f"/arbete/vandringar/kvallsplatser/{flag.public_id}/"
    page = said(at_work, here)
    assert page.count("<select") == 20
    sent = dict.fromkeys(re.findall(r'<select name="([a-z]+_[0-9-]+)"', page), "unknown")
    assert len(sent) == 20
    sent |= {"safety_23-02": "lacking", "area": "Centrum", "walked_on": "2026-02-20"}
    at_work.post(here, {**sent, "revision": "0"})
    assert "1 av 20 bedömda" in said(reading, "/arbete/vandringar/kvallsplatser/")
    assert "Spara" not in said(reading, here).partition("<form")[2].partition("</form>")[0]


def test_areas_that_keep_watch_are_counted(at_work, reading):
    new = "/arbete/vandringar/grannsamverkan/nytt/"
    count = {"watch": "neighbours", "year": "2025", "areas": "12", "new": "13"}
    wrong = at_work.post(new, {**count, "revision": "0"})
    assert "De nya måste vara bland områdena" in wrong.content.decode()
    at_work.post(new, {**count, "new": "2", "revision": "0"})
    page = said(reading, "/arbete/vandringar/grannsamverkan/")
    assert "2025" in page
    assert "Grannsamverkan: områden" in page


@pytest.mark.parametrize("page", ["list", "walk", "compared", "watches"])
def test_a_page_asks_as_much_of_many_as_of_few(at_work, coordinator, municipality, page):
    found = walks.asked(coordinator, municipality, municipality)
    draft = walks.draft("Centrum igen", walks.TODAY)
    again = services.walk_again(coordinator, found.walk, draft, now=walks.NOW)
    address = {
        "list": "/arbete/vandringar/",
        "walk": f"/arbete/vandringar/{again.public_id}/",
        "compared": f"/arbete/vandringar/{again.public_id}/jamfor/",
        "watches": "/arbete/vandringar/grannsamverkan/",
    }[page]

    def asks() -> int:
        with CaptureQueriesContext(
            connection,
        ) as asked:
            said(at_work, address)
        return len(asked)

    def more(number: int) -> None:
        walks.walk(coordinator, municipality, title=f"Skolan {number}")
        stop = walks.stop(coordinator, again, f"Stopp {number}")
        walks.sheet(coordinator, stop)
        walks.finding(coordinator, again, stop=stop.public_id)
        count = WatchDraft(Watch.BOATS, 2000 + number, 3)
        services.count_watch(coordinator, municipality, count, today=walks.TODAY)

    more(1)
    asks()
    few = asks()
    for number in range(2, 7):
        more(number)
    assert asks() == few


def test_those_who_took_part_are_counted_by_role(at_work, coordinator, municipality):
    walk = walks.walk(coordinator, municipality)
    walks.finding(coordinator, walk)
    walks.walked(coordinator, walk, {PartRole.YOUNG: 6})
    form = said(at_work, f"/arbete/vandringar/{walk.public_id}/gangen/")
    assert 'name="part_young" value="6"' in form
