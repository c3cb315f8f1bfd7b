"""Browsers of the cast: who looks at a page."""

import pytest
from django.test import Client

from handslag.core.access import Actor
from handslag.core.accounts.models import Person


@pytest.fixture
def visitor() -> Client:
    """Anyone, in a browser that says that forms come from our own pages."""
    return Client(headers={"Sec-Fetch-Site": "same-origin"})


@pytest.fixture
def signed_in():
    """A browser in which someone of the cast has signed in."""

    def browser(actor: Actor) -> Client:
        assert actor.person_id is not None
        client = Client()
        client.force_login(
            Person.objects.get(pk=actor.person_id),
            backend="django.contrib.auth.backends.ModelBackend",
        )
        return client

    return browser
