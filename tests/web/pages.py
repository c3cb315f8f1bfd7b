"""Reads a page as a browser does, and sends its forms with all that stands in them."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from django.http import HttpResponse
from django.test import Client

VOID = {"input", "br", "hr", "img", "link", "meta"}


@dataclass
class Form:
    """One form: where it goes, what stands in it, and its buttons."""

    action: str = ""
    method: str = "get"
    fields: dict[str, list[str]] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)
    buttons: set[str] = field(default_factory=set)


class _Reader(HTMLParser):
    """Gathers the forms of a page. What lies in a <template> is not in the page."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.words: list[str] = []
        self.links: list[str] = []
        self._open = False
        self._hidden = 0
        self._select = ""
        self._first = False
        self._textarea = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "template":
            self._hidden += 1
        if self._hidden:
            return
        if tag == "a" and given.get("href"):
            self.links.append(given["href"])
        if tag == "form":
            self.forms.append(Form(given.get("action", ""), given.get("method", "get")))
            self._open = True
        if self._open:
            self._field(tag, given)

    def _field(self, tag: str, given: dict[str, str]) -> None:
        form, name = self.forms[-1], given.get("name", "")
        if tag == "button":
            form.buttons |= {name} - {""}
        elif tag == "option":
            self._option(form, given)
        elif tag in {"input", "select", "textarea"} and name:
            form.names.add(name)
            self._begin(tag, form, name, given)

    def _begin(self, tag: str, form: Form, name: str, given: dict[str, str]) -> None:
        if tag == "select":
            self._select, self._first = name, True
        elif tag == "textarea":
            self._textarea, form.fields[name] = name, [""]
        elif given.get("type") not in {"checkbox", "radio"}:
            form.fields.setdefault(name, []).append(given.get("value", ""))
        elif "checked" in given:
            form.fields.setdefault(name, []).append(given.get("value", "on"))

    def _option(self, form: Form, given: dict[str, str]) -> None:
        """What is chosen or, when nothing is, the first."""
        if self._select and ("selected" in given or self._first):
            form.fields[self._select] = [given.get("value", "")]
        self._first = False

    def handle_endtag(self, tag: str) -> None:
        if tag == "template":
            self._hidden -= 1
        if tag == "form":
            self._open = False
        if tag == "select":
            self._select = ""
        if tag == "textarea":
            self._textarea = ""

    def handle_data(self, data: str) -> None:
        if self._hidden:
            return
        if self._textarea:
            self.forms[-1].fields[self._textarea][0] += data.removeprefix("\n")
        else:
            self.words.append(data)


@dataclass
class Page:
    """An answer, read."""

    answer: HttpResponse
    forms: list[Form]
    words: str
    links: list[str]

    @property
    def status(self) -> int:
        return self.answer.status_code

    def form(self, *, having: str = "") -> Form:
        """The form with this field or button; the first that is not signing out."""
        found = [
            form
            for form in self.forms
            if "logga-ut" not in form.action
            and (not having or having in form.names | form.buttons)
        ]
        assert found, f"No form has {having}: {self.forms}"
        return found[0]

    def says(self, sentence: str) -> bool:
        return sentence in self.words


def read(answer: Any) -> Page:
    reader = _Reader()
    reader.feed(answer.content.decode())
    return Page(
        answer, reader.forms, " ".join(" ".join(reader.words).split()), reader.links
    )


def opened(client: Client, address: str) -> Page:
    """The page at this address, and it is there."""
    page = read(client.get(address, follow=True))
    assert page.status == 200, f"{address}: {page.status}"
    return page


def sent(client: Client, address: str, *, press: str = "", **typed: Any) -> Page:
    """Open a page, type in its form, press its button, and see what comes.

    `press`: the name of the button. A list is several boxes with the same name.
    """
    page = opened(client, address)
    form = page.form(having=press or next(iter(typed), ""))
    fields: dict[str, Any] = {**form.fields, **typed}
    if press:
        fields[press] = "1"
    return read(client.post(form.action or address, fields, follow=True))


def sent_as(client: Client, address: str, fields: dict[str, Any], **more: Any) -> Page:
    """Send exactly these fields, as from a page that was opened long ago."""
    return read(client.post(address, fields, follow=True, **more))
