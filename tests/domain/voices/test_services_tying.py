"""A finding that was written down before is tied to the occasion that it comes from."""

import pytest

from handslag.core.audit.models import Entry
from handslag.core.refusals import ChangedMeanwhileError
from handslag.domain.evidence.models import Evidence
from handslag.domain.voices import published, queries, services
from handslag.domain.voices.models import Occasion
from handslag.domain.voices.rules import Way
from tests import make
from tests.make import voices
from tests.make.voices import NOW
from tests.refusing import code_of

pytestmark = pytest.mark.django_db
ELSEWHERE = "voices.finding_lies_elsewhere"


@pytest.fixture
def row(coordinator, municipality) -> Occasion:
    made = voices.heard(coordinator, municipality, way=Way.REPORTS, said="Det är mörkt.")
    return services.publish_occasion(coordinator, made, now=NOW)


def tie(actor, row: Occasion, *chosen: Evidence) -> None:
    row.refresh_from_db()
    keys = [one.public_id for one in chosen]
    services.tie_findings(actor, row, keys, revision=row.revision, now=NOW)


def test_an_earlier_finding_is_tied_shown_and_let_go(coordinator, municipality, row):
    first = make.evidence(municipality)
    second = make.evidence(municipality)
    tie(coordinator, row, first, second)
    assert set(queries.findings_of(row)) == {first, second}
    assert Entry.objects.filter(action="voices.tied").exists()
    page = published.occasion_at("lundby", row.slug)
    assert isinstance(page, published.PublishedOccasion)
    assert str(first.public_id) in page.evidence
    tie(coordinator, row, second)
    assert list(queries.findings_of(row)) == [second]
    tie(coordinator, row, second)  # once more changes nothing
    assert row.findings.count() == 1


def test_what_belongs_to_another_occasion_or_elsewhere_is_not_tied(
    coordinator, municipality, police, row
):
    taken, foreign = make.evidence(municipality), make.evidence(police)
    tie(coordinator, row, taken)
    other = voices.heard(coordinator, municipality, way=Way.REPORTS, title="En annan")
    assert code_of(lambda: tie(coordinator, other, taken)) == ELSEWHERE
    assert code_of(lambda: tie(coordinator, other, foreign)) == ELSEWHERE
    assert queries.findings_to_tie(other) == []


def test_a_dialogue_is_released_before_anything_is_tied_to_it(coordinator, municipality):
    talk = voices.heard(coordinator, municipality)
    finding = make.evidence(municipality)
    refused = code_of(lambda: tie(coordinator, talk, finding))
    assert refused == "voices.release_it_first"


def test_two_at_once_do_not_undo_each_other(coordinator, municipality, row):
    finding = make.evidence(municipality)
    seen = row.revision
    tie(coordinator, row, finding)
    with pytest.raises(ChangedMeanwhileError):
        services.tie_findings(coordinator, row, [], revision=seen, now=NOW)
    assert row.findings.count() == 1
