"""A page is drawn once, until something that it shows has changed."""

from datetime import date

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from handslag.domain.organisations.services import bump_public
from handslag.web.public.cached import (
    Kept,
    Shelf,
    cached,
    of_municipality,
    of_the_country,
)
from handslag.web.requests import SiteRequest
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(now, today):
    """Ask a view that counts how often it has been drawn."""

    def asked(view, address: str = "/lundby/", method: str = "GET", **words):
        request = RequestFactory().generic(
            method, address, headers=words.pop("headers", {})
        )
        request.now, request.today = now, words.pop("today", today)  # type: ignore[attr-defined]
        return view(request, **words)

    return asked


def drawing(key=of_the_country, query=(), **headers: str):
    """A view whose page says how many times it has been drawn, and what it read."""
    count = iter(range(1, 100))

    @cached(key, query=query)
    def view(request: SiteRequest, **words: str) -> HttpResponse:
        body = f"{next(count)} {request.get_full_path()} {request.GET.urlencode()}"
        return HttpResponse(body, headers=headers)

    return view


def test_the_second_visitor_gets_the_same_page_for_one_query(ask, municipality):
    view = drawing()
    first = ask(view)
    with CaptureQueriesContext(connection) as queries:
        second = ask(view)
    assert second.content == first.content == b"1 /lundby/ "
    assert len(queries) == 1


def test_a_change_in_the_municipality_gives_a_new_page(ask, municipality):
    view = drawing(of_municipality)
    ask(view, municipality="lundby")
    with CaptureQueriesContext(connection) as queries:
        assert ask(view, municipality="lundby").content[:1] == b"1"
    assert len(queries) == 1
    bump_public(municipality)
    assert ask(view, municipality="lundby").content[:1] == b"2"


def test_a_change_elsewhere_leaves_the_page_but_not_the_national_one(ask, municipality):
    local, national = drawing(of_municipality), drawing()
    ask(local, municipality="lundby")
    ask(national)
    bump_public(make.municipality("Sjövik kommun"))
    assert ask(local, municipality="lundby").content[:1] == b"1"
    assert ask(national).content[:1] == b"2"


def test_an_unknown_municipality_is_never_kept(ask):
    view = drawing(of_municipality)
    ask(view, municipality="ingen")
    assert ask(view, municipality="ingen").content[:1] == b"2"


def test_a_new_day_gives_a_new_page(ask):
    view = drawing()
    ask(view, today=date(2026, 3, 2))
    assert ask(view, today=date(2026, 3, 3)).content[:1] == b"2"


def test_what_the_page_does_not_read_is_taken_from_its_address(ask):
    view = drawing(query=("q", "sida"))
    first = ask(view, "/?utm=x&sida=2&q=torg&fokus=")
    assert first.content == b"1 /?q=torg&sida=2 q=torg&sida=2"
    assert ask(view, "/?q=torg&sida=2&hej").content == first.content
    assert ask(view, "/?q=torg&sida=3").content[:1] == b"2"


def test_the_languages_are_apart(ask, settings):
    view = drawing()
    ask(view)
    with translation.override("en"):
        assert ask(view).content[:1] == b"2"


@pytest.mark.parametrize("method", ["POST", "PUT"])
def test_what_is_sent_is_never_kept(ask, method):
    view = drawing()
    ask(view, method=method)
    assert ask(view, method=method).content[:1] == b"2"


@pytest.mark.parametrize("status", [404, 410, 500])
def test_only_whole_answers_are_kept(ask, status):
    @cached(of_the_country)
    def view(request: SiteRequest) -> HttpResponse:
        return HttpResponse(status=status)

    assert "ETag" not in ask(view).headers


def test_a_page_that_sets_a_cookie_is_not_kept(ask):
    @cached(of_the_country)
    def view(request: SiteRequest) -> HttpResponse:
        response = HttpResponse("din sida")
        response.set_cookie("min", "kaka")
        return response

    assert "ETag" not in ask(view).headers


def test_whoever_has_the_page_is_told_that_it_still_holds(ask):
    view = drawing()
    etag = ask(view).headers["ETag"]
    again = ask(view, headers={"If-None-Match": etag})
    assert (again.status_code, again.content) == (304, b"")
    made = again.headers["Last-Modified"]
    assert ask(view, headers={"If-Modified-Since": made}).status_code == 304
    assert ask(view, headers={"If-None-Match": '"another"'}).status_code == 200


def test_the_headers_of_the_page_are_kept_and_anyone_may_keep_it(ask):
    view = drawing(**{"X-Robots-Tag": "noindex"})
    ask(view)
    kept = ask(view)
    assert kept.headers["X-Robots-Tag"] == "noindex"
    assert kept.headers["Cache-Control"] == "public, no-cache"
    assert "Vary" not in kept.headers
    assert kept.headers["Last-Modified"] == "Mon, 02 Mar 2026 09:00:00 GMT"


def page_of(size: int) -> Kept:
    return Kept(200, b"x" * size, (), '"e"', 0)


def test_the_longest_unread_page_makes_room():
    shelf = Shelf(room=30)
    for name in "abc":
        shelf.put((name,), page_of(10))
    shelf.take(("a",))
    shelf.put(("d",), page_of(10))
    assert shelf.take(("b",)) is None
    assert all(shelf.take((name,)) for name in "acd")


def test_a_page_put_twice_takes_its_room_once():
    shelf = Shelf(room=30)
    for _ in range(5):
        shelf.put(("a",), page_of(20))
    shelf.put(("b",), page_of(10))
    assert shelf.take(("a",))
    assert shelf.take(("b",))
