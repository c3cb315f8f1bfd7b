"""Whole public pages, kept in memory until something they show has changed.

    @require_safe
    @cached(of_municipality)
    def page(request: SiteRequest, municipality: str) -> HttpResponse: ...

    @require_safe
    @cached(of_the_country, query=("q", "sida"))
    def bank(request: SiteRequest) -> HttpResponse: ...

A page is kept under its address, its language, the day (a follow-up is late
from one day to the next) and a key from the first argument, which takes the
words of the address by name and asks one small query. A service that changes
what the public reads raises `public_revision` in the same transaction, so the
next visitor gets a new page and nothing has to be thrown out.

What the view must hold to:
- the page is the same for everyone: no form token, no cookie, no host name;
- it reads no part of the query string but the names in `query`. The rest is
  taken away before the view runs, so `?utm=…` can make neither a second copy
  nor a link in somebody else's page.

Only whole answers are kept (200 and moved). A page with a form that is sent
with POST is not for this: leave the decorator off.
"""

import hashlib
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, wraps
from threading import Lock
from typing import Any, Concatenate
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpResponse, QueryDict
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.utils.translation import get_language

from handslag.domain.promises.published import revisions
from handslag.web.requests import SiteRequest

View = Callable[Concatenate[Any, ...], HttpResponse]
Key = Callable[..., str | None]

ROOM = 64 * 1024 * 1024  # bytes of pages in each process
KEPT_STATUSES = frozenset({200, 301, 302})
ALWAYS_ASK = "public, no-cache"  # anyone may keep it, and asks each time if it still holds


def of_municipality(*, municipality: str, **_others: object) -> str | None:
    """Key of a page about one municipality. Unknown: not kept, and the view says 404."""
    return revisions.of_municipality(municipality)


def of_the_country(**_words: object) -> str | None:
    """Key of a page that shows something of every municipality."""
    return revisions.of_the_country()


@dataclass(frozen=True, slots=True)
class Kept:
    """A finished page."""

    status: int
    body: bytes
    headers: tuple[tuple[str, str], ...]
    etag: str
    made: int  # seconds

    def answer(self, request: SiteRequest) -> HttpResponse:
        """The page, or 304 for whoever has it already."""
        response = HttpResponse(self.body, status=self.status)
        for name, value in self.headers:
            response.headers[name] = value
        if _CONDITIONS.isdisjoint(request.META):
            return response
        known = get_conditional_response(request, self.etag, self.made, response)
        return response if known is None else known


_CONDITIONS = frozenset(
    f"HTTP_IF_{what}"
    for what in ("NONE_MATCH", "MODIFIED_SINCE", "MATCH", "UNMODIFIED_SINCE")
)


class Shelf:
    """The pages of this process. When the room is full the longest unread one goes."""

    def __init__(self, room: int) -> None:
        self._room = room
        self._used = 0
        self._pages: OrderedDict[tuple[str, ...], Kept] = OrderedDict()
        self._lock = Lock()

    def take(self, key: tuple[str, ...]) -> Kept | None:
        with self._lock:
            kept = self._pages.get(key)
            if kept is not None:
                self._pages.move_to_end(key)
            return kept

    def put(self, key: tuple[str, ...], kept: Kept) -> None:
        with self._lock:
            if earlier := self._pages.pop(key, None):
                self._used -= len(earlier.body)
            self._pages[key] = kept
            self._used += len(kept.body)
            while self._used > self._room:
                _, gone = self._pages.popitem(last=False)
                self._used -= len(gone.body)

    def clear(self) -> None:
        with self._lock:
            self._pages.clear()
            self._used = 0


_shelf = Shelf(ROOM)
clear = _shelf.clear


def cached(key: Key, *, query: tuple[str, ...] = ()) -> Callable[[View], View]:
    """Keep the pages of a view for as long as `key` says the same."""

    def keeping(view: View) -> View:
        @wraps(view)
        def page(request: SiteRequest, *args: Any, **words: Any) -> HttpResponse:
            if request.method not in ("GET", "HEAD"):
                return view(request, *args, **words)
            _only(request, query)
            revision = key(**words)
            if revision is None:
                return view(request, *args, **words)
            return _answer(request, revision, lambda: view(request, *args, **words))

        return page

    return keeping


def _only(request: SiteRequest, names: tuple[str, ...]) -> None:
    """Leave in the query string what the page reads, in one order."""
    if asked := request.META.get("QUERY_STRING"):
        request.META["QUERY_STRING"] = _in_order(asked, names)
        request.__dict__.pop("GET", None)  # read anew from the line above


@lru_cache(maxsize=4096)
def _in_order(asked: str, names: tuple[str, ...]) -> str:
    query = QueryDict(asked.encode("latin-1", "replace"))
    return urlencode(
        [
            (name, value)
            for name in names
            for value in sorted(set(query.getlist(name)))
            if value
        ]
    )


def _answer(
    request: SiteRequest, revision: str, view: Callable[[], HttpResponse]
) -> HttpResponse:
    place = (
        request.path_info,
        request.META.get("QUERY_STRING", ""),
        get_language() or settings.LANGUAGE_CODE,
        request.today.isoformat(),
        revision,
    )
    kept = _shelf.take(place)
    if kept is None:
        response = view()
        if not _may_keep(response):
            return response
        kept = _kept(request, response)
        if not settings.DEBUG:  # whoever changes a template wants to see it
            _shelf.put(place, kept)
    return kept.answer(request)


def _may_keep(response: HttpResponse) -> bool:
    return (
        response.status_code in KEPT_STATUSES
        and not response.streaming
        and not response.cookies
        and "no-store" not in response.headers.get("Cache-Control", "")
    )


def _kept(request: SiteRequest, response: HttpResponse) -> Kept:
    body = response.content
    etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    made = int(request.now.timestamp())
    response.headers["ETag"] = etag
    response.headers["Last-Modified"] = http_date(made)
    response.headers["Cache-Control"] = ALWAYS_ASK
    headers = tuple(response.headers.items())
    return Kept(response.status_code, body, headers, etag, made)
