"""From what was said to the answer: words, finding, told, public, closed."""

from datetime import date

import pytest
from django.urls import reverse

from handslag.core.access import Role
from handslag.core.mail.models import Message
from handslag.domain.evidence.models import Evidence
from handslag.domain.evidence.rules.feedback import Told
from handslag.domain.voices import services
from handslag.domain.voices.models import Occasion, Voice
from handslag.domain.voices.rules import Phase, VoiceState, Way
from tests import make
from tests.make import voices
from tests.make.voices import NOW

pytestmark = pytest.mark.django_db
TOLD = Told(date(2026, 3, 1), "webbplatsen", "Lamporna byts i april.")


@pytest.fixture
def row(coordinator, municipality):
    return voices.heard(coordinator, municipality, said="Det är mörkt.")


def at(name: str, row: Occasion, *more: object) -> str:
    return reverse(f"workspace:{name}", args=[row.public_id, *more])


def words_of(row: Occasion, **changed: object) -> dict[str, object]:
    plain = {
        "title": row.title,
        "starts": row.starts,
        "ends": row.ends,
        "people": "",
        "said": row.said,
        "became": row.became,
        "how_to_read": "",
        "revision": row.revision,
    }
    return {**plain, **changed}


def test_a_batch_of_reports_is_an_occasion_that_is_owed_an_answer(at_work, municipality):
    at_work.post(
        reverse("workspace:new-occasion"),
        {
            "title": "Ni rapporterade hösten 2025",
            "starts": "2025-09-01",
            "ends": "2025-12-31",
            "said": "312 rapporter kom in.",
            "revision": 0,
        },
    )
    row = Occasion.objects.get()
    assert (row.way, row.phase) == (Way.REPORTS, Phase.HEARD)
    page = at_work.get(reverse("workspace:home")).content.decode()
    assert "Ni rapporterade hösten 2025" in page
    assert "inget svar på två månader" in page


def test_voices_are_written_down_a_paragraph_each(at_work, row):
    texts = "Mörkt på torget.\r\n\r\nSent tåg.\nOch kallt.\r\n\r\n\r\nAnna Svensson stör."
    at_work.post(at("hear-voices", row), {"texts": texts})
    said = list(Voice.objects.order_by("pk").values_list("text", "state"))
    assert said == [
        ("Mörkt på torget.", VoiceState.OPEN),
        ("Sent tåg.\nOch kallt.", VoiceState.OPEN),
        ("Anna Svensson stör.", VoiceState.HELD),
    ]


def test_two_who_write_the_same_page_lose_nothing(at_work, coordinator, row):
    faster = voices.draft(row.title, said="Det är mörkt och kallt.")
    services.change_occasion(coordinator, row, faster, revision=0, now=NOW)
    late = at_work.post(at("edit-occasion", row), words_of(row, said="Det är becksvart."))
    page = late.content.decode()
    assert late.status_code == 422
    assert "kallt" in page
    assert "Det är becksvart." in page
    row.refresh_from_db()
    assert row.said == "Det är mörkt och kallt."
    at_work.post(at("edit-occasion", row), words_of(row, said="Det är becksvart."))
    row.refresh_from_db()
    assert (row.said, row.is_example) == ("Det är becksvart.", False)


def test_a_number_of_a_person_does_not_reach_the_page(at_work, row):
    late = at_work.post(
        at("edit-occasion", row), words_of(row, said="Ring 070-174 06 05 till mig.")
    )
    assert late.status_code == 422
    assert "070-174 06 05" in late.content.decode()


def test_the_finding_is_written_out_with_its_numbers_and_its_limits(
    at_work, coordinator, row
):
    voices.theme()
    said = voices.voice(coordinator, row)
    services.code_voice(coordinator, said, themes=["LJUS"], place=None, revision=0, now=NOW)
    assert at("cite-occasion", row) not in at_work.get(at("occasion", row)).content.decode()
    services.publish_occasion(coordinator, row, now=NOW)
    assert at("cite-occasion", row) in at_work.get(at("occasion", row)).content.decode()
    page = at_work.get(at("cite-occasion", row))
    given = page.context["form"].initial
    assert given["statement"] == "Av 1 röst: 1 om belysning."
    assert "inget tvärsnitt" in given["limits"]
    at_work.post(at("cite-occasion", row), {**given, "visibility": "public"})
    found = Evidence.objects.get()
    assert (found.source, found.n, found.visibility) == ("medborgardialog", 1, "public")


def test_who_may_listen_but_not_record_writes_no_finding(signed_in, municipality, row):
    writer = signed_in(make.member(municipality, Role.COMMUNICATOR))
    assert writer.get(at("cite-occasion", row)).status_code == 403
    assert at("cite-occasion", row) not in writer.get(at("occasion", row)).content.decode()


def test_words_that_may_name_somebody_are_cut_and_then_coded(at_work, coordinator, row):
    held = voices.voice(coordinator, row, "Anna Svensson på Storgatan stör.")
    address = at("decide-voice", row, held.public_id)
    assert "<mark>Anna Svensson</mark>" in at_work.get(address).content.decode()
    at_work.post(address, {"choice": "take_out", "marked": ["0"], "others": ""})
    held.refresh_from_db()
    assert (held.text, held.state) == ("[…] på Storgatan stör.", VoiceState.OPEN)
    assert at_work.get(address).status_code == 404


def test_a_slip_in_what_is_taken_out_says_so_and_keeps_it(at_work, coordinator, row):
    held = voices.voice(coordinator, row, "Anna Svensson stör.")
    address = at("decide-voice", row, held.public_id)
    late = at_work.post(address, {"choice": "take_out", "others": "Anan"})
    assert late.status_code == 422
    assert "Anan” står inte i texten." in late.content.decode()
    held.refresh_from_db()
    assert held.text == "Anna Svensson stör."


def test_places_are_gathered_with_the_voices_that_name_them(
    at_work, coordinator, municipality, row
):
    square = make.place(municipality, "Stortorget")
    make.place(municipality, "Parken")
    first = voices.voice(coordinator, row, "Mörkt på Stortorget.")
    second = voices.voice(coordinator, row, "Stortorgets bänkar är trasiga.")
    voices.voice(coordinator, row, "Torg.")
    page = at_work.get(at("places-of", row)).content.decode()
    assert "En plats nämns." in page
    assert "Parken" not in page
    given = {"place": square.public_id, "voice": [first.public_id]}
    at_work.post(at("places-of", row), given)
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.place, second.place) == (square, None)
    assert at_work.post(at("places-of", row), {}).status_code == 200


def test_those_who_spoke_are_told_in_one_letter_each(at_work, coordinator, row):
    services.leave_address(row, "nagon@example.se", language="sv", now=NOW)
    assert (
        "En adress får det i ett brev"
        in at_work.get(at("tell-occasion", row)).content.decode()
    )
    given = {"told_on": "2026-03-01", "channel": "torget", "said": "Lamporna byts."}
    at_work.post(at("tell-occasion", row), given)
    assert "Lamporna byts." in Message.objects.get().body


def test_the_page_is_looked_at_published_and_taken_back(at_work, visitor, row):
    page = at_work.get(at("occasion", row))
    look = page.context["look"]
    assert "Sidan är inte publik." in visitor.get(look).content.decode()
    public = page.context["public_at"]
    assert visitor.get(public).status_code == 404
    at_work.post(at("publish-occasion", row))
    assert visitor.get(public).status_code == 200
    at_work.post(at("take-back-occasion", row))
    assert visitor.get(public).status_code == 410


def test_it_is_not_closed_behind_the_backs_of_those_who_spoke(at_work, coordinator, row):
    late = at_work.post(at("close-occasion", row), {"why": "Frågan är regionens."})
    assert "publicera sidan" in late.content.decode().lower()
    empty = at_work.post(at("close-occasion", row), {"why": ""})
    assert "Skriv ett skäl som alla kan läsa." in empty.content.decode()
    services.tell(coordinator, row, TOLD, now=NOW)
    at_work.post(at("close-occasion", row))
    row.refresh_from_db()
    assert row.phase == Phase.CLOSED


def test_all_has_been_heard_with_one_press(at_work, coordinator, municipality):
    row = voices.occasion(coordinator, municipality)
    at_work.post(at("step-occasion", row), {"phase": "heard"})
    row.refresh_from_db()
    assert row.phase == Phase.HEARD
    assert at_work.post(at("step-occasion", row), {"phase": "x"}).status_code == 302


def test_an_earlier_finding_is_tied_to_what_it_came_from(
    at_work, coordinator, municipality
):
    row = voices.heard(coordinator, municipality, way=Way.REPORTS, said="Det är mörkt.")
    found = make.evidence(municipality)
    address = at("tie-findings", row)
    assert address in at_work.get(at("occasion", row)).content.decode()
    page = at_work.get(address).content.decode()
    assert "Fyra av tio undviker torget" in page
    assert "checked" not in page
    given = {"findings": [str(found.public_id)], "revision": row.revision}
    assert at_work.post(address, given).status_code == 302
    assert "checked" in at_work.get(address).content.decode()
    late = at_work.post(address, given)
    assert late.status_code == 422
    assert "Någon annan" in late.content.decode()
    assert "Fyra av tio undviker" in at_work.get(at("occasion", row)).content.decode()
