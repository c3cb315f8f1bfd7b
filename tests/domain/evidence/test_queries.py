"""Whose findings one sees, which can be cited, and who is owed an answer."""

from datetime import date, timedelta

import pytest

from handslag.domain.evidence import queries, services
from handslag.domain.evidence.queries import Sought
from handslag.domain.evidence.rules import Considered, Visibility
from handslag.domain.evidence.rules.feedback import Told
from handslag.domain.organisations.models import Relation
from handslag.domain.promises.services import cite
from tests import make
from tests.make.findings import NOW, finding, of_police

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 2)
TOLD = Told(date(2026, 3, 1), "brev", "Så här blev det.")


@pytest.fixture
def recorded(coordinator, municipality):
    def record(said=None, **more):
        return services.record_finding(
            coordinator, home=municipality, finding=said or finding(), now=NOW, **more
        )

    return record


def seen_by(actor, today=TODAY) -> set[str]:
    return {row.statement for row in queries.visible_to(actor, today=today)}


def test_ones_own_findings_are_those_of_ones_organisations(
    coordinator, elsewhere, municipality
):
    own = make.evidence(municipality, visibility=Visibility.OWN)
    assert list(queries.of(coordinator)) == [own]
    assert not queries.of(elsewhere).exists()


def test_what_is_shared_is_seen_by_the_police_and_by_no_other_municipality(
    coordinator, liaison_officer, elsewhere, municipality, police
):
    for visibility in Visibility:
        make.evidence(municipality, f"kommunens {visibility}", visibility)
        make.evidence(police, f"polisens {visibility}", visibility)
    public = {"kommunens public", "polisens public"}
    shared = public | {"kommunens parties", "polisens parties"}
    assert seen_by(coordinator) == shared | {"kommunens own"}
    assert seen_by(liaison_officer) == shared | {"polisens own"}
    assert seen_by(elsewhere) == public
    Relation.objects.update(valid_to=TODAY - timedelta(days=1))
    assert seen_by(liaison_officer) == public | {"polisens parties", "polisens own"}


def test_two_municipalities_of_one_district_do_not_see_each_other_s(coordinator, police):
    other = make.municipality("Tredje kommun")
    Relation.objects.create(lower=police, upper=other, kind="serves")
    make.evidence(other, "grannens", Visibility.PARTIES)
    make.evidence(police, "polisens", Visibility.PARTIES)
    assert seen_by(coordinator) == {"polisens"}


def test_the_latest_version_of_what_was_used_can_be_cited(
    recorded, coordinator, municipality
):
    first = recorded()
    second = recorded(finding(statement="Tre av tio."), corrects=first)
    recorded(finding(rejected_why="För få svar."))
    assert list(queries.citable_by(coordinator, frozenset({municipality.pk}))) == [second]


def test_the_list_is_narrowed_by_source_audience_words_and_use(recorded, coordinator):
    torget = recorded(finding(place_stated="torget", visibility=Visibility.PUBLIC))
    counts = recorded(of_police(period="2025"))
    unused = recorded(finding(rejected_why="För få svar."))

    def found(**what):
        return list(queries.sought(queries.of(coordinator), Sought(**what)))

    assert found() == [counts, torget]
    assert found(source="brottsstatistik") == [counts]
    assert found(visibility="public") == [torget]
    assert found(text="TORGET fyra") == [torget]
    assert found(considered=Considered.REJECTED) == [unused]
    assert found(considered=Considered.REJECTED, text="svar") == [unused]


def test_a_voice_that_something_rests_on_is_owed_an_answer(
    recorded, coordinator, draft, municipality, police
):
    voice, counts, silent = recorded(), recorded(of_police()), recorded()
    named = make.evidence(municipality, "")  # a public page only names its source
    assert not queries.voices_without_feedback({municipality.pk}).exists()
    cite(coordinator, draft, [voice, counts, named])
    assert list(queries.voices_without_feedback({municipality.pk})) == [voice]
    assert list(queries.voices_without_feedback(None)) == [voice]
    assert not queries.voices_without_feedback({police.pk}).exists()
    corrected = recorded(finding(statement="Tre av tio."), corrects=voice)
    services.tell(coordinator, corrected, TOLD, now=NOW)
    assert not queries.voices_without_feedback(None).exists()
    assert silent not in queries.cited(queries.of(coordinator))


def test_what_was_told_is_told_of_every_version_as_it_holds_now(recorded, coordinator):
    first = recorded()
    told = services.tell(coordinator, first, TOLD, now=NOW)
    second = recorded(corrects=first)
    again = services.tell(coordinator, second, TOLD, now=NOW, corrects=told)
    assert list(queries.feedback_of(first)) == [again]
    visible = queries.visible_to(coordinator, today=TODAY)
    assert queries.chain_of(second, among=visible) == [first, second]
