"""A published set is changed in the open, and the public reads on meanwhile."""

from datetime import date

import pytest

from handslag.domain.promises.rules.states import State
from tests.web.pages import opened, sent


@pytest.fixture
def here(published) -> str:
    return f"/arbete/loften/{published.public_id}/"


def test_the_period_is_extended(at_work, published, here):
    typed = {"until": "2027-06-30", "reason": "Valåret.", "decided_on": "2026-02-20"}
    page = sent(at_work, f"{here}andra/extension/", **typed)
    assert page.says("Den nya sista dagen är inskriven.")
    published.refresh_from_db()
    assert (published.ends, published.state) == (date(2027, 6, 30), State.DRAFT)
    assert published.amendments.get().decided_on == date(2026, 2, 20)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"until": ""}, "Skriv den nya sista dagen."),
        ({"until": "2026-06-30"}, "Skriv en sista dag som är senare än den nuvarande."),
        (
            {"until": "2027-06-30", "reason": ""},
            "Skriv varför löftena ändras. Invånarna läser det.",
        ),
    ],
)
def test_an_extension_that_cannot_be_is_refused_with_what_to_do(
    at_work, published, here, typed, sentence
):
    typed = {"reason": "Valåret.", **typed}
    page = sent(at_work, f"{here}andra/extension/", **typed)
    assert page.status == 422
    assert page.says(sentence)
    assert page.form(having="reason").fields["reason"] == [typed["reason"]]
    published.refresh_from_db()
    assert published.state == State.SETTLED


def test_a_change_that_was_not_needed_is_left(at_work, published, here):
    sent(at_work, f"{here}andra/revision/", reason="Ett fel.", decided_on="2026-02-20")
    assert opened(at_work, here).says("Texten ändras. Skäl: Ett fel.")
    page = sent(at_work, f"{here}avbryt-andring/")
    assert page.says("Löftena står kvar som de är publicerade.")
    published.refresh_from_db()
    assert published.state == State.SETTLED


def test_a_changed_text_must_be_put_back_before_it_is_left(at_work, published, here):
    sent(at_work, f"{here}andra/revision/", reason="Ett fel.")
    promise = published.promises.get()
    sent(at_work, f"{here}lofte/{promise.public_id}/", heading="En ny rubrik")
    page = sent(at_work, f"{here}avbryt-andring/")
    assert page.status == 422
    assert page.says("Texten är ändrad.")


def test_a_withdrawal_is_approved_like_everything_else(
    at_work, signed_in, municipal_approver, police_approver, published, here
):
    page = sent(at_work, f"{here}andra/withdrawal/", reason="Avtalet är uppsagt.")
    assert page.says("Löftena dras tillbaka när alla har sagt ja.")
    sent(at_work, f"{here}be-om-godkannande/")
    for approver in (municipal_approver, police_approver):
        sent(signed_in(approver), f"{here}svara/", agrees="yes", function="chef")
    assert opened(at_work, here).says("Löftena är dragna tillbaka.")


def test_there_are_three_ways_to_change(at_work, here):
    assert at_work.get(f"{here}andra/annat/").status_code == 404


def test_a_draft_is_simply_changed(at_work, draft):
    address = f"/arbete/loften/{draft.public_id}/andra/revision/"
    page = sent(at_work, address, reason="Ett fel.")
    assert page.says("Löftena måste vara godkända och publicerade först.")


def test_only_those_who_write_amend(reading, away, here):
    for part in ("andra/revision/", "avbryt-andring/"):
        assert reading.post(here + part, {"reason": "x"}).status_code == 403
        assert away.post(here + part, {"reason": "x"}).status_code == 404
