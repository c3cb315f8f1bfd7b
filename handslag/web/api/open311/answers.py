"""The same answer as JSON and as XML, with the names that the standard has for it."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from io import StringIO
from typing import Any
from xml.sax.xmlreader import AttributesImpl

from django.http import HttpResponse, JsonResponse
from django.utils.xmlutils import SimplerXMLGenerator, UnserializableContentError

from handslag.web.api.interface import open_to_all

Rows = Sequence[Mapping[str, Any]]
KINDS = {"json": "application/json", "xml": "text/xml"}
# What the rows of a list are called in XML, when it is not the list without its s.
_ONE_OF = {
    "service_requests": "request",
    "services": "service",
    "errors": "error",
    "endpoints": "endpoint",
    "formats": "format",
    "attributes": "attribute",
}
NOBODY_KEEPS = "private, no-store"


def answer(
    fmt: str, root: str, value: Mapping[str, Any] | Rows, *, status: int = 200
) -> HttpResponse:
    """A list or a thing. What is about one report is kept by nobody on the way."""
    if fmt == "json":
        response: HttpResponse = JsonResponse(value, status=status, safe=False)
    else:
        content_type = "text/xml; charset=utf-8"
        response = HttpResponse(_xml(root, value), content_type=content_type, status=status)
    if root == "service_requests" or status >= 400:  # noqa: PLR2004 - refusals begin there
        response.headers["Cache-Control"] = NOBODY_KEEPS
    return open_to_all(response)


def refused(fmt: str, status: int, *sentences: str) -> HttpResponse:
    """Why not: a list, as the standard has it."""
    rows = [{"code": status, "description": said} for said in sentences]
    return answer(fmt, "errors", rows, status=status)


def instant(when: datetime | None) -> str | None:
    """W3C date and time with its offset."""
    return when.isoformat(timespec="seconds") if when is not None else None


def day(when: date | None) -> str | None:
    return f"{when.isoformat()}T00:00:00+00:00" if when is not None else None


def _xml(root: str, value: Mapping[str, Any] | Rows) -> str:
    text = StringIO()
    writer = SimplerXMLGenerator(text, "utf-8")
    writer.startDocument()
    _element(writer, root, value)
    writer.endDocument()
    return text.getvalue()


def _element(writer: SimplerXMLGenerator, name: str, value: object) -> None:
    writer.startElement(name, AttributesImpl({}))
    if isinstance(value, Mapping):
        for inner, one in value.items():
            _element(writer, inner, one)
    elif isinstance(value, list | tuple):
        for one in value:
            _element(writer, _ONE_OF[name], one)
    elif value is not None:
        _characters(writer, str(value).lower() if isinstance(value, bool) else str(value))
    writer.endElement(name)


def _characters(writer: SimplerXMLGenerator, words: str) -> None:
    try:
        writer.characters(words)
    except UnserializableContentError:
        writer.characters("".join(sign for sign in words if sign.isprintable()))
