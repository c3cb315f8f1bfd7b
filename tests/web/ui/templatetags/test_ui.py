"""What the tags write, in Swedish and in English."""

import re
from datetime import UTC, date, datetime

import pytest
from django.template import Context, Template
from django.test import RequestFactory
from django.utils.translation import override


def shown(code: str, language: str = "sv", **context: object) -> str:
    with override(language):
        text = Template("{% load ui %}" + code).render(Context(context))
    return re.sub(r"[ \n]+", " ", text).strip()


def test_a_verdict_is_a_word_and_a_shape():
    html = shown("{% verdict 'kept' %}")
    assert 'data-verdict="kept"' in html
    assert "<svg" in html
    assert "Hållet" in html
    assert "Kept" in shown("{% verdict 'kept' %}", "en")


def test_the_word_of_a_verdict_can_stand_in_a_sentence():
    assert shown("{{ 'not_kept'|verdict_word }}") == "Inte hållet"


@pytest.mark.parametrize(
    ("side", "words"),
    [
        ("together", "Kommunen och polisen"),
        ("municipality", "Kommunen"),
        ("police", "Polisen"),
    ],
)
def test_whose_promise_it_is_stands_in_words(side, words):
    assert f"</svg><span>{words}</span></span>" in shown("{% owner side %}", side=side)


def test_others_are_named():
    html = shown("{% owner 'others' name %}", name="Förening <A>")
    assert "Förening &lt;A&gt;" in html


def test_a_target_shows_its_number_its_words_and_its_bar():
    html = shown(
        "{% target words=words value=1052 goal=4 late='Sent' %}", words="av minst 4 <b>"
    )
    assert "<b>1\u202f052</b>" in html
    assert "av minst 4 &lt;b&gt;" in html
    assert 'class="goal"' in html
    assert '<span class="late">Sent</span>' in html


def test_a_target_without_a_number_draws_no_bar():
    html = shown("{% target words='Klart 11 september' value=nothing %}")
    assert "svg" not in html
    assert "<b>" not in html


def test_nothing_done_is_shown_as_nought():
    assert "<b>0</b>" in shown("{% target words='av minst 4' value=0 goal=4 %}")


@pytest.mark.parametrize(
    ("code", "swedish", "english"),
    [
        ("{{ 1052.5|number }}", "1\u202f052,5", "1,052.5"),
        ("{{ 0.314|percent:1 }}", "31,4\u00a0%", "31.4%"),
        ("{% swedish_date day %}", "14 november 2026", "14 November 2026"),
        ("{{ day|swedish_date }}", "14 november 2026", "14 November 2026"),
        ("{{ at|moment }}", "14 november 2026 kl. 00.30", "14 November 2026 at 00:30"),
        ("{{ at|clock }}", "00.30", "00:30"),
    ],
)
def test_days_and_numbers_are_written_as_people_do(code, swedish, english):
    """An instant is shown as it was in Stockholm: half past midnight."""
    context = {"day": date(2026, 11, 14), "at": datetime(2026, 11, 13, 23, 30, tzinfo=UTC)}
    with override("sv"):
        assert Template("{% load ui %}" + code).render(Context(context)) == swedish
    with override("en"):
        assert Template("{% load ui %}" + code).render(Context(context)) == english


def test_no_day_is_written_as_nothing():
    assert shown("{% swedish_date nothing %}", nothing=None) == ""


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("/", "/en/"),
        ("/lundby/loften/2026/?fokus=1", "/en/lundby/loften/2026/?fokus=1"),
        ("/en/", "/"),
        ("/en/lundby/", "/lundby/"),
        ("/enhet/", "/en/enhet/"),
        ("/en//annan.example/", "/annan.example/"),
    ],
)
def test_the_other_language_is_the_same_page(here, there):
    code = "{% other_language as other %}{{ other.href }}"
    assert shown(code, request=RequestFactory().get(here)) == there


def test_a_page_without_a_request_has_no_other_language():
    assert shown("{% other_language as other %}{{ other.href }}") == ""


def test_home_is_in_the_language_of_the_page():
    assert shown("{% home %}") == "/"
    assert shown("{% home %}", "en") == "/en/"


def test_a_table_names_its_rows_and_sets_figures_right():
    html = shown(
        '{% include "ui/table.html" with id="t" caption="c" %}',
        columns=[{"text": "Löfte"}, {"text": "Utfall", "num": True}, {"text": "Omdöme"}],
        rows=[[{"text": "<Vandring>", "href": "/x/"}, 0, {"verdict": "kept"}]],
    )
    assert '<th scope="row"><a href="/x/">&lt;Vandring&gt;</a></th>' in html
    assert '<td class="num">0</td>' in html
    assert "Hållet" in html


def test_a_row_of_a_table_has_a_cell_for_each_column():
    with pytest.raises(ValueError, match="shorter"):
        shown("{% cells row columns as c %}{% for x in c %}{% endfor %}", row=[1, 2])


def test_a_change_is_said_in_words_as_well():
    html = shown("{% diff old new %}", old="minst tre <b>", new="minst fyra <b>")
    assert "<del>tre</del><ins>fyra</ins>" in html
    assert "Borttaget" in html
    assert "”fyra”" in html
    assert "&lt;b&gt;" in html


def test_two_wordings_that_are_the_same_are_said_to_be():
    assert "lika" in shown("{% diff old old %}", old="minst tre")


def test_shares_have_their_table():
    rows = [{"label": "Centrum", "estimate": 0.31, "lower": 0.27, "upper": 0.35, "n": 612}]
    html = shown("{% shares rows 'Andel otrygga' %}", rows=rows)
    assert html.count("<svg") == 1
    assert "27\u00a0%–35\u00a0%" in html
    assert "612" in html


def test_a_form_that_saves_itself_says_where_and_in_which_words():
    html = shown("<form {% autosave address %}>", address='/arbete/"x"/')
    assert 'data-behaviour="autosave"' in html
    assert 'data-autosave="/arbete/&quot;x&quot;/"' in html
    assert "Sparar" in html


def test_the_address_of_a_file_never_fails(settings, tmp_path):
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {
            "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        },
    }
    settings.STATIC_ROOT = tmp_path
    assert shown("{% asset 'ui/base.css' %}") == "/static/ui/base.css"
