"""Whose findings one sees, and which can be cited."""

from handslag.domain.evidence import queries
from handslag.domain.evidence.rules import Visibility
from tests import make


def test_ones_own_findings_are_those_of_ones_organisations(
    coordinator, elsewhere, municipality
):
    finding = make.evidence(municipality, visibility=Visibility.OWN)
    assert list(queries.of(coordinator)) == [finding]
    assert not queries.of(elsewhere).exists()
