from datetime import timedelta

import pytest
from axes.middleware import AxesMiddleware
from axes.models import AccessAttempt
from django.contrib.auth import authenticate, login
from django.contrib.sessions.backends.db import SessionStore
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from handslag.core.accounts.lockout import locked_out
from handslag.core.accounts.models import Person

WRONG = "fel"
PASSWORD = "en lång och hemlig mening"


@pytest.fixture
def person(db) -> Person:
    return Person.objects.create_user("Anna@Example.org", "Anna", PASSWORD)


def sign_in(email: str, password: str = WRONG, ip: str = "203.0.113.7") -> HttpResponse:
    """As the page does it, with the middleware around."""

    def view(request: HttpRequest) -> HttpResponse:
        found = authenticate(request, username=email, password=password)
        if found is None:
            return HttpResponse("no")
        login(request, found)
        return HttpResponse("in")

    request = RequestFactory().post(
        "/logga-in/", {"username": email, "password": password}, REMOTE_ADDR=ip
    )
    request.session = SessionStore()
    answer = AxesMiddleware(view)(request)
    assert isinstance(answer, HttpResponse)
    return answer


def test_the_address_may_be_written_in_any_case(person):
    assert sign_in("ANNA@example.ORG", PASSWORD).content == b"in"


def test_five_failed_attempts_lock_the_account_from_there(person):
    answers = [sign_in("anna@example.org").status_code for _ in range(6)]
    assert answers == [200, 200, 200, 200, 429, 429]
    assert sign_in("anna@example.org", PASSWORD).status_code == 429


def test_the_lock_opens_after_a_quarter_of_an_hour(person):
    for _ in range(5):
        sign_in("anna@example.org")
    AccessAttempt.objects.update(attempt_time=F("attempt_time") - timedelta(minutes=14))
    assert sign_in("anna@example.org", PASSWORD).status_code == 429
    AccessAttempt.objects.update(attempt_time=F("attempt_time") - timedelta(minutes=1))
    assert sign_in("anna@example.org", PASSWORD).content == b"in"


def test_the_answer_says_what_to_do_and_sets_no_cookie(person):
    for _ in range(5):
        answer = sign_in("anna@example.org")
    assert answer.content.decode() == (
        "För många försök. Vänta 15 minuter och försök igen."
    )
    assert (answer["Retry-After"], answer["Cache-Control"]) == ("900", "no-store")
    assert not answer.cookies
    assert "Cookie" not in answer.get("Vary", "")


def test_a_page_that_says_it_better_is_left_as_it_is():
    page = HttpResponse("<h1>Vänta</h1>", status=429)
    answer = locked_out(RequestFactory().post("/logga-in/"), page, None)
    assert (answer.content.decode(), answer["Retry-After"]) == ("<h1>Vänta</h1>", "900")


def test_another_way_to_write_the_address_is_no_way_around(person):
    for email in ("anna@example.org", "ANNA@example.org", " anna@Example.org"):
        sign_in(email)
        answer = sign_in(email)
    assert answer.status_code == 429


def test_others_are_not_locked_out(person):
    Person.objects.create_user("bo@example.org", "Bo", PASSWORD)
    for _ in range(5):
        sign_in("anna@example.org")
    assert sign_in("bo@example.org", PASSWORD).content == b"in"
    assert sign_in("anna@example.org", PASSWORD, ip="203.0.113.8").content == b"in"


def test_signing_in_clears_earlier_mistakes(person):
    for _ in range(2):
        for _ in range(4):
            sign_in("anna@example.org")
        assert sign_in("anna@example.org", PASSWORD).content == b"in"


def test_neither_password_nor_address_is_kept_from_the_form(person):
    sign_in("anna@example.org", "en annan hemlig mening")
    attempt = AccessAttempt.objects.get()
    assert "hemlig" not in attempt.post_data
    assert "anna" not in attempt.post_data


def test_an_endless_address_is_counted_and_does_no_harm(person):
    assert sign_in("a" * 5000).status_code == 200
