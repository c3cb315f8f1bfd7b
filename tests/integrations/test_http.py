import io
import urllib.error
import urllib.request
from email.message import Message
from http.client import HTTPMessage

import pytest

from handslag.integrations import http
from handslag.integrations.http import Answer, fetch

ADDRESS = "https://example.se/a"


class Came(io.BytesIO):
    status = 200


class Opener:
    """Stands where the standard library would go out."""

    def __init__(self, came):
        self.came, self.asked = came, []

    def open(self, asked, timeout):
        self.asked.append((asked, timeout))
        if isinstance(self.came, Exception):
            raise self.came
        return self.came


@pytest.fixture
def goes(monkeypatch):
    def put(came):
        opener = Opener(came)
        monkeypatch.setattr(urllib.request, "build_opener", lambda *_: opener)
        return opener

    return put


def refused(status, **headers):
    said = Message()
    for name, words in headers.items():
        said[name.replace("_", "-")] = words
    return urllib.error.HTTPError(ADDRESS, status, "", said, io.BytesIO())


@pytest.mark.parametrize(
    "address", ["http://example.se", "file:///etc", "https://a:b@c.se"]
)
def test_only_https_and_no_password_in_the_address(address):
    with pytest.raises(ValueError, match="E_NOT_HTTPS"):
        fetch(address, "Handslag")


def test_the_name_is_said_and_the_time_is_bounded(goes):
    opener = goes(Came(b"[]"))
    assert fetch(ADDRESS, "Handslag/1.0", b"{}") == Answer(200, b"[]")
    asked, timeout = opener.asked[0]
    assert asked.get_header("User-agent") == "Handslag/1.0"
    assert (asked.get_method(), timeout) == ("POST", http.SECONDS)


def test_an_answer_that_is_too_large_is_none(goes, monkeypatch):
    monkeypatch.setattr(http, "MOST_BYTES", 3)
    goes(Came(b"1234"))
    assert fetch(ADDRESS, "Handslag") == Answer(413)


def test_a_no_and_a_silence_are_answers(goes):
    goes(refused(429, Retry_After="60"))
    assert fetch(ADDRESS, "Handslag") == Answer(429, b"", 60)
    goes(refused(404, Retry_After="soon"))
    assert fetch(ADDRESS, "Handslag") == Answer(404)
    goes(TimeoutError())
    assert fetch(ADDRESS, "Handslag") == Answer(0)


@pytest.mark.parametrize(
    ("to", "follows"),
    [
        ("https://example.se/b", True),
        ("https://other.se/b", False),
        ("http://example.se/b", False),
    ],
)
def test_nobody_is_followed_to_another_host(to, follows):
    asked = urllib.request.Request(ADDRESS)
    followed = http._SameHost().redirect_request(
        asked, io.BytesIO(), 302, "", HTTPMessage(), to
    )
    assert (followed is not None) == follows
