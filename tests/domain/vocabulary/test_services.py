import pytest

from handslag.core.access import ANYONE, ForbiddenError, system
from handslag.core.audit.models import Entry
from handslag.domain.vocabulary import published, services
from handslag.domain.vocabulary.models import Kind, Term
from handslag.domain.vocabulary.shipped import words

INSTALLATION = system("test")

pytestmark = pytest.mark.django_db


def test_the_shipped_words_are_added_once():
    assert services.add_shipped(INSTALLATION, words()) == len(words())
    assert services.add_shipped(INSTALLATION, words()) == 0
    assert Term.objects.count() == len(words())
    assert Entry.objects.get().details == {"terms": len(words())}


def test_every_shipped_word_has_a_label_in_both_languages():
    assert len(words()) > 400
    assert not [word for word in words() if not word.sv.strip() or not word.en.strip()]
    assert {word.kind for word in words()} == set(Kind)


def test_an_unknown_code_is_let_in_under_its_own_name(coordinator):
    term = services.admit(coordinator, Kind.ACTIVITY, "vattenskoter_kontroll")
    again = services.admit(coordinator, Kind.ACTIVITY, "vattenskoter_kontroll")

    assert term == again
    assert (term.sv, term.en) == ("vattenskoter kontroll", "vattenskoter kontroll")
    assert term.is_provisional
    assert Entry.objects.filter(action="vocabulary.admitted").count() == 1


def test_a_code_of_another_list_is_another_word():
    services.admit(INSTALLATION, Kind.FOCUS, "EST")
    services.admit(INSTALLATION, Kind.SOURCE, "EST")

    assert Term.objects.filter(code="EST").count() == 2


@pytest.mark.parametrize("code", ["_", "x" * 120, "å ä ö", "100 %"])
def test_no_code_is_refused(code):
    assert services.admit(INSTALLATION, Kind.UNIT, code).sv


def test_whoever_may_not_write_promises_lets_no_word_in(reader):
    for actor in (reader, ANYONE):
        with pytest.raises(ForbiddenError):
            services.admit(actor, Kind.UNIT, "ny")


def test_a_provisional_word_is_named_by_a_later_shipment():
    services.admit(INSTALLATION, Kind.FOCUS, "NARK")
    services.add_shipped(INSTALLATION, words())

    assert published.terms(Kind.FOCUS, "en")["NARK"] == "drugs"
    assert not Term.objects.get(kind=Kind.FOCUS, code="NARK").is_provisional


def test_a_word_is_named_by_hand():
    term = services.admit(INSTALLATION, Kind.UNIT, "vak")
    services.name(INSTALLATION, term, sv="vakter", en="guards")

    assert published.terms(Kind.UNIT, "sv") == {"vak": "vakter"}
    assert published.terms(Kind.UNIT, "en-gb") == {"vak": "guards"}
