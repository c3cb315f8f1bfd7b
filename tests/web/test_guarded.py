"""What points at somebody is named where it was written, and nothing typed is lost."""

import json

from django import forms
from django.utils.translation import override

from handslag.core.guard.rules import Kind
from handslag.web.guarded import MOST_NAMED, Guarded, guarded, sentences
from handslag.web.words.guard import KINDS, REFUSED, SEEN
from handslag.web.workspace.plans.forms import NameForm

# An official test number; a number reserved for fiction.
PERSON, PHONE = "18900101-9802", "070-174 06 05"


class Report(forms.Form):
    what = guarded(forms.CharField(label="Vad?", widget=forms.Textarea))


class Minutes(Guarded):
    said = forms.CharField()
    how_many = forms.IntegerField()


def test_what_is_certain_is_refused_by_name_and_what_is_not_passes():
    wrong = Report({"what": f"Ring {PHONE}. Anna bor där. {PERSON}"})
    with override("sv"):
        told = wrong.errors["what"]
    assert [PHONE in told[0], PERSON in told[1], len(told)] == [True, True, 2]
    assert "Ta bort det" in told[0]
    assert wrong["what"].value() == f"Ring {PHONE}. Anna bor där. {PERSON}"
    assert Report({"what": "Anna i porten bredvid ropar."}).is_valid()


def test_the_page_says_what_the_script_needs_in_its_own_language():
    with override("sv"):
        html = str(Report()["what"].as_field_group())
    with override("en"):
        sentences_in_english = json.loads(
            str(Report.base_fields["what"].widget.attrs["data-guard"])
        )
    assert 'aria-live="polite"' in html
    assert "ser ut som ett telefonnummer" in html
    assert 'data-guard-lists="/' in html
    assert sentences_in_english["phone"].endswith("Do not write it here.")


def test_a_form_of_numbers_lets_a_telephone_through_but_no_person():
    assert Minutes({"said": f"Ring {PHONE}", "how_many": "3"}).is_valid()
    assert list(Minutes({"said": f"Om {PERSON}", "how_many": "3"}).errors) == ["said"]


def test_a_plan_names_the_number_in_its_name_and_keeps_what_was_typed():
    form = NameForm({"name": f"Plan för {PERSON}", "period_stated": "2027"})
    assert PERSON in form.errors["name"][0]
    assert form["name"].value() == f"Plan för {PERSON}"


def test_whoever_pastes_a_register_is_told_of_the_first_few():
    many = " ".join(f"070-174 06 {last:02}" for last in range(10, 30))
    assert len(sentences(many, {Kind.PHONE})) == MOST_NAMED


def test_every_kind_has_its_words():
    assert set(KINDS) == set(SEEN) == set(REFUSED) == set(Kind)
