"""`manage.py import_promises`: what it says, and what it leaves as it is."""

import io
import json
import sys
from datetime import date
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command

from handslag.config.management.commands import import_promises
from handslag.domain.organisations.models import Organisation
from handslag.domain.promises.models import Document, PromiseSet
from handslag.domain.promises.rules.catalogue.records import Why
from handslag.domain.promises.rules.catalogue.reports import Kept
from handslag.domain.promises.shipped import COLLECTED_ON
from handslag.domain.vocabulary.models import Term
from tests.domain.promises.records import follow_up, municipalities, record

pytestmark = pytest.mark.django_db


@pytest.fixture
def places():
    municipalities()


@pytest.fixture
def file(tmp_path):
    def write(*records):
        path = tmp_path / "promises.json"
        path.write_text(json.dumps(records, ensure_ascii=False), encoding="utf-8")
        return str(path)

    return write


def run(name, *options):
    """What the command says on standard error; it says nothing on standard output."""
    out, err = io.StringIO(), io.StringIO()
    call_command(
        "import_promises", *([name] if name else []), *options, stdout=out, stderr=err
    )
    assert out.getvalue() == ""
    return err.getvalue()


def rows():
    """How many rows there are in every table."""
    return {
        model._meta.label: model._default_manager.count() for model in apps.get_models()
    }


ODD = (
    record("X1"),
    follow_up("X2"),
    record("X3", municipality="Atlantis"),
    record("X4", difficulty="svår"),
    {"id": "X5", "kind": "survey"},
    {"id": "X6", "kind": "survey"},
    {"id": "X7", "kind": "agreement"},
    "inte en post",
)


@pytest.mark.usefixtures("places")
def test_it_says_what_it_took_and_names_what_it_could_not(file):
    said = run(file(*ODD))
    assert "1 nytt löftesdokument." in said
    assert "1 poster med löften och 1 uppföljningar är nya" in said
    assert "Läses inte in ännu: survey 2, agreement 1." in said
    assert "3 poster kunde inte tas in:" in said
    assert "X3: municipality: det finns ingen kommun som heter ”Atlantis”." in said
    assert "X4: difficulty: är inte ett tal." in said
    assert "#8: är inte ett objekt med fält." in said
    assert PromiseSet.objects.count() == 1


@pytest.mark.usefixtures("places")
def test_a_rehearsal_says_the_same_and_changes_no_row(file):
    before = rows()
    rehearsal = run(file(*ODD), "--dry-run").splitlines()
    assert rows() == before
    assert rehearsal.pop() == "Detta var en övning: inget har ändrats."
    assert run(file(*ODD)).splitlines() == rehearsal


@pytest.mark.usefixtures("places")
def test_a_rehearsal_of_a_change_changes_no_row_either(file):
    run(file(record("X1")))
    before = rows()
    said = run(file(record("X1", validity="2021"), follow_up()), "--dry-run")
    assert "1 har ändrats" in said
    assert rows() == before
    assert Document.objects.get().validity_stated == "2020"


@pytest.mark.usefixtures("places")
def test_the_second_time_everything_is_as_it_was(file):
    run(file(*ODD))
    before = rows()
    said = run(file(*ODD))
    assert "0 nya löftesdokument." in said
    assert "2 är som förut." in said
    assert rows() == before


def test_a_database_that_has_only_been_migrated_gets_its_country_first(file):
    assert not Organisation.objects.exists()
    said = run(file(record(municipality="Upplands Väsby", parties=["polisen"])))
    assert "Lägger först in kommunerna, polisen och orden." in said
    assert Organisation.objects.filter(kind="municipality").count() == 290
    assert Term.objects.filter(kind="focus", is_provisional=False).count() >= 30
    assert Document.objects.count() == 1


def test_a_rehearsal_on_an_empty_database_leaves_it_empty(file):
    before = rows()
    run(file(record(municipality="Ale")), "--dry-run")
    assert rows() == before


@pytest.mark.usefixtures("places")
def test_it_reads_standard_input(monkeypatch):
    stdin = io.TextIOWrapper(io.BytesIO(json.dumps([record()]).encode()))
    monkeypatch.setattr(sys, "stdin", stdin)
    run("-")
    assert Document.objects.count() == 1


@pytest.mark.usefixtures("places")
def test_one_record_alone_and_a_file_from_windows_are_read(tmp_path):
    path = tmp_path / "one.json"
    path.write_text(json.dumps(record()), encoding="utf-8-sig")
    run(str(path))
    assert Document.objects.count() == 1


@pytest.mark.usefixtures("places")
def test_the_day_the_pages_were_fetched_is_kept(file, settings):
    run(file(record()), "--retrieved", "2025-03-01")
    assert Document.objects.get().retrieved_on == date(2025, 3, 1)


@pytest.mark.usefixtures("places")
def test_without_a_file_it_is_the_catalogue_we_come_with(file, monkeypatch):
    monkeypatch.setattr(import_promises, "CATALOGUE", Path(file(record("X9"))))
    run("")
    document = Document.objects.get()
    assert (document.catalogue_id, document.retrieved_on) == ("X9", COLLECTED_ON)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"[{]", "är inte JSON: något är fel på rad 1, plats 3."),
        (b"", "är inte JSON: något är fel på rad 1, plats 1."),
        (b'["\xff"]', "är inte JSON i UTF-8."),
        (b"[NaN]", "är inte JSON i UTF-8."),
        (b"[" * 100_000, "är inte JSON i UTF-8."),
        (b"[1" + b"0" * 5000 + b"]", "är inte JSON i UTF-8."),
        (b"17", "innehåller ingen lista med poster."),
        (b'"promises"', "innehåller ingen lista med poster."),
    ],
)
def test_a_file_that_is_no_catalogue_ends_in_one_sentence(content, sentence, tmp_path):
    path = tmp_path / "wrong.json"
    path.write_bytes(content)
    before = rows()
    with pytest.raises(CommandError) as caught:
        run(str(path))
    assert str(caught.value) == f"{path} {sentence}"
    assert rows() == before


def test_a_file_that_is_not_there_ends_in_one_sentence(tmp_path):
    with pytest.raises(CommandError, match="kan inte läsas"):
        run(str(tmp_path / "nowhere.json"))
    with pytest.raises(CommandError, match="kan inte läsas"):
        run(str(tmp_path))


def test_a_date_is_written_as_dates_are(file):
    with pytest.raises(CommandError, match="Skriv datumet som 2026-11-22, inte i går"):
        run(file(), "--retrieved", "i går")


@pytest.mark.usefixtures("places")
def test_broken_characters_are_named_and_can_be_printed(file, tmp_path):
    path = tmp_path / "broken.json"
    path.write_text(json.dumps([record("\ud800"), record("X2", **{"\udfff": 1})]))
    said = run(str(path))
    said.encode()
    assert "id: innehåller ett tecken som inte kan lagras." in said
    assert "är ett fält som vi inte känner till." in said


@pytest.mark.usefixtures("places")
def test_it_tells_how_far_it_has_come_when_it_takes_more_than_a_moment(file, monkeypatch):
    assert "är klara" not in run(file(record()))
    monkeypatch.setattr(import_promises, "QUIET", -1)
    assert "1 av 1 löftesdokument är klara …" in run(
        file(record("X2", year_or_period="2021"))
    )


def test_every_reason_has_a_sentence():
    assert import_promises.REFUSALS.keys() == set(Why)
    assert import_promises.KEPT.keys() == set(Kept)
