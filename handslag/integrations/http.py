"""The only way out: HTTPS to one host, within bounds of time and size.

A proxy is taken from the environment (`https_proxy`), as the standard library does.
"""

import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPException, HTTPMessage
from typing import IO
from urllib.parse import urlsplit

SECONDS = 30
MOST_BYTES = 20 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back. `status` 0: nothing did. `retry_after` is in seconds, or 0."""

    status: int
    body: bytes = b""
    retry_after: int = 0


# Address, the name we give ourselves, and what is sent along (or nothing).
Fetch = Callable[[str, str, bytes | None], Answer]


class _SameHost(urllib.request.HTTPRedirectHandler):
    """Follows to the host that was asked, over HTTPS, and nowhere else."""

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        to = urlsplit(newurl)
        if to.scheme != "https" or to.netloc != urlsplit(req.full_url).netloc:
            return None
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def fetch(address: str, agent: str, sent: bytes | None = None) -> Answer:
    """One call. What the other side says no to is an answer as well.

    Raises ValueError for an address that is not HTTPS, or that holds a password.
    """
    parts = urlsplit(address)
    if parts.scheme != "https" or not parts.hostname or "@" in parts.netloc:
        raise ValueError("E_NOT_HTTPS")
    asked = urllib.request.Request(address, data=sent)  # noqa: S310 - HTTPS, see above
    asked.add_header("User-Agent", agent)
    asked.add_header("Accept", "application/json")
    if sent is not None:
        asked.add_header("Content-Type", "application/json")
    try:
        with urllib.request.build_opener(_SameHost).open(asked, timeout=SECONDS) as came:
            body = came.read(MOST_BYTES + 1)
            return Answer(came.status, body) if len(body) <= MOST_BYTES else Answer(413)
    except urllib.error.HTTPError as error:
        with error:
            return Answer(error.code, retry_after=_seconds(error.headers["Retry-After"]))
    except (OSError, HTTPException):
        return Answer(0)


def _seconds(said: str | None) -> int:
    return int(said) if said and said.isascii() and said.isdigit() else 0
