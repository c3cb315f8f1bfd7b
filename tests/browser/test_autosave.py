"""A text is saved while someone writes it, and no text is lost on the way."""

import re
from dataclasses import dataclass, field

import pytest
from django import forms
from django.http import HttpRequest, HttpResponse
from django.template import RequestContext, Template
from django.urls import path
from playwright.sync_api import expect

from handslag.config import urls
from handslag.web.forms import LockForm, refused_words, saved_words
from handslag.web.requests import WorkRequest


class WordingForm(LockForm):
    wording = forms.CharField(label="Ordalydelse", max_length=40, widget=forms.Textarea)


@dataclass
class Paper:
    """What the server holds, and what it does with the next text."""

    wording: str = ""
    revision: int = 1
    seen: list[str] = field(default_factory=list)


paper = Paper()

PAGE = Template("""{% extends "arbete/frame.html" %}{% load ui %}
{% block scripts %}<script src="{% asset "ui/autosave.js" %}" defer></script>{% endblock %}
{% block main %}<form method="post" {% autosave "/arbete/spara/" %}>{% csrf_token %}
{{ form }}<p class="saved" role="status"></p><button class="btn">Spara</button>
</form>{% endblock %}""")


def write(request: HttpRequest) -> HttpResponse:
    form = WordingForm(initial={"wording": paper.wording, "revision": paper.revision})
    return HttpResponse(PAGE.render(RequestContext(request, {"form": form})))


def save(request: WorkRequest) -> HttpResponse:
    form = WordingForm(request.POST)
    paper.seen.append(request.POST["wording"])
    if not form.is_valid():
        return refused_words(form)
    if form.cleaned_data["revision"] != paper.revision:
        form.overtaken(paper.revision)
        return refused_words(form, status=409)
    paper.wording, paper.revision = form.cleaned_data["wording"], paper.revision + 1
    return saved_words(paper.revision, request.now)


urlpatterns = [path("arbete/skriv/", write), path("arbete/spara/", save), *urls.urlpatterns]
pytestmark = pytest.mark.urls(__name__)


@pytest.fixture
def writer(page, sign_in, coordinator):
    """The coordinator, with the text open and nothing written."""
    paper.__init__()  # type: ignore[misc]
    sign_in(page, coordinator)
    page.goto("/arbete/skriv/")
    return page


def said(page, words: str):
    """Wait until the page says this about the saving."""
    page.locator(".saved", has_text=re.compile(words)).wait_for()


def test_what_is_written_is_saved_and_the_page_says_when(writer):
    writer.fill("textarea", "Vi ska gå")
    said(writer, r"Sparat \d\d\.\d\d")
    writer.fill("textarea", "Vi ska gå fyra gånger")
    expect(writer.locator("[name=revision]")).to_have_value("3")
    assert paper.wording == "Vi ska gå fyra gånger"
    writer.wait_for_function("sessionStorage.length === 0")


def test_someone_else_was_faster_and_the_text_stays(writer):
    paper.revision = 9
    writer.fill("textarea", "Vi ska gå")
    said(writer, "Någon annan ändrade texten")
    expect(writer.locator("textarea")).to_have_value("Vi ska gå")
    assert paper.wording == ""


def test_a_text_that_is_too_long_says_so(writer):
    writer.eval_on_selector("textarea", "one => one.removeAttribute('maxlength')")
    writer.fill("textarea", "Vi ska gå " * 5)
    said(writer, "Skriv högst 40 tecken")


def test_a_text_that_never_reached_us_can_be_put_back(writer, complaints):
    writer.route("**/arbete/spara/", lambda route: route.abort())
    writer.on("dialog", lambda dialog: dialog.accept())
    writer.fill("textarea", "Vi ska gå")
    said(writer, "Inte sparat")
    writer.unroute("**/arbete/spara/")
    complaints.clear()
    writer.reload()
    said(writer, "kanske inte har sparats")
    expect(writer.locator("textarea")).to_have_value("")
    writer.get_by_role("button", name="Lägg tillbaka den").click()
    said(writer, "Sparat")
    assert paper.wording == "Vi ska gå"


def test_whoever_is_signed_out_is_told_and_keeps_the_text(writer):
    writer.context.clear_cookies()
    writer.fill("textarea", "Vi ska gå")
    said(writer, "utloggade")
    assert paper.seen == []
    assert "Vi ska gå" in writer.evaluate("sessionStorage.getItem(sessionStorage.key(0))")
