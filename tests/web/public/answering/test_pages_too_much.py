"""What nobody does by hand: a text of ten megabytes, and one form sent twice at once."""

from functools import partial

import pytest
from django.test import Client

from handslag.core.access import Role
from handslag.domain.surveys.models import Envelope
from tests import make
from tests.make import surveys
from tests.make.surveys import SAFE, WHY
from tests.together import at_once
from tests.web.pages import opened
from tests.web.public.answering.test_pages import HERE, press

TEN_MEGABYTES = "Mörkt. " * (10 * 1024 * 1024 // len("Mörkt. ".encode()))
REFUSED = 400


@pytest.fixture
def lundby(transactional_db):
    return make.municipality("Lundby kommun")


@pytest.fixture
def listener(lundby):
    return make.member(lundby, Role.COORDINATOR)


def test_a_text_of_ten_megabytes_is_refused_and_nothing_of_it_is_kept(
    visitor, listener, lundby
):
    surveys.opened(listener, lundby, (SAFE, WHY))
    page = press(visitor, opened(visitor, HERE), "begin")
    fields = {**page.form(having="go").fields, "go": "next", "q-safe": "a"}
    answer = visitor.post(HERE, {**fields, "q-why": TEN_MEGABYTES})
    assert answer.status_code == REFUSED
    assert b"<h1>" in answer.content
    assert not Envelope.objects.exists()
    assert visitor.post(HERE, {**fields, "q-why": "Mörkt."}).status_code == 200
    assert Envelope.objects.count() == 1


def filled_in(row) -> tuple[Client, dict[str, object]]:
    """A browser in which somebody has begun with the first code, ready to send."""
    browser = Client(headers={"Sec-Fetch-Site": "same-origin"})
    page = press(browser, opened(browser, HERE), "begin", code=surveys.code(row, 1))
    return browser, {**page.form(having="go").fields, "go": "next", "q-safe": "a"}


def sent_at_once(*forms: tuple[Client, dict[str, object]]) -> list[bool]:
    """Whether each was thanked."""
    got = at_once(*(partial(one.post, HERE, fields) for one, fields in forms))
    return sorted(b"Ert svar har kommit in" in one.content for one in got)  # type: ignore[attr-defined]


def test_two_forms_with_one_code_at_the_same_instant_are_one_answer(listener, lundby):
    row = surveys.opened(listener, lundby, (SAFE,), strata=[2])
    assert sent_at_once(filled_in(row), filled_in(row)) == [False, True]
    assert Envelope.objects.count() == 1
    assert row.invitations.filter(used_on__isnull=False).count() == 1


def test_one_form_sent_twice_at_the_same_instant_is_one_answer_and_thanked_for(
    listener, lundby
):
    row = surveys.opened(listener, lundby, (SAFE,), strata=[2])
    form = filled_in(row)
    assert sent_at_once(form, form) == [True, True]
    assert Envelope.objects.count() == 1
