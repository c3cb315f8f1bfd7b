"""Reporting what has been done: two presses on a phone, and counted once."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest

from handslag.core.access import Role
from handslag.domain.organisations.models import Kind
from handslag.domain.promises import services
from handslag.domain.promises.models import ProgressEntry, Promise
from handslag.domain.promises.rules.drafts import OwnerDraft, TargetDraft
from handslag.domain.promises.rules.words import Op
from tests import make
from tests.web.pages import opened, sent, sent_as

LIST = "/arbete/framsteg/"


@pytest.fixture
def promise(published) -> Promise:
    one: Promise = published.promises.get()
    return one


@pytest.fixture
def reporter(signed_in, municipality):
    return signed_in(make.member(municipality, Role.REPORTER))


@pytest.fixture
def promised(coordinator, municipality, police, municipal_approver, police_approver):
    """Publish a promise with these targets."""

    def of(*targets: TargetDraft) -> Promise:
        set_ = make.promise_set(coordinator, municipality, police)
        draft = make.promise_draft(municipality, targets=targets)
        one = services.add_promise(coordinator, set_, draft)
        make.publish(
            set_, coordinator, (municipal_approver, municipality), (police_approver, police)
        )
        return one

    return of


def entries(promise: Promise) -> list[ProgressEntry]:
    return list(promise.progress.order_by("pk"))


def test_two_presses_and_one_more_is_counted(reporter, promise, municipality, today):
    assert LIST in opened(reporter, "/arbete/").links  # the first press
    page = sent(reporter, LIST, press="", amount="1")  # the second
    assert page.says("Antecknat: 1. Nu 1 av minst 4 trygghetsvandringar.")
    (entry,) = entries(promise)
    assert (entry.amount, entry.day) == (Decimal(1), today)
    assert (entry.organisation, entry.target) == (municipality, promise.targets.get())


def test_the_same_press_sent_twice_is_counted_once(reporter, promise, monkeypatch, now):
    form = opened(reporter, LIST).form(having="token")
    sent_as(reporter, form.action, form.fields)
    page = sent_as(reporter, form.action, form.fields)
    assert len(entries(promise)) == 1
    assert page.says("Nu 1 av minst 4 trygghetsvandringar.")


def test_a_press_that_comes_again_later_is_said_to_be_noted_before(
    reporter, promise, monkeypatch, now
):
    form = opened(reporter, LIST).form(having="token")
    sent_as(reporter, form.action, form.fields)
    later = now.replace(minute=5)
    monkeypatch.setattr("django.utils.timezone.now", lambda: later)
    page = sent_as(reporter, form.action, form.fields)
    assert page.says("Det var redan antecknat. Det räknas en gång.")
    assert len(entries(promise)) == 1


def test_each_press_has_a_token_of_its_own(reporter, promised, promise):
    page = opened(reporter, LIST)
    tokens = [form.fields["token"][0] for form in page.forms if "token" in form.names]
    again = opened(reporter, LIST).form(having="token").fields["token"][0]
    assert len({*tokens, again}) == len(tokens) + 1


def test_all_that_belongs_to_it_is_written_down(reporter, promise):
    page = sent(
        reporter,
        f"{LIST}{promise.public_id}/",
        amount="1,5",
        day="2026-02-27",
        until="2026-02-28",
        note="Vi gick vid stationen.",
    )
    assert page.says("Antecknat: 1,5.")
    (entry,) = entries(promise)
    assert (entry.amount, entry.note) == (Decimal("1.5"), "Vi gick vid stationen.")
    assert (entry.day, entry.until) == (date(2026, 2, 27), date(2026, 2, 28))


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"amount": ""}, "Skriv hur många."),
        ({"amount": "fyra"}, "Skriv ett tal, till exempel 4 eller 2,5."),
        ({"day": "2026-03-03"}, "Den dagen har inte varit än."),
        ({"day": "i går"}, "Skriv ett datum, till exempel 2026-11-14."),
        (
            {"day": "2026-02-02", "until": "2026-02-01"},
            "Sista dagen kommer före den första.",
        ),
    ],
)
def test_what_is_wrong_is_said_and_the_rest_is_kept(reporter, promise, typed, sentence):
    page = sent(reporter, f"{LIST}{promise.public_id}/", **{"note": "Vi gick.", **typed})
    assert page.status == 422
    assert page.says(sentence)
    assert page.form(having="note").fields["note"] == ["Vi gick."]
    assert entries(promise) == []


def test_a_time_limit_asks_how_many_were_inside_it(reporter, promised):
    promise = promised(TargetDraft(op=Op.WITHIN, low=Decimal(1), unit="vecka"))
    assert not [form for form in opened(reporter, LIST).forms if "token" in form.names]
    address = f"{LIST}{promise.public_id}/"
    page = sent(reporter, address, amount="5", within="6")
    assert page.says("Det kan inte vara fler inom gränsen än det finns ärenden.")
    page = sent(reporter, address, amount="5", within="")
    assert page.says("Skriv hur många som var inom gränsen. Noll om ingen var det.")
    page = sent(reporter, address, amount="5", within="4")
    assert page.says("Nu 4 av 5 fall, inom 1 vecka.")


def test_a_time_limit_is_corrected_in_both_its_numbers(reporter, promised):
    promise = promised(TargetDraft(op=Op.WITHIN, low=Decimal(1), unit="vecka"))
    sent(reporter, f"{LIST}{promise.public_id}/", amount="5", within="4")
    (first,) = entries(promise)
    address = f"{LIST}ratta/{first.public_id}/"
    why = "Två ärenden var samma."
    page = sent(reporter, address, right_amount="4", right_within="5", why=why)
    assert page.says("Det kan inte vara fler inom gränsen än det finns ärenden.")
    sent(reporter, address, right_amount="4", right_within="3", why=why)
    assert [entry.amount for entry in entries(promise)] == [5, -1]
    assert [entry.within for entry in entries(promise)] == [4, -1]
    fields = opened(reporter, address).form(having="why").fields
    assert (fields["right_amount"], fields["right_within"]) == (["4"], ["3"])


def test_a_part_is_ticked_and_counted_in_both(reporter, promised):
    promise = promised(
        TargetDraft(op=Op.MIN, low=Decimal(12), unit="insatser"),
        TargetDraft(op=Op.SUBSET, low=Decimal(4), unit="vid skolor", part_of=0),
    )
    address = f"{LIST}{promise.public_id}/"
    sent(reporter, address, amount="2")
    page = sent(reporter, address, amount="3", in_part="on")
    assert page.says("Nu 5 av minst 12 insatser; 3 av minst 4 vid skolor.")


def test_a_promise_of_each_occasion_asks_which_one(reporter, promised):
    promise = promised(TargetDraft(op=Op.ALWAYS, unit="arrangemang"))
    address = f"{LIST}{promise.public_id}/"
    assert sent(reporter, address, amount="1").says("Skriv tillfället")
    page = sent(reporter, address, amount="0", occasion="marknaden")
    assert page.says("Nu 1 tillfällen antecknade, varje gång: arrangemang.")


def test_with_several_targets_one_says_which(reporter, promised):
    promise = promised(
        TargetDraft(op=Op.MIN, low=Decimal(4), unit="vandringar"),
        TargetDraft(op=Op.MIN, low=Decimal(2), unit="möten"),
    )
    second = promise.targets.last()
    sent(reporter, f"{LIST}{promise.public_id}/", target=str(second.public_id))
    assert entries(promise)[0].target == second
    forms = [form for form in opened(reporter, LIST).forms if "token" in form.names]
    assert len(forms) == 2


def test_a_number_is_corrected_by_a_new_row(reporter, promise):
    sent(reporter, f"{LIST}{promise.public_id}/", amount="7")
    (first,) = entries(promise)
    address = f"{LIST}ratta/{first.public_id}/"
    page = sent(reporter, address, right_amount="3")
    assert page.says("Skriv vad som var fel")
    page = sent(reporter, address, right_amount="3", why="Jag räknade fel.")
    assert page.says("Rättat. Båda raderna finns kvar, och summan stämmer.")
    assert [entry.amount for entry in entries(promise)] == [7, -4]
    assert opened(reporter, address).form(having="why").fields["right_amount"] == ["3"]


def test_a_caretaker_reports_on_the_promise_their_company_has_a_part_in(
    signed_in, coordinator, municipality, police, municipal_approver, police_approver
):
    company = make.organisation("Lundby Bostäder", Kind.HOUSING_COMPANY)
    set_ = make.promise_set(coordinator, municipality, police)
    owners = (OwnerDraft(municipality.pk), OwnerDraft(company.pk))
    mine = services.add_promise(
        coordinator, set_, make.promise_draft(municipality, owners=owners)
    )
    other = services.add_promise(coordinator, set_, make.promise_draft(police))
    make.publish(
        set_, coordinator, (municipal_approver, municipality), (police_approver, police)
    )
    caretaker = signed_in(make.member(company, Role.REPORTER))
    sent(caretaker, LIST, amount="1")
    assert entries(mine)[0].organisation == company
    assert caretaker.get(f"{LIST}{other.public_id}/").status_code == 404
    assert caretaker.get(f"/arbete/loften/{set_.public_id}/").status_code == 404


def test_those_who_may_not_report_are_refused_with_a_sentence(reading, promise):
    for address in (LIST, f"{LIST}{promise.public_id}/"):
        assert reading.get(address).status_code == 403
    typed = {"amount": "1", "day": "2026-03-02", "token": str(uuid4())}
    assert reading.post(f"{LIST}{promise.public_id}/", typed).status_code == 403
    assert entries(promise) == []


def test_elsewhere_there_is_no_such_promise_and_no_such_entry(away, reporter, promise):
    sent(reporter, f"{LIST}{promise.public_id}/", amount="1")
    (entry,) = entries(promise)
    assert away.get(f"{LIST}{promise.public_id}/").status_code == 404
    assert away.post(f"{LIST}ratta/{entry.public_id}/", {"why": "x"}).status_code == 404
    assert not opened(away, LIST).says("Minst fyra trygghetsvandringar")


def test_another_party_sees_an_entry_and_does_not_correct_it(
    signed_in, liaison_officer, reporter, promise
):
    sent(reporter, f"{LIST}{promise.public_id}/", amount="1")
    (entry,) = entries(promise)
    police = signed_in(liaison_officer)
    assert police.get(f"{LIST}ratta/{entry.public_id}/").status_code == 403
    places = (LIST, f"{LIST}{promise.public_id}/")
    assert not any("/ratta/" in link for at in places for link in opened(police, at).links)


def test_a_draft_is_not_reported_on(at_work, draft):
    promise = draft.promises.get()
    page = sent(at_work, f"{LIST}{promise.public_id}/", amount="1")
    assert page.says("Löftena måste vara godkända och publicerade först.")


def test_the_list_can_hold_one_set_alone(at_work, promise, published):
    page = opened(at_work, f"{LIST}?loften={published.public_id}")
    assert page.says("Minst fyra trygghetsvandringar")
    assert page.says("Alla löften")
    assert opened(at_work, f"{LIST}?loften={uuid4()}").says("Det finns inget löfte")


def test_the_list_asks_no_more_questions_for_more_promises(
    at_work, coordinator, published, django_assert_max_num_queries
):
    with django_assert_max_num_queries(16):
        opened(at_work, LIST)
