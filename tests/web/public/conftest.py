"""A fixed day, and a way to read a page."""

import re
from collections.abc import Callable
from datetime import datetime
from html import unescape

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone


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
