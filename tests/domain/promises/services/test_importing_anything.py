"""Whatever a file in the catalogue's format holds goes in, and comes out as it was."""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings

from handslag.domain.promises.models import Document, PromiseSet
from handslag.domain.promises.queries.catalogue_sets import key_of
from tests.domain.promises.records import files, put_out, shipped, take_in

anything = settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.mark.django_db
@pytest.mark.usefixtures("places")
class TestAnyFile:
    @given(files())
    @anything
    def test_a_file_comes_out_as_it_went_in(self, now, file):
        with transaction.atomic():
            report = take_in(now, *file)
            assert report.refused == []
            assert put_out() == file
            _each_set_is_one()
            again = take_in(now, *file)
            assert again.unchanged_records == len(file)
            assert again.changed_sets == 0
            transaction.set_rollback(True)

    @given(files(), files())
    @anything
    def test_a_file_replaced_by_any_other_comes_out_as_the_other(self, now, file, other):
        """The two share ids: every record of the one that the other names is changed."""
        with transaction.atomic():
            take_in(now, *file)
            take_in(now, *other)
            left = [one for one in file if one["id"] not in {new["id"] for new in other}]
            assert {one["id"]: one for one in put_out()} == {
                one["id"]: one for one in [*left, *other]
            }
            _each_set_is_one()
            transaction.set_rollback(True)


def _each_set_is_one() -> None:
    """No set twice, none empty, and one of its documents leads."""
    sets = list(PromiseSet.objects.prefetch_related("areas", "documents"))
    assert len({key_of(set_) for set_ in sets}) == len(sets)
    for set_ in sets:
        assert sum(document.leading for document in set_.documents.all()) == 1
        assert set_.version is not None
        assert set_.slugs.filter(current=True).exists()


@pytest.mark.django_db
@pytest.mark.usefixtures("country")
@pytest.mark.long
def test_the_shipped_catalogue_goes_in_and_comes_out(now):
    report = take_in(now, *shipped())
    assert (report.new_promise_records, report.new_follow_ups) == (161, 15)
    assert (report.refused, report.kept) == ([], [])
    assert report.new_sets == 173
    assert put_out() == shipped()
    _each_set_is_one()
    assert Document.objects.filter(retrieved_on=now.date()).count() == 176
