"""The living style page shows what there is, and forgets nothing."""

import pytest
from django.conf import settings

from handslag.web.ui.marks import VERDICTS
from handslag.web.workspace.style import LINES

TEMPLATES = settings.BASE_DIR / "handslag" / "web" / "ui" / "templates" / "ui"
# Shown as part of others, or as pages of their own.
NOT_PARTS = {"errors", "field", "form", "frame", "refusal", "work", "owner", "target"}
NOT_PARTS |= {"diff", "shares", "guarded"}
# Whole texts, which two sites show: they are looked at where they stand.
NOT_PARTS |= {"exact", "picture", "picture_changes", "picture_notes"}
NOT_PARTS |= {"dialogue_told", "released", "knowing"}


@pytest.fixture
def shown(signed_in, coordinator):
    return lambda query="": signed_in(coordinator).get(f"/arbete/stil/{query}")


def test_a_stranger_is_led_to_sign_in(visitor):
    assert visitor.get("/arbete/stil/").status_code == 302


def test_every_verdict_is_shown(shown):
    html = shown().content.decode()
    assert [code for code in VERDICTS if f'data-verdict="{code}"' not in html] == []


def test_every_part_has_its_line(shown):
    said = " ".join(LINES.values())
    parts = {path.stem for path in TEMPLATES.glob("*.html")} - NOT_PARTS
    assert parts
    assert [part for part in sorted(parts) if f"ui/{part}.html" not in said] == []


def test_every_line_is_on_the_page(shown):
    lines = {
        str(context["line"]) for context in shown().context if "line" in context.flatten()
    }
    assert lines == set(LINES.values())


@pytest.mark.parametrize(
    ("state", "mark"),
    [("", "SampleForm"), ("fel", "invalid"), ("samtidigt", "overtaken")],
)
def test_a_form_is_shown_in_each_state(shown, state, mark):
    form = shown(f"?formular={state}").context["form"]
    codes = {fault.code for faults in form.errors.as_data().values() for fault in faults}
    assert (mark in codes) is bool(state)


def test_the_page_can_only_be_read(signed_in, coordinator):
    assert signed_in(coordinator).post("/arbete/stil/").status_code == 405
