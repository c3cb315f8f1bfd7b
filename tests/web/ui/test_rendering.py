"""A form as people and screen readers meet it."""

import re

import pytest
from django import forms
from django.test.html import parse_html
from django.utils.translation import override

from handslag.web.ui.rendering import Choices


class Sample(forms.Form):
    heading = forms.CharField(label="Rubrik", help_text="En <b>mening</b>.")
    owner = forms.ChoiceField(
        label="Ägare", choices=[("k", "Kommunen")], widget=forms.RadioSelect
    )
    agreed = forms.BooleanField(label="Vi är överens", required=False)
    secret = forms.CharField(widget=forms.HiddenInput, initial="x")


@pytest.fixture
def fresh() -> str:
    with override("sv"):
        return str(Sample())


@pytest.fixture
def wrong() -> str:
    with override("sv"):
        return str(Sample({"secret": "x", "agreed": "on"}))


def test_a_label_stands_above_the_hint_and_the_hint_above_the_field(fresh):
    order = [
        fresh.index(x) for x in ("Rubrik</label>", "id_heading_helptext", "<input type=")
    ]
    assert order == sorted(order)


def test_the_field_says_where_its_hint_and_its_error_stand(wrong):
    described = re.search(r'name="heading"[^>]*aria-describedby="([^"]*)"', wrong)
    assert described
    assert described[1].split() == ["id_heading_helptext", "id_heading_error"]
    assert all(f'id="{one}"' in wrong for one in described[1].split())


def test_hints_are_text_and_not_markup(fresh):
    assert "En &lt;b&gt;mening&lt;/b&gt;." in fresh


def test_only_what_may_be_left_out_is_marked(fresh):
    assert fresh.count("frivilligt") == 0
    assert "Rubrik</label>" in fresh


def test_a_group_of_choices_has_a_legend_and_says_its_error(wrong):
    assert "<legend>Ägare</legend>" in wrong
    assert '<fieldset aria-describedby="id_owner_error">' in wrong


def test_a_box_stands_before_its_words(fresh):
    assert re.search(r'type="checkbox"[^>]*> <span>Vi är överens</span>', fresh)


def test_what_is_wrong_is_said_first_and_leads_to_each_field(wrong):
    assert wrong.index('data-behaviour="errors"') < wrong.index("<label")
    leads = re.findall(r'<a href="#([^"]+)">([^<]+)</a>', wrong)
    assert leads == [
        ("id_heading", "Rubrik – Fyll i det här."),
        ("id_owner", "Ägare – Fyll i det här."),
    ]
    assert all(f'id="{where}"' in wrong for where, _said in leads)


def test_a_form_without_faults_shows_no_summary(fresh):
    assert "errors" not in fresh


def test_what_was_typed_is_still_there(wrong):
    assert re.search(r'name="agreed"[^>]*checked', wrong)


@pytest.mark.parametrize("chosen", [None, "", "a", "b&c", "gone"])
def test_a_list_to_choose_in_is_written_as_django_writes_it(chosen):
    choices = [
        ("", "Alla"),
        ("a", 'Ett "a"'),
        ("Grupp <1>", [("b&c", "B & <i>C</i>"), (3, 3)]),
    ]
    attrs = {"id": "id_x", "class": "wide", "autocomplete": "off"}

    def written(kind):
        return kind(choices=choices).render("x", chosen, attrs)

    assert parse_html(written(Choices)) == parse_html(written(forms.Select))
