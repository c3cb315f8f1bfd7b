"""What may point at somebody is marked while one types, as the server judges it."""

import json
from pathlib import Path

import pytest
from django import forms
from django.http import HttpRequest, HttpResponse
from django.template import RequestContext, Template
from django.urls import path
from playwright.sync_api import expect

from handslag.config import urls
from handslag.core.guard.rules import Kind
from handslag.web.guarded import guarded

TABLE = Path(__file__).parents[1] / "core" / "guard" / "texts" / "same_everywhere.json"
PAGE = Template("""{% extends "arbete/frame.html" %}{% load ui %}
{% block scripts %}<script src="{% asset "ui/guard.js" %}" defer></script>{% endblock %}
{% block main %}<form method="post">{{ form }}<button class="btn">Skicka</button></form>
{% endblock %}""")
READ = """async (texts) => {
  const field = document.querySelector("textarea");
  const list = document.getElementById("id_what_guarded");
  const seen = [];
  field.dispatchEvent(new Event("change"));
  while (!list.children.length) await new Promise((go) => setTimeout(go, 20));
  for (const text of texts) {
    field.value = text;
    field.dispatchEvent(new Event("change"));
    await new Promise((go) => setTimeout(go, 0));
    seen.push([...list.children].map((line) => line.textContent));
  }
  return seen;
}"""


class ReportForm(forms.Form):
    what = guarded(
        forms.CharField(label="Vad är fel?", help_text="Och var?", widget=forms.Textarea)
    )


class PlainForm(forms.Form):
    """The same, with a sentence that the test can take apart."""

    what = guarded(
        forms.CharField(
            label="Vad?", widget=forms.Textarea, initial="070-174 06 05", required=False
        )
    )
    what.widget.attrs["data-guard"] = json.dumps(
        {kind: f"{kind}|%(what)s" for kind in Kind if kind != Kind.NAME}
    )


def write(request: HttpRequest) -> HttpResponse:
    form = PlainForm() if "table" in request.GET else ReportForm(request.POST or None)
    return HttpResponse(PAGE.render(RequestContext(request, {"form": form})))


urlpatterns = [path("arbete/anmal/", write), *urls.urlpatterns]
pytestmark = pytest.mark.urls(__name__)


def test_the_page_finds_in_every_text_what_the_server_finds(page, sign_in, coordinator):
    sign_in(page, coordinator)
    page.goto("/arbete/anmal/?table")
    rows = json.loads(TABLE.read_text("utf-8"))
    expected = [["|".join(one) for one in row["found"]] for row in rows]
    assert page.evaluate(READ, [row["text"] for row in rows]) == expected


def test_it_is_said_politely_taken_back_and_never_in_the_way(page, sign_in, coordinator):
    sign_in(page, coordinator)
    page.goto("/arbete/anmal/")
    field, said = page.get_by_label("Vad är fel?"), page.locator("#id_what_guarded")
    assert field.get_attribute("aria-describedby") == "id_what_helptext id_what_guarded"
    field.press_sequentially("Anna ringer 070-174 06 05")
    expect(said.locator("li")).to_have_text(
        [
            "”Anna” ser ut som ett namn. Skriv i stället vad personen gör här: grannen, "
            "vaktmästaren.",
            "”070-174 06 05” ser ut som ett telefonnummer. Skriv inte det här.",
        ]
    )
    field.fill("Lampan är trasig")
    expect(said.locator("li")).to_have_count(0)
    field.fill("Anna sa det")
    with page.expect_navigation():
        page.get_by_role("button", name="Skicka").click()
    expect(page.locator(".errors")).to_have_count(0)
