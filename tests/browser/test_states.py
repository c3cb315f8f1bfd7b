"""The states that a page gets into when somebody does something, as axe sees them."""

import re
from datetime import datetime, timedelta

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Page, expect

from handslag.core.access import Actor, Role
from handslag.domain.organisations.models import Organisation
from handslag.domain.promises import services
from handslag.domain.promises.models import PromiseSet
from handslag.domain.promises.queries import promises_of
from handslag.domain.promises.rules.words import AmendmentKind, Verdict
from tests import make
from tests.browser import demo

# Forms that refuse when nothing is filled in, by who fills in nothing.
REFUSING: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "samordnare",
        (
            "/arbete/loften/ny/",
            "{draft}ord/",
            "{draft}lofte/nytt/",
            "{draft}lofte/{promise}/",
            "{draft}underlag/nytt/",
            "{draft}filer/",
            "{joint}bjud-in/",
            "{now}andra/revision/",
            "{now}uppfoljning/{follow_up}/",
            "/arbete/framsteg/{reported}/",
            "/arbete/framsteg/ratta/{entry}/",
            "/arbete/underlag/nytt/",
            "/arbete/underlag/{finding}/ratta/",
            "/arbete/jag/losenord/",
        ),
    ),
    (
        "samordnare",
        (
            "/arbete/underlag/{walk}/svar/",
            "/arbete/lagesbild/{picture}/stycke/nytt/analysis/",
            "/arbete/lagesbild/{picture}/problem/nytt/",
            "/arbete/atgardsplan/{draft_plan}/ord/",
            "/arbete/atgardsplan/{draft_plan}/mal/nytt/",
            "/arbete/atgardsplan/{draft_plan}/atgard/ny/",
            "/arbete/statsbidrag/{grant}/redovisa/",
            "/arbete/overenskommelser/{agreement}/fornya/",
            "/arbete/radet/{council}/plats/ny/",
            "/arbete/radet/{council}/mote/nytt/",
            "/arbete/aret/degerfors/hjul/nytt/",
            "/arbete/rapport/degerfors/lamnad/",
        ),
    ),
    ("asele", ("/arbete/overenskommelser/{written_agreement}/ord/",)),
    ("osthammar", ("/arbete/radet/mote/{held}/justera/",)),
    ("administrator", ("/arbete/organisationer/{organisation}/bjud-in/",)),
    ("ordforande", ("{joint}svara/",)),
)
FILLED_IN = "main form:has(.field) :is(input:not([type=hidden]), select, textarea)"


@pytest.fixture
def the_day(monkeypatch, now):
    monkeypatch.setattr(timezone, "now", lambda: now)


def press_last(page: Page) -> None:
    """Press the last button of the form, and wait for the page that comes."""
    with page.expect_navigation():
        page.locator("main form:has(.field) button[type=submit]").last.click()


def send(page: Page, **typed: str) -> None:
    """Fill these fields in, and send the form they stand in."""
    for name, value in typed.items():
        field = page.locator(f"main form [name={name}]").first
        if field.get_attribute("type") == "radio":
            page.locator(f"main form [name={name}][value='{value}']").check()
        else:
            field.fill(value)
    press_last(page)


def empty(page: Page) -> None:
    """Leave nothing in the form, and let the server say what it thinks of that."""
    page.locator(FILLED_IN).evaluate_all(
        """every => every.forEach(one => {
          one.required = false;
          if (one.type == "checkbox" || one.type == "radio") one.checked = false;
          else if (one.tagName == "SELECT") one.selectedIndex = 0;
          else one.value = "";
        })"""
    )
    press_last(page)


@pytest.mark.parametrize(("person", "pages"), REFUSING, ids=lambda one: str(one)[:30])
def test_a_form_that_is_refused_says_where_and_is_sound(
    person, pages, page, faults, sign_in, words
):
    sign_in(page, demo.who(person))
    found = []
    for address in (one.format(**words) for one in pages):
        page.goto(address)
        empty(page)
        expect(page.locator(".errors"), address).to_be_focused()
        found += faults(page, f"{address} refused")
    assert found == [], "\n".join(found)


def invite(
    set_: PromiseSet, party: Organisation, coordinator: Actor, now: datetime
) -> tuple[str, str]:
    """The address of a new link for this party, and its code."""
    _, code = services.invite_by_link(
        coordinator,
        set_,
        party=party.pk,
        name="Ordföranden",
        function="kommunstyrelsens ordförande",
        email=f"chef{party.pk}@example.org",
        phone="",
        now=now,
    )
    link = re.search(r"/godkann/[^/\s]+/", make.latest_letter("/godkann/"))
    assert link
    return link[0], code


@pytest.fixture
def asked_again(the_day, published, coordinator, municipality, now, today):
    """The set is changed, and both parties are asked about the change."""
    services.begin_amendment(
        coordinator,
        published,
        AmendmentKind.REVISION,
        reason="Efter dialogen i maj.",
        decided_on=today,
    )
    promise = published.promises.get()
    six = make.promise_draft(municipality, text="Vi går minst sex vandringar.")
    services.save_promise(coordinator, promise, six, revision=promise.revision)
    services.ask_for_approval(coordinator, published, now=now)
    return published


def test_the_page_behind_a_link_is_sound_from_the_first_look_to_the_last(
    page, faults, sound, asked_again, coordinator, municipality, police, monkeypatch, now
):
    link, code = invite(asked_again, municipality, coordinator, now)
    found = sound(page, link)
    expect(page.locator("main ins").first).to_contain_text("sex")
    for state, typed in (
        ("nothing said", {}),
        ("no reason", {"answer": "no", "code": code}),
        ("wrong code", {"answer": "yes", "code": "FEL"}),
    ):
        send(page, **typed)
        expect(page.locator(".errors"), state).to_be_focused()
        found += faults(page, f"link: {state}")
    send(page, answer="yes", code=code)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Ni har godkänt")
    found += faults(page, "link: answered")
    found += sound(page, link, 410)

    other, _ = invite(asked_again, police, coordinator, now)
    for _ in range(5):
        page.goto(other)
        send(page, answer="yes", code="FEL")
    expect(page.get_by_role("heading", level=1)).to_contain_text("fem fel koder")
    found += faults(page, "link: five wrong codes")
    new, code = invite(asked_again, police, coordinator, now)
    page.goto(f"/en{new}")
    send(page, answer="no", code=code, reason="Too few.")
    expect(page.get_by_role("heading", level=1)).to_contain_text("You have said no")
    found += faults(page, "link: answered no, in English")
    found += sound(page, f"{new[:-3]}xy/", 404)
    assert found == [], "\n".join(found)


def test_a_link_that_is_too_old_or_taken_back_says_so_soundly(
    page, sound, asked_again, coordinator, municipality, police, monkeypatch, now
):
    old, _ = invite(asked_again, municipality, coordinator, now)
    monkeypatch.setattr(timezone, "now", lambda: now + timedelta(days=15))
    found = sound(page, old, 410)
    monkeypatch.setattr(timezone, "now", lambda: now)
    services.withdraw_from_approval(coordinator, asked_again)
    found += sound(page, old, 410)
    assert found == [], "\n".join(found)


def test_signing_in_is_sound_when_it_fails_and_when_it_is_locked(
    page, faults, transactional_db
):
    page.goto("/logga-in/")
    wrong = {"email": "nagon@example.org", "password": "fel"}
    send(page, **wrong)
    expect(page.locator(".errors")).to_be_focused()
    found = faults(page, "signing in: wrong")
    for _ in range(4):
        send(page, **wrong)
    expect(page.locator(".errors h2")).to_have_text("För många försök")
    found += faults(page, "signing in: locked")
    assert found == [], "\n".join(found)


def test_a_correction_is_sound_when_it_is_refused_received_and_one_too_many(
    page, faults, the_day, municipality
):
    with transaction.atomic():
        make.retold(municipality, "Vi städar torget.", period="2024")
    where = "/rattelse/lundby/2024/"
    page.goto(where)
    send(page, text="")
    expect(page.locator(".errors")).to_be_focused()
    found = faults(page, "correction: refused")
    send(page, text="Vi lovade aldrig det.")
    expect(page.locator(".errors")).to_have_count(0)
    found += faults(page, "correction: received")
    visitor = Client(headers={"Sec-Fetch-Site": "same-origin"}, REMOTE_ADDR="127.0.0.1")
    for _ in range(10):
        visitor.post(where, {})
    page.goto(where)
    send(page, text="Vi lovade aldrig det heller.")
    kept = page.locator("main form input[name=text]")
    expect(kept).to_have_value("Vi lovade aldrig det heller.")
    found += faults(page, "correction: one too many")
    assert found == [], "\n".join(found)


def test_a_refusal_is_sound(
    page, faults, sound, sign_in, live_server, draft, reader, monkeypatch, complaints
):
    """No right, no such page, sent from elsewhere, without its token, and our own fault."""
    sign_in(page, reader)
    found = sound(page, f"/arbete/loften/{draft.public_id}/ord/", 403)
    found += sound(page, "/arbete/finns-inte/", 404)
    page.goto("/arbete/jag/sprak/")
    page.context.clear_cookies(name="csrftoken")
    with page.expect_navigation():
        page.locator("main form button[type=submit]").click()
    found += faults(page, "form without its token")
    page.goto("about:blank")
    here = f"{live_server.url}/logga-in/"
    page.set_content(f'<form method="post" action="{here}"><button>x</button></form>')
    with page.expect_navigation():
        page.locator("button").click()
    expect(page).to_have_url(here)
    found += faults(page, "form from elsewhere")
    monkeypatch.setattr("handslag.web.public.about.render", None)
    found += sound(page, "/om/", 500)
    complaints.clear()
    assert found == [], "\n".join(found)


def test_what_comes_of_a_form_at_work_is_sound(page, faults, sound, sign_in, words):
    """A code to read out, a link that waits for its answer, a report with its thanks."""
    sign_in(page, demo.who("samordnare"))
    page.goto("{joint}bjud-in/".format(**words))
    send(page, party="2", name="Chefen", function="chef", email="chef@example.org")
    expect(page.locator("output.code")).to_be_visible()
    found = faults(page, "code to read out")
    found += sound(page, "{joint}omgangar/".format(**words))
    page.goto("/arbete/framsteg/")
    with page.expect_navigation():
        page.locator("form.plus button").first.click()
    expect(page.get_by_role("status")).to_be_visible()
    found += faults(page, "reported")
    assert found == [], "\n".join(found)


def test_two_editors_at_once_are_told_so_soundly(
    page, faults, sign_in, the_day, draft, coordinator, municipality
):
    promise = draft.promises.get()
    sign_in(page, coordinator)
    page.goto(f"/arbete/loften/{draft.public_id}/lofte/{promise.public_id}/")
    other = make.promise_draft(municipality, text="Vi går minst fem vandringar.")
    colleague = make.member(municipality, Role.COORDINATOR)
    services.save_promise(colleague, promise, other, revision=promise.revision)
    page.locator("textarea[name=text]").fill("Vi går minst sex vandringar.")
    with page.expect_navigation():
        page.get_by_role("button", name="Spara", exact=True).click()
    expect(page.locator(".errors")).to_be_focused()
    found = faults(page, "promise: someone was faster")
    assert found == [], "\n".join(found)


def test_two_who_follow_up_at_once_are_told_so_soundly(page, faults, sign_in, words):
    set_ = PromiseSet.objects.get(name="Medborgarlöfte 2026", origin="decided")
    begun = set_.follow_ups.get(published_at=None)
    sign_in(page, demo.who("samordnare"))
    page.goto("{now}uppfoljning/{follow_up}/".format(**words))
    services.save_follow_up(
        demo.who("kommunpolis"),
        begun,
        {
            promises_of(set_)[0].pk: services.following_up.OutcomeDraft(
                Verdict.KEPT, "Allt."
            )
        },
        revision=begun.revision,
    )
    page.locator("main textarea").first.fill("Nästan allt.")
    with page.expect_navigation():
        page.get_by_role("button", name="Spara", exact=True).click()
    expect(page.locator(".errors")).to_be_focused()
    found = faults(page, "follow-up: someone was faster")
    assert found == [], "\n".join(found)
