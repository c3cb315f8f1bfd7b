"""A day in the workspace: the second of March 2026."""

import pytest
from django.test import Client
from django.utils import timezone

from handslag.core.access import Actor


@pytest.fixture(autouse=True)
def _clock(monkeypatch, now) -> None:
    """Pages read the clock once for each request: it stands still here."""
    monkeypatch.setattr(timezone, "now", lambda: now)


@pytest.fixture
def at_work(signed_in, coordinator: Actor) -> Client:
    """The coordinator's browser."""
    browser: Client = signed_in(coordinator)
    return browser


@pytest.fixture
def reading(signed_in, reader: Actor) -> Client:
    """The browser of someone who may see and do nothing else."""
    browser: Client = signed_in(reader)
    return browser


@pytest.fixture
def away(signed_in, elsewhere: Actor) -> Client:
    """The browser of another municipality's coordinator."""
    browser: Client = signed_in(elsewhere)
    return browser
