"""The editors: wrong input keeps what was typed, and two who write lose nothing."""

import re

from handslag.domain.agreements import queries, services
from handslag.domain.organisations.rules import Kind, Tie
from tests import make
from tests.make import agreements as made
from tests.web.pages import opened, sent


def at(row, part=""):
    return f"/arbete/overenskommelser/{row.public_id}/{part}"


def test_what_it_is_about_is_written_on_one_page(at_work, written):
    page = sent(
        at_work,
        at(written, "innehall/"),
        **{
            "purposes": "Minska brotten\n- Öka tryggheten",
            "goals-1-text": "Varje skola har en grupp",
            "plans-0-statute": "andt",
            "plans-0-title": "ANDT-plan",
        },
    )
    assert page.says("Sparat.")
    text = queries.content(written)
    assert text["purposes"] == ["Minska brotten", "Öka tryggheten"]
    assert [one["text"] for one in text["goals"]][1] == "Varje skola har en grupp"
    assert text["statutes"][0]["title"] == "ANDT-plan"


def test_a_row_that_is_half_written_says_so(at_work, written):
    page = sent(
        at_work,
        at(written, "innehall/"),
        **{"goals-1-seen_by": "räkna", "purposes": "Nytt"},
    )
    assert page.status == 422
    assert page.says("Skriv målet också.")
    assert page.form(having="purposes").fields["purposes"] == ["Nytt"]


def test_prolonged_by_months_says_how_many(at_work, written):
    page = sent(at_work, at(written, "ord/"), prolongation="by_months")
    assert page.status == 422
    assert page.says("Skriv hur många månader.")
    page = sent(
        at_work, at(written, "ord/"), prolongation="by_months", prolongation_months="12"
    )
    assert page.says("Sparat.")


def test_each_party_says_what_it_undertakes(at_work, written):
    page = sent(
        at_work,
        at(written, "ataganden/"),
        commitments_2="Patrullerar.\nMöter skolorna.",
        contact_function_2="kommunpolis",
        contact_email_2="kp@example.org",
    )
    assert page.says("Patrullerar.")
    assert page.says("Kontakt: kommunpolis, kp@example.org")


def test_who_agrees_can_be_changed(at_work, written, municipality, police):
    company = make.organisation("Lundbybostäder", Kind.HOUSING_COMPANY)
    make.relation(company, Tie.OWNED_BY, municipality)
    chosen = [str(one.public_id) for one in (municipality, police, company)]
    page = sent(at_work, at(written, "parter/"), parties=chosen, approvers=chosen[:2])
    assert page.says("Sparat. Skriv nu vad var och en åtar sig.")
    assert page.says("Lundbybostäder")
    assert opened(at_work, at(written)).says("får inte frågan om att godkänna")


def test_two_who_choose_parties_at_once_see_both_choices(
    at_work, written, liaison_officer, municipality, police
):
    """And what was ticked stays ticked; only one that agrees can approve."""
    company = make.organisation("Lundbybostäder", Kind.HOUSING_COMPANY)
    make.relation(company, Tie.OWNED_BY, municipality)
    fields = opened(at_work, at(written, "parter/")).form(having="parties").fields
    services.set_parties(liaison_officer, written, [police], approvers=[police], revision=3)
    mine = {
        "parties": [str(municipality.public_id), str(company.public_id)],
        "approvers": [str(municipality.public_id)],
    }
    answer = at_work.post(at(written, "parter/"), {**fields, **mine})
    said = answer.content.decode()
    assert answer.status_code == 422
    assert "Någon annan ändrade" in said
    ticked = re.findall(r'name="(\w+)" value="([^"]+)"[^>]* checked', said)
    assert sorted(ticked) == sorted(
        (name, key) for name, keys in mine.items() for key in keys
    )
    assert queries.parties_of(written) == [police]
    again = {**mine, "revision": "4"}
    outside = {**again, "approvers": [str(police.public_id)]}
    assert (
        "bara den som är part"
        in at_work.post(at(written, "parter/"), outside).content.decode().lower()
    )
    assert at_work.post(at(written, "parter/"), again).status_code == 302
    assert queries.approvers_of(written) == [municipality]


def test_two_who_write_at_once_see_both_texts(at_work, written, liaison_officer):
    page = opened(at_work, at(written, "ord/"))
    fields = page.form(having="vision").fields
    services.save_words(
        liaison_officer, written, made.words(vision="Polisens ord."), revision=3
    )
    answer = at_work.post(at(written, "ord/"), {**fields, "vision": "Kommunens ord."})
    said = answer.content.decode()
    assert answer.status_code == 422
    assert "Polisens" in said
    assert "Kommunens ord." in said
    written.refresh_from_db()
    assert written.vision == "Polisens ord."


def test_a_settled_one_has_no_way_to_the_editors(at_work, settled):
    assert not any("ord/" in link for link in opened(at_work, at(settled)).links)
    page = sent(at_work, at(settled, "ord/"), vision="Nytt")
    assert page.says("Överenskommelsen är fastställd och kan inte ändras.")
