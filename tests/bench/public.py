"""What the public pages cost over twenty thousand promises, and how well they find."""

import gc
import statistics
import time
from collections.abc import Callable, Mapping
from io import BytesIO
from random import Random

from django.conf import settings
from django.core.management import call_command
from django.core.signals import request_started
from django.core.wsgi import get_wsgi_application
from django.db import connection, reset_queries
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.test.utils import CaptureQueriesContext
from django.urls import path

from handslag.config.urls import urlpatterns as ours
from handslag.domain.promises.published.bank import Wish, look
from handslag.web.public import cached
from tests.bench import _country
from tests.bench._bounds import at_least, at_most
from tests.core.search.edits import edited

RUNS = 60
MISSPELT = 200
MOST_QUERIES = 8
COLD_SET, COLD_HITS, WARM = 15, 25, 2

EMPTY, CONSTANT = "/tom/", "/konstant/"
SET = "/degerfors/loften/2026/"
BANK = {
    "bank": "/loftesbanken/",
    "bank_filter": "/loftesbanken/?utfall=unknown",
    "bank_filters": "/loftesbanken/?utfall=unknown&storlek=20_to_50&mal=min",
    "bank_words": "/loftesbanken/?q=trygghetsvandrignar",
    "bank_words_filters": "/loftesbanken/?q=fotpatruler+torget&utfall=unknown",
    "bank_last_page": "/loftesbanken/?sida=1000",
}
COLD = {"set": (SET, COLD_SET), **{name: (one, COLD_HITS) for name, one in BANK.items()}}

Figures = Mapping[str, float | int | str]
Ask = Callable[[str], int]

_page = engines["django"].from_string('{% extends "ui/page.html" %}')


def empty(request: HttpRequest) -> HttpResponse:
    """A page of the same layout with nothing in it."""
    return HttpResponse(_page.render({}, request))


def constant(request: HttpRequest) -> HttpResponse:
    """An answer that is known beforehand, as long as a page."""
    return HttpResponse(b"x" * 20_000)


urlpatterns = [path("tom/", empty), path("konstant/", constant), *ours]


def measure_public() -> Figures:
    """Queries, processor time cold and from the cache, and misspelt queries."""
    titles = _country.found()
    _country.publish_a_set_of_twelve()
    ask = _application()
    return {**_queries(ask), **_times(ask), **_misspelt(titles)}


def _application() -> Ask:
    """Asks for an address through all that a request passes; says how many bytes came."""
    settings.ROOT_URLCONF = __name__
    settings.STORAGES["staticfiles"] = {
        "BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"
    }
    call_command("collectstatic", verbosity=0, interactive=False)
    application = get_wsgi_application()

    def ask(address: str) -> int:
        where, _, query = address.partition("?")
        environ = {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": where,
            "QUERY_STRING": query,
            "SERVER_NAME": "localhost",
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "wsgi.input": BytesIO(),
            "wsgi.url_scheme": "http",
        }
        said: list[str] = []

        def start(
            status: str, headers: object, problem: object = None
        ) -> Callable[[bytes], object]:
            said.append(status)
            return len

        response = application(environ, start)
        size = sum(len(part) for part in response)
        response.close()
        if not said[0].startswith("200"):
            raise RuntimeError(f"{address}: {said[0]}")
        return size

    return ask


def _queries(ask: Ask) -> Figures:
    """How often the database is asked for a page that is not kept."""
    request_started.disconnect(reset_queries)
    figures: dict[str, str] = {}
    for name, (address, _bound) in COLD.items():
        ask(address)
        cached.clear()
        with CaptureQueriesContext(connection) as asked:
            ask(address)
        figures[f"{name}_queries"] = at_most(MOST_QUERIES, len(asked))
    return figures


def _times(ask: Ask) -> Figures:
    """Processor time against an empty page, and when kept against a constant answer."""
    figures: dict[str, float | str] = {}
    for name, (address, bound) in COLD.items():
        cold, bare = _in_turns(ask, address, EMPTY, before=cached.clear)
        kept, known = _in_turns(ask, address, CONSTANT, before=gc.collect)
        figures[f"{name}_cold_milliseconds"] = 1000 * cold
        figures[f"{name}_cold_ratio"] = at_most(bound, cold / bare)
        figures[f"{name}_from_cache_ratio"] = at_most(WARM, kept / known)
    return figures


def _in_turns(
    ask: Ask, one: str, other: str, before: Callable[[], object]
) -> tuple[float, float]:
    """Processor time of two addresses, asked in turns: the middle of many."""
    spent = []
    for turn in range(RUNS):
        before()
        first, second = (one, other) if turn % 2 else (other, one)
        times = {first: _cpu(ask, first), second: _cpu(ask, second)}
        spent.append((times[one], times[other]))
    return statistics.median(t for t, _ in spent), statistics.median(t for _, t in spent)


def _cpu(ask: Ask, address: str) -> float:
    began = time.process_time()
    ask(address)
    return time.process_time() - began


def _misspelt(titles: list[str]) -> Figures:
    """Share of titles that a query with one wrong letter finds among the ten first."""
    random = Random(3)
    asked = [random.choice(titles) for _ in range(MISSPELT)]
    found = [
        title in [hit.title for hit in look(Wish(words=edited(title, random))).hits[:10]]
        for title in asked
    ]
    return {"bank_misspelt_found_share": at_least(0.95, sum(found) / MISSPELT)}
