"""What the pages of the year cost the one who coordinates, over the whole demonstration."""

import statistics
import time
from collections.abc import Mapping

from django.conf import settings
from django.core.management import call_command
from django.core.signals import request_started
from django.db import connection, reset_queries
from django.test import Client
from django.test.utils import CaptureQueriesContext

from handslag.core.accounts.models import Person
from tests.bench._bounds import at_most

RUNS = 30
LIST, LAW = 8, 12
# A page of the same frame that asks for nothing but who is there.
BARE = "/arbete/jag/sprak/"
LISTS = {
    "findings": "/arbete/underlag/",
    "pictures": "/arbete/lagesbild/",
    "plans": "/arbete/atgardsplan/",
    "grants": "/arbete/statsbidrag/",
    "agreements": "/arbete/overenskommelser/",
    "promises": "/arbete/loften/",
    "councils": "/arbete/radet/",
}
# What gathers from every part of the work has no bound in questions but its own tests'.
GATHERED = {"start": "/arbete/", "calendar": "/arbete/aret/", "chain": "/arbete/kedjan/"}
COUNTRY = "/arbete/lagkoll/"

Figures = Mapping[str, float | int | str]


def measure_year() -> Figures:
    """Questions to the database, and processor time against a page with nothing on it."""
    settings.DEMO = True
    call_command("demo", verbosity=0)
    request_started.disconnect(reset_queries)
    client = _signed_in("samordnare")
    figures: dict[str, float | str] = {}
    for name, address in {**LISTS, **GATHERED}.items():
        asked, ratio = _questions(client, address), _ratio(client, address)
        figures[f"{name}_queries"] = at_most(LIST, asked) if name in LISTS else str(asked)
        figures[f"{name}_ratio"] = ratio
    everywhere = _signed_in("administrator")
    figures["law_of_all_queries"] = at_most(LAW, _questions(everywhere, COUNTRY))
    figures["law_of_all_ratio"] = _ratio(everywhere, COUNTRY)
    return figures


def _signed_in(key: str) -> Client:
    client = Client(SERVER_NAME="localhost")
    person = Person.objects.get(email=f"{key}@handslag.example")
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


def _get(client: Client, address: str) -> None:
    status = client.get(address).status_code
    if status != 200:
        raise RuntimeError(f"{address}: {status}")


def _questions(client: Client, address: str) -> int:
    _get(client, address)
    with CaptureQueriesContext(connection) as asked:
        _get(client, address)
    return len(asked)


def _ratio(client: Client, address: str) -> float:
    """Processor time of a page for each of the bare one, asked in turns: the middle."""
    spent = [(_cpu(client, address), _cpu(client, BARE)) for _ in range(RUNS)]
    page = statistics.median(one for one, _ in spent)
    return page / statistics.median(bare for _, bare in spent)


def _cpu(client: Client, address: str) -> float:
    began = time.process_time()
    _get(client, address)
    return time.process_time() - began
