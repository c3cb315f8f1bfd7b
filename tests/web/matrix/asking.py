"""Ask an address as someone, and say in one word what came of it."""

from copy import deepcopy

from django.http import HttpResponseBase
from django.test import Client
from django.urls import URLPattern, reverse

from handslag.core.access import Actor
from handslag.core.accounts.models import Person
from tests.web.matrix.world import World, words_for

HIDDEN, REFUSED, WRONG_WAY = 404, 403, 405
LOGIN = "/logga-in/"


def browser(actor: Actor) -> Client:
    client = Client(headers={"Sec-Fetch-Site": "same-origin"}, raise_request_exception=True)
    if actor.person_id is not None:
        client.force_login(
            Person.objects.get(pk=actor.person_id),
            backend="django.contrib.auth.backends.ModelBackend",
        )
    return client


def said(response: HttpResponseBase) -> str:
    """login, hidden, refused, wrong way (the address does not take this) or let in."""
    location = response.headers.get("Location", "")
    if response.status_code in {301, 302, 303} and location.startswith(LOGIN):
        return "login"
    known = {HIDDEN: "hidden", REFUSED: "refused", WRONG_WAY: "wrong way"}
    if response.status_code >= 500:
        return f"broken {response.status_code}"
    return known.get(response.status_code, "in")


def ask(client: Client, route: str, pattern: URLPattern, world: World) -> str:
    """GET and POST, as "in/refused". Who has signed out is signed in afterwards."""
    address = reverse(route, kwargs=words_for(route, pattern, world))
    cookies = deepcopy(client.cookies)
    answer = f"{said(client.get(address))}/{said(client.post(address, {}))}"
    client.cookies = cookies
    return answer
