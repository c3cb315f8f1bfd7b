"""The link with which somebody tries a survey."""

import time
from uuid import uuid4

import pytest

from handslag.web.asking.trying import LIVES, link_of, survey_of


def test_a_link_leads_to_its_survey_for_a_week(monkeypatch):
    key = uuid4()
    link = link_of(key)
    assert survey_of(link) == key
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + LIVES - 60)
    assert survey_of(link) == key
    monkeypatch.setattr(time, "time", lambda: now + LIVES + 60)
    assert survey_of(link) is None


@pytest.mark.parametrize("link", ["", "x", "a.b.c", "42e17c12319948ef913b22c0a14a9af7"])
def test_a_link_that_is_not_ours_leads_nowhere(link):
    assert survey_of(link) is None
