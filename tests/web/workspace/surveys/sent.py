"""What the forms of the pages about surveys send, and where."""

import re

from django.urls import reverse

from handslag.domain.surveys.models import Survey
from handslag.domain.surveys.rules import Question, Questionnaire
from handslag.domain.surveys.rules.documents import read


def form_of(page: str) -> dict[str, str]:
    """What the form of one question would send if nothing were changed."""
    form = page[page.index('<form class="editor"') :]
    sent: dict[str, str] = {}
    for tag in re.findall(r"<input [^>]*>", form):
        said = dict(re.findall(r'([\w-]+)="([^"]*)"', tag))
        kind = said.get("type", "text")
        if kind == "checkbox" and " checked" not in tag:
            continue
        missing = "on" if kind == "checkbox" else ""
        sent[said.get("name", "")] = said.get("value", missing)
    for name, text in re.findall(
        r'<textarea name="([^"]*)"[^>]*>\s*([^<]*)</textarea>', form
    ):
        sent[name] = text
    for name, inside in re.findall(
        r'<select name="([^"]*)"[^>]*>(.*?)</select>', form, re.DOTALL
    ):
        chosen = re.findall(r'value="([^"]*)" selected', inside)
        sent[name] = chosen[0] if chosen else ""
    sent.pop("", None)
    return sent


def address(row: Survey, name: str, *more: str) -> str:
    return reverse(f"workspace:{name}", args=[row.public_id, *more])


def asked(row: Survey) -> Questionnaire:
    row.refresh_from_db()
    return read(row.document)


def question_in(row: Survey, key: str) -> Question:
    """One question as it is stored now."""
    found = asked(row).question(key)
    assert found is not None
    return found
