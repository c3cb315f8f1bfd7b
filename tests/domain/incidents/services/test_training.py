"""What is read before the first report."""

import pytest

from handslag.core.access import ForbiddenError, Role
from handslag.domain.incidents.models import Training
from handslag.domain.incidents.queries.reporting import has_passed, trained
from handslag.domain.incidents.services.training import pass_training
from handslag.domain.organisations.models import Kind, Tie
from tests import make
from tests.make.incidents import NOW


def test_passed_once_and_seen_by_those_who_handle_the_reports(municipality, coordinator):
    housing = make.organisation("Lundbyhem", Kind.HOUSING_COMPANY)
    make.relation(housing, Tie.OWNED_BY, municipality)
    away = make.organisation("Sjövikshem", Kind.HOUSING_COMPANY)
    reporter = make.member(housing, Role.REPORTER, "Rapportör (demo)")
    make.member(away, Role.REPORTER)
    assert not has_passed(reporter)
    for _ in range(2):
        pass_training(reporter, now=NOW)
    assert has_passed(reporter)
    assert Training.objects.count() == 1
    rows = trained(coordinator, today=NOW.date())
    assert [(one.name, one.passed_at) for one in rows] == [("Rapportör (demo)", NOW)]
    assert trained(reporter, today=NOW.date()) == []


def test_whoever_reports_nowhere_has_nothing_to_pass(reader):
    with pytest.raises(ForbiddenError):
        pass_training(reader, now=NOW)
