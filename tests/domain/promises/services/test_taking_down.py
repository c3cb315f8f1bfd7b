"""A summary goes when somebody asks, from everywhere, and no import brings it back."""

import pytest

from handslag.core.access import ForbiddenError, Role, system
from handslag.core.audit.models import Entry
from handslag.core.search import services as search
from handslag.domain.organisations.models import Organisation
from handslag.domain.promises import queries, services
from handslag.domain.promises.models import BankEntry
from handslag.domain.promises.published import set_page, was_taken_down
from handslag.domain.promises.rules.catalogue.reports import Kept
from handslag.domain.promises.rules.states import NotAllowedError
from tests import make
from tests.domain.promises.records import follow_up, item, one_set, page, record, take_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("places")]
OPERATOR = system("take_down")


@pytest.fixture
def summary(now):
    take_in(now, record())
    return one_set()


def member(role=Role.COORDINATOR):
    return make.member(Organisation.objects.get(short_name="Holm"), role)


def is_shown(now) -> bool:
    return set_page("holm", "2020", today=now.date()) is not None


def test_what_is_taken_down_is_in_no_list_and_no_search(summary, now):
    revision = summary.home.public_revision
    services.take_down(member(), summary, now=now)
    assert not is_shown(now)
    assert was_taken_down("holm", "2020")
    assert not BankEntry.objects.exists()
    assert search.find("trafikkontroller", kind="promise", limit=5) == []
    summary.home.refresh_from_db()
    assert summary.home.public_revision > revision
    assert Entry.objects.filter(action="promises.taken_down").exists()


def test_it_can_be_put_back_as_it_was(summary, now):
    before = page()
    services.take_down(OPERATOR, summary, now=now)
    services.put_back(OPERATOR, summary, now=now)
    assert page().wording == before.wording
    assert BankEntry.objects.count() == 1
    assert not was_taken_down("holm", "2020")


def test_no_import_brings_it_back(summary, now):
    services.take_down(member(), summary, now=now)
    changed = record(promises=[item("Andra ord")])
    report = take_in(now, changed, follow_up())
    assert sorted(report.kept) == [("X1", Kept.DOWN), ("X2", Kept.DOWN)]
    assert not is_shown(now)
    assert not BankEntry.objects.exists()


def test_the_installation_does_it_where_nobody_else_can(summary, now):
    assert queries.set_at("holm", "2020") == summary
    services.take_down(OPERATOR, summary, now=now)
    assert not is_shown(now)


@pytest.mark.parametrize("role", [Role.READER, Role.APPROVER, Role.COMMUNICATOR])
def test_only_those_who_ask_for_approval_take_down(role, summary, now):
    with pytest.raises(ForbiddenError):
        services.take_down(member(role), summary, now=now)


def test_another_municipality_takes_nothing_down(summary, elsewhere, now):
    for deed in (services.take_down, services.put_back):
        with pytest.raises(ForbiddenError):
            deed(elsewhere, summary, now=now)


def test_it_goes_once_and_comes_back_once(summary, now):
    with pytest.raises(NotAllowedError, match="not_taken_down"):
        services.put_back(OPERATOR, summary, now=now)
    services.take_down(OPERATOR, summary, now=now)
    with pytest.raises(NotAllowedError, match="already_taken_down"):
        services.take_down(OPERATOR, summary, now=now)


def test_what_is_down_is_not_taken_over(summary, now):
    services.take_down(member(), summary, now=now)
    with pytest.raises(NotAllowedError, match="not_published"):
        services.take_over(member(), summary, now=now)


def test_ones_own_words_are_withdrawn_and_not_taken_down(published, coordinator, now):
    with pytest.raises(NotAllowedError, match="not_imported"):
        services.take_down(coordinator, published, now=now)


def test_what_is_taken_over_is_withdrawn_and_not_taken_down(summary, now):
    services.take_over(member(), summary, now=now)
    with pytest.raises(NotAllowedError, match="already_taken_over"):
        services.take_down(member(), summary, now=now)
