"""The pages about the site itself."""

import re
from datetime import timedelta

import pytest

from handslag.core.audit import services as audit
from handslag.domain.promises.rules.words import Verdict
from tests import make

pytestmark = pytest.mark.django_db

PAGES = ["om", "oppna-data", "tillganglighet", "personuppgifter", "handelselogg"]


@pytest.mark.parametrize("front", ["/", "/en/"])
@pytest.mark.parametrize("page", PAGES)
def test_each_page_answers_first_in_both_languages(visitor, front, page):
    answer = visitor.get(f"{front}{page}/")
    assert answer.status_code == 200
    shown = answer.content.decode()
    assert '<p class="answer">' in shown
    assert not answer.cookies
    assert "Vary" not in answer.headers


def test_every_verdict_is_explained(visitor):
    shown = visitor.get("/om/").content.decode()
    assert shown.count("<dt>") == len(Verdict)
    assert "Det säger inget om kommunen." in shown


def test_the_codes_of_the_log_are_shown_day_by_day(visitor, published, now):
    audit.seal_waiting(now=now)
    audit.seal_waiting(now=now + timedelta(days=1))
    shown = visitor.get("/handelselogg/").content.decode()
    assert re.search(r"<code>[0-9a-f]{64}</code>", shown)
    assert published.name not in shown


def test_an_address_that_is_not_there_says_where_to_go(visitor):
    answer = visitor.get("/det-har-finns-inte/")
    assert answer.status_code == 404
    assert 'href="/"' in answer.content.decode()


def test_search_engines_are_kept_from_the_workspace_and_told_of_the_rest(visitor):
    answer = visitor.get("/robots.txt")
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    told = answer.content.decode()
    assert "Disallow: /arbete/" in told
    assert "Disallow: /godkann/" in told
    assert "/sitemap.xml" in told


def test_the_site_map_names_what_is_the_parties_own_and_no_summary(visitor, published):
    make.retold(make.municipality("Sjövik kommun"))
    answer = visitor.get("/sitemap.xml")
    named = re.findall(r"<loc>([^<]+)</loc>", answer.content.decode())
    assert any(one.endswith("/lundby/loften/2026/") for one in named)
    assert not any("sjovik" in one for one in named)
