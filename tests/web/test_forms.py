"""Forms that anyone may send, and forms that two people send at once."""

import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import Context, Template
from django.test import Client, RequestFactory
from django.urls import path

from handslag.web.forms import (
    TOKEN_LIVES,
    LockForm,
    PublicForm,
    client_address,
    public_write,
    refuse_foreign,
    refused_words,
    saved_words,
)


class FollowForm(PublicForm):
    form_name = "follow"

    address = forms.EmailField(label="E-post")

    def clean(self) -> dict[str, object]:
        """Forgets to ask the form above, as people do."""
        return self.cleaned_data


class OtherForm(PublicForm):
    form_name = "other"


@public_write("follow", limit=2, seconds=60)
def follow(request: HttpRequest) -> HttpResponse:
    form = FollowForm(request.POST or None)
    if form.is_valid():
        return HttpResponse("tack")
    return HttpResponse(Template("<form>{{ form }}</form>").render(Context({"form": form})))


@public_write("code", limit=1, seconds=60, keep=False)
def code(request: HttpRequest) -> HttpResponse:
    return render(request, "404.html")


urlpatterns = [path("folj/", follow), path("kod/", code)]

pytestmark = pytest.mark.urls(__name__)

MORNING = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


def token_of(html: str) -> str:
    found = re.search(r'name="token" value="([^"]+)"', html)
    assert found
    return found[1]


@pytest.fixture
def token() -> str:
    return token_of(str(FollowForm()))


def test_a_form_sent_in_time_is_taken(token):
    assert FollowForm({"token": token, "address": "a@b.example"}).is_valid()


@pytest.mark.parametrize("forged", ["", "x", "abc:def:ghi"])
def test_a_form_without_our_token_is_shown_again(forged):
    form = FollowForm({"token": forged, "address": "a@b.example"})
    assert form.non_field_errors().as_data()[0].code == "expired"
    assert 'value="a@b.example"' in str(form)


def test_the_token_of_one_form_opens_no_other(token):
    assert not OtherForm({"token": token}).is_valid()


def test_a_form_that_was_open_too_long_only_has_to_be_sent_once_more():
    with time_machine.travel(MORNING, tick=False) as clock:
        old = token_of(str(FollowForm()))
        clock.shift(timedelta(seconds=TOKEN_LIVES + 1))
        form = FollowForm({"token": old, "address": "a@b.example"})
        assert not form.is_valid()
        again = token_of(str(form))
        assert FollowForm({"token": again, "address": "a@b.example"}).is_valid()


def test_a_form_with_another_fault_also_gets_a_new_token(token):
    form = FollowForm({"token": token, "address": "inte en adress"})
    assert not form.is_valid()
    assert token_of(str(form)) != token


@pytest.mark.parametrize(
    ("headers", "foreign"),
    [
        ({"Sec-Fetch-Site": "same-origin"}, False),
        ({"Sec-Fetch-Site": "none"}, False),
        ({"Sec-Fetch-Site": "same-site"}, True),
        ({"Sec-Fetch-Site": "cross-site"}, True),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "http://testserver"}, True),
        ({"Origin": "http://testserver"}, False),
        ({"Origin": "http://127.0.0.1:8000"}, False),
        ({"Origin": "https://testserver"}, True),
        ({"Origin": "http://testserver.annan.example"}, True),
        ({"Origin": "null"}, True),
        ({}, True),
    ],
)
def test_a_form_comes_from_our_own_pages(settings, headers, foreign):
    settings.PUBLIC_ADDRESS = "http://127.0.0.1:8000"
    request = RequestFactory().post("/folj/", headers=headers)
    assert refuse_foreign(request) is foreign


@pytest.mark.django_db
def test_a_form_sent_from_another_site_is_refused_with_a_sentence(token):
    visitor = Client(headers={"Origin": "https://annan.example"})
    answer = visitor.post("/folj/", {"token": token, "address": "a@b.example"})
    assert answer.status_code == 403
    assert "403_foreign.html" in [template.name for template in answer.templates]


@pytest.mark.django_db
def test_a_visitor_sends_a_form_without_any_cookie(visitor):
    strict = Client(enforce_csrf_checks=True, headers={"Sec-Fetch-Site": "same-origin"})
    shown = strict.get("/folj/")
    token = token_of(shown.content.decode())
    answer = strict.post("/folj/", {"token": token, "address": "a@b.example"})
    assert answer.content == b"tack"
    for one in (shown, answer):
        assert not one.cookies
        assert "Vary" not in one.headers


@pytest.mark.django_db
def test_whoever_sends_too_often_waits_and_loses_nothing(visitor, token):
    typed = {"token": token, "address": '"><script>@b.example'}
    answers = [visitor.post("/folj/?sida=2", typed) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    refusal = answers[-1]
    assert refusal.headers["Retry-After"] == "60"
    assert (
        'name="address" value="&quot;&gt;&lt;script&gt;@b.example"'
        in refusal.content.decode()
    )
    assert 'action="/folj/?sida=2"' in refusal.content.decode()
    assert "Vary" not in refusal.headers


@pytest.mark.django_db
def test_one_visitor_sending_too_often_stops_no_other(visitor, token):
    for _ in range(3):
        visitor.post("/folj/", {"token": token})
    other = visitor.post("/folj/", {"token": token}, REMOTE_ADDR="192.0.2.7")
    assert other.status_code == 200


@pytest.mark.django_db
def test_a_code_is_never_written_back_on_a_page(visitor):
    answers = [visitor.post("/kod/", {"code": "hemligt_ord"}) for _ in range(2)]
    assert answers[-1].status_code == 429
    assert "hemligt_ord" not in answers[-1].content.decode()


@pytest.mark.django_db
def test_only_sending_is_counted(visitor):
    assert {visitor.get("/folj/").status_code for _ in range(4)} == {200}


@pytest.mark.parametrize(
    ("proxies", "passed", "address"),
    [
        (0, "203.0.113.9", "192.0.2.1"),
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "198.51.100.4, 203.0.113.9", "203.0.113.9"),
        (2, "198.51.100.4, 203.0.113.9", "198.51.100.4"),
        (2, "203.0.113.9", "203.0.113.9"),
        (1, "", "192.0.2.1"),
        (1, "inte en adress", "192.0.2.1"),
        (1, "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        (1, "::ffff:203.0.113.9", "203.0.113.9"),
    ],
)
def test_a_visitor_behind_our_proxies_is_told_from_others(
    settings, proxies, passed, address
):
    """What a visitor writes in the header by itself stands further to the left."""
    settings.PROXIES = proxies
    request = RequestFactory().get(
        "/", REMOTE_ADDR="192.0.2.1", headers={"X-Forwarded-For": passed}
    )
    assert client_address(request) == address


class WordingForm(LockForm):
    wording = forms.CharField(label="Ordalydelse")


def test_someone_who_was_overtaken_keeps_the_text_and_may_send_it_again():
    form = WordingForm({"revision": "3", "wording": "Vi ska"})
    assert form.is_valid()
    form.overtaken(5)
    assert form.non_field_errors().as_data()[0].code == "overtaken"
    assert 'value="Vi ska"' in str(form)
    assert 'name="revision" value="5"' in str(form)


def test_a_form_without_its_revision_is_not_taken():
    assert not WordingForm({"wording": "Vi ska"}).is_valid()


def test_a_script_is_told_when_it_was_saved():
    answer = saved_words(7, datetime(2026, 11, 14, 13, 2, tzinfo=UTC))
    assert b'"revision": 7' in answer.content
    assert b"14.02" in answer.content


def test_a_script_is_told_what_must_be_changed():
    answer = refused_words(WordingForm({"revision": "1"}))
    assert answer.status_code == 422
    assert b"sentence" in answer.content
