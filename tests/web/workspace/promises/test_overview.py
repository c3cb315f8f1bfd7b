"""The page of a set says where it stands and what comes next."""

from datetime import date

from handslag.domain.promises import services
from handslag.domain.promises.rules.drafts import PromiseDraft
from handslag.domain.promises.rules.words import AmendmentKind, Rhythm, Verdict
from handslag.domain.promises.services.following_up import OutcomeDraft
from tests import make
from tests.web.pages import opened


def here(set_) -> str:
    return f"/arbete/loften/{set_.public_id}/"


def test_an_empty_draft_leads_to_its_first_promise(at_work, coordinator, municipality):
    set_ = make.promise_set(coordinator, municipality)
    page = opened(at_work, here(set_))
    assert page.says("Utkast. Ingen utanför parterna kan se det än.")
    assert page.says("Skriv det första löftet")
    assert not page.says("Be om godkännande")


def test_what_stops_an_approval_comes_before_the_button(at_work, coordinator, draft):
    services.add_promise(coordinator, draft, PromiseDraft(text="Ingens löfte."))
    page = opened(at_work, here(draft))
    assert page.says("Innan ni kan be om godkännande: Säg vem som ansvarar")
    assert f"{here(draft)}be-om-godkannande/" not in page.links


def test_a_draft_that_is_ready_leads_to_the_question(at_work, draft):
    page = opened(at_work, here(draft))
    assert f"{here(draft)}be-om-godkannande/" in page.links
    assert page.says("Visa vad det bygger på: en dialog, en enkät, en vandring.")
    assert f"{here(draft)}plan/" in page.links


def test_a_published_set_shows_targets_against_outcome(at_work, published):
    page = opened(at_work, here(published))
    assert page.says("Godkänt och publicerat. Ett löfte för 2026. Ett pågår.")
    assert page.says("minst 4 trygghetsvandringar")
    assert f"{here(published)}uppfoljning/" in page.links
    assert f"{here(published)}andra/extension/" in page.links


def test_a_late_follow_up_is_said_to_be_late_and_is_the_next_step(
    at_work, coordinator, municipality, police, municipal_approver, police_approver
):
    set_ = make.promise_set(coordinator, municipality, police, period="2025")
    services.add_promise(coordinator, set_, make.promise_draft(municipality))
    services.plan_follow_ups(
        coordinator, set_, Rhythm.YEAR, function="Samordnaren", forum="Trygg i Lundby"
    )
    make.publish(
        set_, coordinator, (municipal_approver, municipality), (police_approver, police)
    )
    page = opened(at_work, here(set_))
    assert page.says("31 januari 2026 Samordnaren Trygg i Lundby Försenat")


def test_an_open_amendment_says_why_and_what_the_public_still_reads(
    at_work, coordinator, published
):
    services.begin_amendment(
        coordinator,
        published,
        AmendmentKind.REVISION,
        reason="Torget är ombyggt.",
        decided_on=date(2026, 3, 1),
    )
    page = opened(at_work, here(published))
    assert page.says("Texten ändras. Skäl: Torget är ombyggt.")
    assert page.says("Tills alla har godkänt läser allmänheten: Ett löfte för 2026.")
    assert f"{here(published)}avbryt-andring/" in page.links


def test_what_happened_is_told_in_order(at_work, coordinator, published, now):
    follow_up = services.begin_follow_up(
        coordinator, published, period=published.period, now=now
    )
    said = {published.promises.get().pk: OutcomeDraft(Verdict.KEPT)}
    services.save_follow_up(coordinator, follow_up, said, revision=1)
    services.publish_follow_up(coordinator, follow_up, now=now)
    page = opened(at_work, here(published))
    assert page.says(
        "Version 1 lades fram för Lundby kommun, Lokalpolisområde Lundby. Alla sa ja."
    )
    assert page.says("Uppföljning 2026 parterna tillsammans")
    assert page.says("Hållet")


def test_a_reader_sees_no_button_that_would_refuse_them(reading, draft, published):
    page = opened(reading, here(published))
    for part in ("andra/", "uppfoljning/", "fornya/", "be-om", "logg/", "plan/"):
        assert not [link for link in page.links if f"{here(published)}{part}" in link]


def test_an_imported_set_says_whose_words_it_holds(at_work, municipality):
    set_ = make.retold(municipality, "Vi städar torget.")
    page = opened(at_work, here(set_))
    assert page.says("Det här är en sammanfattning av en offentlig sida")
    assert f"{here(set_)}uppfoljning/" not in page.links


def test_the_page_asks_the_database_a_bounded_number_of_questions(
    at_work, published, django_assert_max_num_queries
):
    with django_assert_max_num_queries(40):
        opened(at_work, here(published))
