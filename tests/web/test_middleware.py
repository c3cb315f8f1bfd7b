"""Who gets in, in which language, and what a refusal looks like."""

import pytest
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path
from django.utils.translation import get_language

from handslag.core.access import ANYONE, ForbiddenError
from handslag.core.accounts.models import Person
from handslag.web.requests import SiteRequest


def words(request: SiteRequest) -> HttpResponse:
    return HttpResponse(f"{get_language()} {request.actor.name} {request.today}")


def refused(request: HttpRequest) -> HttpResponse:
    raise ForbiddenError("hemligt_ord is not granted here.")


def denied(request: HttpRequest) -> HttpResponse:
    raise PermissionDenied


def broken(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("hemligt_ord")


urlpatterns = [
    path(f"{prefix}{page.__name__}/", page)
    for prefix in ("", "en/", "arbete/")
    for page in (words, refused, denied, broken)
]

pytestmark = [pytest.mark.urls(__name__), pytest.mark.django_db]


def test_a_visitor_is_nobody_and_gets_no_cookie(visitor):
    answer = visitor.get("/words/")
    assert answer.wsgi_request.actor is ANYONE
    assert not answer.cookies
    assert "Vary" not in answer.headers


def test_a_public_page_does_not_know_who_has_signed_in(signed_in, coordinator):
    answer = signed_in(coordinator).get("/words/", headers={"Accept-Language": "en"})
    assert answer.wsgi_request.actor is ANYONE
    assert answer.headers["Content-Language"] == "sv"
    assert "Vary" not in answer.headers
    assert not answer.cookies


@pytest.mark.parametrize("address", ["/ingen/", "/refused/", "/denied/", "/en/ingen/"])
def test_a_public_refusal_sets_no_cookie_and_varies_with_nothing(visitor, address):
    answer = visitor.get(address)
    assert answer.status_code in (403, 404)
    assert not answer.cookies
    assert "Vary" not in answer.headers


@pytest.mark.parametrize("address", ["/arbete/", "/arbete/words/", "/arbete/finns/inte"])
@pytest.mark.parametrize("method", ["get", "post", "put", "delete"])
def test_signed_out_every_workspace_address_leads_to_sign_in(visitor, address, method):
    answer = getattr(visitor, method)(address)
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/logga-in/?vidare=%2Farbete%2F")


def test_the_workspace_without_its_last_slash_also_leads_to_sign_in(visitor):
    assert visitor.get("/arbete").status_code == 302


def test_sign_in_leads_back_to_the_page_that_was_asked_for(visitor):
    answer = visitor.get("/arbete/words/?sida=2")
    assert answer.headers["Location"] == "/logga-in/?vidare=%2Farbete%2Fwords%2F%3Fsida%3D2"


@pytest.mark.parametrize(
    ("came_from", "onward"),
    [
        ("http://testserver/arbete/loften/", "%2Farbete%2Floften%2F"),
        ("http://annan.example/arbete/loften/", "%2Farbete%2F"),
        ("http://testserver/lundby/", "%2Farbete%2F"),
    ],
)
def test_whoever_sends_a_form_signed_out_comes_back_to_its_page(visitor, came_from, onward):
    answer = visitor.post("/arbete/words/", headers={"Referer": came_from})
    assert answer.headers["Location"] == f"/logga-in/?vidare={onward}"


def test_someone_who_has_left_is_led_to_sign_in(signed_in, coordinator):
    client = signed_in(coordinator)
    Person.objects.update(is_active=False)
    assert client.get("/arbete/words/").status_code == 302


def test_in_the_workspace_the_person_acts(signed_in, coordinator):
    answer = signed_in(coordinator).get("/arbete/words/")
    assert answer.wsgi_request.actor == coordinator


def test_the_address_says_the_language(visitor):
    assert visitor.get("/words/").content.startswith(b"sv ")
    english = visitor.get("/en/words/", headers={"Accept-Language": "sv"})
    assert english.content.startswith(b"en ")
    assert english.headers["Content-Language"] == "en"


def test_in_the_workspace_the_person_chooses_the_language(signed_in, coordinator):
    Person.objects.filter(pk=coordinator.person_id).update(language="en")
    answer = signed_in(coordinator).get("/arbete/words/")
    assert answer.content.startswith(b"en ")


def test_a_refusal_in_the_workspace_is_a_page_with_a_sentence(signed_in, reader):
    answer = signed_in(reader).get("/arbete/refused/")
    assert answer.status_code == 403
    assert "403.html" in [template.name for template in answer.templates]
    assert "hemligt_ord" not in answer.content.decode()


def test_a_refusal_to_a_script_is_a_sentence_it_can_show(signed_in, reader):
    answer = signed_in(reader).get(
        "/arbete/refused/", headers={"Accept": "application/json"}
    )
    assert answer.status_code == 403
    assert answer.json()["sentence"]


def test_a_refusal_in_public_looks_like_no_page(visitor):
    nothing, refusal = visitor.get("/xyzzy/"), visitor.get("/refused/")
    assert refusal.status_code == nothing.status_code == 404
    strip = [
        answer.content.decode().replace(where, "")
        for answer, where in ((nothing, "xyzzy"), (refusal, "refused"))
    ]
    assert strip[0] == strip[1]


def test_something_broken_says_nothing_of_what_broke():
    answer = Client(raise_request_exception=False).get("/broken/")
    assert answer.status_code == 500
    assert "500.html" in [template.name for template in answer.templates]
    assert "hemligt_ord" not in answer.content.decode()


def test_the_page_of_something_broken_asks_no_database(django_assert_num_queries):
    client = Client(raise_request_exception=False)
    with django_assert_num_queries(0):
        client.get("/broken/")


def test_each_page_says_what_the_browser_may_do(visitor):
    assert "camera=()" in visitor.get("/words/").headers["Permissions-Policy"]
    assert "camera=()" in visitor.get("/ingen/").headers["Permissions-Policy"]


def test_workspace_pages_are_kept_by_nobody_else(signed_in, coordinator):
    answer = signed_in(coordinator).get("/arbete/words/")
    assert answer.headers["Cache-Control"] == "private, no-cache"
