"""The law check of the whole country is asked for at once."""

from datetime import date

from handslag.core.deadlines import Basis, Deadline
from handslag.domain.organisations.models import Organisation
from handslag.domain.year.queries import checked
from handslag.domain.year.rules.law import Standing
from handslag.domain.year.rules.sight import seen_by
from handslag.domain.year.rules.words import Section
from tests import make


def test_a_published_contact_is_the_coordination_function(municipality, today):
    def standing() -> Standing:
        (one,) = checked({municipality.pk}, own=set(), today=today)
        return one.found(Section.COORDINATION).standing

    assert standing() is Standing.MISSING
    municipality.contact_name = "Trygghetssamordningen"
    municipality.save()
    assert standing() is Standing.MISSING  # there is no way to reach it
    municipality.contact_phone = "0123-456 78"
    municipality.save()
    assert standing() is Standing.DONE


def test_more_municipalities_cost_no_more_questions(
    municipality, today, django_assert_max_num_queries
):
    for _ in range(5):
        make.municipality()
    with django_assert_max_num_queries(9) as few:
        assert len(checked(None, own={municipality.pk}, today=today)) == 6
    for _ in range(20):
        make.municipality()
    with django_assert_max_num_queries(len(few.captured_queries)):
        assert len(checked(None, own={municipality.pk}, today=today)) == 26


def test_days_are_seen_by_those_who_keep_them_and_those_who_are_told():
    home, police, other = (Organisation(pk=number) for number in (1, 2, 3))

    def deadline(day: int, home: Organisation, *others: int) -> Deadline:
        due_on = date(2026, 3, day)
        return Deadline("x.y", due_on, Basis.LAW, home.pk, "x", "/", others)

    ours, shared, theirs = (
        deadline(3, home),
        deadline(2, home, police.pk),
        deadline(1, other),
    )
    found = [ours, shared, theirs]
    assert seen_by({home.pk}, found) == [shared, ours]
    assert seen_by({police.pk}, found) == [shared]
    assert seen_by(set(), found) == []
