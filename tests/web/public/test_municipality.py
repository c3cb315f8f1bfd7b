"""The page of a municipality answers in one sentence, and the archive keeps all."""

from datetime import date

import pytest

from handslag.domain.organisations.models import Organisation, Slug
from handslag.domain.promises import services
from handslag.domain.promises.models import PromiseSet
from handslag.domain.promises.rules.words import Verdict
from tests import make


def test_the_page_opens_with_how_it_stands(published, coordinator, now, words):
    make.follow_up(coordinator, published, Verdict.KEPT, now=now)
    said = words("/lundby/")
    assert "Vad har polisen och kommunen lovat i Lundby?" in said
    assert "Ett löfte för 2026. Ett är hållet." in said
    assert "Minst fyra trygghetsvandringar" in said


def test_a_municipality_without_promises_says_so(municipality, words, get):
    assert "Inga löften här ännu." in words("/lundby/")
    assert "X-Robots-Tag" not in get("/lundby/").headers


def test_what_is_not_approved_is_not_there(draft, words):
    assert "Inga löften här ännu." in words("/lundby/")
    assert "trygghetsvandringar" not in words("/lundby/")


def test_promises_that_have_ended_are_not_shown_as_if_they_held(municipality, words):
    make.retold(municipality, period="2019")
    said = words("/lundby/")
    assert "Inga löften gäller just nu, så vitt vi vet." in said
    assert "Ett löfte för 2019. Underlaget säger inget om hur det gick." in said


def test_promises_to_come_say_when_they_begin_everywhere(
    coordinator, municipality, police, municipal_approver, police_approver, words
):
    set_ = make.promise_set(coordinator, municipality, police, period="2027")
    services.add_promise(coordinator, set_, make.promise_draft(municipality))
    make.publish(
        set_, coordinator, (municipal_approver, municipality), (police_approver, police)
    )
    said = words("/lundby/")
    assert "Nästa börjar gälla 1 januari 2027. Ett löfte för 2027." in said
    assert "Har inte börjat" in said
    begins = "Ett löfte för 2027. Det börjar gälla 1 januari 2027."
    assert begins in words("/lundby/loften/2027/")
    assert "Börjar 1 januari 2027." in words("/lundby/loften/2027/1/")
    assert "Det börjar gälla 1 januari 2027." in words("/lundby/loften/")
    assert (
        "Börjar 1 januari 2027" in words("/loftesbanken/").partition("Har inte börjat")[2]
    )
    for page in ("/lundby/", "/lundby/loften/2027/", "/lundby/loften/2027/1/"):
        assert "Pågår" not in words(page)


def test_earlier_sets_are_listed_with_what_became_of_them(published, municipality, words):
    make.retold(municipality, "Ett.", "Två.", period="2024", outcomes={0: Verdict.KEPT})
    stands = "Löftena 2024 Ett är hållet. Om ett säger underlaget inget. (sammanfattning)"
    assert stands in words("/lundby/")
    assert stands in words("/lundby/loften/")


def test_those_who_answer_for_it_can_be_asked(municipality, police, words):
    Organisation.objects.filter(pk=municipality.pk).update(
        contact_name="Trygghetssamordningen", contact_email="trygg@lundby.example"
    )
    said = words("/lundby/")
    assert "Trygghetssamordningen trygg@lundby.example" in said
    assert "har inte angett vem man kan fråga" not in said


def test_a_municipality_that_has_not_said_whom_to_ask_says_that(municipality, words):
    assert "Lundby kommun har inte angett vem man kan fråga." in words("/lundby/")


@pytest.mark.parametrize("rest", ["", "folj/", "loften/", "flode.xml"])
def test_a_former_name_leads_on_for_good(municipality, rest, get):
    Slug.objects.filter(organisation=municipality).update(current=False)
    Slug.objects.create(organisation=municipality, slug="nylundby", since=date(2026, 1, 1))
    assert get(f"/lundby/{rest}", 301).headers["Location"] == f"/nylundby/{rest}"
    assert get(f"/en/lundby/{rest}", 301).headers["Location"] == f"/en/nylundby/{rest}"


@pytest.mark.parametrize("rest", ["", "folj/", "loften/", "flode.xml", "loften/2026/"])
def test_an_unknown_municipality_is_a_page_that_helps(db, rest, words):
    said = words(f"/ingenstans/{rest}", 404)
    assert "leta upp er kommun i listan" in said


def test_two_sets_at_once_each_say_how_they_stand(
    published, coordinator, municipality, police, municipal_approver, police_approver, words
):
    other = make.promise_set(coordinator, municipality, police, district="Norra Lundby")
    services.add_promise(coordinator, other, make.promise_draft(municipality))
    make.publish(
        other, coordinator, (municipal_approver, municipality), (police_approver, police)
    )
    said = words("/lundby/")
    assert "Två löften för 2026." in said
    assert "Löftena 2026, Norra Lundby Ett löfte för 2026." in said


def test_a_page_takes_few_queries_however_many_sets(
    municipality, get, django_assert_max_num_queries
):
    for year in range(2015, 2025):
        make.retold(municipality, "Ett.", "Två.", period=str(year))
    with django_assert_max_num_queries(8):
        get("/lundby/")


def test_a_municipality_with_summaries_alone_is_not_for_search_engines(
    municipality, get, published
):
    assert "X-Robots-Tag" not in get("/lundby/").headers
    PromiseSet.objects.update(is_example=True)
    municipality.refresh_from_db()
    Organisation.objects.update(public_revision=municipality.public_revision + 1)
    response = get("/lundby/")
    assert response.headers["X-Robots-Tag"] == "noindex"
    assert '<meta name="robots" content="noindex">' in response.content.decode()


def test_following_lists_what_there_is(municipality, words, get):
    assert "http" in words("/lundby/folj/")
    assert "/lundby/flode.xml" in get("/lundby/folj/").content.decode()
