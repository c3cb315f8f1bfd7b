"""When a set is followed up, by which function, and where it is reported."""

from datetime import date

from tests import make
from tests.web.pages import opened, sent


def test_the_days_follow_from_the_rhythm_and_the_period(at_work, draft):
    address = f"/arbete/loften/{draft.public_id}/plan/"
    assert opened(at_work, address).says("2026-07-31, 2027-01-31")
    typed = {"rhythm": "half_year", "function": "Samordnaren", "forum": "Trygg i Lundby"}
    assert sent(at_work, address, **typed).says("Uppföljningen är planerad.")
    assert [(one.due_on, one.function, one.forum) for one in draft.plan.all()] == [
        (date(2026, 7, 31), "Samordnaren", "Trygg i Lundby"),
        (date(2027, 1, 31), "Samordnaren", "Trygg i Lundby"),
    ]
    fields = opened(at_work, address).form(having="function").fields
    assert fields["rhythm"] == ["half_year"]


def test_a_function_must_be_named_and_the_rest_is_kept(at_work, draft):
    address = f"/arbete/loften/{draft.public_id}/plan/"
    page = sent(at_work, address, function="", forum="Rådet")
    assert page.says("Skriv vilken funktion som ser till att det blir gjort.")
    assert page.form(having="forum").fields["forum"] == ["Rådet"]


def test_a_plan_needs_a_period(at_work, coordinator, municipality):
    set_ = make.promise_set(coordinator, municipality, period="")
    address = f"/arbete/loften/{set_.public_id}/plan/"
    page = sent(at_work, address, function="Samordnaren")
    assert page.status == 422
    assert not set_.plan.exists()


def test_only_those_who_write_plan(reading, away, draft):
    address = f"/arbete/loften/{draft.public_id}/plan/"
    assert reading.post(address, {"function": "x"}).status_code == 403
    assert away.post(address, {"function": "x"}).status_code == 404
