"""What the figures say of a problem, and citing one of them as it stands."""

from datetime import UTC, datetime, timedelta

import pytest

from handslag.core.access import Actor, system
from handslag.domain.analysis.services import renew
from handslag.domain.evidence.models import Evidence
from handslag.domain.incidents.models import Desk
from handslag.domain.incidents.rules import Known, Occurrence
from handslag.domain.organisations.models import Organisation
from handslag.domain.picture.models import Problem
from handslag.domain.picture.rules.words import Aspect
from tests import make
from tests.make import incidents
from tests.make import picture as made

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.fixture
def problem(
    coordinator: Actor, municipality: Organisation, police: Organisation, settings, tmp_path
) -> Problem:
    """Damage every Friday by the square, for nearly two years; one judgement of it."""
    settings.POINTS_DIR = tmp_path / "points"
    incidents.desk(municipality)
    Desk.objects.update(opened_at=datetime(2024, 2, 1, tzinfo=UTC))
    for week in range(96):
        at = datetime(2026, 2, 27, 21, tzinfo=UTC) - timedelta(weeks=week)
        when = Occurrence(known=Known.EXACT, starts=at)
        incidents.incident(municipality, when=when, now=at + timedelta(hours=1))
    renew(system("test"), now=NOW)
    picture = made.joint(coordinator, municipality, police)
    found = made.problem(coordinator, picture, make.evidence(municipality))
    place = make.place(municipality, "Torget")
    place.lon, place.lat = 14.437, 59.236
    place.save()
    found.place = place
    found.save()
    return found


def address(problem: Problem) -> str:
    picture = problem.picture.public_id
    return f"/arbete/lagesbild/{picture}/problem/{problem.public_id}/siffror/"


def test_every_figure_says_how_it_was_counted(at_work, problem):
    page = at_work.get(address(problem)).content.decode()
    assert "Vad som rapporteras" in page
    assert "rapporter ligger inom 500 meter från Torget." in page
    assert page.count("Så räknade vi") == page.count("<h2 id=") == 4


def test_what_is_cited_stays_as_it_was_and_stands_under_the_judgement(at_work, problem):
    judged = problem.judgements.first()
    assert judged is not None
    before = judged.citations.count()
    at_work.post(address(problem), {"siffra": "utveckling", "aspect": judged.aspect})
    assert judged.citations.count() == before + 1
    finding = Evidence.objects.latest("pk")
    assert "samma månader året före" in finding.statement
    assert finding.method
    assert finding.period_stated == "april 2024–februari 2026"
    assert finding.n == 92  # of 23 months that can be compared or lie between


def test_nothing_is_kept_when_nothing_is_judged_there(at_work, problem):
    judged = set(problem.judgements.values_list("aspect", flat=True))
    other = next(one for one in Aspect if one not in judged)
    held = Evidence.objects.count()
    sent = at_work.post(
        address(problem), {"siffra": "utveckling", "aspect": other.value}, follow=True
    )
    assert "Inget är skrivet om den sidan" in sent.content.decode()
    assert Evidence.objects.count() == held


def test_a_figure_may_only_be_kept(at_work, problem):
    held = Evidence.objects.count()
    at_work.post(address(problem), {"siffra": "nar", "aspect": ""})
    assert Evidence.objects.count() == held + 1
    assert at_work.post(address(problem), {"siffra": "annat"}).status_code == 404


def test_who_only_reads_cites_nothing(reading, problem):
    assert "Citera det här" not in reading.get(address(problem)).content.decode()
    sent = reading.post(address(problem), {"siffra": "nar"})
    assert sent.status_code == 403
