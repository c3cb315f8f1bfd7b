"""A fixed day, and a way to read a page."""

import re
from collections.abc import Callable
from datetime import datetime
from html import unescape

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from handslag.domain.promises import services
from handslag.domain.promises.models import PromiseSet
from tests import make


@pytest.fixture(autouse=True)
def _the_day(now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    """The pages are read on `now`, whenever the tests are run."""
    monkeypatch.setattr(timezone, "now", lambda: now)


@pytest.fixture
def get(visitor: Client) -> Callable[..., HttpResponse]:
    """The answer at an address; 200 unless another is expected."""

    def asked(address: str, expected: int = 200) -> HttpResponse:
        response = visitor.get(address)
        assert isinstance(response, HttpResponse)
        assert response.status_code == expected, response.content[:500]
        return response

    return asked


@pytest.fixture
def words(get) -> Callable[..., str]:
    """What a page says, as running text."""

    def read(address: str, expected: int = 200) -> str:
        text = re.sub(r"<[^>]+>", " ", get(address, expected).content.decode())
        text = re.sub(r"\s+", " ", unescape(text))
        return re.sub(r" ([.,:;)])", r"\1", text).replace("( ", "(")

    return read


@pytest.fixture
def approved(coordinator, municipality, police, municipal_approver, police_approver):
    """Publish a set of 2026 with these promises."""

    def publish(*drafts, set_=None, **words) -> PromiseSet:
        set_ = set_ or make.promise_set(coordinator, municipality, police, **words)
        assert isinstance(set_, PromiseSet)
        for draft in drafts:
            services.add_promise(coordinator, set_, draft)
        make.publish(
            set_, coordinator, (municipal_approver, municipality), (police_approver, police)
        )
        return set_

    return publish
