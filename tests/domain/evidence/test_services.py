"""A finding is recorded, corrected by a new version, and answered."""

from datetime import date

import pytest
from django.db import Error, connection, transaction

from handslag.core.access import ForbiddenError
from handslag.core.audit.models import Entry
from handslag.core.files.services import content
from handslag.core.refusals import NotAllowedError
from handslag.domain.evidence import services
from handslag.domain.evidence.models import Evidence, EvidenceFile, Feedback
from handslag.domain.evidence.rules import Confidence, Table, Visibility
from handslag.domain.evidence.rules.feedback import Told
from handslag.domain.evidence.rules.tables import read_counts
from handslag.domain.evidence.services import Picture
from handslag.domain.promises.services import cite
from tests import make
from tests.make.findings import NOW, finding, of_police, photograph
from tests.together import at_once

pytestmark = pytest.mark.django_db
PERSON = "19940319-2397"  # an official test number
TOLD = Told(date(2026, 3, 1), "öppet möte på biblioteket", "Torget får ny belysning i maj.")


@pytest.fixture
def recorded(coordinator, municipality):
    def record(said=None, **more) -> Evidence:
        return services.record_finding(
            coordinator, home=municipality, finding=said or finding(), now=NOW, **more
        )

    return record


def refused(deed, *args, **kwargs) -> str:
    with pytest.raises(NotAllowedError) as error:
        deed(*args, **kwargs)
    return error.value.code


def test_all_that_was_said_is_kept(recorded):
    table = Table(("Plats", "Svar"), (("torget", "12"),))
    row = recorded(
        finding(
            period="hösten 2025",
            method="enkät på torget",
            n=120,
            confidence=Confidence.LOW,
            limits="Mest äldre svarade.",
            table=table,
        )
    )
    row.refresh_from_db()
    assert (row.method, row.n, row.confidence) == ("enkät på torget", 120, "low")
    assert row.table == {"header": ["Plats", "Svar"], "rows": [["torget", "12"]]}
    assert (row.limits, row.number, row.considered) == ("Mest äldre svarade.", 1, "used")
    entry = Entry.objects.get(action="evidence.recorded")
    assert entry.details == {"number": 1}


def test_a_place_far_away_is_refused(recorded, municipality):
    here, there = make.place(municipality), make.place(make.municipality())
    assert recorded(finding(place=here.pk)).place == here
    assert refused(recorded, finding(place=there.pk)) == "evidence.place_lies_elsewhere"


def test_a_source_that_was_not_used_is_kept_with_the_reason_and_cannot_be_cited(
    recorded, coordinator, draft, municipality
):
    assert refused(recorded, finding(rejected_why=" ")) == "evidence.no_reason"
    row = recorded(finding(rejected_why="Bara tolv svarade."))
    assert row.considered == "rejected"
    assert refused(cite, coordinator, draft, [row]) == "evidence.rejected"


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"classification": None}, "not_classified"),
        ({"is_without_persons": False}, "not_confirmed"),
        ({"statement": "Se 5000-K123456-24."}, "case_number"),
        ({"limits": "Utom A123.456/2024."}, "case_number"),
        ({"method": f"Samtal med {PERSON}."}, "person_number"),
        ({"table": Table(("Plats",), (("K 123456-24",),))}, "case_number"),
        ({"table": Table((PERSON,), (("1",),))}, "person_number"),
        ({"place_stated": PERSON}, "person_number"),
        ({"rejected_why": f"Gäller {PERSON}."}, "person_number"),
    ],
)
def test_sources_of_the_police_are_aggregates_only(recorded, said, code):
    assert refused(recorded, of_police(**said)) == f"evidence.{code}"
    assert not Evidence.objects.exists()


def test_nobody_s_number_comes_into_any_finding(recorded):
    assert refused(recorded, finding(statement=PERSON)) == "evidence.person_number"
    picture = Picture(photograph(), f"Brev till {PERSON}")
    assert refused(recorded, pictures=[picture]) == "evidence.person_number"


def test_a_picture_is_kept_drawn_anew_with_its_words(recorded):
    row = recorded(pictures=[Picture(photograph(comment=b"Anna"), "Ett mörkt torg.")])
    kept = row.files.get()
    assert kept.alt == "Ett mörkt torg."
    assert b"Anna" not in content(kept.file)
    assert refused(recorded, pictures=[Picture(photograph(), "")]) == "evidence.no_alt"


def test_a_correction_is_a_version_and_the_chain_has_one_end(recorded, police):
    first = recorded(pictures=[Picture(photograph(), "Torget.")])
    second = recorded(finding(statement="Tre av tio."), corrects=first)
    third = recorded(finding(statement="Fem."), corrects=second, kept=first.files.all())
    assert [one.number for one in (first, second, third)] == [1, 2, 3]
    assert first.chain == second.chain == third.chain
    assert (second.files.count(), third.files.get().alt) == (0, "Torget.")
    assert refused(recorded, corrects=first) == "evidence.corrected_already"
    of_others = make.evidence(police)
    assert refused(recorded, corrects=of_others) == "evidence.of_someone_else"


def test_a_table_becomes_a_finding_for_each_area(coordinator, municipality):
    counts = read_counts("Område;Period;Antal\nCentrum;2025;34\nÅtorp;2025;XX\n")
    made = services.record_by_area(
        coordinator, home=municipality, finding=of_police(), counts=counts, now=NOW
    )
    assert [(one.statement, one.n, one.place_stated) for one in made] == [
        ("Anmäld skadegörelse 2025. Centrum: 34.", 34, "Centrum"),
        ("Anmäld skadegörelse 2025. Åtorp.", None, "Åtorp"),
    ]
    assert made[1].table is not None
    assert made[1].table["rows"] == [["Åtorp", "2025", "XX"]]


def test_too_many_areas_are_one_table(coordinator, municipality):
    lines = "".join(f"Plats {number};2025;3\n" for number in range(41))
    counts = read_counts(f"Område;Period;Antal\n{lines}")
    given = {"home": municipality, "finding": of_police(), "counts": counts, "now": NOW}
    code = refused(services.record_by_area, coordinator, **given)
    assert code == "evidence.too_many_areas"


def test_those_who_spoke_are_answered_and_what_is_public_is_drawn_anew(
    recorded, coordinator, municipality
):
    row = recorded(finding(visibility=Visibility.PUBLIC))
    before = municipality.public_revision
    told = services.tell(coordinator, row, TOLD, now=NOW)
    municipality.refresh_from_db()
    assert (told.evidence, told.channel) == (row, TOLD.channel)
    assert municipality.public_revision > before
    later = Told(TOLD.on, TOLD.channel, "I juni.")
    again = services.tell(coordinator, row, later, now=NOW, corrects=told)
    assert again.corrects == told
    assert (
        refused(services.tell, coordinator, row, later, now=NOW, corrects=told)
        == "evidence.told_again_already"
    )


@pytest.mark.parametrize(
    ("told", "code"),
    [
        (Told(TOLD.on, TOLD.channel, " "), "told_nothing"),
        (Told(TOLD.on, "", TOLD.said), "told_nowhere"),
        (Told(date(2026, 3, 3), TOLD.channel, TOLD.said), "told_later"),
        (Told(TOLD.on, TOLD.channel, f"Tack {PERSON}"), "person_number"),
    ],
)
def test_an_answer_says_something_and_has_been_given(recorded, coordinator, told, code):
    row = recorded()
    assert refused(services.tell, coordinator, row, told, now=NOW) == f"evidence.{code}"


def test_figures_are_not_answered(recorded, coordinator):
    row = recorded(of_police())
    assert (
        refused(services.tell, coordinator, row, TOLD, now=NOW) == "evidence.nobody_spoke"
    )


def test_whoever_may_not_record_neither_records_corrects_nor_answers(
    reader, elsewhere, recorded, municipality
):
    row = recorded()
    for actor in (reader, elsewhere):
        with pytest.raises(ForbiddenError):
            services.record_finding(actor, home=municipality, finding=finding(), now=NOW)
        with pytest.raises(ForbiddenError):
            services.tell(actor, row, TOLD, now=NOW)


ROUTES = {
    "orm": lambda row: type(row).objects.filter(pk=row.pk).update(id=row.pk),
    "save": lambda row: row.save(),
    "delete": lambda row: type(row).objects.filter(pk=row.pk)._raw_delete("default"),
    "sql": lambda row: _run(f"UPDATE {row._meta.db_table} SET id = id"),
    "sql delete": lambda row: _run(f"DELETE FROM {row._meta.db_table}"),
}


def _run(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize("model", [Evidence, EvidenceFile, Feedback])
def test_what_was_recorded_is_changed_by_no_route(recorded, coordinator, route, model):
    row = recorded(pictures=[Picture(photograph(), "Torget.")])
    services.tell(coordinator, row, TOLD, now=NOW)
    before = list(model.objects.values())
    with pytest.raises(Error, match="added, never changed"), transaction.atomic():
        ROUTES[route](model.objects.get())
    assert list(model.objects.values()) == before


@pytest.mark.django_db(transaction=True)
def test_of_two_who_correct_at_once_one_is_told(coordinator, municipality):
    first = make.evidence(municipality)

    def correct() -> object:
        return services.record_finding(
            coordinator, home=municipality, finding=finding(), now=NOW, corrects=first
        )

    results = at_once(correct, correct)
    assert {type(one) for one in results} == {Evidence, NotAllowedError}
    assert Evidence.objects.count() == 2
