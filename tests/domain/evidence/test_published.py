"""Anyone may read a public finding whole, and of others only their kind of source."""

from datetime import date
from uuid import uuid4

import pytest

from handslag.core.files.services import content
from handslag.domain.evidence import published, services
from handslag.domain.evidence.published import PublishedFeedback, PublishedFinding
from handslag.domain.evidence.rules import Confidence, Table, Visibility
from handslag.domain.evidence.rules.feedback import Told
from handslag.domain.evidence.services import Picture
from tests.make.findings import NOW, finding, photograph

pytestmark = pytest.mark.django_db
TOLD = Told(date(2026, 3, 1), "brev", "Så här blev det.")


@pytest.fixture
def recorded(coordinator, municipality):
    def record(said, **more):
        return services.record_finding(
            coordinator, home=municipality, finding=said, now=NOW, **more
        )

    return record


def test_a_public_finding_is_a_whole_footnote(
    recorded, coordinator, municipality, django_assert_max_num_queries
):
    table = Table(("Plats", "Svar"), (("torget", "12"),))
    said = finding(
        visibility=Visibility.PUBLIC,
        period="hösten 2025",
        place_stated="torget",
        method="enkät",
        n=120,
        confidence=Confidence.HIGH,
        limits="Mest äldre.",
        table=table,
    )
    row = recorded(said, pictures=[Picture(photograph(), "Ett torg.")])
    services.tell(coordinator, row, TOLD, now=NOW)
    with django_assert_max_num_queries(3):
        found = published.finding(row.public_id)
    assert found is not None
    assert (found.statement, found.method, found.n) == (said.statement, "enkät", 120)
    assert (found.confidence, found.limits, found.table) == ("high", "Mest äldre.", table)
    assert found.feedback == (PublishedFeedback(TOLD.on, TOLD.channel, TOLD.said),)
    assert found.home == municipality.name
    (shown,) = found.pictures
    file = published.picture(row.public_id, shown.sha256)
    assert (shown.alt, file and file.content) == (
        "Ett torg.",
        content(row.files.get().file),
    )


@pytest.mark.parametrize(
    "said",
    [
        finding(visibility=Visibility.OWN),
        finding(visibility=Visibility.PARTIES),
        finding(visibility=Visibility.PUBLIC, rejected_why="För få svar."),
    ],
)
def test_of_any_other_only_its_source_is_said(recorded, said):
    row = recorded(said, pictures=[Picture(photograph(), "Ett torg.")])
    found = published.findings([row.public_id])[row.public_id]
    assert found == PublishedFinding(row.public_id, "medborgardialog", is_public=False)
    assert published.finding(row.public_id) is None
    assert published.picture(row.public_id, row.files.get().file.sha256) is None


def test_a_correction_is_pointed_at_when_it_is_public_too(recorded, coordinator):
    first = recorded(finding(visibility=Visibility.PUBLIC))
    services.tell(coordinator, first, TOLD, now=NOW)
    second = recorded(finding(visibility=Visibility.PUBLIC), corrects=first)
    found = published.findings([first.public_id, second.public_id])
    assert found[first.public_id].correction == second.public_id
    assert found[second.public_id].feedback == found[first.public_id].feedback
    recorded(finding(visibility=Visibility.OWN), corrects=second)
    hidden = published.findings([second.public_id])[second.public_id]
    assert (hidden.was_corrected, hidden.correction) == (True, None)


def test_what_was_told_of_a_hidden_version_is_not_shown(recorded, coordinator):
    hidden = recorded(finding(visibility=Visibility.OWN))
    services.tell(coordinator, hidden, TOLD, now=NOW)
    public = recorded(finding(visibility=Visibility.PUBLIC), corrects=hidden)
    found = published.finding(public.public_id)
    assert found is not None
    assert found.feedback == ()


def test_what_is_not_there_is_nothing(recorded):
    assert published.finding(uuid4()) is None
    assert published.picture(uuid4(), "a" * 64) is None
    assert published.findings([]) == {}
