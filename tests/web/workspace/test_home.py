"""What waits for each of the cast, and what does not."""

from datetime import date

from handslag.core.access import Role
from handslag.core.periods import parse
from handslag.domain.promises import services
from handslag.domain.promises.rules.drafts import PromiseDraft
from handslag.domain.promises.rules.words import Rhythm, Verdict
from handslag.domain.promises.services.following_up import OutcomeDraft
from tests import make
from tests.web.pages import opened

HOME = "/arbete/"


def test_with_nothing_to_do_the_page_says_so(reading):
    page = opened(reading, HOME)
    assert page.says("Inget väntar på dig just nu.")
    assert page.says("Inga löften här ännu.")
    assert "/arbete/loften/ny/" not in page.links


def test_a_draft_and_a_promise_without_owner_wait_for_the_coordinator(
    at_work, coordinator, draft
):
    promise = services.add_promise(
        coordinator, draft, PromiseDraft(text="Vi städar torget.")
    )
    page = opened(at_work, HOME)
    assert page.says("En sak bör göras nu.")
    assert page.says("Säg vem som ansvarar för: Vi städar torget.")
    assert f"/arbete/loften/{draft.public_id}/lofte/{promise.public_id}/" in page.links
    assert page.says("Fortsätt med utkastet: Medborgarlöfte 2026")


def test_what_is_out_for_approval_waits_for_others_and_for_the_approver(
    at_work, signed_in, coordinator, police_approver, draft, now
):
    services.ask_for_approval(coordinator, draft, now=now)
    assert opened(at_work, HOME).says(
        "Det här väntar andra på Medborgarlöfte 2026 Väntar på svar från: "
        "Lundby kommun, Lokalpolisområde Lundby."
    )
    theirs = opened(signed_in(police_approver), HOME)
    assert theirs.says("Läs och svara: Medborgarlöfte 2026")
    assert theirs.says("för Lokalpolisområde Lundby")
    assert f"/arbete/loften/{draft.public_id}/svara/" in theirs.links


def test_a_follow_up_that_is_late_is_said_to_be_late(
    at_work, coordinator, municipality, police, municipal_approver, police_approver
):
    set_ = make.promise_set(coordinator, municipality, police, period="2025")
    services.add_promise(coordinator, set_, make.promise_draft(municipality))
    services.plan_follow_ups(coordinator, set_, Rhythm.YEAR, function="Samordnaren")
    make.publish(
        set_, coordinator, (municipal_approver, municipality), (police_approver, police)
    )
    page = opened(at_work, HOME)
    assert page.says(
        "Följ upp: Medborgarlöfte 2025 Skulle ha gjorts senast 31 januari 2026"
    )
    assert page.says("Ett löfte för 2025.")


def test_the_sets_are_there_with_where_they_stand(reading, published):
    page = opened(reading, HOME)
    assert page.says("Medborgarlöfte 2026 Godkänt och publicerat · 2026 · Lundby")
    assert page.says("Ett löfte för 2026. Ett pågår.")


def test_nobody_elsewhere_sees_that_there_is_anything(away, published, draft):
    page = opened(away, HOME)
    assert not page.says("Medborgarlöfte 2026")


def test_a_reporter_is_led_to_the_press_of_one_button(signed_in, municipality, published):
    reporter = signed_in(make.member(municipality, Role.REPORTER))
    page = opened(reporter, HOME)
    assert "/arbete/framsteg/" in page.links
    assert "/arbete/loften/ny/" not in page.links


def test_many_sets_cost_no_more_questions_than_a_few(
    at_work, coordinator, municipality, police, django_assert_max_num_queries
):
    """Each part of the work asks a few times, however much there is of it."""
    for year in range(2020, 2030):
        make.promise_set(coordinator, municipality, police, period=str(year))
    with django_assert_max_num_queries(45) as asked:
        opened(at_work, HOME)
    for year in range(2030, 2040):
        make.promise_set(coordinator, municipality, police, period=str(year))
    with django_assert_max_num_queries(len(asked)):
        opened(at_work, HOME)


def test_the_day_is_the_day_of_the_request(at_work, today):
    assert at_work.get(HOME).wsgi_request.today == today == date(2026, 3, 2)


def test_a_promise_that_the_follow_up_passed_over_is_late_by_itself(
    at_work, coordinator, municipality, police, municipal_approver, police_approver, now
):
    set_ = make.promise_set(coordinator, municipality, police, period="2025")
    told = services.add_promise(coordinator, set_, make.promise_draft(municipality))
    left = make.promise_draft(municipality, heading="Tänd gångvägen")
    services.add_promise(coordinator, set_, left)
    services.plan_follow_ups(coordinator, set_, Rhythm.YEAR, function="Samordnaren")
    make.publish(
        set_, coordinator, (municipal_approver, municipality), (police_approver, police)
    )
    begun = services.begin_follow_up(
        coordinator, set_, period=parse("2025"), planned=set_.plan.get(), now=now
    )
    said = {told.pk: OutcomeDraft(Verdict.KEPT, "Fem.", None)}
    services.save_follow_up(coordinator, begun, said, revision=begun.revision)
    services.publish_follow_up(coordinator, begun, now=now)
    page = opened(at_work, HOME)
    assert page.says("En sak bör göras nu.")
    assert page.says("Redovisa ett löfte som inte kom med: Medborgarlöfte 2025")
    assert page.says("Tänd gångvägen")
    assert page.says("Skulle ha gjorts senast 31 januari 2026")
    assert not page.says("Följ upp: Medborgarlöfte 2025")

    beyond = services.begin_follow_up(coordinator, set_, period=parse("2025"), now=now)
    late = set_.promises.exclude(pk=told.pk).get()
    services.save_follow_up(
        coordinator,
        beyond,
        {late.pk: OutcomeDraft(Verdict.ONGOING, "Snart.", None)},
        revision=beyond.revision,
    )
    services.publish_follow_up(coordinator, beyond, now=now)
    assert not opened(at_work, HOME).says("som inte kom med")


def test_several_things_are_counted_in_words(at_work, coordinator, draft):
    for place in ("torget", "parken"):
        services.add_promise(coordinator, draft, PromiseDraft(text=f"Vi städar {place}."))
    assert opened(at_work, HOME).says("Två saker bör göras nu.")


def test_the_menu_leads_nowhere_one_may_not_go(
    reading, at_work, signed_in, police_approver
):
    assert "/arbete/framsteg/" in opened(at_work, HOME).links
    for browser in (reading, signed_in(police_approver)):
        page = opened(browser, HOME)
        for link in page.links:
            if link.startswith("/arbete/"):
                assert browser.get(link).status_code == 200, link
