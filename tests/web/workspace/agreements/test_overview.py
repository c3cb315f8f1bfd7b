"""A whole walk: from a draft to what everyone reads, followed up, renewed and ended."""

from django.core.files.uploadedfile import SimpleUploadedFile

from handslag.domain.agreements.models import Agreement
from handslag.domain.agreements.rules.drafts import ContentsDraft
from handslag.domain.agreements.rules.words import State
from tests.make import agreements as made
from tests.web.matrix.world import PDF
from tests.web.pages import opened, sent


def at(row, part=""):
    return f"/arbete/overenskommelser/{row.public_id}/{part}"


def test_what_the_law_asks_for_is_said_before_anyone_is_asked(
    at_work, coordinator, municipality, police
):
    row = made.agreement(coordinator, municipality, police, contents=ContentsDraft())
    page = opened(at_work, at(row))
    sentence = "Skriv för vilka syften ni samverkar. Lagen kräver det (2023:196, 9 §)."
    assert page.says(sentence)
    assert at(row, "be-om-godkannande/") not in page.links
    assert sent(at_work, at(row, "be-om-godkannande/")).says(sentence)
    row.refresh_from_db()
    assert row.state == State.DRAFT


def test_from_draft_to_settled(
    at_work, signed_in, written, municipal_approver, police_approver
):
    page = sent(at_work, at(written, "be-om-godkannande/"))
    assert page.says("Parterna är tillfrågade. Texten är låst nu.")
    assert page.says("Väntar på: Lundby kommun, Lokalpolisområde Lundby.")
    for approver in (municipal_approver, police_approver):
        browser = signed_in(approver)
        assert opened(browser, "/arbete/").says("Läs och svara: Samverkansöverenskommelse")
        page = sent(browser, at(written, "svara/"), agrees="yes", function="ordförande")
    assert page.says("Tack. Alla har godkänt, och nu kan alla läsa texten.")
    page = opened(at_work, at(written))
    assert page.says("Gäller.")
    assert page.says("Överenskommelsen gäller till och med 31 december 2026.")
    assert opened(at_work, at(written, "omgangar/")).says("Version 1")
    assert opened(at_work, at(written, "logg/")).says("Sa ja")


def test_one_no_brings_the_reason_back(at_work, signed_in, written, municipal_approver):
    sent(at_work, at(written, "be-om-godkannande/"))
    browser = signed_in(municipal_approver)
    page = sent(browser, at(written, "svara/"), agrees="no", function="ordförande")
    assert page.says("Skriv varför, så att de andra vet vad som behöver ändras.")
    sent(
        browser,
        at(written, "svara/"),
        agrees="no",
        reason="Fel år.",
        function="ordförande",
    )
    assert opened(at_work, at(written)).says("Nej från Lundby kommun: Fel år.")


def test_it_is_followed_up_goal_by_goal_and_published(at_work, settled, visitor):
    page = sent(at_work, at(settled, "uppfoljning/"), functions="kommunchefen")
    assert page.says("Tio trygghetsvandringar om året")
    where = at(settled, f"uppfoljning/{settled.follow_ups.get().public_id}/")
    page = sent(
        at_work, where, press="publish", verdict_g1="done", said_g1="Tolv vandringar."
    )
    assert page.says("Publicera uppföljningen?")
    assert "Tolv" not in visitor.get("/lundby/overenskommelse/").content.decode()
    page = sent(at_work, f"{where}publicera/")
    assert page.says("Uppföljningen är publicerad.")
    assert "Tolv vandringar." in visitor.get("/lundby/overenskommelse/").content.decode()


def test_the_signed_original_is_added_afterwards(at_work, settled, visitor):
    file = SimpleUploadedFile("o.pdf", PDF)
    page = sent(at_work, at(settled, "filer/"), file=file, title="Undertecknad")
    assert page.says("Filen är bifogad.")
    said = visitor.get("/lundby/overenskommelse/").content.decode()
    assert "tillagd 2 mars 2026" in said
    found = visitor.get(
        f"/lundby/overenskommelse/2023-2026/fil/{settled.attachments.get().file.sha256}/"
    )
    assert found.status_code == 200
    assert found["Content-Disposition"].startswith("attachment")


def test_another_file_is_not_added_to_what_is_settled(at_work, settled):
    page = opened(at_work, at(settled, "filer/"))
    fields = {**page.form(having="title").fields, "file": SimpleUploadedFile("o.pdf", PDF)}
    fields.pop("is_signed", None)
    answer = at_work.post(at(settled, "filer/"), fields)
    assert "Bara det undertecknade originalet" in answer.content.decode()


def test_the_next_one_is_made_of_it(at_work, settled):
    page = sent(at_work, at(settled, "fornya/"), changes="Fler mål.")
    assert page.says("Nästa överenskommelse är påbörjad, som utkast.")
    new = Agreement.objects.get(predecessor=settled)
    assert (new.name, new.period_stated) == (
        "Samverkansöverenskommelse 2027–2030",
        "2027–2030",
    )


def test_it_is_ended_early_with_a_reason(at_work, settled, visitor):
    page = sent(at_work, at(settled, "avsluta/"), reason="")
    assert page.says("Skriv varför den upphör. Invånarna kommer att läsa det.")
    sent(at_work, at(settled, "avsluta/"), reason="Polisen delas om.")
    said = visitor.get("/lundby/overenskommelse/2023-2026/").content.decode()
    assert "Polisen delas om." in said


def test_what_is_signed_on_paper_is_published_with_its_source(at_work, written, visitor):
    page = sent(at_work, at(written, "fran-papper/"))
    assert page.says("Skriv var den undertecknade texten kan läsas")
    page = sent(at_work, at(written, "fran-papper/"), source="kommunens webbplats")
    assert page.says("Överenskommelsen är offentlig nu.")
    said = visitor.get("/lundby/overenskommelse/").content.decode()
    assert "Återgiven efter det som parterna har undertecknat på annat håll." in said


def test_a_set_of_promises_is_given_under_it(at_work, settled, draft):
    page = sent(
        at_work,
        f"/arbete/loften/{draft.public_id}/ord/",
        cooperation_agreement=str(settled.public_id),
    )
    assert page.says(settled.name)
    draft.refresh_from_db()
    assert draft.cooperation_agreement == settled


def test_readers_see_it_and_press_nothing(reading, written):
    page = opened(reading, at(written))
    assert not any(
        part in link for link in page.links for part in ("ord/", "godkannande/", "ny/")
    )
